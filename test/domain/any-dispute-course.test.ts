/** Whatever people do to a dispute in whatever order, it keeps its invariants. */
import fc from 'fast-check';
import { disputeEdges } from '../../src/cli/drawing/dispute-edges.ts';
import { addDays, type Day } from '../../src/domain/day.ts';
import { capacityKinds } from '../../src/domain/dispute/capacity.ts';
import {
  type Carried,
  type CarriedState,
  carriedNeeds,
  carriedStates,
} from '../../src/domain/dispute/carried.ts';
import type { DisputeAction, DisputeAsked } from '../../src/domain/dispute/commands.ts';
import { decideDispute } from '../../src/domain/dispute/decide.ts';
import { satisfactions } from '../../src/domain/dispute/decisions.ts';
import { evolveDispute } from '../../src/domain/dispute/evolve.ts';
import { membersOf, respondentsOf } from '../../src/domain/dispute/group.ts';
import { isAllDone } from '../../src/domain/dispute/instalments.ts';
import { recordableKinds } from '../../src/domain/dispute/limitation.ts';
import { papersOnDemand } from '../../src/domain/dispute/need-papers.ts';
import * as parts from '../../src/domain/dispute/parts.ts';
import {
  type DisputeEvent,
  type DisputeState,
  disputeStates,
  readDisputeSnapshot,
} from '../../src/domain/dispute/state.ts';
import { stillOpen } from '../../src/domain/dispute/still-open.ts';
import { disputeHats, disputeTable } from '../../src/domain/dispute/table.ts';
import { disputeTasks } from '../../src/domain/dispute/tasks.ts';
import { courseOf, type Milestone, milestoneKinds } from '../../src/domain/figure/course.ts';
import type { BodyId, CaseId, PartyId } from '../../src/domain/ids.ts';
import { type Fen, fen, sumFen } from '../../src/domain/money.ts';
import type { Actor, Hat } from '../../src/domain/role.ts';
import { record } from '../recording.ts';
import {
  aDispute,
  aGroupDispute,
  type DisputeStory,
  members,
  partyActor,
  people,
  sharedAmong,
  signedOn,
} from '../stories.ts';
import { frozen, holdsOfAny, orRefused, ownAct, pickOf, type Step, step } from './courses.ts';

const bodies = [people.inspection.body!, people.court.body!, 'procuratorate-411303' as BodyId];
const edges = new Set(disputeEdges().map(({ from, act, to }) => `${from} ${act} ${to}`));
const isClosed = ({ state }: DisputeState) => state === 'closed' || state === 'archived';

