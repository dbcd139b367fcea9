/** A line of a running register 调解台账, as codes, days and fen: what a case can be made of. */
import type { registerColumns } from '../../templates/zh-CN/sheet-columns.ts';
import type { ClaimHead } from '../domain/claim.ts';
import type { Day } from '../domain/day.ts';
import type { Channel } from '../domain/dispute/parts.ts';
import type { DisputeStateName } from '../domain/dispute/state.ts';
import type { AccountId, DistrictCode } from '../domain/ids.ts';
import type { Fen } from '../domain/money.ts';

/** A case has no other state in a register: `new` lasts a moment, `negotiated` nobody writes down. */
export type RegisterState = Exclude<DisputeStateName, 'new' | 'negotiated'>;

/** How a closed case ended, where the register says so in a column of its own. */
export type RegisterOutcome = Extract<
  RegisterState,
  'agreed' | 'performed' | 'defaulted' | 'failed' | 'withdrawn' | 'not-accepted'
>;

export type RegisterRow = {
  /** The row of the sheet. */
  row: number;
  /** The number the case has there; unique in the sheet. */
  oldNumber: string | null;
  receivedOn: Day;
  /** Null where the sheet does not say. */
  channel: Channel | null;
  district: DistrictCode;
  /** At least one. */
  workers: { name: string; phone: string | null }[];
  /** At least one; a credit code stands only with the first. */
  employers: { name: string; creditCode: string | null }[];
  place: string | null;
  since: Day | null;
  /** May be empty. */
  heads: ClaimHead[];
  /** What is asked for, all heads together. */
  amount: Fen | null;
  facts: string | null;
  state: RegisterState;
  /** Of a case that is closed or archived; null where the sheet does not say. */
  outcome: RegisterOutcome | null;
  /** There in every state from `accepted` on but for `not-accepted` and `withdrawn`. */
  acceptedOn: Day | null;
  /** The day of the result; there in every state that is one. */
  concludedOn: Day | null;
  /** There when closed or archived. */
  closedOn: Day | null;
  /** There when agreed, performing, performed or defaulted; more than nothing. */
  agreedAmount: Fen | null;
  /** The day by which all is to be paid; there when performing or defaulted. */
  dueOn: Day | null;
  /** Never more than `agreedAmount`; all of it when performed. */
  paid: Fen | null;
  mediator: AccountId | null;
  note: string | null;
};

export type RegisterColumn = keyof typeof registerColumns;

/** A line as read; what it must have, and what contradicts what, is checked afterwards. */
export type RegisterDraft = Omit<RegisterRow, 'receivedOn' | 'district' | 'state'> & {
  receivedOn: Day | null;
  district: DistrictCode | null;
  state: RegisterState | null;
};

export type KnownDistrict = { code: DistrictCode; name: string };
/** `districts` are those whose cases the mediator may have. */
export type KnownMediator = { account: AccountId; name: string; districts: readonly DistrictCode[] };

/** What a register is read against: the day, and what this reader may write down. */
export type RegisterKnown = {
  today: Day;
  districts: readonly KnownDistrict[];
  mediators: readonly KnownMediator[];
};
