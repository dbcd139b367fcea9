/** Situation -> refusal, of groups, the chain, the table, terms with many sides, requests and papers. */
import { needForChannel, needInForce } from '../../src/domain/dispute/capacity.ts';
import type { DisputeAsked } from '../../src/domain/dispute/commands.ts';
import { needFixed } from '../../src/domain/dispute/fixed-terms.ts';
import type { CapacityHeld, PlannedStation } from '../../src/domain/dispute/parts.ts';
import type { DisputeState } from '../../src/domain/dispute/state.ts';
import type { BodyId, CaseId, PartyId } from '../../src/domain/ids.ts';
import { NO_MONEY, parseYuan } from '../../src/domain/money.ts';
import type { RefusalCode } from '../../src/domain/refusal.ts';
import {
  aDispute,
  aGroupDispute,
  DisputeStory,
  employer,
  members,
  partyActor,
  people,
  referralId,
  second,
  sharedAmong,
  signedForAll,
  signedOn,
  strictCentre,
  worker,
} from '../stories.ts';
import { day } from './tables.ts';

export type Row = [situation: string, code: RefusalCode, facts: object, act: () => unknown];

const received = aDispute().received();
const consulting = received.consulted();
const accepted = received.consented().accepted();
const mediating = accepted.mediated();
const drafted = mediating.on('2026-03-16').drafted().drawn();
const agreed = drafted.on('2026-03-17').signed().drawn();
const both = [employer, second];
const group = aGroupDispute().received();
const groupAtTable = group.consented().accepted().mediated().on('2026-03-16');
const shared = sharedAmong('2026-04-15', '500', members, both);
const groupDrafted = groupAtTable.drafted('none', [shared]).drawn();
const represented = groupDrafted.represented();
const groupAgreed = represented
  .membersSaid(true)
  .on('2026-03-17')
  .act('sign-agreement', signedForAll(day('2026-03-17'), groupDrafted.state));
const strict = received.consented().accepted(strictCentre).mediated().drafted();
const withDuty = mediating
  .act('draft-agreement', {
    door: 'none',
    instalments: [],
    duties: [{ who: employer, dueOn: day('2026-04-15') }],
  })
  .signed();
const court = people.court.body!;
const station = (no: number, body: BodyId, ...after: number[]): PlannedStation => ({
  no,
  body,
  after,
  why: 'arrears',
});
const inspection = people.inspection.body!;
const planned = received.act('plan-chain', {
  stations: [station(1, inspection), station(2, court, 1)],
  hasReason: false,
});
const out = planned.act('refer', { referral: referralId, body: inspection, station: 1 });
const delegated = aDispute({ channel: 'court-delegated' }).received().consented();
const roster: CapacityHeld = { id: 'capacity-2', kind: 'court-roster', isSignOffRequired: false };
const asking = received.act('withdraw', {}).act('ask-reopen', {}, people.mediator);

/** What a party sends from the page on which it read the draft. */
const onScreen = ({ agreement }: DisputeState): DisputeAsked<'sign-on-screen'> => ({
  ...{ evidence: 'signature', sha256: 'cd'.repeat(32), bytes: 1024, mediaType: 'image/png' },
  ...{ paper: agreement?.paper ?? '', read: 'ab'.repeat(32), authority: 'self' },
  at: '2026-03-16T01:00:00.000Z',
});
const importedGroup = aDispute({ workers: members }).act(
  'import',
  {
    ...{ state: 'agreed', owner: people.mediator.account, closedFrom: null, closedOn: null },
    ...{ acceptedOn: day('2026-03-02'), concludedOn: day('2026-03-02') },
    agreement: {
      ...{ door: 'none', effectiveOn: day('2026-03-02'), dueOn: day('2026-04-15') },
      ...{ amount: parseYuan('1200'), paid: NO_MONEY },
    },
  },
  people.clerk,
);

/** Calls in vain, one a day from the day of receipt on. */
const calledOn = (days: readonly string[], story = received): DisputeStory =>
  days.reduce((later, on) => later.on(on).called(employer), story);