function askedOf(
  action: DisputeAction,
  state: DisputeState,
  today: Day,
  { detail, by }: { detail: number; by: Actor },
): DisputeAsked<DisputeAction> {
  const no = 1 + (detail % 3);
  const later = addDays(today, detail % 40);
  const everyone = [...state.workers, ...state.employers];
  const party = pickOf(everyone, detail);
  const station = pickOf([...state.chain, undefined], detail);
  const referring = {
    referral: `referral-${state.seq}` as CaseId,
    body: station?.body ?? pickOf(bodies, detail),
    ...(station === undefined ? {} : { station: station.no }),
  };
  const request = { no: pickOf([...state.approvals.map((one) => one.no), 0], detail) };
  const one = pickOf(state.agreement?.instalments ?? [], detail);
  const shares = (one?.shares ?? []).filter(({ payee }) => by.party === undefined || payee === by.party);
  const share = pickOf(shares, detail);
  const payee =
    share === undefined
      ? undefined
      : by.party !== undefined
        ? by.party
        : pickOf([share.payee, share.payee, undefined], detail);
  const asked: { [A in DisputeAction]: DisputeAsked<A> } = {
    receive: {},
    'receive-settled': { amount: fen(detail), satisfaction: pickOf(satisfactions, detail) },
    import: carriedIn(pickOf(carriedStates, detail), state.receivedOn, today),
    assign: { mediator: pickOf([people.mediator, people.colleague], detail).account },
    recuse: { mediator: pickOf([people.mediator, people.colleague], detail).account, reason: 'kin' },
    'complete-party': { party },
    'record-elements': { sections: ['contract'] },
    'add-parties': {
      side: pickOf(parts.sides, detail),
      parties: [`party-new-${state.seq}` as PartyId],
      claims: [],
    },
    'change-claims': { claims: [{ head: 'overtime', amount: fen(detail), party }] },
    'appoint-agent': { party, scope: pickOf(['general', 'special'], detail) },
    'log-call': { party, way: pickOf(parts.callWays, detail), isReached: detail % 3 === 0 },
    'add-evidence': { evidence: `file-${state.seq}`, sha256: '', bytes: 1, mediaType: 'image/png' },
    'withdraw-evidence': { evidence: pickOf(['none', ...state.evidence], detail) },
    'add-note': { isConfidential: detail % 2 === 0 },
    'record-privacy-consent': {
      ...{ party, matter: pickOf(parts.privacyMatters, detail), isGiven: detail % 2 === 0 },
      ...{ notice: '2026-1', way: pickOf(parts.privacyConsentWays, detail) },
    },
    triage: { result: pickOf(parts.triageResults, detail) },
    consult: {
      result: detail % 3 > 0 ? 'reached' : 'not-reached',
      ...(detail % 2 > 0 ? { party: pickOf(state.employers, detail) } : {}),
    },
    'record-consent': {
      isGiven: detail % 4 > 0,
      ...(detail % 3 === 0 ? { party: pickOf(state.employers, detail) } : {}),
      ...(by.party === undefined ? {} : { party: by.party }),
    },
    accept: capacityOf(detail),
    decline: { reason: pickOf(parts.declineReasons, detail) },
    'settle-between-sides': {},
    withdraw: {},
    'appoint-representatives': { parties: membersOf(state).slice(0, 2 + (detail % 5)) },
    'record-member-consents': { parties: membersOf(state).slice(detail % 3), isGiven: detail % 5 > 0 },
    'separate-members': {
      parties: [pickOf(membersOf(state), detail)],
      why: pickOf(parts.leaveReasons, detail),
    },
    'plan-chain': { stations: stationsOf(state, detail), hasReason: detail % 4 > 0 },
    'skip-station': { no },
    refer: referring,
    'hear-referral': {
      referral: pickOf(state.referrals, detail)?.id ?? ('none' as CaseId),
      state: pickOf(['accepted', 'reported', 'returned', 'closed'], detail),
      outcome: null,
      isOpen: detail % 4 === 0,
    },
    'plan-session': { plannedOn: later, ...(detail % 2 ? { way: pickOf(parts.sessionWays, detail) } : {}) },
    'postpone-session': { no, plannedOn: later, by: pickOf(parts.postponers, detail) },
    'answer-session': {
      no: state.sessions.at(-1)?.no ?? no,
      answer: pickOf(parts.sessionAnswers, detail),
    },
    'hold-session': {
      no: state.sessions.find(({ heldOn }) => heldOn === null)?.no ?? no,
      attendance: [{ party, presence: pickOf(parts.presences, detail) }],
    },
    'extend-period': { until: addDays(later, 20), workerOn: today, employerOn: today },
    'record-proposal': {
      by: pickOf(parts.proposers, detail),
      amount: pickOf([null, fen(1 + detail)], detail),
    },
    'answer-proposal': { no, side: pickOf(parts.sides, detail), answer: pickOf(parts.answers, detail) },
    'draft-agreement': termsOf(state, later, detail),
    'drop-draft': {},
    'check-agreement': {},
    'sign-off-agreement': {},
    'sign-on-screen': {
      ...{ evidence: `sign-${state.seq}`, sha256: 'ab'.repeat(32), bytes: 1, mediaType: 'image/png' },
      paper: state.agreement?.paper ?? '',
      read: (detail % 7 > 0 ? state.agreement?.sha256 : undefined) ?? 'another',
      authority: state.employers.some((one) => one === by.party) ? 'legal-representative' : 'self',
      at: `${today}T01:00:00.000Z`,
    },
    'sign-agreement': signaturesOf(state, today, detail),
    'scan-back': { evidence: pickOf(['none', ...state.evidence], detail) },
    'apply-lock-in': {},
    'lock-in': { outcome: pickOf(parts.lockInOutcomes, detail) },
    'record-payment': {
      instalment: one?.no ?? no,
      amount: paidIn((payee === undefined ? one?.amount : share?.amount) ?? 1, detail),
      ...(payee === undefined ? {} : { payee }),
    },
    'report-paid': { instalment: one?.no ?? no, amount: fen(1 + (detail % 300)) },
    'report-unpaid': { instalment: one?.no ?? no },
    'record-duty': { no },
    'declare-default': detail % 5 === 0 ? { duty: no } : { instalment: no },
    'choose-remedy': { remedy: pickOf(parts.remedies, detail) },
    'record-visit':
      detail % 3 === 0
        ? { after: pickOf(parts.collectiveVisits, detail), satisfaction: 'neutral' }
        : { instalment: no, satisfaction: 'neutral' },
    fail: { reason: pickOf(parts.failReasons, detail), ...(detail % 3 === 0 ? referring : {}) },
    close: detail % 2 === 0 ? {} : { reason: pickOf(parts.closeReasons, detail) },
    archive: {},
    'give-check-code': { party },
    'issue-papers': {
      papers: [{ kind: pickOf(papersOnDemand, detail), about: pickOf(['1', party], detail) }],
    },
    correct: { seq: 1, act: pickOf(['call-logged', 'dispute-accepted'], detail), field: 'note' },
    'correct-payment': {
      instalment: one?.no ?? no,
      paid: paidIn(share?.amount ?? 1, detail),
      ...(payee === undefined ? {} : { payee }),
    },
    'ask-reopen': {},
    'approve-request': request,
    'reject-request': request,
    'record-claim-facts': { no },
    'compute-claims': {},
    'record-limitation-event': {
      event: pickOf(recordableKinds, detail),
      happenedOn: addDays(today, -(detail % 3)),
      until: detail % 18 === 17 ? today : null,
    },
    'withdraw-limitation-event': {
      seq: pickOf(state.limitation.events, detail)?.seq ?? 0,
      act: pickOf(['limitation-event-recorded', 'default-declared'], detail),
    },
    'certify-limitation': {},
    'move-pack': { pack: `pack-${detail % 2}` },
  };
  return asked[action];
}

