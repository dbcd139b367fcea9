/** At the table: sessions planned, put off, held; proposals; the period extended; mediation that fails. */
import { type ClockEnd, type ClockStart, decision, dueBy, endClocks } from '../case.ts';
import { needPositive } from '../money.ts';
import { Refusal } from '../refusal.ts';
import { among, type CommandOf } from './commands.ts';
import { needUnreachable } from './decide-acceptance.ts';
import { checkReferring } from './decide-chain.ts';
import type { DisputeDecision } from './decisions.ts';
import { needParty } from './group.ts';
import { needAfter } from './order-of-days.ts';
import type { Session } from './parts.ts';
import {
  EXTENDED,
  extendableRules,
  FILE_CLOSE,
  lastPeriodOver,
  mediationRules,
  periodRules,
} from './rules.ts';
import type { DisputeState } from './state.ts';

const kinds = [
  'plan-session',
  'postpone-session',
  'hold-session',
  'record-proposal',
  'answer-proposal',
  'extend-period',
  'fail',
] as const;
export const isOfMediation = among(kinds);

export function decideMediation(
  state: DisputeState,
  command: CommandOf<(typeof kinds)[number]>,
): DisputeDecision {
  const { order } = command;
  switch (command.kind) {
    case 'plan-session':
      needNotPast(command.asked.plannedOn, order.on);
      return decision('session-planned', order, { no: state.sessions.length + 1, ...command.asked });
    case 'postpone-session':
      openSession(state, command.asked.no);
      needNotPast(command.asked.plannedOn, order.on);
      return decision('session-postponed', order, command.asked);
    case 'hold-session': {
      openSession(state, command.asked.no);
      needAfter(order.on, state.acceptedOn, 'accept');
      for (const { party } of command.asked.attendance ?? []) needParty(state, party);
      return decision('session-held', order, command.asked);
    }
    case 'record-proposal': {
      const { amount } = command.asked;
      if (amount !== null) needPositive(amount, 'amount');
      return decision('proposal-recorded', order, { no: state.proposals.length + 1, ...command.asked });
    }
    case 'answer-proposal': {
      const { no, side } = command.asked;
      const proposal = state.proposals.find((one) => one.no === no);
      if (proposal === undefined) throw new Refusal('proposal/unknown', { no, last: state.proposals.length });
      if (proposal.answers[side] !== undefined) throw new Refusal('proposal/already-answered', { no, side });
      return decision('proposal-answered', order, command.asked);
    }
    case 'extend-period':
      return extend(state, command);
    case 'fail': {
      const { reason, referral, body, station } = command.asked;
      if (reason === 'unreachable') needUnreachable(state);
      if (reason === 'time-over') needTimeOver(state, order.on);
      if (referral !== undefined && body !== undefined)
        checkReferring(state, { referral, body, ...(station === undefined ? {} : { station }) }, order);
      return decision('mediation-failed', order, command.asked, {
        ends: endClocks(state, order.on, mediationRules),
        starts: [{ rule: FILE_CLOSE, from: order.on }],
        papers: [{ kind: 'termination' }],
      });
    }
  }
}

/** Both sides' consent extends the period while it runs; the worker's own day from receipt stays (企业劳动争议协商调解规定 29). */
function extend(state: DisputeState, { order, asked }: CommandOf<'extend-period'>): DisputeDecision {
  const dueOn = dueBy(state, extendableRules);
  if (dueOn === undefined) throw new Refusal('mediation/no-period');
  const { until, workerOn, employerOn } = asked;
  for (const on of [workerOn, employerOn]) {
    needAfter(on, state.acceptedOn, 'accept');
    if (on > order.on) throw new Refusal('day/reversed', { from: on, to: order.on, field: 'on' });
    if (on > dueOn) throw new Refusal('mediation/period-over', { dueOn, on });
  }
  if (until <= dueOn) throw new Refusal('mediation/not-longer', { dueOn, until });
  const ends: ClockEnd[] = state.clocks
    .filter(({ rule }) => (extendableRules as readonly string[]).includes(rule))
    .map(({ id }) => ({ clock: id, outcome: 'moved' }));
  const starts: ClockStart[] = [{ rule: EXTENDED, from: order.on, fixed: until }];
  return decision('period-extended', order, asked, { ends, starts });
}

/** 期限届满 is on the clocks; where none runs, as in what an older register brought, it is the mediator's word. */
function needTimeOver(state: DisputeState, on: DisputeState['receivedOn']): void {
  const dueOn = dueBy(state, periodRules);
  if (dueOn !== undefined && lastPeriodOver(state, on) === null)
    throw new Refusal('mediation/period-runs', { dueOn, on });
}

function needNotPast(plannedOn: DisputeState['receivedOn'], on: DisputeState['receivedOn']): void {
  if (plannedOn < on) throw new Refusal('day/reversed', { from: on, to: plannedOn, field: 'plannedOn' });
}

export function openSession(state: DisputeState, no: number): Session {
  const session = state.sessions.find((one) => one.no === no);
  if (session === undefined) throw new Refusal('session/unknown', { no });
  if (session.heldOn !== null) throw new Refusal('session/already-held', { no, on: session.heldOn });
  return session;
}
