/** Breaking the glass: a case of another district is opened to be read, for a reason and a day; those concerned are told, and it stays on record. */
import type { Answer, Caller } from './caller.ts';
import { Caller as Browser } from './caller.ts';
import { accepted, accountOf, course, type Desk, deskOf, detail, drawn, promote } from './dispute-course.ts';
import { type Instance, startInstance } from './instance.ts';
import { act } from './law-acts.ts';

const OPENER = 'mediator-411302';
const REASON = '12351 热线转来投诉，承办人联系不上';
const NOTE = '劳动者私下说底线是八千';
const ABSENT = '00000000-0000-4000-8000-0000000000ff';

let city: Instance;
let desk: Desk;
let opener: Caller;
let id: string;
let other: string;
let receipt: string;
let referral: string;
beforeAll(async () => {
  city = await startInstance({ engine: true });
  desk = await deskOf(city);
  // A manager too, so that being one elsewhere is seen to open nothing.
  opener = await promote(city, OPENER);
  id = await accepted(desk);
  other = await accepted(desk);
  await act(desk.mediator, id, 'add-note', { note: NOTE, isConfidential: true });
  await desk.clerk.upload(`/api/disputes/${id}/evidence`, 'file', '欠条.txt', '欠条');
  await act(desk.mediator, id, 'refer', {
    ...{ body: 'court-411303', reason: '涉嫌欠薪', request: '请核实', contact: '0377-6000002' },
    isWorkerConsenting: true,
  });
  const shown = await detail(desk.mediator, id);
  receipt = shown.receiptNumber;
  referral = shown.referrals[0]!.id;
  await drawn(desk.mediator, id);
  paths = await allPaths();
  expect(paths.length).toBe(8);
}, 90_000);
afterAll(() => city.stop());

const why = ({ status, body }: Answer) => [status, body.code];
const open = (caller: Caller, at: string, body: object = { reason: REASON }) =>
  caller.post(`/api/disputes/${at}/break-glass`, body);
const rows = async (sql: string) =>
  (await city.orm.em.fork().execute<{ n: number }[]>(`select count(*)::int as n from ${sql}`))[0]!.n;
/** Sign-ins end before the glass closes. */
const again = (login: string) => Browser.signIn(city.url, login, city.passwordOf(login));

/** Everything that is there to be read of the case. */
let paths: string[] = [];
async function allPaths(): Promise<string[]> {
  const { papers } = await detail(desk.mediator, id);
  const { body } = await desk.clerk.get(`/api/disputes/${id}/evidence`);
  const [file] = body.items as { id: string }[];
  const parts = ['', '/events', '/evidence', '/mediators', '/chain-suggestion'];
  return [
    ...parts.map((part) => `/api/disputes/${id}${part}`),
    ...[`/api/evidence/${file!.id}/file`, `/api/referrals/${referral}`],
    ...papers.map((paper) => paper.file),
  ];
}
const all = async (caller: Caller) => [
  ...new Set(await Promise.all(paths.map(async (path) => (await caller.get(path)).status))),
];

test('before, the case is not there; an act of reading tells nothing', async () => {
  expect(await all(opener)).toEqual([404]);
  expect((await opener.get(`/api/disputes/${id}`)).text).toBe(
    (await opener.get(`/api/disputes/${ABSENT}`)).text,
  );
});

test('a reason must be given, and a case that is there', async () => {
  expect(why(await open(opener, id, {}))).toEqual([400, 'input/invalid']);
  expect(why(await open(opener, id, { reason: '  ' }))).toEqual([400, 'input/invalid']);
  expect(why(await open(opener, ABSENT))).toEqual([404, 'case/not-found']);
  expect(why(await open(opener, '2019-000001'))).toEqual([404, 'case/not-found']);
  // A referral is no dispute.
  expect(why(await open(opener, referral))).toEqual([404, 'case/not-found']);
  expect(why(await open(opener, '某案'))).toEqual([400, 'input/invalid']);
  expect([await rows('break_glass'), await rows('notice')]).toEqual([0, 0]);
});

