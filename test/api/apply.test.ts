/** Somebody applies for mediation on a phone, without an account and without script: step by step, with photos, sent once. */

import { dayAt } from '../../src/domain/day.ts';
import { forgetApplications } from '../../src/persistence/application.repository.ts';
import { readPdf } from '../papers/read-pdf.ts';
import { anApplication, aWorkersAnswers, sent, upload } from './applicants.ts';
import type { Caller } from './caller.ts';
import { detail } from './dispute-course.ts';
import { type Instance, startInstance } from './instance.ts';
import { act, shown } from './law-acts.ts';
import { hiddenIn, Phone } from './phone.ts';
import { aVisit, enter } from './visits.ts';

let city: Instance;
let clerk: Caller;
beforeAll(async () => {
  city = await startInstance({ engine: true });
  clerk = await city.as('clerk');
}, 60_000);
afterAll(() => city.stop());

const photo = (text: string) =>
  Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), Buffer.from(`JFIF\0${text}`)]);
const HOUR = 3_600_000;
const today = dayAt(Date.now());

type Row = { id: string; receiptNumber: string };
const caseOf = async (number: string) =>
  ((await clerk.get(`/api/disputes?q=${number}`)).body.items as Row[]).find(
    (one) => one.receiptNumber === number,
  )?.id ?? '';
const eventsOf = async (id: string) =>
  (await clerk.get(`/api/disputes/${id}/events`)).body.items as { kind: string; actorName: string }[];

test('a worker applies with photos, and the case is on the desk with all of it', async () => {
  const phone = await anApplication(city.url);
  const page = await upload(phone, '/apply/photos', [
    { name: '工资条.jpg', bytes: photo('one') },
    { name: '工牌.jpg', bytes: photo('two') },
  ]);
  expect([page.status, page.text]).toEqual([200, expect.stringContaining('工牌.jpg')]);
  const check = await phone.get('/apply/check');
  for (const said of [
    '钱小满',
    '南阳示例家具有限公司',
    '卧龙区',
    '2026-05-31',
    '12600.00 元',
    '工资条.jpg、工牌.jpg',
  ])
    expect(check.text).toContain(said);
  const { status, path, number, code } = await sent(phone);
  expect([status, path, number, code]).toEqual([
    ...[200, '/apply/sent', expect.stringMatching(/^\d{4}-\d{6}$/), expect.stringMatching(/^\w{4}-\w{4}$/)],
  ]);
  const id = await caseOf(number);
  const dispute = (await clerk.get(`/api/disputes/${id}`)).body;
  expect(dispute).toMatchObject({
    ...{ state: 'received', channel: 'online', district: '411303', place: '卧龙区示例路家具厂' },
    claims: [expect.objectContaining({ head: 'wages', amount: '12600.00', basis: '三个月工资没发' })],
  });
  const { body } = await clerk.get(`/api/disputes/${id}/evidence`);
  expect((body.items as { name: string; status: string }[]).map((one) => [one.name, one.status])).toEqual([
    ['工资条.jpg', 'kept'],
    ['工牌.jpg', 'kept'],
  ]);
  const events = await eventsOf(id);
  expect(events.map(({ kind }) => kind)).toEqual([
    'dispute-received',
    'privacy-consent-recorded',
    'evidence-added',
    'evidence-added',
  ]);
  expect(new Set(events.map(({ actorName }) => actorName))).toEqual(new Set(['钱小满']));
  // And what was shown once opens the case.
  expect((await enter(new Phone(city.url), { number, code })).path).toBe('/follow/case');
  const [row] = await city.orm.em
    .fork()
    .execute<{ files: number }[]>('select count(*)::int as files from application_file');
  expect(row?.files).toBe(0);
});