export const rows: Row[] = [
  // who mediates, in what capacity
  [
    'a mediator who stepped back is assigned again',
    'dispute/mediator-recused',
    {},
    () =>
      received
        .act('recuse', { mediator: people.mediator.account, reason: 'kin' }, people.manager)
        .act('assign', { mediator: people.mediator.account }, people.manager),
  ],
  [
    'a case of the court is accepted without the capacity it was sent to',
    'capacity/missing',
    { channel: 'court-delegated', needed: 'court-roster' },
    () => delegated.accepted(),
  ],
  [
    'a case of the court is accepted as people’s mediation',
    'capacity/not-for-channel',
    { channel: 'court-delegated', kind: 'people-mediation', needed: 'court-roster' },
    () => delegated.accepted(strictCentre),
  ],
  [
    'a capacity is used the day after it ended',
    'capacity/not-in-force',
    { on: '2027-01-01', until: '2026-12-31' },
    () =>
      needInForce(
        { kind: roster.kind, validFrom: day('2026-01-01'), validUntil: day('2026-12-31') },
        day('2027-01-01'),
      ),
  ],
  [
    'a case of one court is taken in another court’s capacity',
    'capacity/not-of-sender',
    { sender: 'court-411303' },
    () => needForChannel('court-delegated', { kind: roster.kind, ofBody: 'court-411302' as BodyId }, court),
  ],
  // the other side's word
  [
    'the consent of one who applied',
    'party/not-asked',
    { party: worker },
    () => consulting.answered(worker, true),
  ],
  [
    'accepted while one of two employers has not been asked',
    'dispute/other-side-not-asked',
    { count: 1, of: 2 },
    () => group.consulted().answered(employer, true).accepted(),
  ],
  [
    'declined as out of reach after two calls on two days',
    'dispute/unreachable-not-proven',
    { tried: 2, days: 2, needTries: 3, needDays: 2 },
    () => calledOn(['2026-03-02', '2026-03-03']).act('decline', { reason: 'unreachable' }),
  ],
  [
    'declined as out of reach after three calls on one day',
    'dispute/unreachable-not-proven',
    { tried: 3, days: 1 },
    () => calledOn(['2026-03-02', '2026-03-02', '2026-03-02']).act('decline', { reason: 'unreachable' }),
  ],
  [
    'declined as out of reach after three calls, two in vain',
    'dispute/unreachable-not-proven',
    { tried: 2 },
    () =>
      calledOn(['2026-03-02', '2026-03-03']).called(employer, true).act('decline', { reason: 'unreachable' }),
  ],
  [
    'two employers are out of reach, one of whom nobody called',
    'dispute/unreachable-not-proven',
    { tried: 3 },
    () =>
      calledOn(['2026-03-02', '2026-03-03', '2026-03-04'], group).act('decline', { reason: 'unreachable' }),
  ],
  [
    'out of reach although both employers refused, and nobody called them since',
    'dispute/unreachable-not-proven',
    { tried: 0 },
    () => received.refused().act('decline', { reason: 'unreachable' }),
  ],
  [
    'mediation fails as out of reach without a call',
    'dispute/unreachable-not-proven',
    { tried: 0 },
    () => mediating.act('fail', { reason: 'unreachable' }),
  ],
  [
    'one worker of a group is out of reach, and nobody called the others',
    'dispute/unreachable-not-proven',
    { tried: 3 },
    () =>
      ['2026-03-02', '2026-03-03', '2026-03-04']
        .reduce((story, on) => story.on(on).called(members[0]!), group)
        .act('decline', { reason: 'unreachable' }),
  ],
  [
    'an attempt that names none of two employers counts for neither',
    'dispute/unreachable-not-proven',
    { tried: 0 },
    () =>
      ['2026-03-03', '2026-03-04', '2026-03-05']
        .reduce((story, on) => story.on(on).act('consult', { result: 'not-reached' }), group)
        .act('decline', { reason: 'unreachable' }),
  ],
  [
    'declined as refused although the other side consents',
    'dispute/consent-stands',
    { on: '2026-03-02' },
    () => received.consented().act('decline', { reason: 'refused' }),
  ],
  [
    'a period is said to be over on its last day',
    'mediation/period-runs',
    { dueOn: '2026-03-17', on: '2026-03-17' },
    () => mediating.on('2026-03-17').act('fail', { reason: 'time-over' }),
  ],
  [
    'an entry of the ledger that an act of the case made is withdrawn',
    'limitation/not-by-hand',
    { seq: 1 },
    () => received.act('withdraw-limitation-event', { seq: 1, act: 'dispute-received' }),
  ],
  [
    'an entry of the ledger is withdrawn twice',
    'limitation/not-by-hand',
    { seq: 2 },
    () => {
      const entry = { seq: 2, act: 'limitation-event-recorded' };
      return received
        .act('record-limitation-event', { event: 'demand', happenedOn: day('2026-03-01'), until: null })
        .act('withdraw-limitation-event', entry)
        .act('withdraw-limitation-event', entry);
    },
  ],
  [
    'the signed copy is withdrawn',
    'evidence/signed-copy',
    {},
    () =>
      agreed
        .act('add-evidence', { evidence: 'scan', sha256: '', bytes: 9, mediaType: 'application/pdf' })
        .act('scan-back', { evidence: 'scan' })
        .act('withdraw-evidence', { evidence: 'scan' }),
  ],
  [
    'the review is granted the day before it was applied for',
    'day/before-step',
    { step: 'apply-lock-in', earliest: '2026-04-01' },
    () => agreed.on('2026-04-01').applied().on('2026-03-31').lockedIn(),
  ],
  [
    'the application for a review of a draft that mediation left void',
    'paper/not-yet',
    { waitsFor: 'agreement-drafted' },
    () =>
      drafted
        .act('fail', { reason: 'would-not-sign' })
        .act('issue-papers', { papers: [{ kind: 'review-application' }] }),
  ],
  [
    'an employer answers on behalf of another',
    'party/not-own',
    {},
    () => group.consulted().act('record-consent', { isGiven: true, party: employer }, partyActor(second)),
  ],
  [
    'an employer answers for all',
    'party/not-own',
    {},
    () => consulting.act('record-consent', { isGiven: true }, partyActor(employer)),
  ],
  [
    'an employer takes its own answer back',
    'party/already-answered',
    { on: '2026-03-02' },
    () => {
      const answered = consulting.act(
        'record-consent',
        { isGiven: true, party: employer },
        partyActor(employer),
      );
      return answered.act('record-consent', { isGiven: false, party: employer }, partyActor(employer));
    },
  ],
  // the group
  [
    'nine workers choose representatives',
    'group/not-collective',
    { workers: 9 },
    () =>
      aDispute({ workers: members.slice(0, 9) })
        .received()
        .represented(),
  ],
  ...([2, 6] as const).map(
    (count): Row => [
      `${count} representatives`,
      'group/representatives-count',
      { count, least: 3, most: 5 },
      () => group.represented(members.slice(0, count)),
    ],
  ),
  [
    'one worker three times as representatives',
    'group/representatives-count',
    { count: 1 },
    () => group.represented([members[0]!, members[0]!, members[0]!]),
  ],
  [
    'an employer represents the workers',
    'party/not-a-member',
    { party: employer },
    () => group.represented([...members.slice(0, 2), employer]),
  ],
  [
    'one who left leaves again',
    'party/not-a-member',
    { party: members[11] },
    () => group.separated([members[11]!]).separated([members[11]!]),
  ],
  ['all of them leave', 'group/nobody-left', {}, () => group.separated(members)],
  [
    'consent to terms that are not written yet',
    'agreement/not-drafted',
    {},
    () => groupAtTable.represented().membersSaid(true),
  ],
  [
    'one who is no representative signs for a member',
    'group/not-a-representative',
    {},
    () => {
      const { signatures, ...days } = signedForAll(day('2026-03-16'), groupDrafted.state);
      const by = members[3]!;
      return represented
        .membersSaid(true)
        .act('sign-agreement', { ...days, signatures: signatures.map((one) => ({ ...one, by })) });
    },
  ],
  [
    'a representative signs for one who withholds consent',
    'group/member-consent-missing',
    { party: members[7] },
    () =>
      represented
        .membersSaid(true)
        .membersSaid(false, [members[7]!])
        .act('sign-agreement', signedForAll(day('2026-03-16'), groupDrafted.state)),
  ],
  [
    'a representative signs on consents that were given to earlier terms',
    'group/member-consent-missing',
    {},
    () =>
      represented
        .membersSaid(true)
        .drafted('none', [shared])
        .act('sign-agreement', signedForAll(day('2026-03-16'), groupDrafted.state)),
  ],
  // the chain
  [
    'a plan is changed without a reason',
    'chain/reason-missing',
    {},
    () => planned.act('plan-chain', { stations: [station(1, court)], hasReason: false }),
  ],
  [
    'stations are not numbered in turn',
    'chain/bad-order',
    { no: 3 },
    () => received.act('plan-chain', { stations: [station(1, court), station(3, court)], hasReason: false }),
  ],
  [
    'a station waits for itself',
    'chain/bad-order',
    { no: 1 },
    () => received.act('plan-chain', { stations: [station(1, court, 1)], hasReason: false }),
  ],
  [
    'the second station before the first is done',
    'chain/station-waits',
    { no: 2, waits: ['1'] },
    () => planned.act('refer', { referral: 'referral-2' as CaseId, body: court, station: 2 }),
  ],
  [
    'a station is used twice',
    'chain/station-used',
    { no: 1 },
    () => out.act('refer', { referral: 'referral-2' as CaseId, body: inspection, station: 1 }),
  ],
  [
    'a station that is out is skipped',
    'chain/station-used',
    { no: 1 },
    () => out.act('skip-station', { no: 1 }),
  ],
  [
    'a station that is out is given to another body',
    'chain/station-used',
    { no: 1 },
    () => out.act('plan-chain', { stations: [station(1, court)], hasReason: true }),
  ],
  [
    'a station the plan does not have',
    'chain/unknown-station',
    { no: 3, last: 2 },
    () => planned.act('skip-station', { no: 3 }),
  ],
  [
    'a station of one body goes to another',
    'chain/other-body',
    { no: 1, body: inspection },
    () => planned.act('refer', { referral: referralId, body: court, station: 1 }),
  ],
  // at the table
  [
    'a session is put off to the day before',
    'day/reversed',
    { field: 'plannedOn', from: '2026-03-10', to: '2026-03-09' },
    () => accepted.planned('2026-03-12').on('2026-03-10').postponed(1, '2026-03-09'),
  ],
  [
    'a session that was held is put off',
    'session/already-held',
    { no: 1 },
    () => mediating.postponed(1, '2026-03-09'),
  ],
  [
    'someone from the street attends',
    'party/unknown',
    { party: 'stranger' },
    () =>
      accepted
        .planned()
        .act('hold-session', { no: 1, attendance: [{ party: 'stranger' as PartyId, presence: 'self' }] }),
  ],
  [
    'a proposal that nobody made is answered',
    'proposal/unknown',
    { no: 1, last: 0 },
    () => mediating.act('answer-proposal', { no: 1, side: 'worker', answer: 'accepted' }),
  ],
  [
    'the side that made a proposal answers it',
    'proposal/already-answered',
    { no: 1, side: 'worker' },
    () =>
      mediating
        .act('record-proposal', { by: 'worker', amount: parseYuan('9000') })
        .act('answer-proposal', { no: 1, side: 'worker', answer: 'refused' }),
  ],
  [
    'nothing is proposed',
    'money/not-positive',
    { field: 'amount' },
    () => mediating.act('record-proposal', { by: 'employer', amount: parseYuan('0') }),
  ],
  [
    'the period is extended the day after it was over',
    'mediation/period-over',
    { dueOn: '2026-04-01', on: '2026-04-02' },
    () => mediating.on('2026-04-02').extended('2026-04-20'),
  ],
  [
    'the period is extended to the day it ends anyway',
    'mediation/not-longer',
    { dueOn: '2026-04-01', until: '2026-04-01' },
    () => mediating.extended('2026-04-01'),
  ],
  [
    'one side consents to the extension the day before acceptance',
    'day/before-step',
    { step: 'accept' },
    () => received.consented().on('2026-03-05').accepted().extended('2026-05-01', '2026-03-04'),
  ],
  [
    'one side is to consent to the extension tomorrow',
    'day/reversed',
    { field: 'on' },
    () => mediating.extended('2026-05-01', '2026-03-03'),
  ],
  [
    'a period that does not run is extended',
    'mediation/no-period',
    {},
    () => new DisputeStory({ ...mediating.state, clocks: [] }, mediating.today).extended('2026-05-01'),
  ],
  // terms
  [
    'claims are changed under terms that are written',
    'agreement/already-drafted',
    { draftedOn: '2026-03-16' },
    () => drafted.act('change-claims', { claims: [] }),
  ],
  [
    'a worker joins under terms that are written',
    'agreement/already-drafted',
    {},
    () => drafted.act('add-parties', { side: 'worker', parties: [members[0]!], claims: [] }),
  ],
  [
    'a claim of one who is no party',
    'party/unknown',
    { party: 'stranger' },
    () =>
      received.act('change-claims', {
        claims: [{ head: 'wages', amount: parseYuan('1'), party: 'stranger' as PartyId }],
      }),
  ],
  [
    'terms for twelve workers do not say who gets what',
    'agreement/shares-missing',
    { no: 1, workers: 12, employers: 2 },
    () => groupAtTable.drafted('none'),
  ],
  [
    'shares add up to a fen less than their instalment',
    'agreement/shares-do-not-add-up',
    { no: 1, total: '12000.01', sum: '12000.00' },
    () => groupAtTable.drafted('none', [{ ...shared, amount: parseYuan('12000.01') }]),
  ],
  [
    'a member gets nothing',
    'agreement/member-left-out',
    { count: 1 },
    () => groupAtTable.drafted('none', [sharedAmong('2026-04-15', '500', members.slice(1))]),
  ],
  [
    'one who left gets a share',
    'party/not-a-member',
    { party: members[0] },
    () => groupAtTable.separated([members[0]!]).drafted('none', [shared]),
  ],
  [
    'an employer who refused mediation pays',
    'party/not-an-employer',
    { party: second },
    () =>
      group
        .consulted()
        .answered(employer, true)
        .answered(second, false)
        .accepted()
        .mediated()
        .drafted('none', [shared]),
  ],
  [
    'a share of nothing',
    'money/not-positive',
    { field: 'shares' },
    () =>
      mediating.drafted('none', [
        {
          dueOn: day('2026-04-15'),
          amount: parseYuan('1'),
          shares: [{ payer: employer, payee: worker, amount: parseYuan('0') }],
        },
      ]),
  ],
  [
    'a duty of one who is no party',
    'party/unknown',
    { party: 'stranger' },
    () =>
      mediating.act('draft-agreement', {
        door: 'none',
        instalments: [],
        duties: [{ who: 'stranger' as PartyId, dueOn: day('2026-04-15') }],
      }),
  ],
  [
    'a duty due the day before the draft',
    'agreement/day-not-after',
    { dueOn: '2026-03-01', on: '2026-03-02' },
    () =>
      mediating.act('draft-agreement', {
        door: 'none',
        instalments: [],
        duties: [{ who: employer, dueOn: day('2026-03-01') }],
      }),
  ],
  [
    'a term that waits for an account to be unfrozen',
    'agreement/conditional-term',
    { field: 'method' },
    () => needFixed('账户解冻之日起五日内支付', 'method'),
  ],
  // checked, signed off, signed
  ['the drafter checks the draft', 'agreement/own-draft', {}, () => strict.checked(people.mediator)],
  ['signed off before it is checked', 'agreement/not-checked', {}, () => strict.signedOff()],
  ['signed before it is signed off', 'agreement/not-signed-off', {}, () => strict.checked().signed()],
  [
    'signed although it was drafted anew after it was signed off',
    'agreement/not-signed-off',
    {},
    () => strict.checked().signedOff().drafted().signed(),
  ],
  [
    'an agent with a general authority signs',
    'agreement/agent-without-authority',
    { party: employer },
    () => {
      const { signatures, ...days } = signedOn(drafted.today);
      const byAgent = signatures.map((one) => ({
        ...one,
        authority: 'agent-with-special-authority' as const,
      }));
      return drafted
        .act('appoint-agent', { party: worker, scope: 'special' })
        .act('appoint-agent', { party: employer, scope: 'general' })
        .act('sign-agreement', { ...days, signatures: byAgent });
    },
  ],
  [
    'the review is applied for twice',
    'agreement/already-applied',
    { on: '2026-03-17' },
    () => agreed.applied().applied(),
  ],
  [
    'a scan that is not on the file',
    'evidence/unknown',
    { evidence: 'scan-1' },
    () => agreed.act('scan-back', { evidence: 'scan-1' }),
  ],
  [
    'evidence that is not on the file is withdrawn',
    'evidence/unknown',
    { evidence: 'photo' },
    () => received.act('withdraw-evidence', { evidence: 'photo' }),
  ],
  // signed on a screen
  [
    'the draft was written anew since it was read',
    'agreement/not-as-read',
    {},
    () => {
      const again = drafted.drafted('none').drawn();
      return again.act('sign-on-screen', onScreen(drafted.state), partyActor(worker));
    },
  ],
  [
    'another file was read',
    'agreement/not-as-read',
    {},
    () =>
      drafted.act(
        'sign-on-screen',
        { ...onScreen(drafted.state), read: 'cd'.repeat(32) },
        partyActor(worker),
      ),
  ],
  [
    'the paper is not drawn yet',
    'agreement/not-drawn',
    {},
    () => {
      const fresh = mediating.drafted();
      return fresh.act('sign-on-screen', onScreen(fresh.state), partyActor(worker));
    },
  ],
  [
    'signed on a screen before it is signed off',
    'agreement/not-signed-off',
    {},
    () => strict.drawn().act('sign-on-screen', onScreen(strict.drawn().state), partyActor(worker)),
  ],
  [
    'signed on a screen where nothing is drafted',
    'agreement/not-drafted',
    {},
    () => mediating.act('sign-on-screen', onScreen(drafted.state), partyActor(worker)),
  ],
  [
    'signed on a screen twice',
    'agreement/already-signed',
    { on: '2026-03-16' },
    () => {
      const signed = drafted.act('sign-on-screen', onScreen(drafted.state), partyActor(worker));
      return signed.act('sign-on-screen', onScreen(signed.state), partyActor(worker));
    },
  ],
  [
    'an agent nobody appointed signs on a screen',
    'agreement/agent-without-authority',
    { party: employer },
    () =>
      drafted.act(
        'sign-on-screen',
        { ...onScreen(drafted.state), authority: 'agent-with-special-authority' },
        partyActor(employer),
      ),
  ],
  [
    'an employer that refused mediation signs',
    'party/not-at-the-table',
    {},
    () => {
      const without = group
        .consulted()
        .answered(employer, true)
        .answered(second, false)
        .accepted()
        .mediated()
        .drafted('none', [sharedAmong('2026-04-15', '500')])
        .drawn();
      return without.act('sign-on-screen', onScreen(without.state), partyActor(second));
    },
  ],
  [
    'who signed on a screen is listed again',
    'agreement/signed-on-screen',
    { party: worker },
    () => drafted.act('sign-on-screen', onScreen(drafted.state), partyActor(worker)).signed(),
  ],
  // money, duties, default
  [
    'a worker confirms what another received',
    'party/not-own',
    {},
    () =>
      groupAgreed.act(
        'record-payment',
        { instalment: 1, amount: parseYuan('1'), payee: members[1]! },
        partyActor(members[0]!),
      ),
  ],
  [
    "one worker of an older register's group confirms an instalment",
    'instalment/shares-unknown',
    { no: 1 },
    () =>
      importedGroup.act(
        'record-payment',
        { instalment: 1, amount: parseYuan('100'), payee: members[0]! },
        partyActor(members[0]!),
      ),
  ],
  [
    'money for a group without saying for whom',
    'instalment/payee-missing',
    { no: 1, owed: '12000.00' },
    () => groupAgreed.paid(1, '500'),
  ],
  [
    'money for one who is not in the group',
    'party/not-a-member',
    { party: worker },
    () => groupAgreed.paid(1, '500', worker),
  ],
  [
    'a member is paid a fen more than both employers owe them',
    'instalment/too-much',
    { no: 1, owed: '1000.00', amount: '1000.01' },
    () => groupAgreed.paid(1, '1000.01', members[0]),
  ],
  [
    'a member is paid in part without saying by which of two employers',
    'instalment/payer-missing',
    { no: 1, payers: 2 },
    () => groupAgreed.paid(1, '500', members[0]),
  ],
  [
    'a worker is named as the employer who paid',
    'party/not-an-employer',
    { party: members[1] },
    () => groupAgreed.paid(1, '500', members[0], members[1]),
  ],
  [
    'an employer pays who has no share in the instalment',
    'instalment/not-its-payer',
    { no: 1 },
    () =>
      groupAtTable
        .drafted('none', [sharedAmong('2026-04-15', '500')])
        .act('sign-agreement', signedOn(groupAtTable.today, [...members, ...both]))
        .paid(1, '500', members[0], second),
  ],
  [
    'an employer pays a fen more than its own share',
    'instalment/too-much',
    { no: 1, owed: '500.00', amount: '500.01' },
    () => groupAgreed.paid(1, '500.01', members[0], second),
  ],
  [
    'the money of a member is corrected without saying by which of two employers',
    'instalment/payer-missing',
    { no: 1, payers: 2 },
    () => groupAgreed.act('correct-payment', { instalment: 1, payee: members[0]!, paid: parseYuan('1') }),
  ],
  [
    'a correction is approved although money came in after it was asked for',
    'approval/paid-since',
    { instalment: 1, seen: '3000.00', paid: '4000.00' },
    () => {
      const paid = agreed.paid(1, '3000');
      const asked = paid.act('correct-payment', { instalment: 1, paid: parseYuan('2000') });
      const { no } = asked.state.approvals[0]!;
      return asked.paid(1, '1000').act('approve-request', { no }, people.chief);
    },
  ],
  [
    'a member is paid twice',
    'instalment/already-paid',
    { no: 1 },
    () => groupAgreed.paid(1, '1000', members[0]).paid(1, '0.01', members[0]),
  ],
  [
    'the money of a group is corrected without saying whose',
    'instalment/payee-missing',
    { no: 1 },
    () => groupAgreed.act('correct-payment', { instalment: 1, paid: parseYuan('1') }),
  ],
  [
    'money is corrected to more than was agreed',
    'instalment/too-much',
    { no: 1, owed: '6000.00', amount: '6000.01' },
    () => agreed.act('correct-payment', { instalment: 1, paid: parseYuan('6000.01') }),
  ],
  [
    'a duty the agreement does not have',
    'duty/unknown',
    { no: 2, last: 1 },
    () => withDuty.act('record-duty', { no: 2 }),
  ],
  [
    'a duty is done twice',
    'duty/already-done',
    { no: 1, on: '2026-03-02' },
    () =>
      mediating
        .act('draft-agreement', {
          door: 'none',
          instalments: [{ dueOn: day('2026-04-15'), amount: parseYuan('1') }],
          duties: [{ who: employer, dueOn: day('2026-04-15') }],
        })
        .signed()
        .act('record-duty', { no: 1 })
        .act('record-duty', { no: 1 }),
  ],
  [
    'a duty is in default on the day it is due',
    'instalment/not-yet-due',
    { no: 1, dueOn: '2026-04-15', on: '2026-04-15' },
    () => withDuty.on('2026-04-15').act('declare-default', { duty: 1 }),
  ],
  [
    'an agreement that nobody locked in is to be enforced',
    'remedy/nothing-to-enforce',
    {},
    () => agreed.on('2026-04-16').defaulted(1).act('choose-remedy', { remedy: 'enforcement' }),
  ],
  [
    'one worker is visited as a group',
    'visit/not-called-for',
    { after: 'first' },
    () => agreed.act('record-visit', { after: 'first', satisfaction: 'neutral' }),
  ],
  // the file
  [
    'a case of a register that was accepted, without the day of it',
    'import/incomplete',
    { state: 'accepted', field: 'acceptedOn' },
    () =>
      aDispute().act(
        'import',
        {
          ...{ state: 'accepted', owner: null, acceptedOn: null, concludedOn: null },
          ...{ closedOn: null, closedFrom: null, agreement: null },
        },
        people.clerk,
      ),
  ],
  [
    'a same-day record of less than nothing',
    'money/negative',
    { field: 'amount' },
    () => aDispute().act('receive-settled', { amount: -1 as never, satisfaction: 'neutral' }, people.clerk),
  ],
  [
    'what has not happened yet is corrected',
    'correction/unknown-event',
    { seq: 2, last: 1 },
    () => received.act('correct', { seq: 2, act: 'note-added', field: 'note' }),
  ],
  [
    'a file is to be opened again twice',
    'approval/already-asked',
    { no: 3 },
    () => asking.act('ask-reopen', {}, people.mediator),
  ],
  [
    'a manager approves what they asked for themselves',
    'approval/own-request',
    {},
    () =>
      received.act('withdraw', {}).closed().act('ask-reopen', {}, people.manager).approved(people.manager),
  ],
  [
    'a request that was never made is approved',
    'approval/unknown',
    { no: 7 },
    () => asking.act('approve-request', { no: 7 }, people.chief),
  ],
  [
    'a request is rejected that was approved',
    'approval/unknown',
    { no: 3 },
    () => asking.approved().act('reject-request', { no: 3 }, people.chief),
  ],
  [
    'a file is closed while a request waits',
    'dispute/still-open',
    { open: ['approval:3'] },
    () => asking.closed(),
  ],
  [
    'a file is bound while its notice is being drawn',
    'dispute/still-open',
    { open: ['paper:paper-1.0'] },
    () =>
      aDispute()
        .act('receive-settled', { amount: parseYuan('800'), satisfaction: 'satisfied' }, people.clerk)
        .archived(),
  ],
  [
    'a paper that acts alone issue',
    'paper/not-on-demand',
    { paper: 'acceptance-notice' },
    () => accepted.act('issue-papers', { papers: [{ kind: 'acceptance-notice' }] }),
  ],
];

