/** A running register is taken over: right lines become cases where they had come, wrong ones are named, nothing is done twice. */
import { setTimeout as sleep } from 'node:timers/promises';
import { readConfig } from '../../src/config.ts';
import { addDays, dayAt } from '../../src/domain/day.ts';
import { connectClient } from '../../src/engine/connect.ts';
import { replay } from '../../src/engine/replay.ts';
import { writeImports } from '../../src/engine/write-imports.ts';
import { verifyAudit } from '../../src/persistence/audit.repository.ts';
import { CaseRecord } from '../../src/persistence/case-record.entity.ts';
import { checkOpenCases } from '../../src/persistence/check.listing.ts';
import { readTable } from '../../src/sheets/read-table.ts';
import { lineFault } from '../../templates/zh-CN/import-words.ts';
import { workflowIdOf } from '../../workflows/messages.ts';
import { bundled } from '../engine/bundled.ts';
import { killStarted, startNode } from '../engine/processes.ts';
import { silent } from '../workflows/city.ts';
import type { Caller } from './caller.ts';
import { type Instance, startInstance } from './instance.ts';
import { bad, FIRST_ROW, good, MEDIATOR, mendedLines, wholeRegister, workbookOf } from './register.ts';

type Imported = {
  id: string;
  sameAs: string | null;
  isDone: boolean;
} & Record<'total' | 'pending' | 'done' | 'refused' | 'skipped', number>;
type LineShown = {
  row: number;
  status: string;
  problems: { column: string; sentence: string }[];
  case: string;
  receiptNumber: string;
};

const today = dayAt(Date.now());
let city: Instance;
let clerk: Caller;
let mediator: Caller;
let first: Imported;
let whole: Buffer;
/** The cases of the city's own. */
let seeded = 0;
const stopped = new AbortController();
let writing: Promise<void> = Promise.resolve();

beforeAll(async () => {
  city = await startInstance({ engine: true });
  [clerk, mediator] = [await city.as('clerk'), await city.as('mediator-411303')];
  seeded = (await city.count()).dispute ?? 0;
  whole = await workbookOf(wholeRegister);
}, 120_000);
afterAll(async () => {
  killStarted();
  stopped.abort();
  await writing;
  await city.stop();
});

async function upload(bytes: Buffer, as = clerk, headers: Record<string, string> = {}, name = '台账.xlsx') {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(bytes)]), name);
  const init = { method: 'POST', body: form, headers: { ...as.headers, ...headers } };
  const response = await fetch(`${city.url}/api/imports`, init);
  return { status: response.status, body: (await response.json()) as Imported & { code: string } };
}

const read = async (id: string) => (await clerk.get(`/api/imports/${id}`)).body as unknown as Imported;
async function untilDone(id: string): Promise<Imported> {
  for (const end = Date.now() + 90_000; Date.now() < end; await sleep(200)) {
    const now = await read(id);
    if (now.isDone) return now;
  }
  throw new Error(`${id} is still going on: ${JSON.stringify(await read(id))}`);
}

async function linesOf(id: string, query = ''): Promise<LineShown[]> {
  const { body } = await clerk.get(`/api/imports/${id}/lines?limit=500${query}`);
  return body.items as LineShown[];
}
const rowsOf = async (sql: string) => city.orm.em.fork().execute<Record<string, unknown>[]>(sql);

test('a register is answered at once: what is wrong is named by row and column, the rest waits', async () => {
  const { status, body } = await upload(whole, clerk, { 'idempotency-key': 'once' });
  expect([status, body]).toMatchObject([201, { total: 30, pending: 25, refused: 5, done: 0, skipped: 0 }]);
  first = body;
  const wrong = await linesOf(first.id, '&status=refused');
  expect(wrong.map(({ row, problems }) => [row, problems.map(({ column }) => column)])).toEqual(
    bad.map(([, column], index) => [FIRST_ROW + good.length + index, [column]]),
  );
  for (const { row, problems } of wrong)
    expect(problems[0]?.sentence).toMatch(
      new RegExp(`^第 ${row} 行「.+」\\p{Script=Han}|^第 ${row} 行「.+」“`, 'u'),
    );
});

