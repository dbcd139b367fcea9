/** What other bodies hand over to the union: written down, accepted as a dispute, reported back. */
import type { Answer, Caller } from './caller.ts';
import { type Instance, startInstance } from './instance.ts';
import { act, received, until } from './law-acts.ts';

let city: Instance;
let clerk: Caller;
let mediator: Caller;
let manager: Caller;
let court: Caller;
let hr: Caller;
beforeAll(async () => {
  city = await startInstance({ engine: true });
  clerk = await city.as('clerk');
  mediator = await city.as('mediator-411303');
  manager = await city.as('manager');
  court = await city.as('liaison-court');
  hr = await city.as('liaison-hr');
}, 60_000);
afterAll(() => city.stop());

const letter = (changes: Record<string, unknown> = {}) => ({
  ...{ fromBody: 'court-411303', toBody: 'union-411303', channel: 'court-delegated' },
  ...{ otherNumber: '（2026）豫1303诉前调001号', receivedOn: received, contact: '0377-6000003' },
  ...{ reason: '当事人同意先行调解', request: '请调解', materials: ['起诉状'] },
  workers: [{ name: '吴示例', phone: '13800000002' }],
  employers: [{ name: '南阳示例物流有限公司' }],
  ...{ place: '卧龙区某仓库', since: '2025-11-30', facts: '两个月工资未付。' },
  claims: [{ head: 'wages', amount: '8000.00', basis: '两个月工资未付' }],
  // Each letter has a number of its own.
  ...(changes.place ? { otherNumber: `（2026）豫1303诉前调${String(changes.place)}号` } : {}),
  ...changes,
});
const bring = async (caller: Caller, changes: Record<string, unknown> = {}): Promise<string> => {
  const { status, body, text } = await caller.post('/api/referrals', letter(changes));
  expect([status, text]).toEqual([201, expect.any(String)]);
  return `/api/referrals/${body.case}`;
};
async function done(caller: Caller, path: string, body: object = {}): Promise<void> {
  const { status, text } = await caller.post(path, { on: received, ...body });
  expect([path, status, text]).toEqual([path, 200, expect.any(String)]);
}
const why = ({ status, body }: Answer) => [status, body.code];
type Link = { id: string; receiptNumber: string } | null;
const childOf = async (caller: Caller, path: string) => (await caller.get(path)).body.child as Link;

test('a court delegates, the union accepts: a dispute is open, received on the day the letter was signed for', async () => {
  const path = await bring(court);
  expect((await mediator.get(path)).body).toMatchObject({
    ...{ state: 'sent', direction: 'incoming', channel: 'court-delegated', parent: null, papers: [] },
    otherNumber: '（2026）豫1303诉前调001号',
    hops: [{ hop: 'decide', rule: 'mediation.court-delegated.accept', dueOn: '2026-03-05' }],
  });
  await done(mediator, `${path}/receive`);
  await done(mediator, `${path}/accept`, { on: '2026-03-03' });
  const child = await childOf(mediator, path);
  expect(child?.receiptNumber).toMatch(/\d/);
  await until(async () => (await mediator.get(`/api/disputes/${child?.id}`)).body.state === 'received');
  expect((await mediator.get(`/api/disputes/${child?.id}`)).body).toMatchObject({
    ...{ channel: 'court-delegated', receivedOn: received, place: '卧龙区某仓库' },
    claims: [{ head: 'wages', amount: '8000.00' }],
  });
  const [row] = (await court.get('/api/referrals?direction=outgoing')).body.items as Record<
    string,
    unknown
  >[];
  expect(row).toMatchObject({ outcome: null, childNumber: child?.receiptNumber });
});

