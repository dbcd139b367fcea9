/** What is asked twice is done once; what others have changed meanwhile is not overwritten. */
import { aDisputeTakenIn, intakeBody } from './bodies.ts';
import type { Caller } from './caller.ts';
import { type Instance, startInstance } from './instance.ts';

let city: Instance;
let clerk: Caller;
let mediator: Caller;
beforeAll(async () => {
  city = await startInstance({ engine: true });
  clerk = await city.as('clerk');
  mediator = await city.as('mediator-411303');
}, 60_000);
afterAll(() => city.stop());

const key = (name: string) => ({ 'idempotency-key': name });
const disputes = async () => (await city.count()).dispute;

describe('intake', () => {
  test('is answered 201 with where the dispute is, and received in the same breath', async () => {
    const { status, headers, body } = await clerk.post('/api/disputes', intakeBody({ facts: '第一件' }));
    expect([status, body.status, body.seq]).toEqual([201, 'done', 1]);
    expect(headers.get('location')).toBe(`/api/disputes/${String(body.case)}`);
    const dispute = await clerk.get(`/api/disputes/${String(body.case)}`);
    expect(dispute.headers.get('etag')).toBe('"1"');
    expect(dispute.body).toMatchObject({
      state: 'received',
      stateName: '已收到',
      ownerName: '卧龙区调解员（示例）',
    });
    expect((dispute.body.clocks as { rule: string }[]).map(({ rule }) => rule).sort()).toEqual([
      'mediation.acceptance-decision',
      'mediation.direct',
      'mediation.first-contact',
    ]);
  });

  test('sent twice with one key makes one case, and gives one answer', async () => {
    const before = await disputes();
    const body = intakeBody({ facts: '两次提交，同一个键' });
    const first = await clerk.with(key('twice')).post('/api/disputes', body);
    const second = await clerk.with(key('twice')).post('/api/disputes', body);
    expect(second.body).toEqual(first.body);
    expect(await disputes()).toBe((before ?? 0) + 1);
  });

  test('sent twice without a key makes one case', async () => {
    const before = await disputes();
    const body = intakeBody({ facts: '两次提交，没有键' });
    const [first, second] = [
      await clerk.post('/api/disputes', body),
      await clerk.post('/api/disputes', body),
    ];
    expect(second.body).toEqual(first.body);
    expect(await disputes()).toBe((before ?? 0) + 1);
  });

  test.each([
    ['with one key', key('at-once')],
    ['without a key', {}],
  ])('sent six times at the same moment %s makes one case', async (what, headers) => {
    const before = await disputes();
    const body = intakeBody({ facts: `同一时刻提交六次 ${what}` });
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => clerk.with(headers).post('/api/disputes', body)),
    );
    expect(new Set(answers.map((one) => one.body.case)).size).toBe(1);
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(201));
    expect(await disputes()).toBe((before ?? 0) + 1);
  });

  test('the same key of two people is two keys', async () => {
    const body = intakeBody({ facts: '两个人，同一个键' });
    const [one, other] = await Promise.all(
      [clerk, mediator].map((who) => who.with(key('ours')).post('/api/disputes', body)),
    );
    expect(one?.body.case).not.toBe(other?.body.case);
  });

  test('a key used for another content is refused', async () => {
    await clerk.with(key('reused')).post('/api/disputes', intakeBody({ facts: '原来的内容' }));
    const before = await city.count();
    const { status, body } = await clerk
      .with(key('reused'))
      .post('/api/disputes', intakeBody({ facts: '另外的内容' }));
    expect([status, body.code]).toEqual([422, 'command/key-reused']);
    expect(await city.count()).toEqual(before);
  });

  test.each(['two words', 'x'.repeat(201)])('a key like %j is refused', async (name) => {
    const { status, body } = await clerk
      .with(key(name))
      .post('/api/disputes', intakeBody({ facts: '键不合规' }));
    expect([status, body.code]).toEqual([400, 'command/key-invalid']);
  });
});

