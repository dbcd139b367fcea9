/** The file of a dispute: triage, the linkage chain, papers, corrections, closing, binding, opening it again. */
import type { Approval, PlannedStation } from '../../src/domain/dispute/parts.ts';
import { stillOpen } from '../../src/domain/dispute/still-open.ts';
import { disputeTasks } from '../../src/domain/dispute/tasks.ts';
import type { BodyId, CaseId } from '../../src/domain/ids.ts';
import { type Fen, NO_MONEY, parseYuan } from '../../src/domain/money.ts';
import { aDispute, DisputeStory, employer, people, twoInstalments, worker } from '../stories.ts';
import { day, outcomeOf } from './tables.ts';

const received = aDispute().received();
const consulting = received.consulted();
const accepted = received.consented().accepted().drawn();
const mediating = accepted.mediated();
const agreed = mediating.on('2026-03-16').drafted().drawn().on('2026-03-17').signed();
const performed = agreed.lockedIn().on('2026-05-15').paid(1).paid(2).visited(1).visited(2);

const tasksOf = ({ state }: DisputeStory) => disputeTasks(state).map(({ key }) => key);
const rulesOf = ({ state }: DisputeStory) => state.clocks.map(({ rule }) => rule);

describe('triage', () => {
  test.each([
    ['mediate', 'consult-other-side'],
    ['advise', 'decline-advised'],
    ['arbitrate', 'decline-advised'],
    ['refer', 'refer-out'],
    ['legal-aid', 'refer-out'],
  ] as const)('what the desk advises comes next: %s', (result, task) => {
    const triaged = received.act('triage', { result }, people.clerk);
    expect(triaged.state).toMatchObject({ state: 'received', triage: result });
    expect(tasksOf(triaged)).toEqual(['contact-first', task]);
  });

  test('before a mediator is assigned, that comes first', () => {
    const triaged = aDispute().received(null).act('triage', { result: 'refer' }, people.clerk);
    expect(tasksOf(triaged)).toEqual(['assign-mediator']);
  });
});

