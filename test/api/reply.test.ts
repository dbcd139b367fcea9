/** A body without an account answers by the code on its letter: on one page, without script, under its own name. */
import { setTimeout as sleep } from 'node:timers/promises';
import { readPdf } from '../papers/read-pdf.ts';
import { aDisputeTakenIn } from './bodies.ts';
import type { Caller } from './caller.ts';
import { type Instance, startInstance } from './instance.ts';
import { act, received, shown } from './law-acts.ts';
import { Phone } from './phone.ts';

let city: Instance;
let mediator: Caller;
let manager: Caller;
beforeAll(async () => {
  city = await startInstance({ engine: true });
  [mediator, manager] = [await city.as('mediator-411303'), await city.as('manager')];
  // The seeded bodies of this district each have somebody who signs in; this one's has left.
  await city.orm.em.fork().execute(`update account set is_active = false where login = 'liaison-justice'`);
}, 60_000);
afterAll(() => city.stop());

const wish = {
  ...{ reason: '涉嫌欠薪', request: '请核实欠薪情况', contact: '0377-6000002', isWorkerConsenting: true },
};
const who = { name: '郑经办', replierPost: '执法二科科员' };

type Event = { kind: string; actorName: string; texts: Record<string, unknown> };

async function lettersOf(dispute: string) {
  return (await shown(mediator, dispute)).papers.filter(({ kind }) => kind === 'referral-letter');
}

async function firstPageOf(file: string): Promise<string> {
  expect((await mediator.getSettled(file)).status).toBe(200);
  return (await readPdf(await mediator.bytes(file))).pages[0] ?? '';
}

const codeIn = (page: string) => /回复码((?:[0-9A-Z]{4}-){3}[0-9A-Z]{4})/.exec(page)?.[1] ?? '';

/** A letter sent to a body of which nobody signs in, with its code. */
async function aLetter(facts: string, body = 'justice-411303') {
  const clerk = await city.as('clerk');
  const dispute = await aDisputeTakenIn(clerk, { facts });
  await act(mediator, dispute, 'refer', { on: received, body, ...wish });
  const [one] = (await mediator.get(`/api/referrals?parent=${dispute}`)).body.items as { id: string }[];
  const path = `/api/referrals/${one?.id}`;
  const sent = await mediator.post(`${path}/send`, { on: received });
  expect([sent.status, sent.text]).toEqual([200, expect.any(String)]);
  const [letter] = await lettersOf(dispute);
  const code = codeIn(await firstPageOf(letter?.file ?? ''));
  return { dispute, path, code, form: `/reply/${code.replaceAll('-', '')}`, number: letter?.number ?? '' };
}

const see = async (path: string) =>
  (await mediator.get(path)).body as unknown as { state: string; outcome: string | null; events: Event[] };
const kindsOf = async (path: string) => (await see(path)).events.map(({ kind }) => kind);

test('the page says what the letter asks, and no more', async () => {
  const { code, form, number } = await aLetter('只说来函所说的');
  expect(code).toMatch(/^[2-9A-Z-]{19}$/);
  const page = await new Phone(city.url).get(form);
  expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store']);
  for (const said of [number, wish.request, '还没有签收', '签收并接受办理', '退回'])
    expect(page.text).toContain(said);
  expect(page.text).not.toContain('反馈办理结果</button>');
  const dispute = await city.orm.em
    .fork()
    .execute<{ name: string }[]>('select distinct name from party where side = ?', ['worker']);
  for (const { name } of dispute) expect(page.text).not.toContain(name);
  expect(Buffer.byteLength(page.text)).toBeLessThan(100_000);
});

test('a code is typed in as it stands on the letter, in any case', async () => {
  const { code, number } = await aLetter('手工输入');
  const page = await new Phone(city.url).fill('/reply', { replyCode: ` ${code.toLowerCase()} ` });
  expect([page.status, page.text]).toEqual([200, expect.stringContaining(number)]);
});

test('a letter is signed for and accepted at one go, and its result reported, by name and post', async () => {
  const { path, form, dispute } = await aLetter('一次办完');
  const phone = new Phone(city.url);
  const accepted = await phone.fill(form, { ...who, way: 'accept' });
  expect([accepted.status, accepted.text]).toEqual([200, expect.stringContaining('贵单位接受办理')]);
  expect(await see(path)).toMatchObject({ state: 'accepted' });
  const reported = await phone.fill(form, {
    ...{ ...who, way: 'report', outcome: 'supported', text: '已经指派律师' },
  });
  expect([reported.status, reported.text]).toEqual([200, expect.stringContaining('办理结果已经转给')]);
  const { state, outcome, events } = await see(path);
  expect([state, outcome]).toEqual(['reported', 'supported']);
  const byLetter = events.filter(({ actorName }) => actorName.startsWith('郑经办'));
  expect(byLetter.map(({ kind, actorName }) => [kind, actorName])).toEqual([
    ...['referral-received', 'referral-accepted', 'referral-reported'].map((kind) => [
      ...[kind, '郑经办（执法二科科员）'],
    ]),
  ]);
  const heard = async () =>
    ((await mediator.get(`/api/disputes/${dispute}/events`)).body.items as Event[]).filter(
      ({ kind }) => kind === 'referral-heard',
    ).length;
  for (let tries = 0; tries < 100 && (await heard()) < 1; tries += 1) await sleep(100);
  expect(await heard()).toBe(1);
});