test('the same request once more is the same import; another file under its key is refused', async () => {
  const again = await upload(whole, clerk, { 'idempotency-key': 'once' });
  expect([again.status, again.body.id]).toEqual([201, first.id]);
  const other = await upload(await workbookOf(mendedLines), clerk, { 'idempotency-key': 'once' });
  expect([other.status, other.body.code]).toEqual([422, 'command/key-reused']);
  expect(await rowsOf('select id from import')).toHaveLength(1);
});

test('whoever dies in the middle of a chunk leaves whole cases behind, and nothing of the rest', async () => {
  const url = String(city.orm.config.get('clientUrl'));
  const script = new URL('./write-lines-process.ts', import.meta.url).pathname;
  const writer = startNode(script, [url, '7']);
  await writer.line(/^written 7$/);
  await writer.line(/^in the middle$/);
  process.kill(writer.pid, 'SIGKILL');
  await writer.ended;
  expect(await rowsOf(`select row_no from import_line where status = 'written' order by row_no`)).toEqual(
    Array.from({ length: 7 }, (_, index) => ({ row_no: FIRST_ROW + index })),
  );
  expect((await city.count()).dispute).toBe(7 + seeded);
});

test('whoever comes after finishes it: every line once, each in its state, with owner, task and day', async () => {
  writing = writeImports(city.orm, { column: '', sentence: lineFault }, silent, stopped.signal, 7);
  expect(await untilDone(first.id)).toMatchObject({ total: 30, done: 25, refused: 5, skipped: 0 });
  expect((await city.count()).dispute).toBe(25 + seeded);
  const done = await linesOf(first.id, '&status=done');
  const cases = await city.orm.em
    .fork()
    .find(CaseRecord, { id: { $in: done.map((line) => line.case) as never } });
  const stateOf = new Map(cases.map(({ id, state }) => [String(id), state]));
  expect(done.map((line) => stateOf.get(line.case))).toEqual(good.map(([, state]) => state));
  const begun = await rowsOf(
    "select case_id, count(*)::int as n from case_event where kind = 'dispute-imported' group by 1",
  );
  expect(begun.map(({ n }) => n)).toEqual(done.map(() => 1));
  // What lapsed before the import waits for the next morning; only warnings of what still runs may have rung.
  expect(await rowsOf("select 1 from case_event where event->'facts'->>'rung' = 'lapsed'")).toEqual([]);
  expect(await checkOpenCases(city.orm.em.fork())).toMatchObject({ violations: [] });
  expect(await verifyAudit(city.orm.em)).toMatchObject({ ok: true, firstBad: null });
  const given = await rowsOf('select 1 from import_line where given is not null');
  expect(given).toEqual([]);
}, 120_000);

/** The case a good line became. */
async function caseOf(state: string): Promise<string> {
  const at = good.findIndex(([, one]) => one === state);
  const lines = await linesOf(first.id);
  return lines.find(({ row }) => row === FIRST_ROW + at)!.case;
}
const dispute = async (id: string) => (await mediator.get(`/api/disputes/${id}`)).body;

test('a case shows what the register said, and the law’s periods from its own days', async () => {
  const shown = await dispute(await caseOf('mediating'));
  expect(shown).toMatchObject({
    ...{ state: 'mediating', receivedOn: '2026-01-09', acceptedOn: '2026-01-12', externalNumber: '2026-004' },
    amount: '15000.00',
  });
  expect(shown.facts).toContain('原台账未记：事发地、发生时间、案情');
  // The fifteenth day is a Saturday.
  expect(shown.clocks).toMatchObject([
    { rule: 'mediation.direct', startedOn: '2026-01-09', dueOn: '2026-01-26' },
    { rule: 'limitation.last-safe-day', startedOn: '2026-01-09' },
    { rule: 'mediation.direct.acceptance', startedOn: '2026-01-12' },
  ]);
  const named = await dispute(await caseOf('accepted'));
  expect(named.ownerName).toBe(MEDIATOR);
});

test('an agreement is watched by its day; a door whose days are over is not opened', async () => {
  const shown = await dispute(await caseOf('performing'));
  expect(shown.agreement).toMatchObject({ door: 'none', effectiveOn: '2026-01-20' });
  expect(
    (shown.clocks as { rule: string; dueOn: string }[]).find(({ rule }) => rule === 'agreement.instalment'),
  ).toMatchObject({ dueOn: '2026-04-30' });
});