test('what came of it goes back to the court with its code, and the court closes', async () => {
  const path = await bring(court, { place: '反馈' });
  for (const step of ['receive', 'accept']) await done(mediator, `${path}/${step}`);
  const tasks = (await mediator.get(path)).body.tasks as Record<string, unknown>[];
  expect(tasks).toMatchObject([{ why: 'report-referral', dueOn: '2026-04-01' }]);
  const wrong = await mediator.post(`${path}/report`, {
    on: received,
    note: '结果',
    outcome: 'payment-ordered',
  });
  expect(why(wrong)).toEqual([422, 'referral/outcome-not-of-body']);
  expect(String(wrong.body.detail)).toContain('工会不能反馈“责令支付”');
  expect((await court.post(`${path}/report`, { note: '自报', outcome: 'agreed' })).status).toBe(403);
  const agreed = { on: '2026-03-20', note: '双方达成协议', outcome: 'agreed' };
  const { actions, withheld } = (await mediator.get(path)).body as Record<string, unknown[]>;
  expect(actions).not.toContain('report');
  expect(withheld).toContainEqual({ action: 'report', reason: expect.stringContaining('还在办理') });
  const early = await mediator.post(`${path}/report`, agreed);
  expect(why(early)).toEqual([409, 'referral/child-open']);
  expect(String(early.body.detail)).toContain('请先在该争议中登记调解结果');
  const child = (await childOf(mediator, path))?.id ?? '';
  await until(async () => (await mediator.get(path)).body.state === 'working');
  await act(mediator, child, 'settle-between-sides', { on: '2026-03-20', note: '自行和解' });
  await until(async () => (await mediator.get(path)).body.childOutcome !== null);
  const contrary = await mediator.post(`${path}/report`, agreed);
  expect(why(contrary)).toEqual([409, 'referral/outcome-not-of-child']);
  expect(String(contrary.body.detail)).toContain('settled-and-withdrawn（自行和解撤回）');
  await done(mediator, `${path}/report`, { ...agreed, note: '自行和解', outcome: 'settled-and-withdrawn' });
  const mine = (await court.get('/api/tasks?limit=500')).body.items as { case: string; why: string }[];
  expect(mine.filter((task) => path.endsWith(task.case)).map((task) => task.why)).toEqual(['close-referral']);
  await done(court, `${path}/close`, { on: '2026-03-20' });
  expect((await court.get(path)).body).toMatchObject({
    ...{ state: 'closed', outcome: 'settled-and-withdrawn' },
  });
});

test('a letter is one case while it is in hand, on whatever day and by whomever it is typed in again', async () => {
  const otherNumber = '（2026）豫1303诉前调重复号';
  const path = await bring(court, { place: '重复', otherNumber });
  const again = async (changes: Record<string, unknown> = {}) =>
    why(
      await clerk.post(
        '/api/referrals',
        letter({ place: '重复', otherNumber, contact: '0377-6000004', ...changes }),
      ),
    );
  expect(await again()).toEqual([409, 'referral/already-in']);
  expect(await again({ fromBody: 'procuratorate-411303', channel: 'transferred' })).toEqual([201, undefined]);
  await done(clerk, `${path}/receive`);
  await done(clerk, `${path}/return`, { note: '缺材料', reason: 'incomplete' });
  expect(await again()).toEqual([201, undefined]);
});

test('the window types a letter in for a body without an account; each way has its own period', async () => {
  const ways: [changes: Record<string, unknown>, rule: string][] = [
    [{ channel: 'court-entrusted', procedure: 'summary' }, 'mediation.court-entrusted.summary'],
    [{ channel: 'court-entrusted', procedure: 'ordinary' }, 'mediation.court-entrusted.ordinary'],
    [{ channel: 'arbitration-entrusted', fromBody: 'hr-411303' }, 'mediation.arbitration-entrusted'],
    [{ channel: 'transferred', fromBody: 'procuratorate-411303' }, 'referral.report'],
  ];
  for (const [changes, rule] of ways) {
    const path = await bring(clerk, { ...changes, place: rule });
    for (const step of ['receive', 'accept']) await done(clerk, `${path}/${step}`);
    const { hops } = (await clerk.get(path)).body as { hops: { rule: string }[] };
    expect(hops.at(-1)?.rule).toBe(rule);
    const child = await childOf(clerk, path);
    await until(async () => (await clerk.get(`/api/disputes/${child?.id}`)).body.state === 'received');
  }
});

test('the same letter twice is one case; it may be returned, and then opens no dispute', async () => {
  const path = await bring(court, { place: '两遍' });
  expect(await bring(court, { place: '两遍' })).toBe(path);
  await done(clerk, `${path}/receive`);
  await done(clerk, `${path}/return`, { note: '不在本区', reason: 'not-competent' });
  expect((await court.get(path)).body).toMatchObject({
    state: 'returned',
    outcome: 'not-competent',
    child: null,
  });
  const [{ n } = { n: -1 }] = await city.orm.em
    .fork()
    .execute<{ n: number }[]>(`select count(*)::int as n from dispute where place = '两遍'`);
  expect(n).toBe(0);
});

test('an officer asks how it goes, and has the silent desk’s manager told', async () => {
  const path = await bring(court, { place: '催问' });
  await done(court, `${path}/reply`, { text: '请尽快安排' });
  await done(mediator, `${path}/reply`, { text: '已联系双方' });
  const { thread } = (await court.get(path)).body as { thread: { side: string; text: string }[] };
  expect(thread.map(({ side, text }) => [side, text])).toEqual([
    ['sender', null],
    ['sender', '请尽快安排'],
    ['receiver', '已联系双方'],
  ]);
  await done(court, `${path}/escalate`, { on: '2026-03-09', note: '未答复' });
  const tasks = (await manager.get(path)).body.tasks as Record<string, unknown>[];
  expect(tasks).toMatchObject([{ why: 'answer-referral', ownerName: expect.stringContaining('管理者') }]);
});