describe('the linkage chain', () => {
  const [inspection, court, procuratorate] = [
    'hr-411303',
    'court-411303',
    'procuratorate-411303',
  ] as BodyId[];
  const station = (no: number, body: BodyId | undefined, ...after: number[]): PlannedStation => ({
    no,
    body: body!,
    after,
    why: 'arrears',
  });
  const refer = (story: DisputeStory, no: number, body: BodyId | undefined) =>
    story.act('refer', { referral: `referral-${no}` as CaseId, body: body!, station: no });
  const hear = (story: DisputeStory, no: number, state: string) =>
    story.act(
      'hear-referral',
      { referral: `referral-${no}` as CaseId, state, outcome: null, isOpen: state !== 'closed' },
      people.system,
    );
  const planned = accepted.act('plan-chain', {
    stations: [station(1, inspection), station(2, procuratorate), station(3, court, 1, 2)],
    hasReason: false,
  });
  const turns = (story: DisputeStory) => tasksOf(story).filter((key) => key.startsWith('refer-station'));
  const statuses = ({ state }: DisputeStory) => state.chain.map(({ status }) => status);

  test('two stations go side by side, the third when both are over', () => {
    expect(turns(planned)).toEqual(['refer-station:1', 'refer-station:2']);
    const out = refer(refer(planned, 1, inspection), 2, procuratorate);
    expect(statuses(out)).toEqual(['out', 'out', 'planned']);
    expect(turns(out)).toEqual([]);
    const first = hear(out, 1, 'reported');
    expect(turns(first)).toEqual([]);
    const last = hear(first, 2, 'returned');
    expect(statuses(last)).toEqual(['done', 'came-back', 'planned']);
    expect(turns(last)).toEqual(['refer-station:3']);
    expect(statuses(refer(last, 3, court))).toEqual(['done', 'came-back', 'out']);
  });

  test('one that came back may be tried again or skipped; a skipped one is over', () => {
    const back = hear(refer(planned, 2, procuratorate), 2, 'returned');
    expect(
      statuses(back.act('refer', { referral: 'again' as CaseId, body: procuratorate!, station: 2 })),
    ).toEqual(['planned', 'out', 'planned']);
    const skipped = back.act('skip-station', { no: 2 }).act('skip-station', { no: 1 });
    expect(turns(skipped)).toEqual(['refer-station:3']);
  });

  test('a plan that is changed keeps the stations that have been used', () => {
    const out = hear(refer(planned, 1, inspection), 1, 'reported');
    const changed = out.act('plan-chain', {
      stations: [station(1, inspection), station(2, court, 1)],
      hasReason: true,
    });
    expect(changed.state.chain).toMatchObject([
      { no: 1, status: 'done', referral: 'referral-1' },
      { no: 2, status: 'planned', referral: null, body: court },
    ]);
    expect(turns(changed)).toEqual(['refer-station:2']);
  });

  test('news on the way, or that comes late, changes no station that is over', () => {
    const out = hear(refer(planned, 1, inspection), 1, 'accepted');
    expect(statuses(out)[0]).toBe('out');
    const over = hear(hear(out, 1, 'reported'), 1, 'returned');
    expect(statuses(over)[0]).toBe('done');
  });

  test('a station asks for nothing where the case refers no more', () => {
    expect(turns(planned.act('withdraw', {}))).toEqual([]);
    expect(turns(planned.act('fail', { reason: 'refused' }))).toEqual(['refer-station:1', 'refer-station:2']);
    expect(tasksOf(planned.act('withdraw', {}).closed())).toEqual([]);
  });

  test('mediation that fails is referred in the same step', () => {
    const failed = planned.act('fail', {
      reason: 'too-far-apart',
      referral: 'referral-1' as CaseId,
      body: inspection!,
      station: 1,
    });
    expect(failed.state).toMatchObject({
      state: 'failed',
      referrals: [{ id: 'referral-1', body: inspection, isOpen: true }],
    });
    expect(statuses(failed)[0]).toBe('out');
    expect(stillOpen(failed.drawn().state)).toEqual(['referral:referral-1']);
    const fail = (body: BodyId) => () =>
      planned.act('fail', { reason: 'refused', referral: 'r' as CaseId, body, station: 3 });
    expect(outcomeOf(fail(court!))).toBe('chain/station-waits');
    expect(outcomeOf(fail(inspection!))).toBe('chain/other-body');
  });
});

describe('papers', () => {
  test('accepting, declining and failing each issue their notice', () => {
    const papers = (story: DisputeStory) => story.state.undrawn.length;
    expect(received.consented().decide('accept', {}).papers).toEqual([{ kind: 'acceptance-notice' }]);
    expect(received.decide('decline', { reason: 'refused' }).papers).toEqual([{ kind: 'non-acceptance' }]);
    expect(mediating.decide('fail', { reason: 'refused' }).papers).toEqual([{ kind: 'termination' }]);
    expect(papers(mediating.act('fail', { reason: 'refused' }))).toBe(1);
  });

  test('one sitting prints the pack: what is there can be issued, all at once', () => {
    const signed = agreed.act('appoint-agent', { party: worker, scope: 'special' });
    const pack = [
      { kind: 'application' },
      { kind: 'mediation-notice', about: '1' },
      { kind: 'minutes', about: '1' },
      { kind: 'service-address', about: employer },
      { kind: 'authority-letter', about: worker },
      { kind: 'review-application' },
      { kind: 'mediation-proof' },
    ] as const;
    const issued = signed.act('issue-papers', { papers: pack });
    expect(issued.state.undrawn).toHaveLength(pack.length);
    expect(issued.drawn().state.undrawn).toEqual([]);
  });

  test('a visit and a default each open their paper', () => {
    const record = agreed
      .on('2026-04-15')
      .visited(1)
      .decide('issue-papers', { papers: [{ kind: 'visit-record' }] });
    expect(record.papers).toHaveLength(1);
    const order = [{ kind: 'payment-order-application' as const }];
    const late = agreed.on('2026-04-16').defaulted(1);
    expect(late.decide('issue-papers', { papers: order }).papers).toEqual(order);
  });
});