test('sent twice it is one case, and the page with the code can be read until it is kept', async () => {
  const phone = await anApplication(city.url, { '/apply/story': { facts: '点了两次提交' } });
  const { text } = await phone.get('/apply/check');
  const form = { ...hiddenIn(text), isConsentGiven: 'yes' };
  const before = await city.count();
  const [one, two] = await Promise.all([phone.send('/apply/check', form), phone.send('/apply/check', form)]);
  expect([one.path, two.path]).toEqual(['/apply/sent', '/apply/sent']);
  const again = await sent(phone);
  expect(again.path).toBe('/apply/sent');
  const after = await city.count();
  expect((after.dispute ?? 0) - (before.dispute ?? 0)).toBe(1);
  expect(one.text).toContain(again.code);
  const kept = await phone.fill('/apply/sent', {});
  expect([kept.status, kept.path]).toEqual([200, '/follow/case']);
  expect((await phone.get('/apply/sent')).path).toBe('/apply?over');
});

async function anEmployersApplication(): Promise<Phone> {
  const phone = new Phone(city.url);
  await phone.fill('/apply', {});
  await phone.fill('/apply/side', { side: 'employer' });
  await phone.fill('/apply/who', {
    ...{ name: '南阳示例超市有限公司', phone: '0377-6000008', creditCode: '91411303MA0000000W' },
  });
  await phone.fill('/apply/other', { name: '孙示例' });
  await phone.fill('/apply/where', { district: '411303', place: '示例路超市' });
  await phone.fill('/apply/when', { since: '2026-04-01' });
  await phone.fill('/apply/claims', { head: 'other', isAmountUnknown: 'yes', basis: '离职交接没有办' });
  await phone.fill('/apply/story', { facts: '员工离职后没有交接仓库钥匙。' });
  return phone;
}

test('an enterprise applies, and amounts need not be known', async () => {
  const phone = await anEmployersApplication();
  const id = await caseOf((await sent(phone)).number);
  const { parties, claims } = await shown(clerk, id);
  expect(parties).toEqual([
    expect.objectContaining({ side: 'worker', name: '孙示例' }),
    expect.objectContaining({ side: 'employer', name: '南阳示例超市有限公司' }),
  ]);
  expect(claims).toEqual([
    expect.objectContaining({ amount: '0.00', basis: '单位提出；金额不清楚；离职交接没有办' }),
  ]);
  expect((await eventsOf(id))[0]).toMatchObject({ actorName: '南阳示例超市有限公司' });
});

test('where the enterprise applies, the worker is asked, the papers say who applied, and no limitation is interrupted', async () => {
  const { number } = await sent(await anEmployersApplication());
  const id = await caseOf(number);
  const mediator = await city.as('mediator-411303');
  const { limitation, applicant, parties } = await detail(clerk, id);
  expect(applicant).toBe('employer');
  expect(limitation).toMatchObject({
    events: [{ kind: 'known', on: '2026-04-01' }],
    lastSafeDay: '2027-04-01',
  });
  expect(parties.map(({ side, isConsenting }) => [side, isConsenting])).toEqual([
    ['worker', null],
    ['employer', true],
  ]);
  await act(mediator, id, 'consult', { on: today, result: 'reached' });
  const own = await aVisit(city.url, clerk, id, 'employer');
  expect((await own.get('/follow/case')).text).not.toContain('/follow/consent');
  const worker = await aVisit(city.url, clerk, id, 'worker');
  expect((await worker.get('/follow/case')).text).toContain('用人单位申请调解，要先问您的意见');
  const said = await worker.fill('/follow/consent', { consent: 'yes' });
  expect([said.status, said.path]).toEqual([200, '/follow/consent?did=answered']);
  await act(mediator, id, 'accept', { on: today });
  const { papers } = await detail(clerk, id);
  expect((await worker.get('/follow/case')).text).toContain('已经受理');
  const notice = papers.find(({ kind }) => kind === 'acceptance-notice')?.file ?? '';
  await clerk.getSettled(notice);
  const { text } = await readPdf(await clerk.bytes(notice));
  expect(text.replace(/\s/g, '')).toContain('申请人（用人单位）：南阳示例超市有限公司');
});

