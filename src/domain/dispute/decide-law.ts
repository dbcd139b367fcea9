/** What a dispute asks of the law: claims worked out, the limitation ledger, its certificate. The recording gets the answers. */
import { decision } from '../case.ts';
import { Refusal } from '../refusal.ts';
import type { DisputeCommand } from './commands.ts';
import type { DisputeDecision } from './decisions.ts';
import type { DisputeState } from './state.ts';

type LimitationAct = 'record-limitation-event' | 'withdraw-limitation-event' | 'certify-limitation';
type Command = Extract<DisputeCommand, { kind: 'record-claim-facts' | 'compute-claims' | LimitationAct }>;

export function decideLaw(state: DisputeState, command: Command): DisputeDecision {
  const { order } = command;
  switch (command.kind) {
    case 'record-claim-facts': {
      const { no } = command.asked;
      if (no > state.heads.length) throw new Refusal('claim/unknown-line', { no, last: state.heads.length });
      return decision('claim-facts-recorded', order, { no });
    }
    case 'compute-claims':
      if (state.linesWithFacts.length === 0) throw new Refusal('claim/no-facts');
      return decision('claims-computed', order, { lines: [] });
    case 'record-limitation-event': {
      const { event, happenedOn, until } = command.asked;
      if ((event === 'suspension') !== (until !== null)) throw new Refusal('limitation/wrong-end', { event });
      for (const [from, to, field] of [
        [happenedOn, order.on, 'happenedOn'],
        [happenedOn, until ?? happenedOn, 'until'],
        [until ?? order.on, order.on, 'until'],
      ] as const)
        if (to < from) throw new Refusal('day/reversed', { from, to, field });
      if (state.limitation.events.some(({ kind, on }) => kind === event && on === happenedOn))
        throw new Refusal('limitation/already-recorded', { event, on: happenedOn });
      return decision('limitation-event-recorded', order, command.asked);
    }
    case 'withdraw-limitation-event': {
      const { seq, act } = command.asked;
      // What follows from an act of the case goes only with that act.
      if (act !== 'limitation-event-recorded' || !state.limitation.events.some((entry) => entry.seq === seq))
        throw new Refusal('limitation/not-by-hand', { seq });
      return decision('limitation-event-withdrawn', order, { seq });
    }
    case 'certify-limitation':
      return decision('limitation-certified', order, {}, { papers: [{ kind: 'limitation-certificate' }] });
  }
}