describe('corrections', () => {
  test('before an act has legal effect its owner corrects it alone', () => {
    const corrected = consulting.act('correct', { seq: 1, act: 'other-side-consulted', field: 'note' });
    expect(corrected.state.approvals).toEqual([]);
    expect(corrected.decide('correct', { seq: 1, act: 'call-logged', field: 'note' }).kind).toBe(
      'text-corrected',
    );
  });

  test('after it a second person approves', () => {
    const asked = accepted.act('correct', { seq: 4, act: 'dispute-accepted', field: 'note' });
    expect(asked.state.approvals).toEqual([
      { no: 6, by: 'mediator', on: '2026-03-02', what: 'text', seq: 4, field: 'note' },
    ]);
    expect(disputeTasks(asked.state)).toContainEqual(
      expect.objectContaining({ key: 'decide-request:6', dueOn: '2026-03-09' }),
    );
    expect(asked.approved().state.approvals).toEqual([]);
    expect(asked.act('reject-request', { no: 6 }, people.manager).state.approvals).toEqual([]);
  });

  test('a payment that was typed in wrongly: the instalment is owed and watched again', () => {
    const asked = performed.act('correct-payment', { instalment: 2, paid: parseYuan('6000') });
    expect(asked.state.state).toBe('performed');
    const { state } = asked.approved();
    expect(state).toMatchObject({ state: 'performing' });
    expect(state.agreement?.instalments.map(({ paid }) => paid)).toEqual([600_000, 600_000]);
    expect(state.clocks.map(({ rule, about, dueOn }) => [rule, about, dueOn])).toEqual([
      ['agreement.instalment', '2', '2026-05-15'],
    ]);
  });

  test('a payment that was forgotten performs the agreement and starts the closing of the file', () => {
    const late = agreed.lockedIn().on('2026-05-16').paid(1).defaulted(2);
    const { state } = late.act('correct-payment', { instalment: 2, paid: parseYuan('6600') }).approved();
    expect(state.state).toBe('performed');
    expect(state.clocks.map(({ rule }) => rule)).toEqual([
      'follow-up.visit',
      'follow-up.visit',
      'file.close',
    ]);
  });

  test('money that came in after a correction was asked for is not wiped out by its approval', () => {
    const part = agreed.on('2026-04-01').paid(1, '3000');
    const asked = part.act('correct-payment', { instalment: 1, paid: parseYuan('2000') });
    const { no } = asked.state.approvals[0]!;
    const more = asked.paid(1, '1000');
    expect(outcomeOf(() => more.act('approve-request', { no }, people.chief))).toBe('approval/paid-since');
    const anew = more
      .act('reject-request', { no }, people.manager)
      .act('correct-payment', { instalment: 1, paid: parseYuan('3000') })
      .approved();
    expect(anew.state.agreement?.instalments[0]?.paid).toBe(300_000);
    // What is paid on another instalment is no reason to ask again.
    const other = asked.paid(2, '1000').act('approve-request', { no }, people.chief);
    expect(other.state.agreement?.instalments.map(({ paid }) => paid)).toEqual([200_000, 100_000]);
  });

  test('a request of an older version says neither employer nor what was seen, and is approved as before', () => {
    const asked = performed.act('correct-payment', { instalment: 2, paid: parseYuan('6000') });
    const [{ seen, ...older }] = asked.state.approvals as [{ seen: Fen } & Approval];
    const story = new DisputeStory(
      { ...asked.state, approvals: [{ ...older, payee: worker }] as never },
      asked.today,
    );
    expect(seen).toBe(660_000);
    expect(story.approved().state.agreement?.instalments[1]?.paid).toBe(600_000);
  });

  test('a correction between leaves the state, and an instalment is watched once', () => {
    const part = agreed.on('2026-04-01').paid(1, '100');
    const { state } = part.act('correct-payment', { instalment: 1, paid: NO_MONEY }).approved();
    expect(state.state).toBe('performing');
    expect(
      state.clocks.filter(({ rule, about }) => rule === 'agreement.instalment' && about === '1'),
    ).toHaveLength(1);
  });

  test('a correction keeps the file open until it is decided', () => {
    const asked = performed.act('correct', { seq: 10, act: 'agreement-signed', field: 'breach' });
    expect(outcomeOf(() => asked.closed())).toBe('dispute/still-open');
    expect(asked.approved().closed().state.state).toBe('closed');
  });
});