/** A case of a register, with the days its state cannot be without. */
function carriedIn(name: CarriedState, from: Day, today: Day): Carried {
  const has = (field: 'acceptedOn' | 'concludedOn' | 'closedOn' | 'agreement') =>
    carriedNeeds[name].includes(field);
  const terms = { door: 'arbitration-review', effectiveOn: from, dueOn: today, amount: fen(200) } as const;
  return {
    ...{ state: name, owner: people.mediator.account, closedFrom: null },
    acceptedOn: has('acceptedOn') ? from : null,
    concludedOn: has('concludedOn') ? from : null,
    closedOn: has('closedOn') ? from : null,
    agreement: has('agreement') ? { ...terms, paid: fen(name === 'performed' ? 200 : 100) } : null,
  };
}

function capacityOf(detail: number): DisputeAsked<'accept'> {
  if (detail % 3 === 0) return {};
  const kind = pickOf(capacityKinds, detail);
  return { capacity: { id: 'capacity-1', kind, isSignOffRequired: detail % 2 === 0 } };
}

/** One more station at the end, on its own or behind the last. */
function stationsOf({ chain }: DisputeState, detail: number): parts.PlannedStation[] {
  const kept = chain.map(({ no, body, after, why }) => ({ no, body, after, why }));
  const no = chain.length + 1;
  const after = detail % 2 === 0 && chain.length > 0 ? [chain.length] : [];
  return [...kept, { no, body: pickOf(bodies, detail), after, why: 'arrears' }].slice(0, 4);
}

function termsOf(state: DisputeState, from: Day, detail: number): DisputeAsked<'draft-agreement'> {
  const amount = `${1 + (detail % 50)}`;
  const count = 1 + (detail % 3);
  const instalments = Array.from({ length: count }, (_, index) =>
    sharedAmong(addDays(from, index * 20), amount, membersOf(state), respondentsOf(state)),
  );
  const duties = detail % 4 === 0 ? [{ who: pickOf(state.employers, detail), dueOn: from }] : [];
  return { door: pickOf(parts.doors, detail), instalments, duties };
}

