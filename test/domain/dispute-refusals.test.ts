/** Situation -> refusal, for every refusal the dispute's rules can give. */
import type { MediatorCandidate } from '../../src/domain/dispute/assignment.ts';
import { planReassignment } from '../../src/domain/dispute/reassign.ts';
import type { AccountId, PartyId } from '../../src/domain/ids.ts';
import { parseYuan } from '../../src/domain/money.ts';
import { refused } from '../law/refused.ts';
import {
  aDispute,
  DisputeStory,
  employer,
  people,
  referralId,
  signedOn,
  twoInstalments,
  worker,
} from '../stories.ts';
import { edges, rows as otherRows, type Row } from './dispute-refusal-rows.ts';
import { codesThrownIn, day, outcomeOf } from './tables.ts';

const received = aDispute().received();
const consulting = received.consulted();
const accepted = received.consented().accepted();
const mediating = accepted.mediated();
const drafted = mediating.on('2026-03-16').drafted().drawn();
const agreed = drafted.on('2026-03-17').signed();
const performed = agreed.on('2026-05-15').paid(1).paid(2);
const done = performed.lockedIn().visited(1).visited(2);
const [first] = twoInstalments;
const draft = { door: 'none', instalments: twoInstalments } as const;
const relation = aDispute({ heads: ['wages', 'confirm-relation'] })
  .received()
  .consented()
  .accepted()
  .mediated();
const mixed = aDispute({ heads: ['wages', 'other'] })
  .received()
  .consented()
  .accepted()
  .mediated();
const unagreed = { ...agreed.state, agreement: null };
const happenedOn = day('2025-12-31');
const over = (state: typeof agreed.state) => new DisputeStory(state, agreed.today);

const otherMediator: MediatorCandidate = {
  ...{ account: 'mediator-two' as AccountId, login: 'mediator-two', district: received.state.district },
  ...{ skills: [], openCases: 0, maxCases: null, isAway: false, isRecused: false, seesDistrict: true },
};

