/** Limitation of a whole case: the ledger applied to each of its heads, and the day that comes first. */
import type { Day } from '../domain/day.ts';
import { type Head, heads } from './heads.ts';
import { type Limitation, limitation } from './limitation.ts';
import type { LimitationEventKind } from './limitation-events.ts';
import type { RulePack } from './pack.ts';

/** `until`: the end of a suspension's cause. */
export type LedgerEvent = { kind: LimitationEventKind; on: Day; until: Day | null };

export type HeadLimitation = Limitation & { head: Head; name: string };

export type CaseLimitation = {
  /** One for each head, each head once. */
  heads: HeadLimitation[];
  /** The head that lapses first; where none can lapse, the first one. */
  first: HeadLimitation;
};

/** `ids` are the case's heads, at least one. Refuses what `limitation` refuses. */
export function caseLimitation(
  given: { heads: readonly Head[]; endedOn: Day | null; events: readonly LedgerEvent[] },
  pack: RulePack,
): CaseLimitation {
  const events = given.events.map(({ kind, on, until }) => ({
    kind,
    on,
    ...(until === null ? {} : { until }),
  }));
  const all = [...new Set(given.heads)].map((head): HeadLimitation => {
    const ledger = { claimKind: head, events, ...(given.endedOn === null ? {} : { endedOn: given.endedOn }) };
    return { head, name: heads[head].name, ...limitation(ledger, pack) };
  });
  const [first] = [...all].sort((a, b) => ((a.lastSafeDay ?? '9999') < (b.lastSafeDay ?? '9999') ? -1 : 1));
  if (first === undefined) throw new Error('a case has at least one head of claim');
  return { heads: all, first };
}