function signaturesOf(state: DisputeState, today: Day, detail: number): DisputeAsked<'sign-agreement'> {
  const onScreen = new Set(state.agreement?.onScreen?.map(({ party }) => party));
  const left = [...membersOf(state), ...respondentsOf(state)].filter((party) => !onScreen.has(party));
  const signed = signedOn(today, left);
  const [by] = state.representatives;
  if (detail % 3 > 0 && by === undefined) {
    const asEmployer = (party: PartyId) => state.employers.includes(party);
    const signatures = signed.signatures.map((one) =>
      asEmployer(one.party) ? { ...one, authority: 'legal-representative' as const } : one,
    );
    return { ...signed, signatures };
  }
  const authority = pickOf(parts.authorities, detail);
  const signatures = signed.signatures.map((one) => {
    if (state.employers.includes(one.party)) return { ...one, authority: 'legal-representative' as const };
    return by === undefined ? { ...one, authority } : { ...one, authority: 'representative' as const, by };
  });
  return { ...signed, signatures };
}

/** Half, all, or a fen too much. */
function paidIn(owed: number, detail: number): Fen {
  if (detail % 5 === 0) return fen(owed + 1);
  return fen(detail % 5 === 1 ? Math.ceil(owed / 2) : owed);
}

const disputeActions = [
  ...new Set(Object.values(disputeTable).flatMap((row) => Object.keys(row))),
] as DisputeAction[];

/** A course begins anywhere; the early states alone would seldom lead to the late ones. */
const received = aDispute().received();
const drafted = received.consented().accepted().mediated().drafted();
const agreed = drafted.drawn().signed();
const group = aGroupDispute().received().consented().accepted().drawn().mediated().represented();
const groupDrafted = group.drafted('none', [
  sharedAmong('2026-03-20', '500'),
  sharedAmong('2026-04-20', '100'),
]);
const groupAgreed = groupDrafted.drawn().act('sign-agreement', signaturesOfAll(groupDrafted));
const performed = agreed.paid(1).paid(2).lockedIn();
const starts: readonly DisputeStory[] = [
  aDispute(),
  received.referred(),
  received.consulted(),
  drafted,
  agreed,
  agreed.paid(1),
  group,
  groupAgreed,
  performed.visited(1),
  performed.visited(1).visited(2).closed(),
  received.act('withdraw', {}),
];

function signaturesOfAll({ state, today }: DisputeStory): DisputeAsked<'sign-agreement'> {
  return signedOn(today, [...members, ...state.employers]);
}

const anyone: readonly Actor[] = Object.values(people);
const endings: readonly DisputeAction[] = [
  'withdraw',
  'decline',
  'fail',
  'settle-between-sides',
  'receive-settled',
  'import',
];
/** What carries a case on, and what is to be found out here; all else is taken seldom, so that courses run long. */
const main: ReadonlySet<DisputeAction> = new Set<DisputeAction>([
  ...(['receive', 'consult', 'record-consent', 'accept', 'plan-session', 'hold-session'] as const),
  ...(['draft-agreement', 'record-member-consents', 'check-agreement', 'sign-off-agreement'] as const),
  ...(['sign-agreement', 'lock-in', 'record-payment', 'record-duty', 'record-visit'] as const),
  ...(['declare-default', 'correct-payment', 'approve-request', 'hear-referral', 'close'] as const),
  ...(['archive', 'ask-reopen', 'choose-remedy', 'apply-lock-in', 'sign-on-screen'] as const),
]);

/** As a rule an act the table opens and someone who may take it. */
function chosen({ pick, detail, by, isWild }: Step, state: DisputeState): { kind: DisputeAction; by: Actor } {
  const row: Partial<Record<DisputeAction, readonly Hat[]>> = disputeTable[state.state];
  const open = (Object.keys(row) as DisputeAction[]).filter(
    (kind) => main.has(kind) || (by + detail) % (endings.includes(kind) ? 6 : 4) === 0,
  );
  if (isWild || open.length === 0) return { kind: pickOf(disputeActions, pick), by: pickOf(anyone, by) };
  const kind = pickOf(open, pick);
  const hatted = [...anyone, ...[...state.workers, ...state.employers].map(partyActor)];
  const may = hatted.filter((one) => row[kind]?.some((hat) => disputeHats(state, one).has(hat)));
  return { kind, by: pickOf(may.length > 0 ? may : anyone, by) };
}

