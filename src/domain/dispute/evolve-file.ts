/** The file: closed, bound, corrected, opened again. */
import { isPerformed, withInstalment } from './evolve-agreement.ts';
import { setPaid } from './instalments.ts';
import type { Approval } from './parts.ts';
import { reopensTo } from './reopen.ts';
import type { DisputeEvent, DisputeState } from './state.ts';

export function evolveFile(state: DisputeState, event: DisputeEvent): DisputeState {
  switch (event.kind) {
    case 'dispute-closed':
      return {
        ...state,
        state: 'closed',
        closedFrom: state.state,
        closedOn: event.on,
        closeReason: event.facts.reason ?? null,
      };
    case 'dispute-archived':
      return { ...state, state: 'archived', archivedOn: event.on };
    case 'approval-asked': {
      const { by, on, assigned: approver } = event;
      const approval = { ...event.facts, by, on, ...(approver === null ? {} : { approver }) } as Approval;
      return { ...state, approvals: [...state.approvals, approval] };
    }
    case 'request-rejected':
      return withoutApproval(state, event.facts.no);
    case 'request-approved': {
      const approval = state.approvals.find(({ no }) => no === event.facts.no);
      const after = withoutApproval(state, event.facts.no);
      return approval === undefined ? after : carryOut(after, approval);
    }
    default:
      return state;
  }
}

function withoutApproval(state: DisputeState, no: number): DisputeState {
  return { ...state, approvals: state.approvals.filter((one) => one.no !== no) };
}

function carryOut(state: DisputeState, approval: Approval): DisputeState {
  switch (approval.what) {
    case 'text':
      return state;
    case 'payment': {
      const { instalment, payee, payer, paid } = approval;
      const after = withInstalment(state, instalment, (one) => setPaid(one, { payee, payer }, paid));
      return { ...after, state: stateAfterCorrection(after) };
    }
    case 'reopen': {
      const to = reopensTo(state);
      const isOver = to === 'performed' || to === 'performing' || to === 'defaulted';
      const again = { closedOn: null, archivedOn: null, closedFrom: null, closeReason: null };
      if (isOver) return { ...state, ...again, state: to };
      // Consent was to the mediation that is over: it is asked for again.
      const unasked = { isConsentGiven: null, consents: {}, consentOn: null, acceptedOn: null };
      const anew = to === 'consulting' ? unasked : {};
      return { ...state, ...again, ...anew, state: to, concludedOn: null, agreement: null };
    }
  }
}

function stateAfterCorrection(state: DisputeState): DisputeState['state'] {
  if (isPerformed(state)) return 'performed';
  return state.state === 'performed' ? 'performing' : state.state;
}
