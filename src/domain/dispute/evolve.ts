/** What each recorded event makes of a dispute's state. */
import { evolveCase } from '../case.ts';
import type { PartyId } from '../ids.ts';
import type { FactsOf } from './decisions.ts';
import { evolveAgreement, withoutDraft } from './evolve-agreement.ts';
import { evolveChain } from './evolve-chain.ts';
import { evolveFile } from './evolve-file.ts';
import { evolveImport } from './evolve-import.ts';
import { askedOf, respondentsOf } from './group.ts';
import { evolveLimitation } from './limitation.ts';
import { type Consent, latestOf, type Session } from './parts.ts';
import { evolveKinds } from './party-kinds.ts';
import type { DisputeEvent, DisputeState, DisputeStateName } from './state.ts';

export function evolveDispute(before: DisputeState, event: DisputeEvent): DisputeState {
  const state: DisputeState = {
    ...evolveCase(before, event),
    ...evolveLimitation(before, event),
    ...(event.desk === undefined ? {} : { desk: event.desk }),
  };
  const course = evolveKinds(evolveCourse(state, event), event);
  return evolveFile(evolveAgreement(evolveChain(course, event), event), event);
}

/** From receipt to the end of mediation. */
function evolveCourse(state: DisputeState, event: DisputeEvent): DisputeState {
  const to = (name: DisputeStateName, more: Partial<DisputeState> = {}): DisputeState => ({
    ...state,
    state: name,
    ...more,
  });
  const { on } = event;
  switch (event.kind) {
    case 'dispute-received':
      return to('received', { owner: event.assigned });
    case 'dispute-settled-same-day':
      return to('closed', {
        owner: event.by,
        isConsentGiven: true,
        acceptedOn: on,
        concludedOn: on,
        closedOn: on,
        closedFrom: 'negotiated',
      });
    case 'dispute-imported':
      return evolveImport(state, event);
    case 'mediator-assigned':
      return { ...state, owner: event.facts.mediator };
    case 'mediator-recused': {
      const { mediator } = event.facts;
      const recused = [...state.recused, mediator];
      return { ...state, recused, owner: state.owner === mediator ? event.assigned : state.owner };
    }
    case 'parties-added': {
      const { side, parties, claims } = event.facts;
      const heads = [...state.heads, ...claims.map(({ head }) => head)];
      if (side === 'worker') return { ...state, heads, workers: [...state.workers, ...parties] };
      return { ...state, heads, employers: [...state.employers, ...parties] };
    }
    case 'claims-changed':
      return { ...state, heads: event.facts.claims.map(({ head }) => head), linesWithFacts: [] };
    case 'claim-facts-recorded':
      return {
        ...state,
        linesWithFacts: [...new Set([...state.linesWithFacts, event.facts.no])].sort((a, b) => a - b),
      };
    case 'agent-appointed':
      return { ...state, agents: { ...state.agents, [event.facts.party]: event.facts.scope } };
    case 'call-logged':
      return { ...state, calls: [...state.calls, { ...event.facts, on }] };
    case 'dispute-triaged':
      return { ...state, triage: event.facts.result };
    case 'other-side-consulted': {
      // The first contact with the other side is a call like any other.
      const isReached = event.facts.result === 'reached';
      const calls = calledIn(state, event.facts).map((party) => ({
        ...{ party, on, way: 'phone' as const, isReached },
      }));
      return to('consulting', { calls: [...state.calls, ...calls] });
    }
    case 'consent-recorded':
      return recordConsent(state, event.facts.party, { isGiven: event.facts.isGiven, on });
    case 'dispute-accepted': {
      const { consents } = state;
      // Older versions kept no word of each.
      const isKept = Object.keys(consents).length > 0;
      const unheard = isKept ? askedOf(state).filter((party) => consents[party] === undefined) : [];
      return to('accepted', { acceptedOn: on, capacity: event.facts.capacity ?? null, unheard });
    }
    case 'dispute-declined':
      return to('not-accepted', { concludedOn: on });
    case 'settled-between-sides':
      return to('negotiated', { concludedOn: on });
    case 'dispute-withdrawn':
      return to('withdrawn', { concludedOn: on });
    case 'mediation-failed':
      return to('failed', { concludedOn: on });
    case 'representatives-appointed':
      return { ...state, representatives: event.facts.parties };
    case 'member-consents-recorded': {
      const { parties, isGiven } = event.facts;
      const said = Object.fromEntries(parties.map((party) => [party, { isGiven, on }]));
      return { ...state, memberConsents: { ...state.memberConsents, ...said } };
    }
    case 'members-separated': {
      const { parties, why, dispute, kept } = event.facts;
      const left = parties.map((party) => ({ party, why, on, dispute: dispute ?? null }));
      const representatives = state.representatives.filter((party) => !parties.includes(party));
      return { ...withLines(state, kept), representatives, left: [...state.left, ...left] };
    }
    case 'session-planned':
      return { ...state, sessions: [...state.sessions, { ...event.facts, heldOn: null }] };
    case 'session-postponed': {
      const { no, plannedOn, by } = event.facts;
      return withSession(state, no, (one) => ({
        ...withoutAnswers(one),
        plannedOn,
        postponed: [...(one.postponed ?? []), { from: one.plannedOn, by, on }],
      }));
    }
    case 'session-answered': {
      const { no, party, answer } = event.facts;
      return withSession(state, no, (one) => ({
        ...one,
        answers: { ...one.answers, [party]: { answer, on } },
      }));
    }
    case 'session-held':
      return withSession(to('mediating'), event.facts.no, (one) => ({ ...one, heldOn: on }));
    case 'proposal-recorded': {
      const { by } = event.facts;
      const answers = by === 'mediator' ? {} : { [by]: 'accepted' as const };
      return { ...state, proposals: [...state.proposals, { ...event.facts, on, answers }] };
    }
    case 'proposal-answered': {
      const { no, side, answer } = event.facts;
      const proposals = state.proposals.map((one) =>
        one.no === no ? { ...one, answers: { ...one.answers, [side]: answer } } : one,
      );
      return { ...state, proposals };
    }
    case 'evidence-added':
      return { ...state, evidence: [...state.evidence, event.facts.evidence] };
    case 'evidence-withdrawn':
      return { ...state, evidence: state.evidence.filter((one) => one !== event.facts.evidence) };
    default:
      return state;
  }
}