/** What a task is done with: one of these the table must open as long as the task is there. */
const doneBy: Readonly<Record<string, readonly DisputeAction[]>> = {
  'assign-mediator': ['assign'],
  'contact-first': ['log-call'],
  'consult-other-side': ['consult'],
  'refer-out': ['refer'],
  'decline-advised': ['decline'],
  'ask-consent': ['record-consent'],
  'decide-acceptance': ['accept'],
  'decline-refused': ['decline'],
  'plan-session': ['plan-session'],
  'hold-session': ['hold-session'],
  'settle-day': ['postpone-session'],
  'reach-result': ['draft-agreement'],
  'check-agreement': ['check-agreement'],
  'sign-off-agreement': ['sign-off-agreement'],
  'collect-signatures': ['sign-agreement'],
  'lock-in': ['apply-lock-in'],
  'await-lock-in': ['lock-in'],
  'watch-instalment': ['record-payment'],
  'chase-instalment': ['record-payment'],
  'hear-paid': ['record-payment'],
  'hear-unpaid': ['record-payment'],
  'watch-duty': ['record-duty'],
  visit: ['record-visit'],
  'ask-remedy': ['choose-remedy'],
  'prepare-remedy': ['choose-remedy'],
  'refer-station': ['refer'],
  'decide-request': ['approve-request'],
  'close-file': ['close'],
  'follow-referral': ['hear-referral'],
  'watch-limitation': ['record-limitation-event'],
};

/** Each task is of something that is open, and can be done. */
function tasksFit(state: DisputeState): void {
  const { agreement, sessions, chain, approvals, clocks } = state;
  const has = (rule: string, about: string) => clocks.some((one) => one.rule === rule && one.about === about);
  for (const { why, key } of disputeTasks(state)) {
    const about = key.slice(why.length + 1);
    expect(Object.keys(disputeTable[state.state])).toEqual(expect.arrayContaining([...doneBy[why]!]));
    if (why === 'hold-session' || why === 'settle-day')
      expect(sessions[Number(about) - 1]?.heldOn).toBeNull();
    if (why === 'refer-station') expect(chain[Number(about) - 1]?.status).toBe('planned');
    if (why === 'decide-request') expect(approvals.map(({ no }) => String(no))).toContain(about);
    if (why === 'watch-duty') expect(agreement?.duties[Number(about) - 1]?.doneOn).toBeNull();
    if (why === 'lock-in') expect([agreement?.appliedOn, agreement?.lockedIn]).toEqual([null, null]);
    if (why.startsWith('hear-')) expect(agreement?.instalments[Number(about) - 1]?.said).not.toEqual([]);
    if (why.endsWith('-instalment')) {
      expect(has('agreement.instalment', about)).toBe(true);
      const one = agreement?.instalments[Number(about) - 1];
      expect(one!.paid).toBeLessThan(one!.amount);
    }
    if (why === 'visit')
      expect(has('follow-up.visit', about) || has(`follow-up.collective.${about}`, about)).toBe(true);
  }
}

/** Never more than was agreed, and every sum the sum of its parts. */
function moneyFits({ agreement, state }: DisputeState): void {
  for (const { amount, paid, shares } of agreement?.instalments ?? []) {
    expect(sumFen(shares.map((share) => share.amount))).toBe(amount);
    expect(sumFen(shares.map((share) => share.paid))).toBe(paid);
    for (const share of shares) {
      expect(share.paid).toBeGreaterThanOrEqual(0);
      expect(share.paid).toBeLessThanOrEqual(share.amount);
    }
  }
  if (state === 'performed') expect(isAllDone(agreement!)).toBe(true);
  if (state === 'performing' || state === 'defaulted') expect(isAllDone(agreement!)).toBe(false);
}

/** A file that is closed has nothing open, but for what was asked of it since. */
function closedFits(before: DisputeState, after: DisputeState): void {
  if (!isClosed(after)) return;
  expect(after.clocks).toEqual([]);
  expect(after.referrals.filter(({ isOpen }) => isOpen)).toEqual([]);
  if (!isClosed(before) && before.state !== 'new') expect([after.undrawn, after.approvals]).toEqual([[], []]);
  if (after.closedFrom === 'performed')
    expect(stillOpen({ ...after, undrawn: [], approvals: [] })).toEqual([]);
  expect(after.closeReason !== null).toBe(after.closedFrom === 'defaulted');
}