const rows: Row[] = [
  ...otherRows,
  [
    'an act is dated tomorrow',
    'day/in-the-future',
    { on: '2026-03-03', today: '2026-03-02' },
    () => received.decide('consult', { result: 'reached' }, people.mediator, { on: day('2026-03-03') }),
  ],
  [
    'an act is dated the day before receipt',
    'dispute/before-receipt',
    { on: '2026-03-01', receivedOn: '2026-03-02' },
    () => received.decide('consult', { result: 'reached' }, people.mediator, { on: day('2026-03-01') }),
  ],
  [
    'the actor saw an older state',
    'case/changed-meanwhile',
    { seen: 1, now: 2 },
    () => consulting.decide('record-consent', { isGiven: true }, people.mediator, { seen: 1 }),
  ],
  [
    'a settled dispute is given a second session',
    'case/not-in-this-state',
    { action: 'plan-session', state: 'agreed' },
    () => agreed.planned(),
  ],
  [
    'a closed dispute is closed again',
    'case/not-in-this-state',
    { action: 'close', state: 'closed' },
    () => done.closed().closed(),
  ],
  [
    'another mediator accepts',
    'case/not-yours-to-do',
    { action: 'accept', who: ['owner'] },
    () =>
      consulting.decide(
        'accept',
        {},
        { ...people.mediator, account: 'another' as typeof people.mediator.account },
      ),
  ],
  [
    'a party of no one is completed',
    'party/unknown',
    { party: 'stranger' },
    () => received.act('complete-party', { party: 'stranger' as PartyId }),
  ],
  [
    'the other side is consulted before a mediator is assigned',
    'dispute/no-mediator',
    {},
    () => aDispute().received(null).consulted(),
  ],
  ['accepted before the other side was asked', 'dispute/consent-missing', {}, () => consulting.accepted()],
  [
    'accepted although the other side refused',
    'dispute/other-side-refused',
    {},
    () => received.refused().accepted(),
  ],
  [
    'referred to the body that refers',
    'referral/to-own-body',
    {},
    () => received.act('refer', { referral: referralId, body: people.mediator.body! }),
  ],
  [
    'a referral of another dispute is heard',
    'referral/unknown',
    { referral: referralId },
    () => received.heard(true),
  ],
  [
    'a session is planned for the day before',
    'day/reversed',
    { field: 'plannedOn' },
    () => accepted.on('2026-03-10').planned('2026-03-09'),
  ],
  ['a session that nobody planned is held', 'session/unknown', { no: 1 }, () => accepted.held()],
  ['a session is held twice', 'session/already-held', { no: 1, on: '2026-03-02' }, () => mediating.held()],
  [
    'an agreement is drafted before any session',
    'dispute/no-session-held',
    {},
    () => new DisputeStory({ ...mediating.state, sessions: [] }, mediating.today).drafted(),
  ],
  ['an agreement without money', 'agreement/no-instalments', {}, () => mediating.drafted('none', [])],
  [
    'accepted the day before consent',
    'day/before-step',
    { step: 'record-consent', on: '2026-03-03', earliest: '2026-03-04' },
    () => received.on('2026-03-04').consented().on('2026-03-03').accepted(),
  ],
  [
    'a session held the day before acceptance',
    'day/before-step',
    { step: 'accept', earliest: '2026-03-05' },
    () => received.consented().on('2026-03-05').accepted().on('2026-03-04').planned().held(),
  ],
  [
    'drafted the day before the last session',
    'day/before-step',
    { step: 'hold-session', earliest: '2026-03-12' },
    () => mediating.on('2026-03-12').mediated().on('2026-03-11').drafted(),
  ],
  ...(
    [
      ['locked in', (story) => story.lockedIn()],
      ['paid', (story) => story.paid(1)],
      ['visited', (story) => story.visited(1)],
      ['in default', (story) => story.defaulted(1)],
    ] as [string, (story: DisputeStory) => unknown][]
  ).map(
    ([what, act]): Row => [
      `${what} the day before the agreement takes effect`,
      'day/before-step',
      { step: 'sign-agreement', on: '2026-03-16', earliest: '2026-03-17' },
      () => act(agreed.on('2026-03-16')),
    ],
  ),
  [
    'closed the day before the last act',
    'day/before-step',
    { step: 'last-act', on: '2026-05-14', earliest: '2026-05-15' },
    () => done.on('2026-05-14').closed(),
  ],
  [
    'an instalment due the day before the agreement takes effect',
    'agreement/day-not-after',
    { dueOn: '2026-04-15', on: '2026-04-16' },
    () => drafted.on('2026-04-16').signed(),
  ],
  [
    'closed after a default without a reason',
    'dispute/close-reason-missing',
    { reasons: ['handed-to-enforcement', 'handed-to-arbitration', 'payment-order', 'employer-insolvent'] },
    () => agreed.on('2026-04-16').defaulted(1).closed(),
  ],
  [
    'closed after a default while the review is open',
    'dispute/still-open',
    { open: ['clock:agreement.arbitration-review'] },
    () => agreed.on('2026-04-16').defaulted(1).act('close', { reason: 'payment-order' }),
  ],
  [
    'an instalment due the day before the draft',
    'agreement/day-not-after',
    { dueOn: '2026-04-15', on: '2026-04-16' },
    () => mediating.on('2026-04-16').drafted(),
  ],
  [
    'an instalment of nothing',
    'money/not-positive',
    { field: 'instalments' },
    () => mediating.drafted('none', [{ dueOn: first!.dueOn, amount: parseYuan('0') }]),
  ],
  [
    'a confirmed relation goes to arbitration review',
    'agreement/door-not-open',
    { door: 'arbitration-review' },
    () => relation.drafted('arbitration-review'),
  ],
  [
    'a confirmed relation goes to the court',
    'agreement/door-not-open',
    { door: 'judicial-confirmation' },
    () => relation.drafted('judicial-confirmation'),
  ],
  [
    'more than money goes to the court',
    'agreement/door-not-open',
    { door: 'judicial-confirmation' },
    () => mixed.drafted('judicial-confirmation'),
  ],
  ['signed before it is drafted', 'agreement/not-drafted', {}, () => mediating.signed()],
  [
    'an employer signs as itself',
    'agreement/authority-not-of-side',
    { side: 'employer', authority: 'self' },
    () => {
      const { signatures, ...days } = signedOn(drafted.today);
      const asSelf = signatures.map((one) => ({ ...one, authority: 'self' as const }));
      return drafted.act('sign-agreement', { ...days, signatures: asSelf });
    },
  ],
  [
    'the employer has not signed',
    'agreement/signature-missing',
    { party: employer },
    () => drafted.act('sign-agreement', signedOn(drafted.today, [worker])),
  ],
  [
    'a stranger has signed',
    'party/unknown',
    { party: 'stranger' },
    () => drafted.act('sign-agreement', signedOn(drafted.today, [worker, employer, 'stranger' as PartyId])),
  ],
  [
    'signed the day before the draft',
    'day/reversed',
    { field: 'signatures' },
    () => drafted.act('sign-agreement', signedOn(day('2026-03-15'))),
  ],
  [
    'the seal is dated after the act',
    'day/reversed',
    { field: 'on' },
    () => drafted.act('sign-agreement', { ...signedOn(day('2026-03-16')), sealedOn: day('2026-03-17') }),
  ],
  ['the award of an agreement nobody signed', 'agreement/not-signed', {}, () => over(unagreed).lockedIn()],
  ['money on an agreement nobody signed', 'agreement/not-signed', {}, () => over(unagreed).paid(1)],
  [
    'locked in twice',
    'agreement/already-locked-in',
    { outcome: 'granted' },
    () => agreed.lockedIn().lockedIn(),
  ],
  [
    'locked in although no door was chosen',
    'agreement/door-not-open',
    { door: 'none' },
    () => mediating.act('draft-agreement', draft).signed().lockedIn(),
  ],
  ['a third instalment of two is paid', 'instalment/unknown', { no: 3, last: 2 }, () => agreed.paid(3)],
  ['an instalment is paid twice', 'instalment/already-paid', { no: 1 }, () => agreed.paid(1).paid(1)],
  [
    'a paid instalment is declared in default',
    'instalment/already-paid',
    { no: 1 },
    () => agreed.on('2026-04-16').paid(1).defaulted(1),
  ],
  [
    'more is paid than owed',
    'instalment/too-much',
    { no: 1, owed: '6000.00', amount: '6000.01' },
    () => agreed.paid(1, '6000.01'),
  ],
  [
    'more is paid than is left',
    'instalment/too-much',
    { no: 1, owed: '0.01', amount: '0.02' },
    () => agreed.paid(1, '5999.99').paid(1, '0.02'),
  ],
  ['nothing is paid', 'money/not-positive', { field: 'amount' }, () => agreed.paid(1, '0')],
  [
    'default on the day it is due',
    'instalment/not-yet-due',
    { no: 1, dueOn: '2026-04-15', on: '2026-04-15' },
    () => agreed.on('2026-04-15').defaulted(1),
  ],
  [
    'visited before the day, with nothing paid',
    'visit/too-early',
    { no: 1, dueOn: '2026-04-15', on: '2026-04-14' },
    () => agreed.on('2026-04-14').visited(1),
  ],
  [
    'a worker is told to be a general contractor',
    'party/kind-not-of-side',
    { kind: 'contractor' },
    () => received.act('complete-party', { party: worker, kind: 'contractor' }),
  ],
  [
    'visited twice',
    'visit/already-made',
    { no: 1, on: '2026-04-20' },
    () => agreed.on('2026-04-20').visited(1).visited(1),
  ],
  [
    'closed with visits, the review and a paper open',
    'dispute/still-open',
    {
      open: ['clock:agreement.arbitration-review', 'clock:follow-up.visit:1', 'clock:follow-up.visit:2'],
    },
    () => performed.closed(),
  ],
  [
    'closed while another body works on it',
    'dispute/still-open',
    { open: [`referral:${referralId}`] },
    () => received.referred().act('decline', { reason: 'refused' }).drawn().closed(),
  ],
  [
    'closed while its agreement is being drawn',
    'dispute/still-open',
    { open: ['paper:paper-4.0', 'paper:paper-7.0', 'paper:paper-8.0'] },
    () => mediating.drafted().act('fail', { reason: 'would-not-sign' }).closed(),
  ],
  [
    'facts are recorded for a claim it does not have',
    'claim/unknown-line',
    { no: 2, last: 1 },
    () => received.act('record-claim-facts', { no: 2 }),
  ],
  ['claims are worked out without facts', 'claim/no-facts', {}, () => received.act('compute-claims', {})],
  [
    'a suspension has no end',
    'limitation/wrong-end',
    { event: 'suspension' },
    () => received.act('record-limitation-event', { event: 'suspension', happenedOn, until: null }),
  ],
  [
    'a demand has an end',
    'limitation/wrong-end',
    { event: 'demand' },
    () => received.act('record-limitation-event', { event: 'demand', happenedOn, until: happenedOn }),
  ],
  [
    'a demand is to happen tomorrow',
    'day/reversed',
    { from: '2026-03-03', to: '2026-03-02', field: 'happenedOn' },
    () =>
      received.act('record-limitation-event', {
        event: 'demand',
        happenedOn: day('2026-03-03'),
        until: null,
      }),
  ],
  [
    'the application is recorded, which receipt has recorded',
    'limitation/already-recorded',
    { event: 'mediation-application', on: '2026-03-02' },
    () =>
      received.act('record-limitation-event', {
        event: 'mediation-application',
        happenedOn: day('2026-03-02'),
        until: null,
      }),
  ],
  [
    'a case moves to the pack it is on',
    'pack/already-on',
    { pack: 'nanyang-2026.1' },
    () => received.act('move-pack', { pack: 'nanyang-2026.1' }, people.manager),
  ],
  [
    'a case is to be handed on, and nobody may take it',
    'dispute/nobody-free',
    {},
    () => handedOn([{ ...otherMediator, isRecused: true }], null),
  ],
  [
    'a case is to be handed to a mediator of elsewhere',
    'account/not-a-mediator',
    {},
    () => handedOn([{ ...otherMediator, seesDistrict: false }], otherMediator.account),
  ],
];

