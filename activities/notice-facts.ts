/** What notices of the mediation body state: 受理, 不予受理, 调解, 终止. */
import { isUnreachable } from '../src/domain/dispute/decide-acceptance.ts';
import type { FactsOf } from '../src/domain/dispute/decisions.ts';
import { askedOf } from '../src/domain/dispute/group.ts';
import { periodRule, receiptRules } from '../src/domain/dispute/rules.ts';
import type { RuleId } from '../src/law/deadline.ts';
import { heads as headRows } from '../src/law/heads.ts';
import { ruleOn } from '../src/law/pack.ts';
import type { AcceptanceNoticeFacts } from '../src/papers/acceptance-notice-facts.ts';
import type { StatedDay } from '../src/papers/facts.ts';
import type { MediationNoticeFacts } from '../src/papers/mediation-notice-facts.ts';
import type { Attempt, NonAcceptanceFacts } from '../src/papers/non-acceptance-facts.ts';
import type { NoticeFacts, StatedLimitation } from '../src/papers/notice-facts.ts';
import type { TerminationFacts } from '../src/papers/termination-facts.ts';
import type { Party } from '../src/persistence/dispute.entity.ts';
import { noticeWords, attemptWords as words } from '../templates/zh-CN/paper-words.ts';
import type { InHand } from './issue-papers.ts';
import { arranged, type Course, happened, readCourse } from './read-course.ts';
import { type CaseRead, causeIn, onRecord, paragraphs, readCase, said, say } from './read-dispute.ts';
import { isArbitrable, onwardOf, pathsOf } from './route-facts.ts';
import { knownEmployer, knownWorker } from './side-facts.ts';

/** When it is over the worker may go to arbitration; no court's or commission's case has it. */
const FREEING = 'mediation.direct' satisfies RuleId;

export async function acceptanceNoticeFacts(inHand: InHand) {
  const read = await readCase(inHand);
  const { state, pack, body, event } = read;
  const { channel, procedure, receivedOn } = state;
  const acceptedOn = state.acceptedOn ?? event.on;
  const binding = periodRule(channel, procedure);
  const { length, dayType, trigger, extension } = ruleOn(pack, binding, acceptedOn);
  const facts: AcceptanceNoticeFacts = {
    ...noticeFacts(read),
    receivedOn,
    acceptedOn,
    period: {
      length,
      dayType: dayType === 'working' ? dayType : 'natural',
      trigger,
      isExtendable: extension !== undefined,
      ...lastDayOf(read, binding),
    },
    ...(isArbitrable(state) && receiptRules(channel, procedure).includes(FREEING)
      ? {
          receiptPeriod: {
            length: ruleOn(pack, FREEING, receivedOn).length,
            ...lastDayOf(read, FREEING),
          },
        }
      : {}),
    mediators: mediatorsIn(read),
  };
  return { district: body.district, facts };
}

export async function nonAcceptanceFacts(inHand: InHand) {
  const read = await readCase(inHand);
  const { em, state, texts, body, workers, employers } = read;
  const { reason } = read.event.facts as FactsOf<'dispute-declined'>;
  const facts: NonAcceptanceFacts = {
    ...noticeFacts(read, { workers, employers }),
    receivedOn: state.receivedOn,
    reason,
    explanation: paragraphs(texts.note),
    ...(reason === 'unreachable' ? { attempts: attemptsIn(read, await readCourse(em, state.id)) } : {}),
    // What is no labour dispute goes where the reason leads, not where labour law would send its heads.
    ...(reason === 'out-of-scope' ? {} : { paths: pathsOf(read) }),
    // The worker's last day is not the employer's to be told.
    ...onRecord({ limitation: state.applicant === 'worker' ? limitationIn(read) : null }),
  };
  return { district: body.district, facts };
}

/** `about`: the session's number. */
export async function mediationNoticeFacts(inHand: InHand, about?: string) {
  const read = await readCase(inHand);
  const { em, state, members, respondents, body } = read;
  const session = state.sessions.find(({ no }) => String(no) === about) ?? state.sessions.at(-1);
  const no = session?.no ?? 1;
  const course = await readCourse(em, state.id);
  const facts: MediationNoticeFacts = {
    ...noticeFacts(read),
    to: [...members, ...respondents].map(({ name }) => name),
    session: no,
    plannedOn: session?.plannedOn ?? read.event.on,
    ...arranged(course, no),
    mediators: mediatorsIn(read),
  };
  return { district: body.district, facts };
}

