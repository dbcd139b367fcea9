/** Decides one command on a dispute: the event that follows, or a `Refusal`. */
import { allow, type ClockStart, decision, dropClocks, endClocks, movePack } from '../case.ts';
import type { Day } from '../day.ts';
import { Refusal } from '../refusal.ts';
import { hatsOf } from '../role.ts';
import type { DisputeCommand } from './commands.ts';
import { decideAgreement } from './decide-agreement.ts';
import { decideFollowUp } from './decide-follow-up.ts';
import { decideLaw } from './decide-law.ts';
import type { DisputeDecision } from './decisions.ts';
import { needAfter } from './order-of-days.ts';
import { FILE_CLOSE, LIMITATION, mediationRules, receiptRules } from './rules.ts';
import { type DisputeState, ownerOf } from './state.ts';
import { disputeTable } from './table.ts';

const endsMediation = (state: DisputeState, on: Day) => endClocks(state, on, mediationRules);
const closeFile = (on: Day): ClockStart[] => [{ rule: FILE_CLOSE, from: on }];

/** `today` is the civil day of recording. Throws `Refusal`. */
export function decideDispute(state: DisputeState, command: DisputeCommand, today: Day): DisputeDecision {
  const { order } = command;
  allow(disputeTable, state, command.kind, order, hatsOf(order.by, { owner: ownerOf(state) }), today);
  if (order.on < state.receivedOn)
    throw new Refusal('dispute/before-receipt', { on: order.on, receivedOn: state.receivedOn });
  switch (command.kind) {
    case 'receive':
      return decision(
        'dispute-received',
        order,
        {},
        {
          starts: receiptRules.map((rule) => ({ rule, from: state.receivedOn })),
        },
      );
    case 'assign':
      return decision('mediator-assigned', order, command.asked);
    case 'complete-party': {
      const { party } = command.asked;
      if (![...state.workers, ...state.employers].includes(party))
        throw new Refusal('party/unknown', { party });
      return decision('party-completed', order, command.asked);
    }
    case 'consult':
      needMediator(state);
      return decision('other-side-consulted', order, command.asked);
    case 'record-consent':
      return decision('consent-recorded', order, command.asked);
    case 'accept':
      needMediator(state);
      if (state.isConsentGiven === null)
        throw new Refusal('dispute/consent-missing', {}, '企业劳动争议协商调解规定 第二十二条');
      if (!state.isConsentGiven) throw new Refusal('dispute/other-side-refused', {}, '人民调解法 第十七条');
      needAfter(order.on, state.consentOn, 'record-consent');
      return decision(
        'dispute-accepted',
        order,
        {},
        {
          starts: [{ rule: 'mediation.direct.acceptance', from: order.on }],
          ends: endClocks(state, order.on, ['mediation.acceptance-decision']),
        },
      );
    case 'decline':
      return decision('dispute-declined', order, command.asked, {
        ends: endsMediation(state, order.on),
        starts: closeFile(order.on),
      });
    case 'withdraw':
      return decision(
        'dispute-withdrawn',
        order,
        {},
        { ends: dropClocks(state, [LIMITATION]), starts: closeFile(order.on) },
      );
    case 'fail':
      return decision('mediation-failed', order, command.asked, {
        ends: endsMediation(state, order.on),
        starts: closeFile(order.on),
      });
    case 'refer':
      if (command.asked.body === order.by.body) throw new Refusal('referral/to-own-body');
      return decision('referral-opened', order, command.asked);
    case 'hear-referral': {
      const { referral } = command.asked;
      if (!state.referrals.some(({ id }) => id === referral))
        throw new Refusal('referral/unknown', { referral });
      return decision('referral-heard', order, command.asked);
    }
    case 'plan-session':
      if (command.asked.plannedOn < order.on)
        throw new Refusal('day/reversed', {
          from: order.on,
          to: command.asked.plannedOn,
          field: 'plannedOn',
        });
      return decision('session-planned', order, { no: state.sessions.length + 1, ...command.asked });
    case 'hold-session': {
      const session = state.sessions.find(({ no }) => no === command.asked.no);
      if (session === undefined) throw new Refusal('session/unknown', { no: command.asked.no });
      if (session.heldOn !== null)
        throw new Refusal('session/already-held', { no: session.no, on: session.heldOn });
      needAfter(order.on, state.acceptedOn, 'accept');
      return decision('session-held', order, command.asked);
    }
    case 'draft-agreement':
    case 'sign-agreement':
    case 'lock-in':
      return decideAgreement(state, command);
    case 'record-payment':
    case 'declare-default':
    case 'record-visit':
    case 'close':
      return decideFollowUp(state, command);
    case 'record-claim-facts':
    case 'compute-claims':
    case 'record-limitation-event':
    case 'certify-limitation':
      return decideLaw(state, command);
    case 'move-pack':
      return movePack(state, order, command.asked);
  }
}

function needMediator(state: DisputeState): void {
  if (state.owner === null) throw new Refusal('dispute/no-mediator');
}
