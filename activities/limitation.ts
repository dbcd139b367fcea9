/** The limitation of a dispute by law: the ledger applied to its heads, and the clock of the last safe day. */

import { isAtRest } from '../src/domain/case.ts';
import { evolveDispute } from '../src/domain/dispute/evolve.ts';
import { LIMITATION } from '../src/domain/dispute/rules.ts';
import type { DisputeEvent, DisputeState } from '../src/domain/dispute/state.ts';
import { type CaseLimitation, caseLimitation } from '../src/law/case-limitation.ts';
import type { RulePack } from '../src/law/pack.ts';
import { clockWords } from '../templates/zh-CN/paper-words.ts';
import type { InHand } from './issue-papers.ts';
import { replaceClock } from './start-clocks.ts';

export function limitationOf(state: DisputeState, pack: RulePack): CaseLimitation {
  const { heads, employmentEndedOn: endedOn, limitation } = state;
  return caseLimitation({ heads, endedOn, events: limitation.events }, pack);
}

/** Works the last safe day out again where the event changes what it depends on: the ledger, the heads, the end of employment, the pack. */
export async function renewLimitation(inHand: InHand): Promise<void> {
  const before = inHand.before as DisputeState;
  const event = inHand.event as DisputeEvent;
  const after = evolveDispute(before, event);
  const isSame =
    after.limitation.events.length === before.limitation.events.length &&
    after.employmentEndedOn === before.employmentEndedOn &&
    after.heads.join() === before.heads.join() &&
    after.pack === before.pack &&
    // What it is taken in with is worked out with its first event.
    before.state !== 'new' &&
    // The clock of a closed file ended with it: opened again, the worker's time runs on.
    !isAtRest(before);
  if (isSame || isAtRest(after)) return;
  const { first } = limitationOf(after, inHand.pack);
  const { lastSafeDay, provisional } = first;
  inHand.event.limitation = { lastSafeDay, provisional };
  const running = after.clocks.filter(({ rule }) => rule === LIMITATION);
  if (lastSafeDay === null) {
    inHand.event.ends.push(...running.map(({ id }) => ({ clock: id, outcome: 'moot' as const })));
    return;
  }
  const start = { rule: LIMITATION, from: first.startsOn ?? before.receivedOn };
  await replaceClock(inHand, running, start, {
    name: clockWords.lastSafeDay,
    article: first.articles.join('；'),
    explanation: [clockWords.ofHead.replace('{head}', first.name), ...first.explanation, ...first.warnings],
    dueOn: lastSafeDay,
    provisional,
    confirmed: true,
    pack: inHand.pack.id,
  });
}