test('where the worker does not want it, the enterprise has the notice that its application is not accepted, the worker the day', async () => {
  const { number } = await sent(await anEmployersApplication());
  const id = await caseOf(number);
  const mediator = await city.as('mediator-411303');
  await act(mediator, id, 'consult', { on: today, result: 'reached' });
  const worker = await aVisit(city.url, clerk, id, 'worker');
  const said = await worker.fill('/follow/consent', { consent: 'no' });
  expect(said.status).toBe(200);
  await act(mediator, id, 'decline', { on: today, reason: 'refused', note: '劳动者不愿意调解' });
  const { papers, limitation } = await detail(clerk, id);
  expect(limitation.events.map(({ kind }) => kind)).toEqual(['known']);
  const notice = papers.find(({ kind }) => kind === 'non-acceptance')?.file ?? '';
  await clerk.getSettled(notice);
  const { text } = await readPdf(await clerk.bytes(notice));
  expect(text.replace(/\s/g, '')).toContain('另一方主张权利的仲裁时效不因此中断');
  expect(text).not.toContain('2027');
  expect(text.replace(/\s/g, '')).not.toContain('自其不接受调解时起重新计算');
  const own = await aVisit(city.url, clerk, id, 'employer');
  expect((await own.get('/follow/case')).text).toContain('不予受理通知书');
  const seen = await worker.get('/follow/case');
  expect(seen.text).not.toContain('不予受理通知书');
  expect(seen.text).toContain('您可以申请仲裁');
});

test('what is missing is said beside its field, and nothing typed is lost', async () => {
  const phone = new Phone(city.url);
  await phone.fill('/apply', {});
  const who = await phone.fill('/apply/who', { name: '钱小满', phone: '12', idNumber: '411303198506150015' });
  expect(who.status).toBe(400);
  expect(who.text).toContain('id="phone-problem"');
  expect(who.text).toContain('id="idNumber-problem"');
  expect(who.text).toContain('value="钱小满"');
  const claim = await phone.fill('/apply/claims', { basis: '没写种类和金额' });
  expect(claim.text).toContain('id="head-problem"');
  expect(claim.text).toContain('不清楚的，请勾选');
  expect(claim.text).toContain('没写种类和金额</textarea>');
  // Not everything is answered: it cannot be checked yet.
  expect((await phone.get('/apply/check')).path).toBe('/apply/tasks');
});

test('without a tick for consent nothing is sent', async () => {
  const phone = await anApplication(city.url, { '/apply/story': { facts: '没有勾选同意' } });
  const before = await city.count();
  const seen = await phone.fill('/apply/check', {});
  expect([seen.status, seen.text]).toEqual([400, expect.stringContaining('同意后才能提交')]);
  expect(await city.count()).toEqual(before);
});

test('a day the case cannot begin on is refused in words, and can be changed', async () => {
  const phone = await anApplication(city.url, { '/apply/when': { since: '2099-01-01' } });
  const seen = await phone.fill('/apply/check', { isConsentGiven: 'yes' });
  expect([seen.status, seen.path]).toEqual([422, '/apply/check']);
  await phone.fill('/apply/when', { since: '2026-03-01' });
  expect((await sent(phone)).path).toBe('/apply/sent');
});