test('the same page sent twice is one answer', async () => {
  const { path, form } = await aLetter('点了两次');
  const phone = new Phone(city.url);
  const { text } = await phone.get(form);
  const hidden = Object.fromEntries(
    [...text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [
      ...[name, value],
    ]),
  ) as Record<string, string>;
  const answer = { ...hidden, ...who, way: 'reply', text: '材料已经收到' };
  const [one, other] = await Promise.all([phone.send(form, answer), phone.send(form, answer)]);
  expect([one?.status, other?.status]).toEqual([200, 200]);
  expect((await kindsOf(path)).filter((kind) => kind === 'referral-replied')).toHaveLength(1);
});

test('it is returned in two taps, and what it said is then taken off the page', async () => {
  const { path, form, number } = await aLetter('两下退回');
  const page = await new Phone(city.url).fill(form, { ...who, way: 'return:not-competent' });
  expect([page.status, page.text]).toEqual([200, expect.stringContaining('贵单位退回了这件移送')]);
  expect(page.text).not.toContain(number);
  expect(await see(path)).toMatchObject({ state: 'returned' });
});

test('what is missing is said beside its field, and nothing typed is lost', async () => {
  const { path, form } = await aLetter('漏填');
  const phone = new Phone(city.url);
  const without = await phone.fill(form, { name: '', replierPost: who.replierPost, way: 'ask-materials' });
  expect(without.status).toBe(400);
  expect(without.text).toContain('id="name-problem">「姓名或者名称」没有填写，请补上');
  expect(without.text).toContain('id="text-problem"');
  expect(without.text).toContain(`value="${who.replierPost}"`);
  const early = await phone.fill(form, { ...who, way: 'report', text: '已办', outcome: 'supported' });
  expect([early.status, early.text]).toEqual([409, expect.stringContaining('已办</textarea>')]);
  expect(await kindsOf(path)).not.toContain('referral-reported');
});

test('another site’s form, and one without our token, are answered with the form again', async () => {
  const { path, form } = await aLetter('别处的表');
  const phone = new Phone(city.url);
  const page = await phone.send(form, { ...who, way: 'reply', text: '不是从本页来的' });
  expect([page.status, page.text]).toEqual([403, expect.stringContaining('不是从本页来的</textarea>')]);
  expect(await kindsOf(path)).not.toContain('referral-replied');
});

test('a new letter takes the code of the first out of use, and a closed referral that of the last', async () => {
  const { dispute, path, form, code } = await aLetter('另发新函');
  const again = await mediator.post(`${path}/reissue-letter`, { note: '原函遗失' });
  expect([again.status, again.text]).toEqual([200, expect.any(String)]);
  const phone = new Phone(city.url);
  const old = await phone.get(form);
  expect([old.status, old.text]).toEqual([404, expect.stringContaining('已经失效')]);
  const pages = await Promise.all((await lettersOf(dispute)).map(({ file }) => firstPageOf(file)));
  const fresh = pages.map(codeIn).find((one) => one !== code) ?? '';
  const next = `/reply/${fresh.replaceAll('-', '')}`;
  expect((await phone.fill(next, { ...who, way: 'return:other', text: '不归我局' })).status).toBe(200);
  for (let tries = 0; tries < 100; tries += 1) {
    if ((await manager.post(`${path}/close`, {})).status === 200) break;
    await sleep(100);
  }
  expect(await see(path)).toMatchObject({ state: 'closed' });
  expect((await phone.get(next)).text).toContain('已经失效');
});

test('a body that signs in gets a letter without a code', async () => {
  expect((await aLetter('有账号的单位', 'hr-411303')).code).toBe('');
});

test('codes cannot be tried out: after thirty wrong ones the address waits, even with a right one', async () => {
  const { form } = await aLetter('猜码');
  const phone = new Phone(city.url);
  const wrong = () => phone.get('/reply/ABCDEFGHJKMNPQRS');
  for (let tries = 0; tries < 40 && (await wrong()).status !== 429; tries += 1);
  const stopped = await phone.get(form);
  expect([stopped.status, stopped.headers.get('retry-after')]).toEqual([429, expect.stringMatching(/^\d+$/)]);
});