/** Throws what a preview says would be refused. */
function handedOn(candidates: readonly MediatorCandidate[], to: AccountId | null): void {
  const wanted = { to, by: people.manager, today: received.today, candidatesOf: () => candidates };
  for (const { refusal } of planReassignment([received.state], wanted).moves) if (refusal) throw refusal;
}

test.each(rows)('%s: %s', (_situation, code, facts, act) => {
  const refusal = refused(act);
  expect(refusal.code).toBe(code);
  expect(refusal.facts).toMatchObject(facts);
});

test('every refusal the rules of a dispute can give has a row here', () => {
  const covered = new Set<string>(rows.map(([, code]) => code));
  const thrown = [...codesThrownIn('src/domain/dispute'), ...codesThrownIn('src/domain/case.ts')];
  expect(thrown.length).toBeGreaterThan(60);
  expect(thrown.filter((code) => !covered.has(code))).toEqual([]);
});

test.each(edges)('%s', (_limit, inTime, tooFar) => {
  expect(outcomeOf(inTime)).toBe('done');
  expect(outcomeOf(tooFar)).not.toBe('done');
});

test('a refusal names the article where the law stands behind it', () => {
  expect(refused(() => consulting.accepted()).article).toContain('第二十二条');
  expect(refused(() => relation.drafted('arbitration-review')).article).toContain('第七十五条');
  expect(refused(() => mixed.drafted('judicial-confirmation')).article).toContain('第五十二条');
  expect(refused(() => received.represented([])).article).toContain('第七条');
  expect(refused(() => drafted.act('sign-agreement', signedOn(drafted.today, [worker]))).article).toContain(
    '第十四条',
  );
});