test('its workflow runs and takes the next act', async () => {
  const paid = await caseOf('performing');
  const answer = await mediator.post(`/api/disputes/${paid}/record-payment`, {
    instalment: 1,
    amount: '6000.00',
  });
  expect([answer.status, answer.body.status]).toEqual([200, 'done']);
  expect((await dispute(paid)).state).toBe('performed');
  const talking = await caseOf('accepted');
  const planned = await mediator.post(`/api/disputes/${talking}/plan-session`, {
    plannedOn: addDays(today, 1),
    place: '调解室',
  });
  expect(planned.body).toMatchObject({ case: talking, status: 'done' });
});

test('its history is carried on by the workflows of today', async () => {
  const config = { ...readConfig({}), temporalAddress: process.env.WANHE_TEST_TEMPORAL_ADDRESS ?? '' };
  const client = await connectClient(config);
  const workflowId = workflowIdOf('dispute', (await caseOf('performing')) as never);
  const history = await client.workflow.getHandle(workflowId).fetchHistory();
  const replayed = await replay(bundled(), [{ workflowId, history }] as never);
  await client.connection.close();
  expect(replayed).toEqual([{ workflow: workflowId, ok: true, error: null }]);
}, 120_000);

test('a closed file rests, and is opened again from where it had come', async () => {
  const closed = await caseOf('closed');
  // Nobody was named for it: it is whose import it was.
  const asked = await clerk.post(`/api/disputes/${closed}/ask-reopen`, { note: '职工反映款未到账' });
  expect([asked.status, asked.body.seq]).toEqual([200, 2]);
  const manager = await city.as('manager');
  const approved = await manager.post(`/api/disputes/${closed}/approve-request`, { no: 2 });
  expect([approved.status, (await dispute(closed)).state]).toEqual([200, 'performing']);
});

test('loaded again, nothing becomes a case a second time: each line says which case it is', async () => {
  const before = await rowsOf('select id from dispute');
  const { body } = await upload(whole);
  const again = await untilDone(body.id);
  expect(again).toMatchObject({ total: 30, done: 0, skipped: 25, refused: 5 });
  expect(body.sameAs).toBe(first.id);
  expect(await rowsOf('select id from dispute')).toHaveLength(before.length);
  const skipped = await linesOf(body.id, '&status=skipped');
  const done = await linesOf(first.id, '&status=done');
  const which = (lines: LineShown[]) => lines.map(({ row, receiptNumber }) => [row, receiptNumber]);
  expect(which(skipped)).toEqual(which(done));
});

test('the very same file is told to be the same', async () => {
  const csv = Buffer.from('登记日期,县区,申请人,被申请人,状态\n2026-01-30,卧龙区,同某某,同一公司,已登记');
  const one = await upload(csv, clerk, {}, '台账.csv');
  const two = await upload(csv, clerk, {}, '改名.csv');
  expect([one.body.sameAs, two.body.sameAs]).toEqual([null, one.body.id]);
  expect((await untilDone(one.body.id)).done).toBe(1);
  expect((await untilDone(two.body.id)).skipped).toBe(1);
});

test('mended lines come in with the rest that is there already', async () => {
  const { body } = await upload(await workbookOf([...wholeRegister.slice(0, 25), ...mendedLines]));
  expect(await untilDone(body.id)).toMatchObject({ done: 5, skipped: 25, refused: 0 });
  expect(await checkOpenCases(city.orm.em.fork())).toMatchObject({ violations: [] });
  expect(await verifyAudit(city.orm.em)).toMatchObject({ ok: true });
});

test('the same number in another year is another case; the same people on another day, too', async () => {
  const head = '原编号,登记日期,县区,申请人,被申请人,状态';
  const rows = [
    '2026-001,2026-01-30,卧龙区,另某某,另一公司,已登记',
    ',2026-01-31,卧龙区,另某某,另一公司,已登记',
  ];
  const made = await clerk.post('/api/imports', { text: [head, ...rows].join('\n') });
  expect(made.status).toBe(201);
  expect(await untilDone(String(made.body.id))).toMatchObject({ done: 2, skipped: 0 });
});