export async function terminationFacts(inHand: InHand) {
  const read = await readCase(inHand);
  const { em, state, texts, event, body } = read;
  const { reason } = event.facts as FactsOf<'mediation-failed'>;
  const held = happened(await readCourse(em, state.id), 'session-held');
  const facts: TerminationFacts = {
    ...noticeFacts(read),
    receivedOn: state.receivedOn,
    ...onRecord({ acceptedOn: state.acceptedOn }),
    endedOn: event.on,
    reason,
    explanation: paragraphs(texts.note),
    sessions: held.map(({ on, facts: { no }, texts: { result } }) => ({
      no,
      on,
      ...onRecord({ what: paragraphs(result).join('') }),
    })),
    undisputed: [...new Set(held.flatMap((one) => paragraphs(one.texts.undisputed)))],
    onward: onwardOf(read),
    ...onRecord({ limitation: limitationIn(read) }),
  };
  return { district: body.district, facts };
}

type People = { workers: readonly Party[]; employers: readonly Party[] };

/** What every notice states, of those who mediate where nobody else is meant. */
export function noticeFacts(read: CaseRead, people?: People): NoticeFacts {
  const { dispute, mediator, members, respondents, state } = read;
  const { workers, employers } = people ?? { workers: members, employers: respondents };
  return {
    applicant: state.applicant,
    workers: workers.map(knownWorker),
    employers: employers.map(knownEmployer),
    cause: causeIn(read),
    caseNumber: dispute.receiptNumber,
    ...(isArbitrable(state) ? {} : { isCivil: true }),
    ...(mediator === null ? {} : { contact: { name: mediator } }),
  };
}

export const mediatorsIn = ({ mediator }: CaseRead): string[] => (mediator === null ? [] : [mediator]);

/** The last day as its clock has it; one whose calendar is not published is not stated. */
function lastDayOf({ state }: CaseRead, rule: string): { lastDay?: StatedDay } {
  const clock = state.clocks.findLast((one) => one.rule === rule);
  if (clock === undefined || clock.provisional) return {};
  return { lastDay: { day: clock.dueOn, provisional: false } };
}

/** A notice states the last safe day once it is firm, and claims nothing that is not on record. */
function limitationIn({ state }: CaseRead): StatedLimitation | undefined {
  if (!isArbitrable(state)) return undefined;
  const { lastSafeDay, provisional, events } = state.limitation;
  if (lastSafeDay !== null)
    return provisional
      ? { lastDay: null, reason: noticeWords.limitationProvisional }
      : { lastDay: { day: lastSafeDay, provisional } };
  const isWithoutLimit =
    events.length > 0 &&
    state.employmentEndedOn === null &&
    state.heads.every((head) => headRows[head].isRemuneration);
  return isWithoutLimit ? { lastDay: null, reason: noticeWords.limitationNone } : undefined;
}

/** Calls to the side that could not be reached, in the order of their days. */
function attemptsIn({ state, workers, employers }: CaseRead, course: Course): Attempt[] {
  const asked = askedOf(state);
  const isAskedAway = isUnreachable(state, asked);
  const tried = [...workers, ...employers].filter(({ id }) => asked.includes(id) === isAskedAway);
  const calls = happened(course, 'call-logged').flatMap(({ on, facts, texts }): Attempt[] => {
    const party = tried.find(({ id }) => id === facts.party);
    if (party === undefined) return [];
    const way = say(words.way, { way: words.ways[facts.way], name: party.name });
    const time = said(texts.at);
    const result = facts.isReached ? words.reached : words.notReached;
    const note = paragraphs(texts.note).join('');
    return [
      {
        on,
        way: time === '' ? way : say(words.at, { way, time }),
        result: note === '' ? result : say(words.result, { result, note }),
      },
    ];
  });
  const consulted = happened(course, 'other-side-consulted').flatMap(({ on, facts }): Attempt[] =>
    facts.result === 'reached' || !isAskedAway
      ? []
      : tried
          .filter(({ id }) => facts.party === undefined || id === facts.party)
          .map(({ name }) => ({
            on,
            way: say(words.way, { way: words.ways.phone, name }),
            result: words.notReached,
          })),
  );
  return [...calls, ...consulted].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