/** What a snapshot lacked before its fields came to be: each of them at its first value. */
function thinned(state: DisputeState): DisputeState {
  const bare = { seq: state.seq, receivedOn: state.receivedOn, agreement: null } as DisputeState;
  const { seq: _s, receivedOn: _r, agreement: _a, ...first } = readDisputeSnapshot(bare);
  const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  const without = (whole: object, what: object) =>
    Object.fromEntries(
      Object.entries(whole).filter(([name, value]) => !same(value, what[name as keyof typeof what])),
    );
  const undated = {
    draftedBy: null,
    checkedBy: null,
    signedOffOn: null,
    appliedOn: null,
    scan: null,
    duties: [],
  };
  const [payee] = state.workers;
  const [payer] = state.employers;
  const agreement = state.agreement && {
    ...without(state.agreement, undated),
    instalments: state.agreement.instalments.map(({ shares, ...one }) =>
      same(shares, [{ payer, payee, amount: one.amount, paid: one.paid }]) ? one : { ...one, shares },
    ),
  };
  return { ...without(state, first), agreement } as DisputeState;
}

/** An act of a party that is refused on the one is refused on the other, and leads to the same. */
function behavesAlike(state: DisputeState, other: DisputeState): void {
  expect(other).toEqual(state);
  expect(disputeTasks(other)).toEqual(disputeTasks(state));
  expect(stillOpen(other)).toEqual(stillOpen(state));
}

/** Figures are told from events alone: they say what the state says. */
function figuresFit(
  { closedFrom, agreement, ...state }: DisputeState,
  events: readonly DisputeEvent[],
  today: Day,
) {
  const kinds: readonly string[] = milestoneKinds;
  const course = courseOf(events.filter(({ kind }) => kinds.includes(kind)) as unknown as Milestone[], today);
  const { acceptedOn, result, performedOn, closedOn, money, agreed } = course;
  expect([acceptedOn, result?.on ?? null, closedOn]).toEqual([
    ...[state.acceptedOn, state.concludedOn, state.closedOn],
  ]);
  if (result?.isSameDay) return;
  const name = state.state === 'closed' || state.state === 'archived' ? closedFrom : state.state;
  expect(performedOn !== null).toBe(name === 'performed');
  const sums = result?.outcome === 'agreed' ? (agreement?.instalments ?? []) : [];
  expect([agreed, sumFen(money.map(({ amount }) => amount))]).toEqual([
    ...[sumFen(sums.map(({ amount }) => amount)), sumFen(sums.map(({ paid }) => paid))],
  ]);
}

/** Long enough for what is rare: many acts are refused as things stand. */
const long = fc.array(step, { minLength: 40, maxLength: 120 });

test('a dispute keeps its invariants in every course', () => {
  const reached = new Map<string, number>();
  fc.assert(
    fc.property(fc.nat(starts.length - 1), long, (first, steps) => {
      const start = starts[first]!;
      let state = frozen(start.state);
      let { today } = start;
      const told = [...start.events];
      for (const one of steps) {
        today = addDays(today, one.days);
        const { kind, by } = chosen(one, state);
        const order = { id: `c${state.seq}` as never, on: today, by };
        const command = { kind, order, asked: askedOf(kind, state, today, { ...one, by }) } as never;
        const own = ownAct(state, one, today);
        const decided = own ?? orRefused(() => decideDispute(state, command, today));
        if (decided === null) continue;
        const assigned = one.detail % 3 === 0 ? null : people.mediator.account;
        const event = frozen(record(state.seq + 1, decided, today, { assigned }) as DisputeEvent);
        const after = frozen(evolveDispute(state, event));
        expect(JSON.stringify(evolveDispute(state, event))).toBe(JSON.stringify(after));
        const tasks = disputeTasks(after);
        holdsOfAny(state, after, tasks);
        expect(tasks.length > 0).toBe(isClosed(after) ? after.approvals.length > 0 : after.state !== 'new');
        // A register's case begins anywhere: that is no way between states.
        if (after.state !== state.state && event.kind !== 'dispute-imported')
          expect([...edges]).toContain(`${state.state} ${own === null ? kind : 'nobody'} ${after.state}`);
        tasksFit(after);
        moneyFits(after);
        closedFits(state, after);
        told.push(event);
        figuresFit(after, told, today);
        if (one.by % 4 === 0) {
          behavesAlike(after, readDisputeSnapshot(thinned(after)));
          behavesAlike(after, readDisputeSnapshot(JSON.parse(JSON.stringify(after))));
        }
        for (const name of [after.state, event.kind]) reached.set(name, (reached.get(name) ?? 0) + 1);
        state = after;
      }
    }),
    { numRuns: 120 },
  );
  expect(disputeStates.filter((name) => name !== 'new' && !reached.has(name))).toEqual([]);
});
