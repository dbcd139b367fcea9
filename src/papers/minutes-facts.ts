import type { Day } from '../domain/day.ts';
import type { Signatory } from './facts.ts';
import type { Venue } from './mediation-notice-facts.ts';
import type { NoticeFacts } from './notice-facts.ts';

/** Who came, for which party and by what authority; signs at the end. `signer` absent where only the authority was noted. */
export type Attendee = Pick<Signatory, 'side' | 'party' | 'authority'> & { signer?: string };

/** What the mediator told both sides: rights and duties, rules, effect of an agreement, ways to confirm it. */
export type Told = 'rights' | 'rules' | 'effect' | 'confirmation';

/** A proposal and what each side said to it. */
export type Proposal = { by: string; terms: string; answers: readonly { by: string; answer: string }[] };

/**
 * 调解笔录 of one session. What was said stands in `statements`, `points`, `proposals`, or as running text in `record`;
 * at least one of them. Texts of 20,000 characters and more flow over pages.
 */
export type MinutesFacts = NoticeFacts & {
  session: number;
  heldOn: Day;
  /** `HH:MM` of 24 hours; absent where they were not written down. */
  from?: string;
  to?: string;
  venue: Venue;
  mediators: readonly string[];
  /** Absent where it was not noted: its place is left to be filled in by hand, as is that of `present` when empty. */
  recorder?: string;
  present: readonly Attendee[];
  absent?: readonly { name: string; reason?: string }[];
  /** Empty where it was not noted. */
  told: readonly Told[];
  /** What the sides answered to what they were told, e.g. 双方均表示听清，不申请回避. */
  answer?: string;
  statements?: readonly { by: string; said: readonly string[] }[];
  /** Points in dispute. */
  points?: readonly string[];
  proposals?: readonly Proposal[];
  /** What happened, in running paragraphs. */
  record?: readonly string[];
  /** Facts both sides hold undisputed; may be empty. */
  undisputed: readonly string[];
  /** A paragraph each, e.g. 双方达成一致，另行签订调解协议书; empty where the session ended without one. */
  result: readonly string[];
};
