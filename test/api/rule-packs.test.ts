/** A calendar year is published as a rule pack: previewed, immutable, kept by each case until it is moved. */
import { canonicalPack } from '../../src/law/pack.ts';
import { currentPack } from '../../src/law/packs.ts';
import { sha256 } from '../../src/persistence/hash-chain.ts';
import { plantPack } from '../../src/persistence/rule-pack.repository.ts';
import { aDisputeTakenIn } from './bodies.ts';
import type { Caller } from './caller.ts';
import { type Instance, startInstance } from './instance.ts';
import { act, anAgreement, invented2027, severance, shown, until } from './law-acts.ts';

type Preview = {
  sha256: string;
  base: string;
  cases: number;
  elsewhere: number;
  moves: Record<string, unknown>[];
};

let city: Instance;
let [clerk, mediator, admin, manager]: Caller[] = [];
let severed = '';
let agreed = '';
let wages = '';
beforeAll(async () => {
  city = await startInstance({ engine: true });
  await plantPack(city.orm, currentPack, new Date());
  [clerk, mediator, admin, manager] = await Promise.all(
    ['clerk', 'mediator-411303', 'admin', 'manager'].map((login) => city.as(login)),
  );
  severed = await aDisputeTakenIn(clerk!, severance);
  agreed = await anAgreement(clerk!, mediator!);
  wages = await aDisputeTakenIn(clerk!);
}, 90_000);
afterAll(() => city.stop());

const draft = { id: 'test-2027.1', name: '测试用规则包（虚构的放假安排）', calendar: invented2027 };
const previewFor = async (caller: Caller) =>
  (await caller.post('/api/rule-packs/preview', draft)).body as unknown as Preview;
const preview = () => previewFor(admin!);
const published = async () =>
  ((await mediator!.get('/api/rule-packs')).body.items as { id: string }[]).map(({ id }) => id);

test('the pack that comes with the house is published, with the hash of its content', async () => {
  expect(await published()).toEqual(['nanyang-2026.1']);
  const { body } = await mediator!.get('/api/rule-packs/nanyang-2026.1');
  expect(body).toMatchObject({
    lastYear: 2026,
    publishedBy: 'system',
    moves: { moved: 0, pending: 0, refused: 0 },
    sha256: sha256(canonicalPack(currentPack)),
  });
  expect(sha256(canonicalPack(body.content as never))).toBe(body.sha256);
  expect(await plantPack(city.orm, currentPack, new Date())).toBe(false);
});

test('a preview says which open clocks move, and writes nothing', async () => {
  const { base, cases, elsewhere, moves } = await previewFor(manager!);
  expect([base, cases, elsewhere]).toEqual(['nanyang-2026.1', 2, 0]);
  expect(moves).toEqual([
    expect.objectContaining({
      case: agreed,
      rule: 'follow-up.visit',
      startedOn: '2027-02-05',
      before: '2027-02-10',
      after: '2027-02-16',
      wasProvisional: true,
      isProvisional: false,
    }),
    expect.objectContaining({
      case: severed,
      rule: 'limitation.last-safe-day',
      before: '2027-03-02',
      after: '2027-03-02',
      days: 0,
      wasProvisional: true,
      isProvisional: false,
    }),
  ]);
  expect(await published()).toEqual(['nanyang-2026.1']);
});

test('an administrator is told how many cases a pack would move, and not which', async () => {
  const { cases, elsewhere, moves, sha256: hash } = await preview();
  expect([cases, elsewhere, moves]).toEqual([2, 2, []]);
  expect(hash).toBe((await previewFor(manager!)).sha256);
});

test('a preview shows the year by month, and how many clocks become certain', async () => {
  const { months, becomeFirm } = (await admin!.post('/api/rule-packs/preview', draft)).body as {
    months: { month: number; workingDays: number; off: string[]; work: string[] }[];
    becomeFirm: number;
  };
  expect(becomeFirm).toBe(2);
  expect(months).toHaveLength(12);
  // Of the invented calendar: Friday 1 January; 8 to 12 February off, Sunday 14 February worked.
  expect(months[0]).toEqual({ month: 1, workingDays: 20, off: ['2027-01-01'], work: [] });
  expect(months[1]).toEqual({
    ...{ month: 2, workingDays: 16, work: ['2027-02-14'] },
    off: ['2027-02-08', '2027-02-09', '2027-02-10', '2027-02-11', '2027-02-12'],
  });
});

