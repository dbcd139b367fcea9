/** What a party does itself, in its own name and for itself alone: answers a session, signs on a screen, speaks of a payment. */
import { decision } from '../case.ts';
import type { PartyId } from '../ids.ts';
import { formatYuan, needPositive } from '../money.ts';
import { Refusal } from '../refusal.ts';
import { checkSignature } from './check-signatures.ts';
import { among, type CommandOf, type DisputeCommand } from './commands.ts';
import { findInstalment } from './decide-follow-up.ts';
import { openSession } from './decide-mediation.ts';
import type { DisputeDecision } from './decisions.ts';
import { membersOf, respondentsOf } from './group.ts';
import { owedOn, type Portion } from './instalments.ts';
import { findPortion } from './portion.ts';
import type { DisputeState } from './state.ts';

const kinds = ['answer-session', 'sign-on-screen', 'report-paid', 'report-unpaid'] as const;
export const isOfParty = among(kinds);

/** Of the acts a party shares with the mediator: it speaks for itself alone. */
export function needOwn({ kind, order, asked }: DisputeCommand): void {
  const { party } = order.by;
  if (party === undefined) return;
  const isSaid = kind === 'record-consent' || kind === 'record-privacy-consent';
  const whose = isSaid ? asked.party : kind === 'record-payment' ? asked.payee : party;
  if (whose !== party) throw new Refusal('party/not-own');
}

export function decideParty(
  state: DisputeState,
  { kind, order, asked }: CommandOf<(typeof kinds)[number]>,
): DisputeDecision {
  // The table lets nobody come here but a party of the case.
  const party = order.by.party as PartyId;
  switch (kind) {
    case 'answer-session': {
      openSession(state, asked.no);
      return decision('session-answered', order, { ...asked, party });
    }
    case 'sign-on-screen': {
      const { paper, authority, ...given } = asked;
      needAtTable(state, party);
      needAsRead(state, asked);
      needUnsigned(state, party);
      checkSignature(state, { party, on: order.on, authority });
      return decision('agreement-signed-on-screen', order, { ...given, party, authority });
    }
    case 'report-paid': {
      const { amount } = asked;
      needPositive(amount, 'amount');
      const { no, owed } = openPortion(state, asked.instalment, order.on, { payer: party });
      if (amount > owed)
        throw new Refusal('instalment/too-much', { no, owed: formatYuan(owed), amount: formatYuan(amount) });
      return decision('payment-reported', order, { ...asked, party });
    }
    case 'report-unpaid': {
      const { no, dueOn } = openPortion(state, asked.instalment, order.on, { payee: party });
      if (order.on < dueOn) throw new Refusal('instalment/not-yet-due', { no, dueOn, on: order.on });
      return decision('unpaid-reported', order, { ...asked, party });
    }
  }
}

/** What was read is what is signed: the draft as it stands, checked and signed off where that is asked for, not signed before. */
function needAsRead(
  { agreement, capacity }: DisputeState,
  { paper, read }: { paper: string; read: string },
): void {
  if (agreement === null) throw new Refusal('agreement/not-drafted');
  if (capacity?.isSignOffRequired === true && agreement.signedOffOn === null)
    throw new Refusal('agreement/not-signed-off');
  if (agreement.sha256 === undefined) throw new Refusal('agreement/not-drawn');
  if (agreement.paper !== paper || agreement.sha256 !== read) throw new Refusal('agreement/not-as-read');
}

function needAtTable(state: DisputeState, party: PartyId): void {
  if (![...membersOf(state), ...respondentsOf(state)].includes(party))
    throw new Refusal('party/not-at-the-table');
}

function needUnsigned({ agreement }: DisputeState, party: PartyId): void {
  const earlier = agreement?.onScreen?.find((one) => one.party === party);
  if (earlier !== undefined) throw new Refusal('agreement/already-signed', { on: earlier.on });
}

function openPortion(
  state: DisputeState,
  no: number,
  on: DisputeState['receivedOn'],
  between: { payee: PartyId } | { payer: PartyId },
) {
  const { instalment } = findInstalment(state, no, on);
  const portion: Portion = findPortion(state, instalment, between);
  const owed = owedOn(portion);
  if (owed === 0) throw new Refusal('instalment/already-paid', { no });
  return { no, owed, dueOn: instalment.dueOn };
}