test('an agreement still young enough is offered its door', async () => {
  const head = '登记日期,县区,申请人,被申请人,请求事项,状态,受理日期,结果日期,协议金额,履行期限';
  const days = [addDays(today, -20), addDays(today, -18), addDays(today, -3), addDays(today, 30)];
  const row = `${days[0]},卧龙区,新某某,新公司,工资,已达成协议,${days[1]},${days[2]},8000,${days[3]}`;
  const made = await clerk.post('/api/imports', { text: `${head}\n${row}` });
  await untilDone(String(made.body.id));
  const [line] = await linesOf(String(made.body.id));
  const shown = await dispute(line!.case);
  expect(shown.agreement).toMatchObject({ door: 'arbitration-review', effectiveOn: days[2] });
  expect((shown.clocks as { rule: string }[]).map(({ rule }) => rule)).toContain(
    'agreement.arbitration-review',
  );
});

test('what the law cannot count from is said of the line, and no case begins', async () => {
  const head = '登记日期,县区,申请人,被申请人,状态,结案日期';
  const rows = [
    '2015-03-02,卧龙区,旧某某,旧公司,已登记,',
    '2015-03-02,卧龙区,老某某,老公司,已结案,2015-05-01',
  ];
  const made = await clerk.post('/api/imports', { text: [head, ...rows].join('\n') });
  expect(await untilDone(String(made.body.id))).toMatchObject({ done: 1, refused: 1 });
  const [old] = await linesOf(String(made.body.id));
  expect(old).toMatchObject({ row: 2, problems: [{ column: '登记日期' }] });
  expect(old!.problems[0]!.sentence).toMatch(/^第 2 行「登记日期」算不出期限：.*2015/);
});

test('imports and their lines are lists: searched, sorted by page, taken along', async () => {
  const { body } = await clerk.get('/api/imports?limit=1&sort=at');
  expect((body.items as Imported[])[0]?.id).toBe(first.id);
  const next = await clerk.get(`/api/imports?limit=1&sort=at&cursor=${String(body.nextCursor)}`);
  expect((next.body.items as Imported[])[0]?.id).not.toBe(first.id);
  expect(
    ((await clerk.get(`/api/imports?q=${encodeURIComponent('改名')}`)).body.items as object[]).length,
  ).toBe(1);
  const csv = await clerk.get(`/api/imports/${first.id}/lines?format=csv&status=refused`);
  expect(csv.text.trim().split('\r\n')).toHaveLength(1 + bad.length);
  const response = await fetch(`${city.url}/api/imports/${first.id}/lines?format=xlsx`, {
    headers: clerk.headers,
  });
  const { rows } = await readTable({ name: 'a.xlsx', bytes: Buffer.from(await response.arrayBuffer()) });
  expect(rows[0]).toEqual(['行', '结果', '列', '问题', '登记号']);
  expect(rows).toHaveLength(31);
  const two = await clerk.get(`/api/imports/${first.id}/lines?sort=-status&limit=2`);
  expect((two.body.items as LineShown[]).length).toBe(2);
  expect(two.body.nextCursor).not.toBeNull();
});

test('only those who may import do; others’ imports are not seen', async () => {
  const refused = await upload(await workbookOf(mendedLines), mediator);
  expect([refused.status, refused.body.code]).toEqual([403, 'account/no-role']);
  const manager = await city.as('manager');
  expect((await manager.get(`/api/imports/${first.id}`)).status).toBe(200);
  const own = await manager.post('/api/imports', {
    text: '登记日期,县区,申请人,被申请人,状态\n2026-02-02,宛城区,管某某,管公司,已登记',
  });
  const unseen = await clerk.get(`/api/imports/${String(own.body.id)}`);
  expect([unseen.status, unseen.body.code]).toEqual([404, 'import/not-found']);
  expect((await clerk.get(`/api/imports/${String(own.body.id)}/lines`)).status).toBe(404);
});

test('a head without cases is refused in a sentence, and leaves nothing', async () => {
  const before = await rowsOf('select id from import');
  const { status, body } = await clerk.post('/api/imports', {
    text: '登记日期,县区,申请人,被申请人,状态\n合计',
  });
  expect([status, body.code]).toEqual([422, 'import/no-rows']);
  expect(await rowsOf('select id from import')).toHaveLength(before.length);
});