describe('opened again', () => {
  test('in the period of its channel, whether mediated or taken up anew', () => {
    const capacity = { id: 'capacity-9', kind: 'court-roster', isSignOffRequired: false } as const;
    const sent = aDispute({ channel: 'court-entrusted', procedure: 'summary' }).received();
    const rule = 'mediation.court-entrusted.summary';
    const failed = sent.consented().accepted(capacity).mediated().act('fail', { reason: 'refused' }).drawn();
    expect(rulesOf(failed.reopened())).toEqual([rule]);
    const declined = sent.refused().act('decline', { reason: 'refused' }).drawn().closed();
    const anew = declined.reopened().on('2026-03-09').act('record-consent', { isGiven: true });
    expect(rulesOf(anew)).not.toContain(rule);
    expect(anew.accepted(capacity).state.clocks).toMatchObject([{ rule, startedOn: '2026-03-09' }]);
  });

  test('after a default, all that is owed is watched again', () => {
    const owing = mediating
      .act('draft-agreement', {
        ...{ door: 'none', instalments: twoInstalments },
        duties: [{ who: employer, dueOn: day('2026-05-20') }],
      })
      .drawn()
      .signed()
      .on('2026-04-16')
      .defaulted(1);
    const again = owing.act('close', { reason: 'payment-order' }).reopened();
    expect(again.state.clocks.map(({ rule, about }) => `${rule}:${about}`)).toEqual([
      ...['agreement.instalment:1', 'agreement.instalment:2', 'agreement.duty:1'],
    ]);
    expect(tasksOf(again.paid(1))).toEqual(['watch-instalment:2', 'watch-duty:1']);
  });

  const withdrawn = received.act('withdraw', {});
  const failed = mediating.act('fail', { reason: 'too-far-apart' }).drawn();
  const declined = received.refused().act('decline', { reason: 'refused' }).drawn();
  const negotiated = consulting.act('settle-between-sides', {});
  const late = agreed.lockedIn().on('2026-04-16').defaulted(1);

  test.each<[string, DisputeStory, string, string[]]>([
    ['a withdrawal before acceptance', withdrawn, 'consulting', ['mediation.acceptance-decision']],
    [
      'a withdrawal after acceptance',
      accepted.act('withdraw', {}),
      'accepted',
      ['mediation.direct.acceptance'],
    ],
    ['a failure at the table', failed, 'mediating', ['mediation.direct.acceptance']],
    [
      'a failure before any session',
      accepted.act('fail', { reason: 'refused' }).drawn(),
      'accepted',
      ['mediation.direct.acceptance'],
    ],
    ['a refusal', declined, 'consulting', ['mediation.acceptance-decision']],
    ['a settlement between the sides', negotiated, 'consulting', ['mediation.acceptance-decision']],
  ])('%s: as it ended, closed and bound alike', (_what, story, state, rules) => {
    for (const file of [story, story.closed(), story.closed().archived().drawn()]) {
      const again = file.reopened();
      expect(again.state).toMatchObject({ state, concludedOn: null, closedOn: null, archivedOn: null });
      expect(rulesOf(again)).toEqual(rules);
      expect(tasksOf(again)).not.toEqual([]);
    }
  });

  test('a closed file that was performed, or in default, goes back to what is owed and no further', () => {
    const back = performed.closed().reopened();
    expect(back.state).toMatchObject({ state: 'performed', concludedOn: '2026-03-17', closeReason: null });
    expect(back.closed().state.state).toBe('closed');
    const broken = late.act('close', { reason: 'employer-insolvent' }).reopened();
    expect(broken.state).toMatchObject({ state: 'defaulted', closeReason: null });
    expect(broken.paid(1).paid(2).state.state).toBe('performed');
  });

  test('consent is asked for again, and the terms are written anew', () => {
    expect(declined.reopened().state).toMatchObject({ isConsentGiven: null, consents: {}, acceptedOn: null });
    expect(outcomeOf(() => declined.reopened().accepted())).toBe('dispute/consent-missing');
    const drafted = mediating.drafted().act('fail', { reason: 'would-not-sign' });
    expect(drafted.reopened().state.agreement).toBeNull();
    expect(tasksOf(drafted.reopened())).toEqual(['reach-result']);
  });

  test('a request that is rejected leaves the file as it is', () => {
    const asked = performed.closed().act('ask-reopen', {});
    expect(tasksOf(asked)).toEqual([`decide-request:${asked.state.seq}`]);
    const left = asked.act('reject-request', { no: asked.state.seq }, people.chief);
    expect(left.state).toMatchObject({ state: 'closed', approvals: [] });
    expect(tasksOf(left)).toEqual([]);
    expect(left.reopened().state.state).toBe('performed');
  });

  test('a file is bound once its papers are drawn', () => {
    const bound = performed.on('2026-06-01').closed().archived();
    expect(bound.state).toMatchObject({
      state: 'archived',
      archivedOn: '2026-06-01',
      closedOn: '2026-06-01',
    });
    expect(bound.state.undrawn).toHaveLength(1);
    expect(bound.drawn().state.undrawn).toEqual([]);
  });
});