test('it is for those whose role may need it, and not for one’s own district', async () => {
  const liaison = await city.as('liaison-court');
  for (const caller of [desk.clerk, liaison, await city.as('admin')]) {
    expect(why(await open(caller, id))).toEqual([403, 'account/no-role']);
    expect((await open(caller, id)).text).toBe((await open(caller, ABSENT)).text);
  }
  for (const caller of [desk.mediator, desk.manager, desk.auditor])
    expect(why(await open(caller, id))).toEqual([409, 'break-glass/not-needed']);
  expect(await rows('break_glass')).toBe(0);
});

test('by its receipt number the case is opened for a day, once for one wish', async () => {
  const once = opener.with({ 'idempotency-key': 'glass-1' });
  const answers = await Promise.all([1, 2, 3].map(() => open(once, receipt)));
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
  const [first] = answers.map(({ body }) => body as Record<string, string>);
  for (const { body } of answers) expect(body).toEqual(first);
  expect(first).toMatchObject({ case: id, receiptNumber: receipt });
  expect(Date.parse(first!.until!) - Date.parse(first!.at!)).toBe(24 * 3_600_000);
  expect([await rows('break_glass'), await rows('notice')]).toEqual([1, 2]);
  expect(why(await open(once, receipt, { reason: '别的理由' }))).toEqual([422, 'command/key-reused']);
  expect(why(await open(once, other))).toEqual([422, 'command/key-reused']);
  expect(await rows('break_glass')).toBe(1);
});

test('everything of that case is read, and nothing of another', async () => {
  expect(await all(opener)).toEqual([200]);
  expect((await opener.get(`/api/disputes/${other}`)).status).toBe(404);
  expect(await all(await city.as('mediator-411321'))).toEqual([404]);
  const items = (await opener.get('/api/disputes?limit=500')).body.items as { id: string }[];
  expect(items.map((one) => one.id)).not.toContain(id);
  expect(((await opener.get(`/api/disputes?q=${receipt}`)).body.items as object[]).length).toBe(0);
});

test('it is read and not acted on: no act is offered, none is taken, nothing is left behind', async () => {
  const shown = await detail(opener, id);
  expect([shown.isByBreakGlass, shown.actions]).toEqual([true, []]);
  expect([shown.referrals.length, shown.tasks.length > 0]).toEqual([1, true]);
  expect((await detail(desk.mediator, id)).isByBreakGlass).toBe(false);
  expect((await opener.get(`/api/referrals/${referral}`)).body).toMatchObject({ actions: [], withheld: [] });
  const before = await city.count();
  const acts: [path: string, body: object][] = [
    [`/api/disputes/${id}/add-note`, { note: '外区的话' }],
    [`/api/disputes/${id}/withdraw`, { note: '撤' }],
    [`/api/disputes/${id}/claims/compute`, {}],
    [`/api/referrals/${referral}/send`, {}],
    [`/api/disputes/${id}/assign`, { mediator: accountOf(city, OPENER) }],
  ];
  for (const [path, body] of acts) {
    const answer = await opener.post(path, body);
    expect([path, ...why(answer)]).toEqual([path, 404, 'case/not-found']);
    const absent = await opener.post(path.replace(/[0-9a-f-]{36}/, ABSENT), body);
    expect(answer.text).toBe(absent.text);
  }
  expect((await opener.upload(`/api/disputes/${id}/evidence`, 'file', 'a.txt', 'a')).status).toBe(404);
  expect(await city.count()).toEqual(before);
});

test('what one side said in confidence stays with who mediates', async () => {
  const said = async (caller: Caller) => JSON.stringify(await course(caller, id)).includes(NOTE);
  expect([await said(desk.mediator), await said(desk.manager)]).toEqual([true, true]);
  expect([await said(opener), await said(desk.auditor), await said(desk.clerk)]).toEqual([
    false,
    false,
    false,
  ]);
  expect((await opener.get(`/api/disputes/${id}`)).text).not.toContain(NOTE);
});

type Notice = {
  id: string;
  kind: string;
  sentence: string;
  receiptNumber: string;
  by: string;
  seenAt: string | null;
};
const noticesOf = async (caller: Caller, query = '') =>
  (await caller.get(`/api/notices?${query}`)).body.items as Notice[];

