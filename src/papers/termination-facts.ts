import type { Day } from '../domain/day.ts';
import type { FailReason } from '../domain/dispute/parts.ts';
import type { NoticeFacts, StatedLimitation } from './notice-facts.ts';

/** A session that was held; `what` was tried in it, in words. */
export type Tried = { no: number; on: Day; what?: string };

/** Where a head of claim may now be brought: `path` in words (申请仲裁, 直接起诉), `to` the body. */
export type Onward = { head: string; path: string; to: string };

/** 终止调解通知书, to both sides. The fields of intake suffice, with the reason. */
export type TerminationFacts = NoticeFacts & {
  receivedOn: Day;
  acceptedOn?: Day;
  /** The day mediation ended. */
  endedOn: Day;
  reason: FailReason;
  /** The reason in the case's own words, a paragraph each; may be empty. */
  explanation?: readonly string[];
  /** Those held; empty where none was, absent where the paper is to say nothing of them. */
  sessions?: readonly Tried[];
  undisputed?: readonly string[];
  /** By head; without it the wording's general sentence stands. */
  onward?: readonly Onward[];
  limitation?: StatedLimitation;
};
