/** What each paper is filled from: plain JSON, taken from the case. Texts may hold line breaks; each line is a paragraph. */
import type { Day } from '../domain/day.ts';
import type { Door } from '../domain/dispute/parts.ts';
import type { Fen } from '../domain/money.ts';
import type { Urgency } from '../domain/referral/state.ts';
import type { AcceptanceNoticeFacts } from './acceptance-notice-facts.ts';
import type { ApplicationFacts } from './application-facts.ts';
import type { AuthorityLetterFacts } from './authority-letter-facts.ts';
import type { ConfirmationApplicationFacts } from './confirmation-application-facts.ts';
import type { HandOverSlipFacts } from './hand-over-slip-facts.ts';
import type { MediationNoticeFacts } from './mediation-notice-facts.ts';
import type { MediationProofFacts } from './mediation-proof-facts.ts';
import type { MinutesFacts } from './minutes-facts.ts';
import type { NonAcceptanceFacts } from './non-acceptance-facts.ts';
import type { PaymentOrderApplicationFacts } from './payment-order-application-facts.ts';
import type { ReceiptSlipFacts } from './receipt-slip-facts.ts';
import type { ReviewApplicationFacts } from './review-application-facts.ts';
import type { SameDayRecordFacts } from './same-day-record-facts.ts';
import type { ServiceAddressFacts } from './service-address-facts.ts';
import type { TerminationFacts } from './termination-facts.ts';
import type { VisitRecordFacts } from './visit-record-facts.ts';

export type PaperFacts = {
  application: ApplicationFacts;
  'acceptance-notice': AcceptanceNoticeFacts;
  'non-acceptance': NonAcceptanceFacts;
  'mediation-notice': MediationNoticeFacts;
  minutes: MinutesFacts;
  termination: TerminationFacts;
  agreement: AgreementFacts;
  'review-application': ReviewApplicationFacts;
  'confirmation-application': ConfirmationApplicationFacts;
  'mediation-proof': MediationProofFacts;
  'service-address': ServiceAddressFacts;
  'authority-letter': AuthorityLetterFacts;
  'payment-order-application': PaymentOrderApplicationFacts;
  'visit-record': VisitRecordFacts;
  'same-day-record': SameDayRecordFacts;
  'hand-over-slip': HandOverSlipFacts;
  'referral-letter': ReferralLetterFacts;
  'limitation-certificate': LimitationCertificateFacts;
  'receipt-slip': ReceiptSlipFacts;
};
export type PaperKind = keyof PaperFacts;

/** `number` 文号 as given by the register; `issuer` the full name of the body that issues; `checkUrl` the paper's public check page. */
export type PaperIssue = { number: string; issuedOn: Day; issuer: string; checkUrl: string };

/** A day that law or agreement has fixed. `provisional`: its calendar is not published yet, so no paper may state it. */
export type StatedDay = { day: Day; provisional: boolean };

export type WorkerParty = {
  name: string;
  gender: '男' | '女';
  bornOn: Day;
  /** The kind of document where it is not 公民身份号码, e.g. 护照号码. */
  idKind?: string;
  idNumber: string;
  address: string;
  phone: string;
  agent?: Agent;
};

export type EmployerParty = {
  name: string;
  /** What it is to the worker where it is not 用人单位, e.g. 平台企业, 施工总承包单位. */
  role?: string;
  creditCode: string;
  address: string;
  /** 法定代表人 or 负责人. */
  representative: string;
  representativeTitle: string;
  phone: string;
  agent?: Agent;
};

/** `authority` in words, e.g. 特别授权（代为承认、变更、放弃请求，进行和解）. */
type Agent = { name: string; occupation: string; authority: string };

type Instalment = { dueOn: StatedDay; amount: Fen };

/** Who pays whom. One instalment is a payment at once; several are set as a table and must add up to `amount`. */
export type Payment = {
  payer: string;
  payee: string;
  /** Whether its head opens the payment order 支付令 by law. */
  opensPaymentOrder: boolean;
  /** The item in words, e.g. 2026年3月至5月的工资. */
  item: string;
  amount: Fen;
  /** E.g. 银行转账至乙方指定账户（开户行、户名、账号）. */
  method: string;
  instalments: readonly Instalment[];
  /** Where `payee` is a group: each one's part, set as a table in an annex 付款明细表. */
  shares?: readonly Share[];
};

/** One payee's part of each instalment, in their order; all payees' parts add up to the instalment. Nought where none is due. */
export type Share = { payee: string; amounts: readonly Fen[] };

/** A duty other than paying, e.g. 出具解除劳动合同证明. */
type Duty = { who: string; duty: string; dueOn: StatedDay };