test('a year that is loaded is loaded again only with a reason, as a new pack', async () => {
  const later = {
    ...invented2027,
    year: 2026,
    holidays: [{ name: '元旦', off: ['2026-01-01', '2026-01-03'], work: [], statutory: [] }],
  };
  const ask = (calendar: object) => admin!.post('/api/rule-packs/preview', { ...draft, calendar });
  const { status, body } = await ask(later);
  expect([status, body.code]).toEqual([409, 'calendar/already-loaded']);
  expect(body.detail).toContain('国办发明电');
  const again = await ask({
    ...later,
    reason: '虚构的更正',
    url: 'https://example.cn/notice',
    title: '虚构的通知',
  });
  expect([again.status, again.body.year]).toEqual([200, 2026]);
  expect((await ask({ ...later, reason: '虚构', url: 'notice' })).body.code).toBe('calendar/invalid');
});

test('a certificate that must state a provisional day is refused, and gives its number back', async () => {
  const { status, body } = await mediator!.post(`/api/disputes/${severed}/certify-limitation`, {});
  expect([status, body.code]).toEqual([422, 'paper/provisional-date']);
  const [{ n } = { n: -1 }] = await city.orm.em
    .fork()
    .execute<{ n: number }[]>(`select count(*)::int as n from paper_series where series like '%limitation%'`);
  expect(n).toBe(0);
});

const wrong: [what: string, change: object, status: number, code: string][] = [
  ['without the hash', { sha256: undefined }, 400, 'input/invalid'],
  ['with another hash', { sha256: 'ab'.repeat(32) }, 409, 'pack/not-as-previewed'],
  ['with another name than previewed', { name: '另一个名称' }, 409, 'pack/not-as-previewed'],
  ['under the id of another', { id: 'nanyang-2026.1' }, 409, 'pack/id-taken'],
  ['for a year that is not the next', { calendar: { ...invented2027, year: 2028 } }, 422, 'calendar/invalid'],
  ['with a calendar that is none', { calendar: { year: 2027 } }, 422, 'calendar/invalid'],
];

test.each(wrong)('a pack is not published %s', async (_what, change, status, code) => {
  const { sha256: hash } = await preview();
  const answer = await admin!.post('/api/rule-packs', { ...draft, sha256: hash, ...change });
  expect([answer.status, answer.body.code]).toEqual([status, code]);
  expect(await published()).toEqual(['nanyang-2026.1']);
});

test('only an administrator publishes, once for one wish', async () => {
  const { sha256: hash } = await preview();
  const body = { ...draft, sha256: hash };
  expect((await manager!.post('/api/rule-packs', body)).status).toBe(403);
  const once = admin!.with({ 'idempotency-key': 'publish-2027' });
  const answers = await Promise.all([1, 2, 3, 4].map(() => once.post('/api/rule-packs', body)));
  answers.push(await once.post('/api/rule-packs', body), await admin!.post('/api/rule-packs', body));
  expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(201));
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  expect(await published()).toEqual(['nanyang-2026.1', 'test-2027.1']);
  const reused = await once.post('/api/rule-packs', { ...body, id: 'test-2027.2' });
  expect([reused.status, reused.body.code]).toEqual([422, 'command/key-reused']);
  const other = await admin!.post('/api/rule-packs', { ...body, sha256: 'ab'.repeat(32) });
  expect([other.status, other.body.code]).toEqual([409, 'pack/id-taken']);
});

test.each([`update rule_pack set name = 'x'`, `delete from rule_pack`, `truncate rule_pack`])(
  '%s is refused by the database',
  async (sql) => {
    await expect(city.orm.em.fork().execute(sql)).rejects.toThrow(/never changed or deleted/);
  },
);

