/** A person's number: masked on every answer, whole only with a reason on record, found without standing anywhere in clear. */

import type { PartyId } from '../../src/domain/ids.ts';
import { Party } from '../../src/persistence/dispute.entity.ts';
import { intakeBody } from './bodies.ts';
import type { Caller } from './caller.ts';
import { type Instance, startInstance } from './instance.ts';

let city: Instance;
let clerk: Caller;
let id: string;
let worker: string;
const ID = '11010519491231002X';
const PHONE = '13912345678';
const AGENT = '13987654321';

beforeAll(async () => {
  city = await startInstance({ engine: false });
  clerk = await city.as('clerk');
  const worker1 = { name: '华一', idNumber: ID, phone: PHONE };
  const taken = await clerk.post('/api/disputes', intakeBody({ workers: [worker1] }));
  expect(taken.status).toBeLessThan(300);
  id = String(taken.body.case);
  const { parties } = (await clerk.get(`/api/disputes/${id}`)).body as {
    parties: { id: string; side: string }[];
  };
  worker = parties.find(({ side }) => side === 'worker')!.id;
  await city.orm.em.fork().transactional(async (em) => {
    const party = await em.findOneOrFail(Party, { id: worker as PartyId });
    party.agent = { name: '华二', occupation: '职工', scope: 'general', phone: AGENT };
  });
});
afterAll(() => city.stop());

const show = (by: Caller, body: object, of = id) => by.post(`/api/disputes/${of}/numbers`, body);

test('the page of a case shows numbers masked', async () => {
  const answer = await clerk.get(`/api/disputes/${id}`);
  expect((answer.body.parties as object[])[0]).toMatchObject({
    idNumber: '110****002X',
    phone: '139****5678',
  });
  for (const number of [ID, PHONE, AGENT]) expect(JSON.stringify(answer.body)).not.toContain(number);
});

test.each([
  ['id-number', ID],
  ['phone', PHONE],
  ['agent-phone', AGENT],
])('a whole %s is shown with a reason, and that is on record each time', async (what, number) => {
  const reason = `核对${what}`;
  for (let time = 0; time < 2; time += 1)
    expect((await show(clerk, { party: worker, what, reason })).body).toEqual({ number });
  const rows = await city.orm.em
    .fork()
    .execute('select what, about, case_id, reason from reading where reason = ?', [reason]);
  const row = { what: 'number', about: `${worker}/${what}`, case_id: id, reason };
  expect(rows).toEqual([row, row]);
});

test('without a reason nothing is shown', async () => {
  const answer = await show(clerk, { party: worker, what: 'phone', reason: ' ' });
  expect([answer.status, answer.body.code]).toEqual([400, 'input/invalid']);
});

test.each([
  ['auditor', 403],
  ['admin', 403],
  ['mediator-411302', 404],
])('%s is not shown it', async (login, status) => {
  expect((await show(await city.as(login), { party: worker, what: 'phone', reason: '看看' })).status).toBe(
    status,
  );
});

test('a case is found by either number, however it is written', async () => {
  for (const body of [{ idNumber: ID }, { phone: PHONE }]) {
    const answer = await clerk.post('/api/disputes/by-number', body);
    expect(answer.body).toEqual({
      items: [expect.objectContaining({ case: id, party: worker, name: '华一' })],
      elsewhere: 0,
    });
  }
  expect((await clerk.post('/api/disputes/by-number', { phone: '13912345679' })).body.items).toEqual([]);
  expect((await clerk.post('/api/disputes/by-number', {})).status).toBe(400);
});

test('no number stands in any table, nor in the log', async () => {
  const em = city.orm.em.fork();
  const tables = await em.execute<{ name: string }[]>(
    `select tablename as name from pg_tables where schemaname = 'public'`,
  );
  const canaries = [ID, PHONE, AGENT].flatMap((number) => [number, Buffer.from(number).toString('hex')]);
  for (const { name } of tables) {
    const [row] = await em.execute<{ all: string | null }[]>(
      `select string_agg(t::text, E'\\n') as all from "${name}" t`,
    );
    for (const canary of canaries) expect([name, (row?.all ?? '').includes(canary)]).toEqual([name, false]);
  }
  for (const canary of canaries) expect(city.log.join('\n')).not.toContain(canary);
});