describe('settled on the day', () => {
  const settled = aDispute().act(
    'receive-settled',
    { amount: parseYuan('800'), satisfaction: 'satisfied' },
    people.clerk,
  );

  test('taken in, settled and closed in one step, by whoever took it in', () => {
    expect(settled.state).toMatchObject({
      state: 'closed',
      owner: 'clerk',
      acceptedOn: '2026-03-02',
      concludedOn: '2026-03-02',
      closedOn: '2026-03-02',
      clocks: [],
    });
    expect(settled.state.undrawn).toHaveLength(1);
    expect(tasksOf(settled)).toEqual([]);
    expect(settled.drawn().archived().state.state).toBe('archived');
  });

  test('opened again it is asked for consent, and withdrawn then it is not mediated', () => {
    const again = settled.drawn().act('ask-reopen', {}, people.manager).approved();
    expect(again.state).toMatchObject({ state: 'consulting', acceptedOn: null });
    const back = again.act('withdraw', {}).closed().act('ask-reopen', {}, people.manager).approved();
    expect(back.state.state).toBe('consulting');
  });
});

test('the sides settle between themselves before acceptance: its clocks are moot', () => {
  const { ends } = consulting.decide('settle-between-sides', {});
  expect(ends.map(({ outcome }) => outcome)).toEqual(['moot', 'moot']);
  const settled = consulting.act('settle-between-sides', {});
  expect(settled.state).toMatchObject({ state: 'negotiated', concludedOn: '2026-03-02' });
  expect(rulesOf(settled)).toEqual(['file.close']);
});

test('what keeps a file open is named: duties, requests, papers', () => {
  const dutied = mediating
    .act('draft-agreement', {
      door: 'none',
      instalments: twoInstalments.slice(0, 1),
      duties: [{ who: employer, dueOn: day('2026-04-01') }],
    })
    .signed()
    .act('correct', { seq: 4, act: 'dispute-accepted', field: 'note' });
  expect(stillOpen(dutied.state)).toEqual([
    'clock:agreement.instalment:1',
    'clock:follow-up.visit:1',
    'clock:agreement.duty:1',
    'instalment:1',
    'duty:1',
    'paper:paper-8.0',
    'approval:10',
  ]);
  const late = dutied.on('2026-04-16').approved().drawn().defaulted(1);
  expect(late.act('close', { reason: 'handed-to-arbitration' }).state.clocks).toEqual([]);
});
