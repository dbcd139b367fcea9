/** The agreement from its draft to the last payment. */
import type { Day } from '../day.ts';
import type { PartyId } from '../ids.ts';
import { NO_MONEY } from '../money.ts';
import type { FactsOf } from './decisions.ts';
import { membersOf, respondentsOf } from './group.ts';
import { isAllDone, payInto } from './instalments.ts';
import type { Agreement, Instalment, PaymentWord } from './parts.ts';
import type { DisputeEvent, DisputeState } from './state.ts';

export function evolveAgreement(state: DisputeState, event: DisputeEvent): DisputeState {
  const { on } = event;
  switch (event.kind) {
    case 'agreement-drafted':
      // Consent is to these terms, not to earlier ones.
      return { ...state, memberConsents: {}, agreement: draftOf(state, event) };
    case 'members-separated':
      return withoutDraft(state);
    case 'draft-dropped':
      return { ...withoutDraft(state), memberConsents: {} };
    case 'agreement-checked':
      return withAgreement(state, { checkedBy: event.by });
    case 'agreement-signed-off':
      return withAgreement(state, { signedOffOn: on });
    case 'paper-drawn': {
      const { paper, sha256 } = event.facts;
      return state.agreement?.paper === paper ? withAgreement(state, { sha256 }) : state;
    }
    case 'agreement-signed-on-screen': {
      const { bytes: _b, mediaType: _m, ...signature } = event.facts;
      const onScreen = [...(state.agreement?.onScreen ?? []), { ...signature, on }];
      return withAgreement(state, { onScreen });
    }
    case 'agreement-signed': {
      const { effectiveOn } = event.facts;
      return withAgreement({ ...state, state: 'agreed', concludedOn: effectiveOn }, { effectiveOn });
    }
    case 'agreement-scanned':
      return withAgreement(state, { scan: event.facts.evidence });
    case 'lock-in-applied':
      return withAgreement(state, { appliedOn: on });
    case 'agreement-locked-in':
      return withAgreement(state, { lockedIn: event.facts.outcome });
    case 'payment-recorded': {
      const { instalment: no, amount, isLast, payee, payer } = event.facts;
      const paid = withInstalment(state, no, (one) =>
        withoutWords(payInto(one, amount, { payee, payer }), payee),
      );
      return goOn(paid, isLast, on);
    }
    case 'payment-reported': {
      const { instalment, party, amount, evidence } = event.facts;
      const word = { party, on, says: 'paid' as const, amount, ...(evidence ? { evidence } : {}) };
      const files = evidence === undefined ? [] : [evidence];
      const told = withInstalment(state, instalment, (one) => withWord(one, word));
      return { ...told, evidence: [...state.evidence, ...files] };
    }
    case 'unpaid-reported': {
      const { instalment, party } = event.facts;
      return withInstalment(state, instalment, (one) => withWord(one, { party, on, says: 'unpaid' }));
    }
    case 'duty-recorded': {
      const { no, isLast } = event.facts;
      const duties = (state.agreement?.duties ?? []).map((duty) =>
        duty.no === no ? { ...duty, doneOn: on } : duty,
      );
      return goOn(withAgreement(state, { duties }), isLast, on);
    }
    case 'default-declared':
      return { ...state, state: 'defaulted' };
    case 'remedy-chosen':
      return { ...state, remedy: event.facts.remedy };
    case 'visit-recorded':
      return withInstalment(state, event.facts.instalment ?? 0, (one) => ({ ...one, visitedOn: on }));
    default:
      return state;
  }
}

function withWord(one: Instalment, word: PaymentWord): Instalment {
  return { ...one, said: [...(one.said ?? []).filter(({ party }) => party !== word.party), word] };
}

/** Once money is counted, what its receiver said before is over; what everyone said, once nothing is owed. */
function withoutWords({ said, ...one }: Instalment, payee: PartyId | undefined): Instalment {
  const left = one.paid === one.amount ? [] : (said ?? []).filter(({ party }) => party !== payee);
  return left.length > 0 ? { ...one, said: left } : one;
}

/** A default is cured once nothing is behind any more: not by the first fen. */
function goOn(state: DisputeState, isLast: boolean, on: Day): DisputeState {
  const { instalments = [], duties = [] } = state.agreement ?? {};
  const isBehind =
    instalments.some((one) => one.paid < one.amount && one.dueOn < on) ||
    duties.some((duty) => duty.doneOn === null && duty.dueOn < on);
  if (state.state === 'defaulted' && !isLast && isBehind) return state;
  return { ...state, state: isLast ? 'performed' : 'performing', remedy: null };
}

/** What is in effect stays. */
export function withoutDraft(state: DisputeState): DisputeState {
  return state.agreement?.effectiveOn ? state : { ...state, agreement: null };
}

function draftOf(
  state: DisputeState,
  event: Extract<DisputeEvent, { kind: 'agreement-drafted' }>,
): Agreement {
  const { door, instalments, duties } = event.facts;
  return {
    paper: event.issued[0]?.id ?? '',
    door,
    draftedOn: event.on,
    draftedBy: event.by,
    checkedBy: null,
    signedOffOn: null,
    effectiveOn: null,
    appliedOn: null,
    lockedIn: null,
    scan: null,
    instalments: instalments.map((one) => instalmentOf(state, one)),
    duties: (duties ?? []).map((duty) => ({ ...duty, doneOn: null })),
  };
}

/** Drafts of older versions name no shares: they were between two. */
function instalmentOf(
  state: DisputeState,
  { shares, ...one }: FactsOf<'agreement-drafted'>['instalments'][number],
): Instalment {
  const [payee] = membersOf(state);
  const [payer] = respondentsOf(state);
  const only = payee && payer ? [{ payer, payee, amount: one.amount }] : [];
  const planned = shares ?? only;
  return {
    ...one,
    paid: NO_MONEY,
    visitedOn: null,
    shares: planned.map((share) => ({ ...share, paid: NO_MONEY })),
  };
}

export function withAgreement(state: DisputeState, change: Partial<Agreement>): DisputeState {
  return state.agreement === null ? state : { ...state, agreement: { ...state.agreement, ...change } };
}

export function withInstalment(
  state: DisputeState,
  no: number,
  change: (one: Instalment) => Instalment,
): DisputeState {
  const instalments = (state.agreement?.instalments ?? []).map((one) => (one.no === no ? change(one) : one));
  return withAgreement(state, { instalments });
}

/** Performed, or not any more: after money has been counted anew. */
export function isPerformed({ agreement }: DisputeState): boolean {
  return agreement !== null && isAllDone(agreement);
}
