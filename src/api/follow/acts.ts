/** What a party may do now on its own pages: one list, in the order in which it is shown. */
import { ownActWords as words } from '../../../templates/zh-CN/own-act-words.ts';
import type { DisputeAction } from '../../domain/dispute/commands.ts';
import { membersOf, respondentsOf } from '../../domain/dispute/group.ts';
import { owedOn, portionOf } from '../../domain/dispute/instalments.ts';
import type { Instalment } from '../../domain/dispute/parts.ts';
import { disputeHats, disputeTable } from '../../domain/dispute/table.ts';
import { type Fen, formatYuan, NO_MONEY } from '../../domain/money.ts';
import { openActions } from '../../domain/role.ts';
import type { PartyVisit } from './visit.ts';

/** `path` leads to the page; `why` says what for. */
export type PartyAct = { path: string; label: string; why: string };

export function partyActs(visit: PartyVisit): PartyAct[] {
  return [...consentActs(visit), ...sessionActs(visit), ...agreementActs(visit), ...instalmentActs(visit)];
}

export function mayAct({ state, actor }: PartyVisit, action: DisputeAction): boolean {
  return openActions(disputeTable, state.state, disputeHats(state, actor)).includes(action);
}

/** Fills `{name}` in a sentence. */
export const fillIn = (sentence: string, facts: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}/g, (blank, name: string) => String(facts[name] ?? blank));

function consentActs(visit: PartyVisit): PartyAct[] {
  if (!mayConsent(visit)) return [];
  const { act, why } = words.consent;
  return [{ path: '/follow/consent', label: act, why: why[visit.side] }];
}

/** Asked, and has not answered yet. */
export const mayConsent = (visit: PartyVisit): boolean =>
  visit.state.consents[visit.party] === undefined && mayAct(visit, 'record-consent');

function sessionActs(visit: PartyVisit): PartyAct[] {
  if (!mayAct(visit, 'answer-session')) return [];
  const { act, why } = words.session;
  return visit.state.sessions
    .filter(({ heldOn }) => heldOn === null)
    .map(({ no, plannedOn }) => ({
      ...{ path: `/follow/session/${no}`, label: fillIn(act, { no }), why: fillIn(why, { on: plannedOn }) },
    }));
}

/** Whose agreement it is: those at the table. */
export function isAtTable({ state, party }: PartyVisit): boolean {
  return [...membersOf(state), ...respondentsOf(state)].includes(party);
}

/** Drafted, checked and signed off where that is asked for, and not signed by this party yet. */
export function maySign(visit: PartyVisit): boolean {
  const { agreement, capacity } = visit.state;
  if (agreement === null || !mayAct(visit, 'sign-on-screen') || !isAtTable(visit)) return false;
  const isReady = capacity?.isSignOffRequired !== true || agreement.signedOffOn !== null;
  return isReady && !agreement.onScreen?.some(({ party }) => party === visit.party);
}

function agreementActs(visit: PartyVisit): PartyAct[] {
  const { agreement } = visit.state;
  const { act, why, read, readWhy } = words.agreement;
  if (agreement === null || agreement.paper === '' || !isAtTable(visit)) return [];
  if (maySign(visit)) return [{ path: '/follow/agreement', label: act, why }];
  const isShown = agreement.effectiveOn !== null || (agreement.onScreen ?? []).length > 0;
  return isShown ? [{ path: '/follow/agreement', label: read, why: readWhy }] : [];
}

/** What this party gets of an instalment, or owes of it; null where it has no part in it. */
export function ownPart(
  { side, party }: PartyVisit,
  instalment: Instalment,
): { amount: Fen; paid: Fen; owed: Fen; payers: readonly string[] } | null {
  const portion = portionOf(instalment, side === 'worker' ? { payee: party } : { payer: party });
  if (portion === null) return null;
  const { amount, paid, owing } = portion;
  return { amount, paid, owed: owedOn(portion), payers: owing };
}

function instalmentActs(visit: PartyVisit): PartyAct[] {
  const action = visit.side === 'worker' ? 'record-payment' : 'report-paid';
  if (!mayAct(visit, action)) return [];
  const { workerAct, employerAct, why } = words.instalment;
  return (visit.state.agreement?.instalments ?? []).flatMap((one) => {
    const { no, dueOn } = one;
    const owed = ownPart(visit, one)?.owed ?? NO_MONEY;
    if (owed === 0) return [];
    const label = fillIn(visit.side === 'worker' ? workerAct : employerAct, { no });
    return [{ path: `/follow/instalment/${no}`, label, why: fillIn(why, { dueOn, owed: formatYuan(owed) }) }];
  });
}
