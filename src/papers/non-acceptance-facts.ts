import type { Day } from '../domain/day.ts';
import type { DeclineReason } from '../domain/dispute/parts.ts';
import type { NoticeFacts, Path, StatedLimitation } from './notice-facts.ts';

/** An attempt to reach the other side; `way` and `result` in words, e.g. 电话（0377-60000000）, 无人接听. */
export type Attempt = { on: Day; way: string; result?: string };

/** 不予受理通知书, to the applicant. The fields of intake suffice, with the reason. */
export type NonAcceptanceFacts = NoticeFacts & {
  receivedOn: Day;
  reason: DeclineReason;
  /** The reason in the case's own words, a paragraph each; may be empty. */
  explanation?: readonly string[];
  /** Of `unreachable`: what was tried, in the order of the days. */
  attempts?: readonly Attempt[];
  /** Where to turn instead; without it what the reason usually leads to. */
  paths?: readonly Path[];
  limitation?: StatedLimitation;
};
