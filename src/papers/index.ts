/** Draws a case's papers: the facts in their wording, set after GB/T 9704-2012, the same facts always as the same bytes. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseDay } from '../domain/day.ts';
import { Refusal } from '../domain/refusal.ts';
import { acceptanceNoticeBook } from './acceptance-notice.ts';
import { agreementBook, checkAgreement } from './agreement.ts';
import { applicationBook } from './application.ts';
import { authorityLetterBook } from './authority-letter.ts';
import { type Book, namesOf } from './blanks.ts';
import { compose, slotOf, textOf } from './compose.ts';
import { confirmationApplicationBook } from './confirmation-application.ts';
import type { PaperFacts, PaperIssue, PaperKind, ReferralLetterFacts } from './facts.ts';
import { type Filled, fill, type Piece } from './fill.ts';
import { flow } from './flow.ts';
import { drawCheckCode, drawLetterhead, drawPageCode, drawPageNumber, UNDER_LETTERHEAD } from './frame.ts';
import { handOverSlipBook } from './hand-over-slip.ts';
import { limitationCertificateBook } from './limitation-certificate.ts';
import { mediationNoticeBook } from './mediation-notice.ts';
import { mediationProofBook } from './mediation-proof.ts';
import { checkMinutes, minutesBook } from './minutes.ts';
import { nonAcceptanceBook } from './non-acceptance.ts';
import { checkPaymentOrderApplication, paymentOrderApplicationBook } from './payment-order-application.ts';
import { receiptSlipBook } from './receipt-slip.ts';
import type { ReceiptSlipFacts } from './receipt-slip-facts.ts';
import { referralLetterBook } from './referral-letter.ts';
import { reviewApplicationBook } from './review-application.ts';
import { sameDayRecordBook } from './same-day-record.ts';
import { serviceAddressBook } from './service-address.ts';
import { checkGlyphs } from './set-lines.ts';
import { AREA, openSheet, type Pictures } from './sheet.ts';
import { terminationBook } from './termination.ts';
import { visitRecordBook } from './visit-record.ts';
import { templateOf, WORDING_FOLDER } from './wording.ts';

export type { PaperFacts, PaperIssue, PaperKind } from './facts.ts';
export { openFonts } from './fonts.ts';

type Whole<K extends PaperKind> = { facts: PaperFacts[K]; issue: PaperIssue };
type Kind<K extends PaperKind> = {
  title: string;
  book: Book<Whole<K>>;
  check(facts: PaperFacts[K]): void;
  /** Given to parties: bears the QR code of its public check page. */
  isForParties: boolean;
  /** Filled in for the parties or another body to sign: bears neither number nor code. */
  isForm?: true;
};

const kinds: { [K in PaperKind]: Kind<K> } = {
  application: {
    title: '调解申请书',
    book: applicationBook,
    check: () => {},
    isForParties: false,
    isForm: true,
  },
  'acceptance-notice': {
    title: '受理通知书',
    book: acceptanceNoticeBook,
    check: () => {},
    isForParties: true,
  },
  'non-acceptance': { title: '不予受理通知书', book: nonAcceptanceBook, check: () => {}, isForParties: true },
  'mediation-notice': { title: '调解通知书', book: mediationNoticeBook, check: () => {}, isForParties: true },
  minutes: { title: '调解笔录', book: minutesBook, check: checkMinutes, isForParties: false },
  termination: { title: '终止调解通知书', book: terminationBook, check: () => {}, isForParties: true },
  agreement: { title: '调解协议书', book: agreementBook, check: checkAgreement, isForParties: true },
  'review-application': {
    title: '仲裁审查申请书',
    book: reviewApplicationBook,
    check: () => {},
    isForParties: false,
    isForm: true,
  },
  'confirmation-application': {
    title: '司法确认申请书',
    book: confirmationApplicationBook,
    check: () => {},
    isForParties: false,
    isForm: true,
  },
  'mediation-proof': {
    title: '调解组织主持调解的证明',
    book: mediationProofBook,
    check: () => {},
    isForParties: true,
  },
  'service-address': {
    title: '送达地址确认书',
    book: serviceAddressBook,
    check: () => {},
    isForParties: false,
    isForm: true,
  },
  'authority-letter': {
    title: '授权委托书',
    book: authorityLetterBook,
    check: () => {},
    isForParties: false,
    isForm: true,
  },
  'payment-order-application': {
    title: '支付令申请书',
    book: paymentOrderApplicationBook,
    check: checkPaymentOrderApplication,
    isForParties: false,
    isForm: true,
  },
  'visit-record': { title: '回访记录', book: visitRecordBook, check: () => {}, isForParties: false },
  'same-day-record': {
    title: '简易调解登记表',
    book: sameDayRecordBook,
    check: () => {},
    isForParties: true,
  },
  'hand-over-slip': {
    title: '移送回执',
    book: handOverSlipBook,
    check: () => {},
    isForParties: false,
    isForm: true,
  },
  'referral-letter': { title: '移送函', book: referralLetterBook, check: () => {}, isForParties: false },
  'limitation-certificate': {
    title: '时效证明',
    book: limitationCertificateBook,
    check: () => {},
    isForParties: true,
  },
  // Its code leads to the case, not to the check page: two would be scanned one for the other.
  'receipt-slip': { title: '调解申请回执', book: receiptSlipBook, check: () => {}, isForParties: false },
};

type Listed<K extends PaperKind> = { kind: K; title: string; isForm: boolean; blanks: readonly string[] };