/** Who signs for which side, and by what authority. */
export type Signatory = {
  side: 'worker' | 'employer';
  party: string;
  signer: string;
  /** `representative`: elected by the workers 推选的代表人; `party` is then the group, e.g. 张喆等12人. */
  authority: 'self' | 'legal-representative' | 'agent' | 'representative';
  /** Of a representative only, and needed there: what is annexed of the members' consent, e.g. 推选代表人书和全体成员同意本协议的签名册. */
  consents?: string;
  /** Only of one who signed on a screen. */
  onScreen?: SignedOnScreen;
};

/** `picture`: by which the drawing is handed the image; both hashes are SHA-256 in hexadecimal, `read` of the paper that was signed. */
export type SignedOnScreen = { picture: string; at: string; sha256: string; read: string };

/** The way to lock the agreement in. `expected` is worked out from a day of taking effect that is still ahead; null leaves only the period. */
export type LockIn =
  | {
      door: Exclude<Door, 'none'>;
      /** The arbitration commission or court. */
      at: string;
      /** Natural days from the day of taking effect. */
      days: number;
      expected: { effectiveOn: StatedDay; lastDay: StatedDay } | null;
    }
  | { door: 'none'; reason: string };

export type AgreementFacts = {
  /** 案由, e.g. 追索劳动报酬纠纷. */
  cause: string;
  /** The mediation body whose seal the agreement bears. */
  mediationBody: string;
  mediators: readonly string[];
  receivedOn: Day;
  acceptedOn: Day;
  mediatedOn: Day;
  place: string;
  applicant: 'worker' | 'employer';
  workers: readonly WorkerParty[];
  employers: readonly EmployerParty[];
  /** Main facts of the dispute, a paragraph each. */
  dispute: readonly string[];
  /** Matters in dispute and what was asked. */
  disputed: readonly string[];
  /** Facts both sides hold undisputed; may be empty. */
  undisputed: readonly string[];
  payments: readonly Payment[];
  duties: readonly Duty[];
  /** Liability for breach; at least one. */
  breach: readonly string[];
  /** Whether nothing else of this dispute remains between the sides once it is performed. */
  settlesAll: boolean;
  lockIn: LockIn;
  signatories: readonly Signatory[];
  copies: number;
};

type Material = {
  name: string;
  /** E.g. 原件, 复印件, 电子件. */
  form: string;
  /** Absent where it was not counted. */
  pages?: number;
  /** 64 hexadecimal digits of an electronic file; the letter shows the first 16. */
  sha256?: string;
};

export type ReferralLetterFacts = {
  to: string;
  cause: string;
  /** The case's number with the sender. */
  caseNumber: string;
  workers: readonly LetterParty[];
  employers: readonly LetterParty[];
  /** How many workers the dispute concerns, those not named included. */
  headcount: number;
  /** Summary, a paragraph each. */
  summary: readonly string[];
  amount?: Fen;
  /** Rules and arrangements the referral rests on. */
  basis: readonly string[];
  /** What the receiver is asked to do. */
  asks: readonly string[];
  /** Whether and when the worker agreed to the referral and the handing over of the file, in words. */
  consent: string;
  urgency: Urgency;
  /** Why it is urgent, where it is. */
  urgencyReason?: string;
  /** The last day of limitation, or why the letter states none. */
  limitation: { lastDay: StatedDay } | { lastDay: null; reason: string };
  /** Until when the slip of receipt is asked for; null leaves the day out. */
  receiptBy: StatedDay | null;
  /** The page on which a body without an account answers; its last part is the letter's code. */
  replyUrl?: string;
  contact: { name: string; phone: string; address?: string };
  materials: readonly Material[];
  copiesTo: readonly string[];
};

export type LetterParty = { name: string; phone?: string };

/** One entry of the ledger. `until` only of a suspension; `effect` in words, e.g. 时效中断，重新计算. */
type LedgerLine = { on: Day; until?: Day; what: string; evidence: string; effect: string };

/** A head of claim and the last day on which it may still be asked for; null where no year runs yet. */
type HeadLimit = { name: string; lastDay: StatedDay | null; article: string };

export type LimitationCertificateFacts = {
  /** The case's number with the centre. */
  caseNumber: string;
  cause: string;
  workers: readonly { name: string; idNumber?: string }[];
  employers: readonly { name: string; creditCode?: string }[];
  /** Of before 2026-11-29 the worker. */
  applicant?: 'worker' | 'employer';
  receivedOn: Day;
  employmentEndedOn?: Day;
  heads: readonly HeadLimit[];
  /** In the order of their days. */
  ledger: readonly LedgerLine[];
  /** The earliest of the heads' days; null where none runs yet. */
  lastDay: StatedDay | null;
  /** The article it rests on. */
  article: string;
  contact: { name: string; phone?: string };
};