describe('what may not come in', () => {
  const rows: [what: string, who: () => Caller, changes: Record<string, unknown>, answer: unknown[]][] = [
    ['from another body than one’s own', () => hr, {}, [403, 'referral/from-other-body']],
    ['to a body that is not ours', () => court, { toBody: 'hr-411303' }, [422, 'referral/not-ours']],
    ['to oneself', () => clerk, { fromBody: 'union-411303' }, [422, 'referral/to-own-body']],
    ['from nowhere', () => clerk, { fromBody: 'court-999999' }, [422, 'body/unknown']],
    ['to nowhere', () => court, { toBody: 'union-999999' }, [422, 'body/unknown']],
    ['for another district', () => clerk, { toBody: 'union-411302' }, [403, 'district/not-yours']],
    ['delegated by no court', () => hr, { fromBody: 'hr-411303' }, [422, 'referral/channel-not-of-body']],
    ['tomorrow', () => court, { receivedOn: '2199-01-01' }, [422, 'day/in-the-future']],
    ['before the dispute arose', () => court, { since: '2026-03-03' }, [422, 'dispute/since-after-receipt']],
    ['before the employment ended', () => court, { employmentEndedOn: '2026-03-03' }, [422, 'day/reversed']],
    ['entrusted without its procedure', () => court, { channel: 'court-entrusted' }, [400, 'input/invalid']],
    ['delegated with a procedure', () => court, { procedure: 'summary' }, [400, 'input/invalid']],
  ];
  test.each(rows)('%s', async (_what, who, changes, answer) => {
    const before = await city.count();
    const refused = await who().post('/api/referrals', letter(changes));
    expect(why(refused)).toEqual(answer);
    expect(String(refused.body.detail)).toMatch(/\p{Script=Han}/u);
    expect(await city.count()).toEqual(before);
  });
});

test('a referral that stands alone is in lists, in the check of open cases and in the days a rule pack may move', async () => {
  const path = await bring(court, { place: '独立' });
  const id = path.split('/').at(-1);
  const rows = (await mediator.get('/api/referrals?direction=incoming&limit=500')).body.items as {
    id: string;
  }[];
  expect(rows.some((row) => row.id === id)).toBe(true);
  const csv = await mediator.get('/api/referrals?direction=incoming&format=csv');
  expect(csv.text).toContain('（2026）豫1303诉前调001号');
  const tasks = (await clerk.get('/api/tasks?mine=false&limit=500')).body.items as { case: string }[];
  expect(tasks.some((task) => task.case === id)).toBe(true);
  const { listLawClocks } = await import('../../src/persistence/open-clock.listing.ts');
  const clocks = await listLawClocks(city.orm.em.fork(), 'another-pack');
  expect(clocks.filter((clock) => clock.case === id)).toMatchObject([
    { rule: 'mediation.court-delegated.accept', receiptNumber: '（2026）豫1303诉前调独立号' },
  ]);
  const { checkOpenCases } = await import('../../src/persistence/check.listing.ts');
  expect((await checkOpenCases(city.orm.em.fork())).violations).toEqual([]);
});

test('the dispute it opened is carried like any other, and tells the referral who has it and what it came to', async () => {
  const path = await bring(court, { place: '办理' });
  for (const step of ['receive', 'accept']) await done(mediator, `${path}/${step}`);
  const child = (await childOf(mediator, path))?.id ?? '';
  const seen = async () => (await mediator.get(path)).body as Record<string, unknown> & { tasks: object[] };
  await until(async () => (await seen()).state === 'working');
  await act(mediator, child, 'consult', { result: 'reached' });
  expect((await mediator.get(`/api/disputes/${child}`)).body.state).toBe('consulting');
  await act(mediator, child, 'decline', { reason: 'refused', note: '用人单位拒绝调解' });
  await until(async () => (await seen()).childOutcome !== null);
  expect(await seen()).toMatchObject({
    ...{ childOutcome: 'refused', outcome: null },
    tasks: [{ why: 'report-referral', dueOn: '2026-03-19', ownerName: expect.stringContaining('调解员') }],
  });
  await done(mediator, `${path}/report`, { on: '2026-03-17', note: '一方拒绝', outcome: 'refused' });
  expect((await court.get(path)).body).toMatchObject({ state: 'reported', outcome: 'refused' });
});