describe('an act', () => {
  test('sent twice with one key is one event', async () => {
    const path = `/api/disputes/${await aDisputeTakenIn(clerk, { facts: '同一个键征询两次' })}`;
    const consult = () =>
      mediator.with(key('consult')).post(`${path}/consult`, { on: '2026-03-03', result: 'reached' });
    const [first, second] = await Promise.all([consult(), consult()]);
    expect([first.body.seq, second.body.seq]).toEqual([2, 2]);
    expect(((await clerk.get(`${path}/events`)).body.items as unknown[]).length).toBe(2);
  });

  test('on a case that has moved on is refused with 409 that says what differs, and done by who has seen it all', async () => {
    const path = `/api/disputes/${await aDisputeTakenIn(clerk, { facts: '有人先改了' })}`;
    const seen = (tag: string) => mediator.with({ 'if-match': tag });
    expect((await mediator.post(`${path}/consult`, { result: 'reached' })).body.seq).toBe(2);
    const late = await seen('"1"').post(`${path}/record-consent`, { isGiven: true });
    expect([late.status, late.body.code]).toEqual([409, 'case/changed-meanwhile']);
    expect((await clerk.get(path)).body.seq).toBe(2);
    const now = (await clerk.get(path)).headers.get('etag') ?? '';
    expect((await seen(now).post(`${path}/record-consent`, { isGiven: true })).body.seq).toBe(3);
  });

  test('the state refuses is answered 409 in a sentence, and leaves no event', async () => {
    const path = `/api/disputes/${await aDisputeTakenIn(clerk, { facts: '还没有征询就受理' })}`;
    const { status, body } = await mediator.post(`${path}/accept`, {});
    expect([status, body.code]).toEqual([409, 'case/not-in-this-state']);
    expect(body.detail).toBe('劳动争议现在是“已收到”，不能受理');
    expect((await clerk.get(path)).body.seq).toBe(1);
  });

  test('refused for want of consent cites its article', async () => {
    const path = `/api/disputes/${await aDisputeTakenIn(clerk, { facts: '没有问明是否同意' })}`;
    await mediator.post(`${path}/consult`, { result: 'reached' });
    const { status, body } = await mediator.post(`${path}/accept`, {});
    expect([status, body.code]).toEqual([409, 'dispute/consent-missing']);
    expect(body.article).toContain('第二十二条');
  });

  test('of someone who does not own the case is refused with 403', async () => {
    const path = `/api/disputes/${await aDisputeTakenIn(clerk, { facts: '窗口人员代调解员征询' })}`;
    const { status, body } = await clerk.post(`${path}/consult`, { result: 'reached' });
    expect([status, body.code]).toEqual([403, 'case/not-yours-to-do']);
    expect(body.detail).toContain('本案承办人');
  });

  test('on a body nobody knows is refused, and the case goes on', async () => {
    const path = `/api/disputes/${await aDisputeTakenIn(clerk, { facts: '移送给不存在的单位' })}`;
    const refer = (body: string) =>
      mediator.post(`${path}/refer`, {
        ...{ body, reason: '欠薪', request: '请核实', contact: '0377-6000002', isWorkerConsenting: true },
      });
    const { status, body } = await refer('hr-999999');
    expect([status, body.code]).toEqual([422, 'body/unknown']);
    expect((await refer('hr-411303')).body.seq).toBe(2);
    expect(((await clerk.get(path)).body.referrals as unknown[]).length).toBe(1);
  });

  test.each([
    ['nobody', () => '00000000-0000-4000-8000-000000000000'],
    [
      'a mediator of another district',
      () => city.logins.find(({ login }) => login === 'mediator-411302')!.account,
    ],
    ['the clerk', () => city.logins.find(({ login }) => login === 'clerk')!.account],
  ])('that assigns the case to %s is refused', async (who, account) => {
    const path = `/api/disputes/${await aDisputeTakenIn(clerk, { facts: `指派给 ${who}` })}`;
    const manager = await city.as('manager');
    const { status, body } = await manager.post(`${path}/assign`, { mediator: account() });
    expect([status, body.code]).toEqual([422, 'account/not-a-mediator']);
    expect((await manager.get(path)).body).toMatchObject({ seq: 1, ownerName: '卧龙区调解员（示例）' });
  });

  test('is asked after by its command', async () => {
    const { body } = await clerk.post('/api/disputes', intakeBody({ facts: '问命令' }));
    expect((await clerk.get(`/api/commands/${String(body.command)}`)).body).toEqual(body);
  });
});
