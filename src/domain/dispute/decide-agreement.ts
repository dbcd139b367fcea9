/** From terms on the table to an agreement that is checked, signed, sealed and locked in. */
import { type ClockStart, decision, endClocks, type Order } from '../case.ts';
import { fen, formatYuan, needPositive, sumFen } from '../money.ts';
import { Refusal } from '../refusal.ts';
import { checkSignatures } from './check-signatures.ts';
import { among, type CommandOf, type DisputeAsked } from './commands.ts';
import type { DisputeDecision, FactsOf } from './decisions.ts';
import { doorFacts } from './door-facts.ts';
import { needOpenDoor } from './doors.ts';
import { isCollective, membersOf, needParty, respondentsOf } from './group.ts';
import { needAfter } from './order-of-days.ts';
import {
  type Agreement,
  collectiveVisits,
  type Instalment,
  type PlannedShare,
  type Signature,
} from './parts.ts';
import {
  collectiveVisitRules,
  DUTY,
  decideRules,
  doorRules,
  INSTALMENT,
  mediationRules,
  VISIT,
} from './rules.ts';
import type { DisputeState } from './state.ts';

const kinds = [
  'draft-agreement',
  'drop-draft',
  'check-agreement',
  'sign-off-agreement',
  'sign-agreement',
  'scan-back',
  'apply-lock-in',
  'lock-in',
] as const;
export const isOfAgreement = among(kinds);

export function decideAgreement(
  state: DisputeState,
  command: CommandOf<(typeof kinds)[number]>,
): DisputeDecision {
  const { order } = command;
  switch (command.kind) {
    case 'draft-agreement':
      return decision('agreement-drafted', order, draft(state, command.asked, order), {
        papers: [{ kind: 'agreement' }],
      });
    case 'drop-draft':
      drafted(state);
      return decision('draft-dropped', order, {});
    case 'check-agreement':
      needOther(drafted(state), order);
      return decision('agreement-checked', order, {});
    case 'sign-off-agreement': {
      const agreement = drafted(state);
      needOther(agreement, order);
      if (agreement.checkedBy === null) throw new Refusal('agreement/not-checked');
      return decision('agreement-signed-off', order, {});
    }
    case 'sign-agreement':
      return sign(state, command);
    case 'scan-back': {
      const { evidence } = command.asked;
      if (!state.evidence.includes(evidence)) throw new Refusal('evidence/unknown', { evidence });
      return decision('agreement-scanned', order, command.asked);
    }
    case 'apply-lock-in': {
      const { agreement, door } = openDoor(state, order);
      if (agreement.appliedOn !== null)
        throw new Refusal('agreement/already-applied', { on: agreement.appliedOn });
      return decision(
        'lock-in-applied',
        order,
        {},
        {
          ends: endClocks(state, order.on, [doorRules[door]]),
          starts: [{ rule: decideRules[door], from: order.on }],
        },
      );
    }
    case 'lock-in': {
      const { agreement, door } = openDoor(state, order);
      needAfter(order.on, agreement.appliedOn, 'apply-lock-in');
      return decision('agreement-locked-in', order, command.asked, {
        ends: endClocks(state, order.on, [doorRules[door], decideRules[door]]),
      });
    }
  }
}

function drafted({ agreement }: DisputeState): Agreement {
  if (agreement === null) throw new Refusal('agreement/not-drafted');
  return agreement;
}

/** 核稿 and 签发 are a second pair of eyes. */
function needOther({ draftedBy }: Agreement, { by }: Order): void {
  if (draftedBy === by.account) throw new Refusal('agreement/own-draft');
}

function draft(
  state: DisputeState,
  { door, instalments, duties }: DisputeAsked<'draft-agreement'>,
  { on }: Order,
): FactsOf<'agreement-drafted'> {
  const lastHeld = state.sessions
    .flatMap(({ heldOn }) => heldOn ?? [])
    .sort()
    .at(-1);
  if (lastHeld === undefined) throw new Refusal('dispute/no-session-held');
  needAfter(on, lastHeld, 'hold-session');
  if (instalments.length === 0 && (duties ?? []).length === 0) throw new Refusal('agreement/no-instalments');
  for (const { dueOn, amount } of instalments) {
    needPositive(amount, 'instalments');
    needNotBefore(dueOn, on);
  }
  for (const { who, dueOn } of duties ?? []) {
    needParty(state, who);
    needNotBefore(dueOn, on);
  }
  needOpenDoor(doorFacts(state, { hasDuties: (duties ?? []).length > 0, isPaidOnTheSpot: false }), door);
  const numbered = [...instalments]
    .sort(byDay)
    .map((one, index) => ({ no: index + 1, ...one, shares: sharesOf(state, one, index + 1) }));
  const paid = new Set(numbered.flatMap(({ shares }) => shares.map(({ payee }) => payee)));
  const leftOut = membersOf(state).filter((member) => !paid.has(member)).length;
  if (instalments.length > 0 && leftOut > 0)
    throw new Refusal('agreement/member-left-out', { count: leftOut });
  const dutied = (duties ?? []).map((one, index) => ({ no: index + 1, ...one }));
  return { door, instalments: numbered, ...(dutied.length > 0 ? { duties: dutied } : {}) };
}

const byDay = (a: { dueOn: string }, b: { dueOn: string }) =>
  a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0;

