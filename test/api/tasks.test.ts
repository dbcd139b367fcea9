/** What is to be done, as its owner reads it: until when, why, since when, whose, and which act answers it. */
import { addDays, type Day, dayAt } from '../../src/domain/day.ts';
import { aDisputeTakenIn } from './bodies.ts';
import type { Caller } from './caller.ts';
import { type Instance, startInstance } from './instance.ts';
import { act } from './law-acts.ts';

let city: Instance;
let mediator: Caller;
let manager: Caller;
let hr: Caller;
let dispute: string;
let referral: string;
const today = dayAt(Date.now());
beforeAll(async () => {
  city = await startInstance({ engine: true });
  mediator = await city.as('mediator-411303');
  manager = await city.as('manager');
  hr = await city.as('liaison-hr');
  dispute = await aDisputeTakenIn(await city.as('clerk'), {
    receivedOn: today,
    workers: [{ name: '欧阳待办', phone: '13800000001' }],
  });
});
afterAll(() => city.stop());

type Task = {
  case: string;
  why: string;
  dueOn: Day;
  clock: string | null;
  article: string | null;
  since: Day;
  act: string | null;
  worker: string | null;
  employer: string | null;
  fromName: string | null;
};
type Page = { items: Task[]; total?: number };

async function tasksOf(caller: Caller, query = ''): Promise<Page> {
  const { status, body, text } = await caller.get(`/api/tasks?limit=500&${query}`);
  expect([status, text]).toEqual([200, expect.any(String)]);
  return body as Page;
}
const ofDispute = async (caller: Caller, query = '') =>
  (await tasksOf(caller, query)).items.filter((task) => task.case === dispute);

test('a task says which clock asks for it, under which article, since when, and between whom', async () => {
  const consult = (await ofDispute(mediator)).find(({ why }) => why === 'consult-other-side');
  expect(consult).toMatchObject({
    ...{ clock: '决定是否受理调解申请', since: today, act: 'consult', worker: '欧阳待办', fromName: null },
    article: expect.stringMatching(/第22条/),
  });
  expect(consult!.dueOn > today).toBe(true);
});

test('its act is one that its reader may take: another mediator’s case is only looked at', async () => {
  const acts = async (caller: Caller) => (await ofDispute(caller, 'mine=false')).map((task) => task.act);
  expect((await acts(mediator)).every((one) => one !== null)).toBe(true);
  // A manager may see it and does not carry it.
  expect(new Set(await acts(manager))).toEqual(new Set([null]));
});

test('found by name, by how it is read aloud and by receipt number; and by nothing else', async () => {
  const [one] = (await mediator.get('/api/disputes?q=欧阳待办')).body.items as { receiptNumber: string }[];
  for (const q of ['欧阳待', 'ouyang', one!.receiptNumber])
    expect([q, (await ofDispute(mediator, `q=${encodeURIComponent(q)}`)).length]).toEqual([q, 2]);
  expect((await tasksOf(mediator, `q=${encodeURIComponent('没有这个人')}`)).items).toEqual([]);
});

test('late, today and this week part what is due, and the counts are those of the lists', async () => {
  for (const due of ['overdue', 'today', 'week']) {
    const { items } = await tasksOf(mediator, `due=${due}`);
    const { total, items: none } = await tasksOf(mediator, `due=${due}&format=count`);
    expect([due, total, none]).toEqual([due, items.length, []]);
  }
  const week = (await tasksOf(mediator, 'due=week')).items;
  expect(week.filter(({ dueOn }) => dueOn < today || dueOn > addDays(today, 6))).toEqual([]);
  const all = await tasksOf(mediator, 'format=count');
  expect(all.total).toBe((await tasksOf(mediator)).items.length);
});

test('a meeting is due on the day it was planned for, and no clock asks for it', async () => {
  await act(mediator, dispute, 'consult', { on: today, result: 'reached' });
  await act(mediator, dispute, 'record-consent', { on: today, isGiven: true });
  await act(mediator, dispute, 'accept', { on: today });
  await act(mediator, dispute, 'plan-session', {
    on: today,
    ...{ plannedOn: today, at: '09:00', place: '调解室', way: 'on-site' },
  });
  const held = (await ofDispute(mediator)).find(({ why }) => why === 'hold-session');
  expect(held).toMatchObject({ clock: null, article: null, dueOn: today, act: 'hold-session' });
  expect((await ofDispute(mediator, 'due=today')).map(({ why }) => why)).toContain('hold-session');
});

test('a liaison officer signs for a hand-over, then accepts it, then reports: the act follows the state', async () => {
  await act(mediator, dispute, 'refer', {
    on: today,
    ...{ body: 'hr-411303', reason: '核实欠薪', request: '请核实', contact: '0377-6000002' },
    isWorkerConsenting: true,
  });
  const [one] = (await mediator.get(`/api/referrals?parent=${dispute}`)).body.items as { id: string }[];
  referral = one!.id;
  const post = async (caller: Caller, what: string) =>
    expect([what, (await caller.post(`/api/referrals/${referral}/${what}`, {})).status]).toEqual([what, 200]);
  const due = async () =>
    (await tasksOf(hr)).items.filter((task) => task.case === referral).map((task) => task.act);
  await post(mediator, 'send');
  expect(await due()).toEqual(['receive']);
  await post(hr, 'receive');
  expect(await due()).toEqual(['accept']);
  await post(hr, 'accept');
  expect(await due()).toEqual(['report']);
  expect((await tasksOf(hr, `q=${encodeURIComponent('欧阳待办')}`)).items).toHaveLength(1);
  // For us it is waited for: there is nothing to do but look.
  const ours = (await tasksOf(mediator)).items.find((task) => task.case === referral);
  expect(ours).toMatchObject({ why: 'watch-referral', act: null, fromName: expect.stringMatching(/工会/) });
});

test('taken along as a workbook it has the reasons, too', async () => {
  const { text } = await mediator.get('/api/tasks?format=csv');
  const [heads, ...rows] = text.trim().split('\r\n');
  expect(heads!.replace(/^\uFEFF/, '')).toBe('期限,待办,办理,依据,条文,起算日,案件,当事人,承办人');
  expect(rows.join('\n')).toContain('欧阳待办');
});
