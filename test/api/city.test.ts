/** The city's register is kept by its administrators: what is added and changed, what follows from it, and who did it. */
import { intakeBody } from './bodies.ts';
import type { Caller } from './caller.ts';
import { type Instance, startInstance } from './instance.ts';

let city: Instance;
let admin: Caller;
beforeAll(async () => {
  city = await startInstance({ engine: true });
  admin = await city.as('admin');
});
afterAll(() => city.stop());

type Item = Record<string, unknown>;
const rows = async (path: string) => (await admin.get(path)).body.items as Item[];
const bodyOf = async (id: string) => (await rows('/api/bodies')).find((one) => one.id === id)!;
const post = async (path: string, body: object, by = admin) => {
  const { status, body: answer } = await by.post(path, body);
  return { status, answer, code: answer.code };
};

test('a zone without a code of its own joins the tree, and an administrator above it sets accounts up there', async () => {
  const zone = { code: '411371', name: '高新技术产业开发区', above: '411300' };
  expect((await post('/api/districts', zone)).status).toBe(201);
  expect(await post('/api/districts', zone)).toMatchObject({ status: 409, code: 'district/taken' });
  const account = { login: 'gaoxin', name: '高新区窗口', roles: ['intake-clerk'], district: '411371' };
  expect((await post('/api/accounts', account)).status).toBe(201);
  expect((await rows('/api/city/events?thing=district'))[0]).toMatchObject({
    ...{ name: '高新技术产业开发区', sentence: '增设区县', byName: '系统管理员（示例）' },
  });
});

test('two bodies never have one form of number', async () => {
  const centre = await bodyOf('mediation-centre-411303');
  const forms = centre.numbering as { paper: string; numberForm: string }[];
  const taken = forms.find(({ paper }) => paper === 'agreement')!;
  const other = await post('/api/bodies/mediation-centre-411302/change', {
    numbering: [{ paper: 'agreement', numberForm: taken.numberForm }],
  });
  expect(other).toMatchObject({ status: 409, code: 'body/number-form-taken' });
  const without = [{ paper: 'agreement', numberForm: '宛工调第{n}号' }];
  const { status, answer } = await post('/api/bodies/mediation-centre-411302/change', { numbering: without });
  expect([status, JSON.stringify(answer)]).toEqual([400, expect.stringContaining('{year}')]);
});

test('a number’s new form is on the next paper', async () => {
  const forms = (await bodyOf('mediation-centre-411303')).numbering as {
    paper: string;
    numberForm: string;
  }[];
  const numbering = forms
    .filter(({ paper }) => paper !== 'limitation-certificate')
    .map(({ paper, numberForm }) => ({ paper, numberForm }));
  numbering.push({ paper: 'limitation-certificate', numberForm: '卧龙时效〔{year}〕{n}号' });
  expect((await post('/api/bodies/mediation-centre-411303/change', { numbering })).status).toBe(200);
  const { body } = await (await city.as('clerk')).post('/api/disputes', intakeBody());
  const mediator = await city.as('mediator-411303');
  expect((await mediator.post(`/api/disputes/${body.case}/certify-limitation`, {})).status).toBe(200);
  const papers = (await mediator.get(`/api/disputes/${body.case}`)).body.papers as Item[];
  expect(papers.map(({ number }) => number)).toContain(`卧龙时效〔${new Date().getFullYear()}〕1号`);
});

test('a body that closed is sent nothing more; the only union of a district does not close', async () => {
  expect(await post('/api/bodies/justice-411303/change', { closedOn: '2199-01-01' })).toMatchObject({
    code: 'day/in-the-future',
  });
  const closing = { closedOn: '2026-11-01' };
  expect(await post('/api/bodies/union-411303/change', closing)).toMatchObject({ code: 'body/needed' });
  expect((await post('/api/bodies/justice-411303/change', closing)).answer).toMatchObject({
    closedOn: '2026-11-01',
  });
  const account = { login: 'liuren', name: '留任', roles: ['liaison'], district: '411303' };
  expect(await post('/api/accounts', { ...account, body: 'justice-411303' })).toMatchObject({
    ...{ status: 422, code: 'body/closed' },
  });
  const [event] = await rows('/api/city/events?q=司法局');
  expect(event).toMatchObject({
    sentence: '更改联动单位：撤销日期',
    changes: { closedOn: { from: null, to: '2026-11-01' } },
  });
  expect((await post('/api/bodies/justice-411303/change', { closedOn: null })).answer.closedOn).toBeNull();
});

test('a capacity is granted by a court, checked against its deed, and ends on a day', async () => {
  const draft = {
    ...{ body: 'mediation-centre-411302', kind: 'court-roster', validFrom: '2026-01-01' },
    heading: '宛城区总工会劳动争议调解中心',
  };
  expect(await post('/api/capacities', draft)).toMatchObject({
    status: 422,
    code: 'capacity/source-missing',
  });
  const added = await post('/api/capacities', { ...draft, ofBody: 'court-411302' });
  expect(added).toMatchObject({ status: 201, answer: { isInForce: true, confirmed: false } });
  const path = `/api/capacities/${String(added.answer.id)}/change`;
  expect(await post(path, { validUntil: '2025-12-31' })).toMatchObject({ code: 'day/reversed' });
  expect((await post(path, { validUntil: '2026-02-28', confirmed: true })).answer).toMatchObject({
    ...{ isInForce: false, confirmed: true, validUntil: '2026-02-28' },
  });
  expect(
    await post('/api/capacities', { ...draft, body: 'court-411302', kind: 'people-mediation' }),
  ).toMatchObject({
    code: 'body/not-a-centre',
  });
});

test('of two who change one thing at once the second is told, and one wish is done once', async () => {
  const { version } = await bodyOf('hr-411303');
  const first = admin.with({ 'if-match': `"${version}"`, 'idempotency-key': 'once' });
  const change = { name: '卧龙区人社局' };
  expect((await first.post('/api/bodies/hr-411303/change', change)).status).toBe(200);
  expect((await first.post('/api/bodies/hr-411303/change', change)).status).toBe(200);
  const second = admin.with({ 'if-match': `"${version}"` });
  expect((await second.post('/api/bodies/hr-411303/change', { name: '卧龙区人力资源局' })).body.code).toBe(
    'city/changed-meanwhile',
  );
  expect((await rows('/api/city/events?q=人社局')).length).toBe(1);
});

test('what became of the register is added to and never changed', async () => {
  const em = city.orm.em.fork();
  await expect(em.execute('delete from city_event')).rejects.toThrow(/never changed or deleted/);
});
