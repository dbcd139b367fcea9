/** What comes in and is written down: receipt, parties, claims, elements, calls, files, notes. */
import { decision, endClocks } from '../case.ts';
import { formatYuan, sumFen } from '../money.ts';
import { Refusal } from '../refusal.ts';
import { among, type CommandOf } from './commands.ts';
import type { DisputeDecision } from './decisions.ts';
import { needParty } from './group.ts';
import { employerKinds, workerKinds } from './party-kinds.ts';
import { FIRST_CONTACT, receiptRules } from './rules.ts';
import type { DisputeState } from './state.ts';

const kinds = [
  'receive',
  'receive-settled',
  'complete-party',
  'record-elements',
  'add-parties',
  'change-claims',
  'appoint-agent',
  'log-call',
  'add-evidence',
  'withdraw-evidence',
  'add-note',
  'record-privacy-consent',
  'give-check-code',
] as const;
export const isOfIntake = among(kinds);

export function decideIntake(
  state: DisputeState,
  command: CommandOf<(typeof kinds)[number]>,
): DisputeDecision {
  const { order } = command;
  switch (command.kind) {
    case 'receive': {
      const starts = receiptRules(state.channel, state.procedure).map((rule) => ({
        rule,
        // Later than the receipt where a member of a group has a case of their own.
        from: order.on,
      }));
      return decision('dispute-received', order, {}, { starts });
    }
    case 'receive-settled':
      if (command.asked.amount < 0)
        throw new Refusal('money/negative', { field: 'amount', text: formatYuan(command.asked.amount) });
      return decision('dispute-settled-same-day', order, command.asked, {
        papers: [{ kind: 'same-day-record' }],
      });
    case 'complete-party':
      needParty(state, command.asked.party);
      needKindOfSide(state, command.asked);
      return decision('party-completed', order, command.asked);
    case 'record-elements':
      return decision('elements-recorded', order, command.asked);
    case 'add-parties':
      needNoAgreement(state);
      return decision('parties-added', order, command.asked);
    case 'change-claims': {
      needNoAgreement(state);
      const { claims } = command.asked;
      for (const { party } of claims) if (party !== null) needParty(state, party);
      sumFen(claims.map(({ amount }) => amount));
      return decision('claims-changed', order, command.asked);
    }
    case 'appoint-agent':
      needParty(state, command.asked.party);
      return decision('agent-appointed', order, command.asked);
    case 'log-call':
      needParty(state, command.asked.party);
      return decision('call-logged', order, command.asked, {
        ends: endClocks(state, order.on, [FIRST_CONTACT]),
      });
    case 'add-evidence':
      return decision('evidence-added', order, command.asked);
    case 'withdraw-evidence': {
      const { evidence } = command.asked;
      if (!state.evidence.includes(evidence)) throw new Refusal('evidence/unknown', { evidence });
      if (state.agreement?.scan === evidence) throw new Refusal('evidence/signed-copy');
      return decision('evidence-withdrawn', order, { evidence });
    }
    case 'add-note':
      return decision('note-added', order, command.asked);
    case 'record-privacy-consent': {
      const { party, evidence } = command.asked;
      needParty(state, party);
      if (evidence !== undefined && !state.evidence.includes(evidence))
        throw new Refusal('evidence/unknown', { evidence });
      return decision('privacy-consent-recorded', order, command.asked);
    }
    case 'give-check-code': {
      const { party } = command.asked;
      needParty(state, party);
      return decision(
        'check-code-given',
        order,
        { party },
        { papers: [{ kind: 'receipt-slip', about: party }] },
      );
    }
  }
}

/** A worker is none of the employers' kinds, and the other way round. */
function needKindOfSide(
  { workers }: DisputeState,
  { party, kind }: CommandOf<'complete-party'>['asked'],
): void {
  const kinds: readonly string[] = workers.includes(party) ? workerKinds : employerKinds;
  if (kind !== undefined && !kinds.includes(kind))
    throw new Refusal('party/kind-not-of-side', { kind, kinds: [...kinds] });
}

/** Terms on the table name who gets what: the draft goes first. */
function needNoAgreement({ agreement }: DisputeState): void {
  if (agreement !== null) throw new Refusal('agreement/already-drafted', { draftedOn: agreement.draftedOn });
}
