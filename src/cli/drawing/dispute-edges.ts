/** How a dispute's states lead to one another, found by walking the rules: every act in every situation that differs. */
import { clockId, type Order } from '../../domain/case.ts';
import type { Day } from '../../domain/day.ts';
import type { DisputeAction, DisputeAsked, DisputeCommand } from '../../domain/dispute/commands.ts';
import { decideDispute } from '../../domain/dispute/decide.ts';
import type { DisputeDecision } from '../../domain/dispute/decisions.ts';
import { evolveDispute } from '../../domain/dispute/evolve.ts';
import {
  type DisputeEvent,
  type DisputeState,
  type DisputeStateName,
  disputeStates,
  newDispute,
} from '../../domain/dispute/state.ts';
import { disputeTable } from '../../domain/dispute/table.ts';
import type { AccountId, CaseId, CommandId, DistrictCode } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import { type Actor, roles } from '../../domain/role.ts';
import { ANOTHER, DUE, employer, evidence, MEDIATOR, waysOf, worker } from './ways.ts';

export type Edge = { from: DisputeStateName; act: DisputeAction; to: DisputeStateName };

/** Up to the result all happens on the first day; after it, once the first day of payment is over. */
const FIRST = '2026-03-02' as Day;
const AFTER_DUE = '2026-04-02' as Day;
const beforeResult: readonly DisputeStateName[] = ['new', 'received', 'consulting', 'accepted', 'mediating'];

/** Two who may do anything: requests and drafts need a second person. */
const actorOf = (account: AccountId): Actor => ({
  account,
  roles: [...roles, 'system'],
  district: '' as DistrictCode,
  body: null,
});
const seconded: readonly DisputeAction[] = ['approve-request', 'check-agreement', 'sign-off-agreement'];

/** Every edge once, in the order of states and table; acts that leave the state as it is are none. */
export function disputeEdges(): Edge[] {
  const start = newDispute({
    id: 'walk' as CaseId,
    openedBy: MEDIATOR,
    district: '' as DistrictCode,
    channel: 'desk',
    heads: ['wages'],
    workers: [worker],
    employers: [employer],
    receivedOn: FIRST,
  });
  const seen = new Set([situationOf(start)]);
  const edges = new Map<string, Edge>();
  const waiting = [start];
  for (let state = waiting.shift(); state !== undefined; state = waiting.shift())
    for (const act of Object.keys(disputeTable[state.state]) as DisputeAction[])
      for (const asked of waysOf[act](state)) {
        const after = acted(state, act, asked);
        if (after === null) continue;
        if (after.state !== state.state)
          edges.set(`${state.state} ${act} ${after.state}`, { from: state.state, act, to: after.state });
        if (seen.has(situationOf(after))) continue;
        seen.add(situationOf(after));
        waiting.push(after);
      }
  const place = ({ from, act, to }: Edge) =>
    (disputeStates.indexOf(from) * 100 + disputeStates.indexOf(to)) * 100 +
    Object.keys(disputeTable[from]).indexOf(act);
  return [...edges.values()].sort((a, b) => place(a) - place(b));
}

/** Null: refused as things stand. */
function acted(
  state: DisputeState,
  kind: DisputeAction,
  asked: DisputeAsked<DisputeAction>,
): DisputeState | null {
  const on = beforeResult.includes(state.state) ? FIRST : AFTER_DUE;
  const by = actorOf(seconded.includes(kind) ? ANOTHER : MEDIATOR);
  const order: Order = { id: 'walk' as CommandId, on, by };
  try {
    const decided = decideDispute(state, { kind, order, asked } as DisputeCommand, AFTER_DUE);
    return evolveDispute(state, recorded(state, decided));
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** Papers are left out: drawn or not, they move no state. */
function recorded(state: DisputeState, decided: DisputeDecision): DisputeEvent {
  const seq = state.seq + 1;
  const clocks = decided.starts.map(({ rule, from, about, fixed }, index) => ({
    id: clockId(seq, index),
    rule,
    about: about ?? null,
    startedOn: from,
    warnOn: from,
    dueOn: fixed ?? DUE,
    provisional: false,
    recordedOn: decided.on,
    rung: 'no' as const,
  }));
  return {
    ...decided,
    seq,
    commandId: 'walk' as CommandId,
    recordedOn: decided.on,
    clocks,
    issued: [],
    assigned: MEDIATOR,
  };
}

/** What of a state decides which acts are open and where they lead: two situations alike in this are walked once. */
function situationOf(state: DisputeState): string {
  const { agreement } = state;
  return JSON.stringify([
    state.state,
    state.closedFrom,
    state.isConsentGiven,
    state.acceptedOn,
    state.sessions.some(({ heldOn }) => heldOn === null),
    state.sessions.some(({ heldOn }) => heldOn !== null),
    state.evidence.includes(evidence),
    agreement && [
      agreement.effectiveOn,
      agreement.instalments.map(({ paid }) => paid),
      agreement.duties.map(({ doneOn }) => doneOn),
    ],
    state.clocks.map(({ rule, about }) => `${rule}:${about}`).sort(),
    state.approvals.map(({ no: _no, ...what }) => what),
  ]);
}