/** Every kind with its title and the names of its blanks, those of its lists after them. A form takes no number. */
export const paperKinds: { readonly [K in PaperKind]: Listed<K> } = {
  application: listed('application'),
  'acceptance-notice': listed('acceptance-notice'),
  'non-acceptance': listed('non-acceptance'),
  'mediation-notice': listed('mediation-notice'),
  minutes: listed('minutes'),
  termination: listed('termination'),
  agreement: listed('agreement'),
  'review-application': listed('review-application'),
  'confirmation-application': listed('confirmation-application'),
  'mediation-proof': listed('mediation-proof'),
  'service-address': listed('service-address'),
  'authority-letter': listed('authority-letter'),
  'payment-order-application': listed('payment-order-application'),
  'visit-record': listed('visit-record'),
  'same-day-record': listed('same-day-record'),
  'hand-over-slip': listed('hand-over-slip'),
  'referral-letter': listed('referral-letter'),
  'limitation-certificate': listed('limitation-certificate'),
  'receipt-slip': listed('receipt-slip'),
};

function listed<K extends PaperKind>(kind: K): Listed<K> {
  const { title, isForm = false, book } = kinds[kind];
  return { kind, title, isForm, blanks: namesOf(book as Kind<K>['book']) };
}

/** An example of a kind's facts with its issue, as JSON text; all people and firms in it are invented. */
export function exampleOf(kind: PaperKind): string {
  return readFileSync(new URL(`${kind}.example.json`, WORDING_FOLDER), 'utf8');
}

/** `sha256` of the PDF in hexadecimal; `template` names the wording's version. */
export type DrawnPaper = { pdf: Buffer; pages: number; sha256: string; template: string };

/**
 * Whether a paper can be drawn, in about a millisecond once fonts are open. Throws `Refusal`: `paper/blank-without-fact`,
 * `paper/missing-glyph`, `paper/provisional-date`, `paper/negative-amount`, `paper/instalments-do-not-add-up`, `day/invalid`.
 */
export function checkPaper<K extends PaperKind>(kind: K, facts: PaperFacts[K], issue: PaperIssue): void {
  prepare(kind, facts, issue);
}

/** Draws a paper as PDF, with the pictures its facts name. Throws what `checkPaper` throws. */
export async function drawPaper<K extends PaperKind>(
  kind: K,
  facts: PaperFacts[K],
  issue: PaperIssue,
  pictures?: Pictures,
): Promise<DrawnPaper> {
  const filled = prepare(kind, facts, issue);
  const { title, isForParties, isForm } = kinds[kind];
  // Only a letter to a body without an account has the one, only a slip the other.
  const { replyUrl, followUrl } = facts as Partial<
    Pick<ReferralLetterFacts, 'replyUrl'> & Pick<ReceiptSlipFacts, 'followUrl'>
  >;
  const sheet = openSheet({
    title: isForm ? title : `${title} ${issue.number}`,
    subject: titleOf(filled) || title,
    author: issue.issuer,
    issuedOn: issue.issuedOn,
    pictures,
  });
  const mark = linesOf(filled).find((line) => line.style === 'mark');
  const pages = flow(compose(filled, sheet), (page) => {
    sheet.newPage();
    if (page > 1) return AREA.top;
    if (mark) drawLetterhead(mark.pieces, sheet);
    return mark ? UNDER_LETTERHEAD : AREA.top;
  });
  for (let page = 1; page <= pages; page += 1) {
    sheet.doc.switchToPage(page - 1);
    if (page === 1 && isForParties) drawCheckCode(issue.checkUrl, sheet);
    if (page === 1 && replyUrl !== undefined) drawPageCode(replyUrl, 'reply', sheet);
    if (page === 1 && followUrl !== undefined) drawPageCode(followUrl, 'follow', sheet);
    // 信函格式: the first page bears no number.
    if (page > 1 || !mark) drawPageNumber(page, sheet);
  }
  const pdf = await sheet.end();
  const sha256 = createHash('sha256').update(pdf).digest('hex');
  return { pdf, pages, sha256, template: templateOf(kind, kinds[kind].book).version };
}

function prepare<K extends PaperKind>(kind: K, facts: PaperFacts[K], issue: PaperIssue): Filled[] {
  const { book, check, isForParties } = kinds[kind] as Kind<K>;
  parseDay(issue.issuedOn, '成文日');
  if (isForParties && !issue.checkUrl) throw new Refusal('paper/blank-without-fact', { blank: '核验网址' });
  const filled = fill(templateOf(kind, book), book, { facts, issue });
  check(facts);
  checkAllGlyphs(filled);
  return filled;
}

function checkAllGlyphs(filled: readonly Filled[]): void {
  for (const part of filled) {
    if (part.kind === 'line') checkGlyphs(part.pieces, slotOf(part.style));
    else if (part.kind === 'together') checkAllGlyphs(part.body);
    else if (part.kind === 'table') {
      for (const cell of part.head) checkGlyphs(cell, 'heading');
      for (const cell of part.rows.flat()) checkGlyphs(cell, 'body');
    } else if (part.kind === 'signed') checkGlyphs([...part.label, ...part.note, ...part.proof], 'body');
    else if (part.kind === 'signature') checkGlyphs([...part.label, ...part.note], 'body');
    else if (part.kind === 'closing') checkGlyphs([...part.by, ...part.on], 'body');
  }
}

function linesOf(filled: readonly Filled[]): Extract<Filled, { kind: 'line' }>[] {
  return filled.flatMap((part) =>
    part.kind === 'line' ? [part] : part.kind === 'together' ? linesOf(part.body) : [],
  );
}

function titleOf(filled: readonly Filled[]): string {
  const pieces = linesOf(filled).filter((line) => line.style === 'title');
  return pieces.map((line) => textOf(line.pieces as Piece[])).join('');
}