function needNotBefore(dueOn: Agreement['draftedOn'], on: Agreement['draftedOn']): void {
  if (dueOn < on) throw new Refusal('agreement/day-not-after', { dueOn, on });
}

/** Who pays whom: said for a group, plain between one worker and one employer. */
function sharesOf(
  state: DisputeState,
  { amount, shares }: DisputeAsked<'draft-agreement'>['instalments'][number],
  no: number,
): readonly PlannedShare[] {
  const members = membersOf(state);
  const respondents = respondentsOf(state);
  const [payee] = members;
  const [payer] = respondents;
  if (shares === undefined) {
    if (members.length !== 1 || respondents.length !== 1 || !payee || !payer)
      throw new Refusal('agreement/shares-missing', {
        no,
        workers: members.length,
        employers: respondents.length,
      });
    return [{ payer, payee, amount }];
  }
  for (const share of shares) {
    needPositive(share.amount, 'shares');
    if (!members.includes(share.payee)) throw new Refusal('party/not-a-member', { party: share.payee });
    if (!respondents.includes(share.payer))
      throw new Refusal('party/not-an-employer', { party: share.payer });
  }
  const sum = sumFen(shares.map((share) => share.amount));
  if (sum !== amount)
    throw new Refusal('agreement/shares-do-not-add-up', {
      no,
      total: formatYuan(amount),
      sum: formatYuan(fen(sum)),
    });
  return shares;
}

function sign(state: DisputeState, { order, asked }: CommandOf<'sign-agreement'>): DisputeDecision {
  const agreement = drafted(state);
  const { mediatorOn, sealedOn } = asked;
  if (state.capacity?.isSignOffRequired === true && agreement.signedOffOn === null)
    throw new Refusal('agreement/not-signed-off');
  const signatures = [...takenOver(agreement, asked.signatures), ...asked.signatures];
  checkSignatures(state, signatures);
  const days = [...signatures.map(({ on }) => on), mediatorOn, sealedOn].sort();
  const [first] = days;
  const effectiveOn = days.at(-1);
  if (first === undefined || effectiveOn === undefined) throw new Refusal('agreement/signature-missing');
  if (first < agreement.draftedOn)
    throw new Refusal('day/reversed', { from: agreement.draftedOn, to: first, field: 'signatures' });
  if (effectiveOn > order.on)
    throw new Refusal('day/reversed', { from: effectiveOn, to: order.on, field: 'on' });
  for (const { dueOn } of [...agreement.instalments, ...agreement.duties]) needNotBefore(dueOn, effectiveOn);
  return decision(
    'agreement-signed',
    order,
    { signatures, mediatorOn, sealedOn, effectiveOn },
    {
      ends: endClocks(state, effectiveOn, mediationRules),
      starts: followUpClocks(state, agreement, effectiveOn),
      // The copy that shows who signed on a screen.
      papers: (agreement.onScreen ?? []).length > 0 ? [{ kind: 'agreement' }] : [],
    },
  );
}

/** Signatures given on a screen stand as they are; on paper too would be a second one. */
function takenOver({ onScreen = [] }: Agreement, listed: readonly Signature[]): Signature[] {
  for (const { party } of onScreen)
    if (listed.some((one) => one.party === party)) throw new Refusal('agreement/signed-on-screen', { party });
  return onScreen.map(({ party, on, authority, evidence }) => ({ party, on, authority, evidence }));
}

/** The joint application is filed, or its result comes, for an agreement in effect with a door to it. */
function openDoor(state: DisputeState, { on }: Order) {
  const { agreement } = state;
  if (agreement === null || agreement.effectiveOn === null) throw new Refusal('agreement/not-signed');
  needAfter(on, agreement.effectiveOn, 'sign-agreement');
  if (agreement.lockedIn !== null)
    throw new Refusal('agreement/already-locked-in', { outcome: agreement.lockedIn });
  if (agreement.door === 'none') throw new Refusal('agreement/door-not-open', { door: 'none' });
  return { agreement, door: agreement.door };
}

/** What is due, and when; paid or done it may be already. */
type Terms = Pick<Agreement, 'door'> &
  Record<'instalments' | 'duties', readonly Pick<Instalment, 'no' | 'dueOn'>[]>;

export function followUpClocks(
  state: DisputeState,
  { door, instalments, duties }: Terms,
  effectiveOn: Agreement['draftedOn'],
): ClockStart[] {
  const lockIn: ClockStart[] = door === 'none' ? [] : [{ rule: doorRules[door], from: effectiveOn }];
  const perInstalment = instalments.flatMap(({ no, dueOn }): ClockStart[] => [
    { rule: INSTALMENT, from: effectiveOn, about: String(no), fixed: dueOn },
    { rule: VISIT, from: dueOn, about: String(no) },
  ]);
  const perDuty = duties.map(
    ({ no, dueOn }): ClockStart => ({ rule: DUTY, from: effectiveOn, about: String(no), fixed: dueOn }),
  );
  const lastDue = instalments.at(-1)?.dueOn;
  const group =
    isCollective(state) && lastDue !== undefined
      ? collectiveVisits.map(
          (visit): ClockStart => ({ rule: collectiveVisitRules[visit], from: lastDue, about: visit }),
        )
      : [];
  return [...lockIn, ...perInstalment, ...perDuty, ...group];
}