/** The lines that stay are numbered anew; events of older versions kept them all. */
function withLines(state: DisputeState, kept: readonly number[] | undefined): DisputeState {
  if (kept === undefined) return state;
  const heads = kept.flatMap((no) => state.heads[no - 1] ?? []);
  const linesWithFacts = kept.flatMap((no, index) => (state.linesWithFacts.includes(no) ? [index + 1] : []));
  return { ...state, heads, linesWithFacts };
}

/** The word of one of those asked, or of all: mediation goes on with those who consent. */
function recordConsent(state: DisputeState, party: PartyId | undefined, consent: Consent): DisputeState {
  const asked = party === undefined ? askedOf(state) : [party];
  const given: Record<PartyId, Consent> = Object.fromEntries(asked.map((one) => [one, consent]));
  const consents = { ...state.consents, ...given };
  const words = askedOf(state).map((one) => consents[one]?.isGiven);
  const isAnyGiven = words.includes(true);
  const isConsentGiven = isAnyGiven || (words.includes(undefined) ? null : false);
  // A refusal is no day of consent, whoever it comes from.
  const consentOn = latestOf(Object.values(consents).filter(({ isGiven }) => isGiven));
  return forRespondents(state, { ...state, consents, isConsentGiven, consentOn });
}

/** Terms between other sides are other terms: a draft goes when an employer leaves the table or comes to it. */
function forRespondents(before: DisputeState, after: DisputeState): DisputeState {
  return respondentsOf(before).join() === respondentsOf(after).join() ? after : withoutDraft(after);
}

/** Whom a contact went to: an attempt that names none among several says nothing of each. */
function calledIn(
  state: DisputeState,
  { party, result }: FactsOf<'other-side-consulted'>,
): readonly PartyId[] {
  if (party !== undefined) return [party];
  const asked = askedOf(state);
  return result === 'reached' || asked.length === 1 ? asked : [];
}

/** What was said of one day says nothing of another. */
function withoutAnswers({ answers: _, ...session }: Session): Session {
  return session;
}

function withSession(
  state: DisputeState,
  no: number,
  change: (one: DisputeState['sessions'][number]) => DisputeState['sessions'][number],
): DisputeState {
  return { ...state, sessions: state.sessions.map((one) => (one.no === no ? change(one) : one)) };
}
