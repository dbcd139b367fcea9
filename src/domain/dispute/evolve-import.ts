/** What an imported case is from its first event on. */
import type { CarriedAgreement } from './carried.ts';
import type { Agreement } from './parts.ts';
import type { DisputeEvent, DisputeState } from './state.ts';

export function evolveImport(
  state: DisputeState,
  { facts }: Extract<DisputeEvent, { kind: 'dispute-imported' }>,
): DisputeState {
  const { owner, acceptedOn, concludedOn, closedOn, closedFrom, agreement } = facts;
  return {
    ...state,
    ...(acceptedOn === null ? {} : consentOfAll(state, acceptedOn)),
    ...{ state: facts.state, owner, acceptedOn, concludedOn, closedOn, closedFrom },
    agreement: agreement === null ? null : agreementOf(state, agreement),
  };
}

/** What was accepted had the other side's consent; no register has its day. */
function consentOfAll({ employers }: DisputeState, on: DisputeState['receivedOn']) {
  const consents = Object.fromEntries(employers.map((party) => [party, { isGiven: true, on }]));
  return { isConsentGiven: true, consentOn: on, consents };
}

/** It was drawn and signed elsewhere: there is no paper of it here. */
function agreementOf(
  { workers, employers }: DisputeState,
  { door, effectiveOn, dueOn, amount, paid }: CarriedAgreement,
): Agreement {
  const [payee, ...workmates] = workers;
  const [payer, ...others] = employers;
  const isBetweenTwo = workmates.length === 0 && others.length === 0;
  const shares = isBetweenTwo && payee && payer ? [{ payer, payee, amount, paid }] : [];
  return {
    ...{ paper: '', door, draftedOn: effectiveOn, draftedBy: null, checkedBy: null, signedOffOn: null },
    ...{ effectiveOn, appliedOn: null, lockedIn: null, scan: null, duties: [] },
    instalments: [{ no: 1, dueOn, amount, paid, visitedOn: null, shares }],
  };
}
