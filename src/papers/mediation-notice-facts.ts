import type { Day } from '../domain/day.ts';
import type { SessionWay } from '../domain/dispute/parts.ts';
import type { NoticeFacts } from './notice-facts.ts';

/** Where a session is held: a room, the platform where it is online, the number where it is by telephone. `access` how to get in, e.g. 会议号 000 000 000. */
export type Venue = { way: SessionWay; place: string; access?: string };

/** 调解通知书, to one or several parties. */
export type MediationNoticeFacts = NoticeFacts & {
  /** Whom it is addressed to: names of parties; of a crowd the paper names the first and annexes the rest. */
  to: readonly string[];
  /** Which session of the case, 1 for the first. */
  session: number;
  plannedOn: Day;
  /** Beginning, `HH:MM` of 24 hours; absent where it is agreed by telephone. */
  time?: string;
  venue: Venue;
  mediators: readonly string[];
  /** What to bring beside proof of identity and of authority; may be empty. */
  bring?: readonly string[];
};