test('whoever carries the case and the manager over it are told, and see it once', async () => {
  for (const caller of [desk.mediator, desk.manager]) {
    const [notice, ...more] = await noticesOf(caller);
    expect(more).toEqual([]);
    expect(notice).toMatchObject({ kind: 'case-opened', receiptNumber: receipt, seenAt: null });
    expect(notice!.by).toBe(accountOf(city, OPENER));
    expect(notice!.sentence).toMatch(
      new RegExp(`^宛城区调解员（示例）紧急查阅了案件 ${receipt}，可查看到 .*\\d；理由见紧急查阅记录$`),
    );
  }
  for (const caller of [opener, desk.clerk, desk.auditor]) expect(await noticesOf(caller)).toEqual([]);
  const [mine] = await noticesOf(desk.mediator, 'isSeen=false');
  expect(why(await desk.manager.post(`/api/notices/${mine!.id}/seen`, {}))).toEqual([
    404,
    'notice/not-found',
  ]);
  expect(why(await desk.manager.post(`/api/notices/${ABSENT}/seen`, {}))).toEqual([404, 'notice/not-found']);
  const seen = await desk.mediator.post(`/api/notices/${mine!.id}/seen`, {});
  expect(seen.body.seenAt).toMatch(/^20/);
  city.later(60_000);
  expect((await desk.mediator.post(`/api/notices/${mine!.id}/seen`, {})).body).toEqual(seen.body);
  expect(await noticesOf(desk.mediator, 'isSeen=false')).toEqual([]);
  expect(await noticesOf(desk.mediator, `q=${receipt}&sort=receiptNumber`)).toHaveLength(1);
  expect((await desk.mediator.get('/api/notices?format=csv')).text).toContain(`紧急查阅,${receipt}`);
});

test('it is on record, with its reason, for those over the district, for who carries the case and for the opener', async () => {
  const recorded = async (caller: Caller, query = '') =>
    (await caller.get(`/api/break-glass?${query}`)).body.items as Record<string, string>[];
  for (const caller of [desk.manager, desk.auditor, desk.mediator, opener])
    expect(await recorded(caller)).toMatchObject([
      {
        ...{ case: id, receiptNumber: receipt, district: '411303', reason: REASON },
        ...{ account: accountOf(city, OPENER), accountDistrictName: '宛城区' },
      },
    ]);
  expect(await recorded(desk.clerk)).toEqual([]);
  expect(await recorded(await city.as('mediator-411321'))).toEqual([]);
  expect(await recorded(desk.manager, 'district=411302')).toEqual([]);
  expect(await recorded(desk.manager, `q=${receipt}&case=${id}`)).toHaveLength(1);
  const csv = await desk.auditor.get('/api/break-glass?format=csv');
  expect(csv.text).toContain(`宛城区,${receipt},卧龙区,${REASON}`);
  const readings = (await desk.auditor.get(`/api/disputes/${id}/readings?what=break-glass`)).body.items;
  // Each time it is asked for stands in the log of readings, however often the answer was lost.
  const reading = { account: accountOf(city, OPENER), case: id };
  expect(readings).toMatchObject([reading, reading, reading]);
});

test('what is on record is never changed or deleted', async () => {
  const em = city.orm.em.fork();
  for (const sql of [`update break_glass set reason = ''`, 'delete from break_glass', 'truncate break_glass'])
    await expect(em.execute(sql)).rejects.toThrow(/never changed or deleted/);
});

test('after a day it closes again, and may be opened with a reason anew', async () => {
  city.later(23.9 * 3_600_000);
  expect(await all(await again(OPENER))).toEqual([200]);
  city.later(0.1 * 3_600_000);
  const late = await again(OPENER);
  expect(await all(late)).toEqual([404]);
  expect((await late.get(`/api/disputes/${id}`)).text).toBe((await late.get(`/api/disputes/${ABSENT}`)).text);
  expect((await open(late, id, { reason: '再次核对' })).status).toBe(201);
  expect(await all(late)).toEqual([200]);
  expect([await rows('break_glass'), await rows('notice')]).toEqual([2, 4]);
});
