/** Several people on one case at the same moment: nobody's act is lost, done twice, or decided on what is no longer so. */
import { dayAt } from '../../src/domain/day.ts';
import type { CaseId } from '../../src/domain/ids.ts';
import { storyRules } from '../../src/domain/story.ts';
import { verifyAudit } from '../../src/persistence/audit.repository.ts';
import { CaseEvent } from '../../src/persistence/case-event.entity.ts';
import { CaseRecord } from '../../src/persistence/case-record.entity.ts';
import { checkOpenCases } from '../../src/persistence/check.listing.ts';
import { Task } from '../../src/persistence/clock.entity.ts';
import { Command } from '../../src/persistence/command.entity.ts';
import { Paper } from '../../src/persistence/paper.entity.ts';
import { eventWords } from '../../templates/zh-CN/event-words.ts';
import { aDisputeTakenIn } from './bodies.ts';
import type { Answer, Caller } from './caller.ts';
import { type Instance, startInstance } from './instance.ts';
import { shown } from './law-acts.ts';

let city: Instance;
let clerk: Caller;
let mediator: Caller;
beforeAll(async () => {
  city = await startInstance({ engine: true });
  clerk = await city.as('clerk');
  mediator = await city.as('mediator-411303');
}, 60_000);
afterAll(() => city.stop());

const CLERK = '卧龙区窗口（示例）';
const MEDIATOR = '卧龙区调解员（示例）';
const statuses = (answers: readonly Answer[]) => answers.map(({ status }) => status).sort();
const eventsOf = async (id: string) =>
  city.orm.em.fork().find(CaseEvent, { caseId: id as CaseId }, { orderBy: { seq: 'asc' } });
const kindsOf = async (id: string) => (await eventsOf(id)).map(({ kind }) => kind);
async function partyOf(id: string, side: string): Promise<string> {
  return (await shown(clerk, id)).parties.find((one) => one.side === side)!.id;
}

/** All of the record is whole, and nothing open is without its next step. */
async function expectWhole(): Promise<void> {
  expect(await verifyAudit(city.orm.em.fork())).toMatchObject({ ok: true, firstBad: null });
  expect((await checkOpenCases(city.orm.em.fork())).violations).toEqual([]);
}