/** Papers that wait for something: with what they wait for. */
const waiting: [paper: string, about: string | undefined, story: DisputeStory, waitsFor: string][] = [
  ['mediation-notice', '1', accepted, 'session-planned'],
  ['minutes', '1', accepted.planned(), 'session-held'],
  ['service-address', 'stranger', accepted, 'party'],
  ['authority-letter', undefined, group, 'representatives-appointed'],
  ['authority-letter', worker, received, 'agent-appointed'],
  ['review-application', undefined, mediating, 'agreement-drafted'],
  ['confirmation-application', undefined, agreed, 'door'],
  ['agreement', undefined, drafted, 'agreement-signed-on-screen'],
  ['mediation-proof', undefined, drafted, 'agreement-signed'],
  ['payment-order-application', undefined, agreed, 'default-declared'],
  ['visit-record', undefined, agreed, 'visit-recorded'],
];
rows.push(
  ...waiting.map(
    ([kind, about, story, waitsFor]): Row => [
      `${kind} before its ${waitsFor}`,
      'paper/not-yet',
      { paper: kind, waitsFor },
      () =>
        story.act('issue-papers', {
          papers: [{ kind: kind as 'minutes', ...(about === undefined ? {} : { about }) }],
        }),
    ],
  ),
);

/** In time, and a step too far. */
export const edges: [limit: string, inTime: () => unknown, tooFar: () => unknown][] = [
  [
    'out of reach is proven by three calls on two days, not by two',
    () => calledOn(['2026-03-02', '2026-03-02', '2026-03-03']).act('decline', { reason: 'unreachable' }),
    () => calledOn(['2026-03-02', '2026-03-03']).act('decline', { reason: 'unreachable' }),
  ],
  [
    'ten workers choose representatives, nine do not',
    () =>
      aDispute({ workers: members.slice(0, 10) })
        .received()
        .represented(),
    () =>
      aDispute({ workers: members.slice(0, 9) })
        .received()
        .represented(),
  ],
  [
    'a group has three representatives, not two',
    () => group.represented(members.slice(0, 3)),
    () => group.represented(members.slice(0, 2)),
  ],
  [
    'a group has five representatives, not six',
    () => group.represented(members.slice(0, 5)),
    () => group.represented(members.slice(0, 6)),
  ],
  [
    'eleven of twelve may leave, not all',
    () => group.separated(members.slice(1)),
    () => group.separated(members),
  ],
  [
    'the period is extended on its last day, not the day after',
    () => mediating.on('2026-04-01').extended('2026-04-20'),
    () => mediating.on('2026-04-02').extended('2026-04-20'),
  ],
  [
    'the period is extended by a day, not to its own end',
    () => mediating.extended('2026-04-02'),
    () => mediating.extended('2026-04-01'),
  ],
  [
    'a session is put off to the same day, not to the day before',
    () => accepted.planned('2026-03-12').on('2026-03-10').postponed(1, '2026-03-10'),
    () => accepted.planned('2026-03-12').on('2026-03-10').postponed(1, '2026-03-09'),
  ],
  [
    'a duty is in default the day after it was due, not on the day',
    () => withDuty.on('2026-04-16').act('declare-default', { duty: 1 }),
    () => withDuty.on('2026-04-15').act('declare-default', { duty: 1 }),
  ],
  [
    'the shares of an instalment add up to the fen',
    () => groupAtTable.drafted('none', [shared]),
    () => groupAtTable.drafted('none', [{ ...shared, amount: parseYuan('12000.01') }]),
  ],
  [
    'a member is paid what all employers owe them, not a fen more',
    () => groupAgreed.paid(1, '1000.00', members[0]),
    () => groupAgreed.paid(1, '1000.01', members[0]),
  ],
  [
    'the last event is corrected, not the one after it',
    () => received.act('correct', { seq: 1, act: 'note-added', field: 'note' }),
    () => received.act('correct', { seq: 2, act: 'note-added', field: 'note' }),
  ],
  [
    'the review is applied for on the day the agreement takes effect, not the day before',
    () => agreed.applied(),
    () => agreed.on('2026-03-16').applied(),
  ],
  [
    'a capacity holds on its last day, not the day after',
    () =>
      needInForce(
        { kind: 'court-roster', validFrom: day('2026-01-01'), validUntil: day('2026-12-31') },
        day('2026-12-31'),
      ),
    () =>
      needInForce(
        { kind: 'court-roster', validFrom: day('2026-01-01'), validUntil: day('2026-12-31') },
        day('2027-01-01'),
      ),
  ],
  [
    'a same-day record may be of advice alone, not of less than nothing',
    () =>
      aDispute().act('receive-settled', { amount: parseYuan('0'), satisfaction: 'not-asked' }, people.clerk),
    () => aDispute().act('receive-settled', { amount: -1 as never, satisfaction: 'not-asked' }, people.clerk),
  ],
];