test('cases keep the pack they were opened under; a case opened now is under the new one', async () => {
  const visit = (await shown(clerk!, agreed)).clocks.find(({ rule }) => rule === 'follow-up.visit');
  expect(visit).toMatchObject({ dueOn: '2027-02-10', provisional: true });
  expect((await shown(clerk!, severed)).pack).toBe('nanyang-2026.1');
  const fresh = await shown(clerk!, await aDisputeTakenIn(clerk!, { ...severance, facts: '发布以后登记' }));
  expect(fresh.pack).toBe('test-2027.1');
  expect(fresh.clocks.find(({ rule }) => rule === 'limitation.last-safe-day')).toMatchObject({
    provisional: false,
  });
});

test('a manager moves the cases whose days change: they become firm, the old day stays on record', async () => {
  const order = { reason: '国务院办公厅已公布放假安排' };
  expect((await admin!.post('/api/rule-packs/test-2027.1/move', order)).status).toBe(403);
  const { status, body } = await manager!.post('/api/rule-packs/test-2027.1/move', order);
  expect([status, body.ordered]).toEqual([200, 2]);
  const progress = async () => (await manager!.get('/api/rule-packs/test-2027.1')).body.moves;
  await until(async () => JSON.stringify(await progress()) === '{"moved":2,"pending":0,"refused":0}');
  const visits = (await shown(clerk!, agreed)).clocks.filter(({ rule }) => rule === 'follow-up.visit');
  expect(visits).toEqual([
    expect.objectContaining({ dueOn: '2027-02-10', provisional: true, outcome: 'moved' }),
    expect.objectContaining({ dueOn: '2027-02-16', provisional: false, outcome: null }),
  ]);
  expect(JSON.stringify(visits[1]?.explanation)).toContain('春节');
  const { pack, limitation } = await shown(clerk!, severed);
  expect([pack, limitation.lastSafeDay, limitation.provisional]).toEqual([
    'test-2027.1',
    '2027-03-02',
    false,
  ]);
  expect((await shown(clerk!, wages)).pack).toBe('nanyang-2026.1');
  const { items } = (await mediator!.get(`/api/disputes/${severed}/events`)).body as { items: object[] };
  expect(items.at(-1)).toMatchObject({
    kind: 'pack-moved',
    facts: { from: 'nanyang-2026.1', to: 'test-2027.1' },
    texts: { note: order.reason },
  });
  const again = await manager!.post('/api/rule-packs/test-2027.1/move', order);
  expect([again.status, again.body.code]).toEqual([409, 'pack/nothing-to-move']);
});

test('a named case is moved too, though none of its days change; one that is there already is not found', async () => {
  const move = (cases: string[]) =>
    manager!.post('/api/rule-packs/test-2027.1/move', { reason: '统一', cases });
  expect((await move([severed])).body.code).toBe('case/not-found');
  expect((await move([wages])).body.ordered).toBe(1);
  await until(async () => (await shown(clerk!, wages)).pack === 'test-2027.1');
  const direct = await manager!.post(`/api/disputes/${wages}/move-pack`, {
    pack: 'test-2027.1',
    note: '再改',
  });
  expect([direct.status, direct.body.code]).toEqual([409, 'pack/already-on']);
  const nowhere = await manager!.post(`/api/disputes/${wages}/move-pack`, { pack: 'no-such', note: '改' });
  expect([nowhere.status, nowhere.body.code]).toEqual([422, 'law/unknown-pack']);
});

test('once the day is firm the certificate is issued, under the first number', async () => {
  await act(mediator!, severed, 'certify-limitation');
  const { papers } = await shown(mediator!, severed);
  expect(papers.map(({ kind, number }) => [kind, number])).toEqual([
    ['limitation-certificate', '宛工时卧龙〔2026〕第1号'],
  ]);
  expect((await mediator!.getSettled(papers[0]!.file)).status).toBe(200);
});

test('the law answers with the pack published last, or with the one that is named', async () => {
  const ask = async (pack: string) =>
    (await mediator!.get(`/api/law/deadline?rule=follow-up.visit&from=2027-02-05${pack}`)).body;
  expect(await ask('&pack=nanyang-2026.1')).toMatchObject({ dueOn: '2027-02-10', provisional: true });
  expect(await ask('')).toMatchObject({ provisional: false });
  expect(await ask('&pack=test-2027.1')).toMatchObject({ dueOn: '2027-02-16', provisional: false });
});