describe('two who both saw the same', () => {
  test('are told apart: one act is done, the other learns what differs', async () => {
    const id = await aDisputeTakenIn(clerk, { facts: '两人同时办理，都看过' });
    const party = await partyOf(id, 'employer');
    const path = `/api/disputes/${id}`;
    const seen = (await clerk.get(path)).headers.get('etag') ?? '';
    const answers = await Promise.all([
      clerk.with({ 'if-match': seen }).post(`${path}/log-call`, { party, isReached: false }),
      mediator.with({ 'if-match': seen }).post(`${path}/consult`, { result: 'reached' }),
    ]);
    expect(statuses(answers)).toEqual([200, 409]);
    const hasClerkWon = answers[0].status === 200;
    const lost = hasClerkWon ? answers[1] : answers[0];
    expect(lost.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(lost.body).toMatchObject({
      code: 'case/changed-meanwhile',
      facts: { seen: 1, now: 2 },
      changes: [
        {
          seq: 2,
          on: dayAt(Date.now()),
          actorName: hasClerkWon ? CLERK : MEDIATOR,
          sentence: eventWords[hasClerkWon ? 'call-logged' : 'other-side-consulted'],
        },
      ],
    });
    expect(await kindsOf(id)).toEqual([
      'dispute-received',
      hasClerkWon ? 'call-logged' : 'other-side-consulted',
    ]);
    // Having looked again, the other may go on.
    const again = { 'if-match': (await clerk.get(path)).headers.get('etag') ?? '' };
    const call = await clerk.with(again).post(`${path}/log-call`, { party, isReached: false });
    expect([call.status, call.body.seq]).toEqual([200, 3]);
    await expectWhole();
  });

  test('of whom one is two steps behind learns both, in order', async () => {
    const id = await aDisputeTakenIn(clerk, { facts: '落后两步' });
    const party = await partyOf(id, 'employer');
    const path = `/api/disputes/${id}`;
    await mediator.post(`${path}/consult`, { on: '2026-03-03', result: 'reached' });
    await clerk.post(`${path}/log-call`, { on: '2026-03-04', party, isReached: true });
    const late = await mediator.with({ 'if-match': '"1"' }).post(`${path}/record-consent`, { isGiven: true });
    expect([late.status, late.body.facts]).toEqual([409, { seen: 1, now: 3 }]);
    expect(late.body.changes).toMatchObject([
      { seq: 2, on: '2026-03-03', actorName: MEDIATOR },
      { seq: 3, on: '2026-03-04', actorName: CLERK },
    ]);
  });
});

describe('two who do not say what they saw', () => {
  test('are both done where both may be', async () => {
    const id = await aDisputeTakenIn(clerk, { facts: '两人同时登记联系' });
    const party = await partyOf(id, 'employer');
    const call = (who: Caller) => who.post(`/api/disputes/${id}/log-call`, { party, isReached: false });
    const answers = await Promise.all([call(clerk), call(mediator)]);
    expect(statuses(answers)).toEqual([200, 200]);
    expect(answers.map(({ body }) => body.seq).sort()).toEqual([2, 3]);
    expect((await eventsOf(id)).map(({ actor }) => actor)).toHaveLength(3);
  });

  test('are decided one after the other: the second on what the first has left', async () => {
    const id = await aDisputeTakenIn(clerk, { facts: '两人同时登记撤回' });
    const withdraw = (who: Caller, note: string) => who.post(`/api/disputes/${id}/withdraw`, { note });
    const answers = await Promise.all([withdraw(clerk, '窗口收到撤回'), withdraw(mediator, '当面撤回')]);
    expect(statuses(answers)).toEqual([200, 409]);
    const refused = answers.find(({ status }) => status === 409)!;
    expect(refused.body).toMatchObject({
      code: 'case/not-in-this-state',
      facts: { action: 'withdraw', state: 'withdrawn' },
    });
    expect(refused.body.changes).toBeUndefined();
    expect(await kindsOf(id)).toEqual(['dispute-received', 'dispute-withdrawn']);
  });
});

test('twenty different acts at once all settle: each done once or refused, none in between', async () => {
  const id = await aDisputeTakenIn(clerk, { facts: '二十项同时办理' });
  const [worker, employer] = [await partyOf(id, 'worker'), await partyOf(id, 'employer')];
  const call = (party: string, on: string) => ({ party, on, isReached: false });
  const acts: [who: Caller, kind: string, body: object][] = [
    [clerk, 'log-call', call(employer, '2026-03-03')],
    [mediator, 'log-call', call(employer, '2026-03-04')],
    [clerk, 'log-call', call(worker, '2026-03-05')],
    [mediator, 'log-call', call(worker, '2026-03-06')],
    [mediator, 'add-note', { note: '单位负责人外出。' }],
    [mediator, 'add-note', { note: '劳动者愿意分期。', isConfidential: false }],
    [clerk, 'complete-party', { party: employer, representative: '吴示例' }],
    [mediator, 'complete-party', { party: worker, phone: '13800000002' }],
    [
      clerk,
      'appoint-agent',
      { party: worker, name: '郑代理', occupation: '律师', scope: 'special', phone: '13800000009' },
    ],
    [clerk, 'record-elements', { elements: { service: { address: '南阳市卧龙区七一路1号' } } }],
    [mediator, 'triage', { result: 'mediate', note: '事实清楚。' }],
    [mediator, 'consult', { result: 'reached' }],
    [mediator, 'record-consent', { isGiven: true }],
    [
      mediator,
      'record-limitation-event',
      { event: 'demand', happenedOn: '2026-02-01', evidence: '微信催款' },
    ],
    [
      mediator,
      'record-limitation-event',
      { event: 'promise', happenedOn: '2026-02-20', evidence: '书面承诺' },
    ],
    [mediator, 'plan-chain', { stations: [{ no: 1, body: 'hr-411303', why: 'arrears' }] }],
    [mediator, 'accept', {}],
    [clerk, 'issue-papers', { papers: [{ kind: 'application' }] }],
    [mediator, 'issue-papers', { papers: [{ kind: 'application' }] }],
    [mediator, 'certify-limitation', {}],
  ];
  const post = async ([who, kind, body]: (typeof acts)[number], index: number) => {
    const first = await who
      .with({ 'idempotency-key': `twenty-${index}` })
      .post(`/api/disputes/${id}/${kind}`, body);
    return first.status === 202 ? who.getSettled(`/api/commands/${String(first.body.command)}`) : first;
  };
  // Every one of them twice, as from an impatient hand.
  const [answers, again] = await Promise.all([Promise.all(acts.map(post)), Promise.all(acts.map(post))]);
  const outcome = ({ status, body }: Answer) => (status === 200 ? body.seq : [status, body.code]);
  expect(again.map(outcome)).toEqual(answers.map(outcome));

  const refused = answers.filter(({ status }) => status !== 200);
  // Consent and acceptance wait for the consultation, which may have come after them.
  for (const { status, body } of refused)
    expect([status, body.code ?? body.detail]).toEqual([
      409,
      expect.stringMatching(/^(case\/not-in-this-state|dispute\/consent-missing)$/),
    ]);
  expect(refused.length).toBeLessThanOrEqual(3);
  const done = answers.filter(({ status }) => status === 200).map(({ body }) => Number(body.seq));
  expect(new Set(done).size).toBe(done.length);

  for (const paper of (await shown(clerk, id)).papers)
    expect((await clerk.getSettled(paper.file)).status).toBe(200);
  const em = city.orm.em.fork();
  const events = await eventsOf(id);
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
  expect(new Set(events.map(({ commandId }) => commandId)).size).toBe(events.length);
  const own = events.filter(({ kind }) => kind === 'paper-drawn' || kind === 'clock-rang');
  expect(events.length - own.length).toBe(1 + done.length);
  const commands = await em.find(Command, { caseId: id as CaseId });
  expect(commands).toHaveLength(1 + acts.length);
  expect(commands.filter(({ status }) => status === 'pending')).toEqual([]);
  const papers = await em.find(Paper, { caseId: id as CaseId });
  expect(new Set(papers.map(({ number }) => number)).size).toBe(papers.length);

  const { snapshot, seq } = await em.findOneOrFail(CaseRecord, { id: id as CaseId });
  expect([snapshot.seq, seq]).toEqual([events.length, events.length]);
  const tasks = await em.find(Task, { caseId: id as CaseId });
  expect(tasks.map(({ key }) => key).sort()).toEqual(
    storyRules.dispute
      .tasks(snapshot)
      .map(({ key }) => key)
      .sort(),
  );
  await expectWhole();
}, 60_000);