test('lines and files can be taken out again; what is no evidence is refused by its bytes', async () => {
  const phone = await anApplication(city.url);
  // The page's first form is now the one that takes a line out.
  const { no: _, ...hidden } = hiddenIn((await phone.get('/apply/claims')).text);
  const line = { head: 'overtime', amount: '300', basis: '周末加班' };
  const two = await phone.send('/apply/claims', { ...hidden, ...line });
  expect(two.text).toContain('周末加班');
  const less = await phone.fill('/apply/claims', { no: '1' }, '/apply/claims/remove');
  expect([less.text.includes('三个月工资没发'), less.text.includes('周末加班')]).toEqual([false, true]);

  const bad = await upload(phone, '/apply/photos', [
    { name: '木马.jpg', bytes: Buffer.from([77, 90, 0, 1]) },
  ]);
  expect([bad.status, bad.text]).toEqual([415, expect.stringContaining('不收这种内容的文件')]);
  const none = await upload(phone, '/apply/photos', []);
  expect([none.status, none.text]).toEqual([404, expect.stringContaining('没有选文件')]);
  await upload(phone, '/apply/photos', [{ name: '错的.jpg', bytes: photo('wrong') }]);
  const page = await phone.get('/apply/photos');
  const [, file = ''] = /name="file" value="([^"]+)"/.exec(page.text) ?? [];
  const gone = await phone.fill('/apply/photos', { file }, '/apply/photos/remove');
  expect([gone.status, gone.text]).toEqual([200, expect.not.stringContaining('错的.jpg')]);
});

test('a phone that lost its page goes on where it was; another browser sees nothing of it', async () => {
  const phone = await anApplication(city.url);
  const tasks = await phone.get('/apply/tasks');
  expect(tasks.text.match(/已填写/g)).toHaveLength(7);
  expect((await phone.get('/apply/who')).text).toContain('value="钱小满"');
  expect((await new Phone(city.url).get('/apply/who')).path).toBe('/apply?over');
});

test('on a browser that is everybody’s what was filled in can be taken away', async () => {
  const phone = await anApplication(city.url);
  const seen = await phone.fill('/apply/forget', {});
  expect([seen.status, seen.path]).toEqual([200, '/apply']);
  expect(seen.text).toContain('开始填写');
  expect((await phone.get('/apply/who')).text).not.toContain('钱小满');
});

test('nothing typed in stands in the log or readable in the database, and after its time it is gone for good', async () => {
  const alone = await startInstance({ engine: false });
  const phone = await anApplication(alone.url);
  await upload(phone, '/apply/photos', [{ name: 'a.jpg', bytes: photo('钱小满的照片') }]);
  const dump = async () =>
    (
      await alone.orm.em
        .fork()
        .execute<{ all: string }[]>(
          `select coalesce((select string_agg(a::text, ' ') from application a), '') || coalesce((select string_agg(f::text, ' ') from application_file f), '') as all`,
        )
    )[0]?.all ?? '';
  for (const text of ['钱小满', '13800000088', '411303198506150014', '木工'])
    for (const form of [text, Buffer.from(text).toString('hex'), encodeURIComponent(text)]) {
      expect(await dump()).not.toContain(form);
      expect(alone.log.join('\n')).not.toContain(form);
    }
  alone.later(8 * 24 * HOUR);
  expect((await phone.get('/apply/tasks')).path).toBe('/apply?over');
  const inEightDays = new Date(Date.now() + 8 * 24 * HOUR);
  expect(await forgetApplications(alone.orm.em.fork(), inEightDays)).toBe(1);
  const [left] = await alone.orm.em.fork().execute<{ rows: number; keys: number }[]>(
    `select (select count(*)::int from application) + (select count(*)::int from application_file) as rows,
         (select count(*)::int from data_key where wrapped is null) as keys`,
  );
  expect(left).toEqual({ rows: 0, keys: 1 });
  await alone.stop();
}, 60_000);

test('one address cannot flood the desk', async () => {
  const alone = await startInstance({ engine: false });
  let status = 200;
  for (let tries = 0; tries < 80 && status === 200; tries += 1)
    status = (await new Phone(alone.url).fill('/apply', {})).status;
  expect(status).toBe(429);
  await alone.stop();
}, 60_000);

test('every step is answered by this test', async () => {
  const phone = new Phone(city.url);
  await phone.fill('/apply', {});
  const { text } = await phone.get('/apply/tasks');
  const steps = [...text.matchAll(/<li><a class="step" href="([^"]+)"/g)].map(([, path]) => path);
  expect(steps).toEqual([...aWorkersAnswers.map(([path]) => path), '/apply/photos']);
});
