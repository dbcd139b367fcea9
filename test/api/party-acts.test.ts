/** What worker and enterprise do themselves on their own pages: without an account, without script, through HTTP. */
import { createHash } from 'node:crypto';
import { verifyAudit } from '../../src/persistence/audit.repository.ts';
import { aSignature, pngOf } from '../a-signature.ts';
import { readPdf } from '../papers/read-pdf.ts';
import { accepted, consulted, type Desk, deskOf, detail, mediated, terms } from './dispute-course.ts';
import { type Instance, startInstance } from './instance.ts';
import { act, later, until } from './law-acts.ts';
import { hiddenIn, type Phone } from './phone.ts';
import { aVisit } from './visits.ts';

let city: Instance;
let desk: Desk;
beforeAll(async () => {
  city = await startInstance({ engine: true });
  desk = await deskOf(city);
}, 60_000);
afterAll(() => city.stop());

type Told = { kind: string; actorName: string; facts: Record<string, unknown>; texts: object };
const toldOf = async (id: string, kind: string) =>
  ((await desk.mediator.get(`/api/disputes/${id}/events`)).body.items as Told[]).filter(
    (one) => one.kind === kind,
  );
const visit = (id: string, side: 'worker' | 'employer') => aVisit(city.url, desk.clerk, id, side);
const whys = async (id: string) => (await detail(desk.mediator, id)).tasks.map(({ why }) => why);

test('an enterprise answers for itself whether it consents to mediation, once', async () => {
  const id = await consulted(desk);
  const phone = await visit(id, 'employer');
  expect((await phone.get('/follow/case')).text).toContain('答复是否同意调解');
  const done = await phone.fill('/follow/consent', { consent: 'yes', note: '愿意商谈' });
  expect([done.status, done.text]).toEqual([200, expect.stringContaining('已记下您的答复')]);
  expect(done.text).not.toContain('<form method="post" novalidate>');
  expect(await toldOf(id, 'consent-recorded')).toMatchObject([
    { actorName: '南阳示例第1建筑有限公司', facts: { isGiven: true }, texts: { note: '愿意商谈' } },
  ]);
  expect(await whys(id)).toContain('decide-acceptance');
  const worker = await visit(id, 'worker');
  const hidden = hiddenIn((await worker.get('/follow/case')).text);
  const refused = await worker.send('/follow/consent', {
    ...{ 'form-token': hidden['form-token'] ?? '', once: crypto.randomUUID(), consent: 'no' },
  });
  expect(refused.status).toBe(403);
});

test('a worker says that the day of a session does not suit; the mediator is told', async () => {
  const id = await accepted(desk);
  await act(desk.mediator, id, 'plan-session', {
    ...{ on: '2026-03-05', plannedOn: '2099-03-10', at: '09:00', place: '第一调解室' },
  });
  const phone = await visit(id, 'worker');
  const page = await phone.get('/follow/session/1');
  for (const said of ['2099-03-10', '09:00', '第一调解室', '想换个时间']) expect(page.text).toContain(said);
  const nothing = await phone.fill('/follow/session/1', {});
  expect([nothing.status, nothing.text]).toEqual([400, expect.stringContaining('请先改正')]);
  const done = await phone.fill('/follow/session/1', { answer: 'other-time', note: '下周三以后' });
  expect([done.status, done.text]).toEqual([200, expect.stringContaining('您已答复：想换个时间')]);
  expect(await whys(id)).toContain('settle-day');
  expect(await toldOf(id, 'session-answered')).toMatchObject([
    { actorName: '周示例1', facts: { no: 1, answer: 'other-time' }, texts: { note: '下周三以后' } },
  ]);
  expect((await phone.get('/follow/session/2')).status).toBe(422);
});

/** Drafted, with its paper drawn; due far ahead, so that today's signatures come in time. */
async function drafted(): Promise<string> {
  const id = await mediated(desk);
  const instalments = [{ dueOn: '2099-03-20', amount: '12600.00' }];
  await act(desk.mediator, id, 'draft-agreement', { ...terms, instalments });
  await until(async () =>
    (await detail(desk.mediator, id)).papers.some(
      ({ kind, sha256 }) => kind === 'agreement' && sha256 !== null,
    ),
  );
  return id;
}
const agreementOf = async (id: string) =>
  (await detail(desk.mediator, id)).papers.filter(({ kind }) => kind === 'agreement');

/** Reads, says who signs, and comes to the page with the place for the signature. */
const toSign = (phone: Phone, who: Record<string, string> = {}) =>
  phone.fill('/follow/agreement', { hasRead: 'yes', ...who }, '/follow/agreement/sign');
const boss = { authority: 'legal-representative', signer: '吴示例', signerPost: '总经理' };
const photo = (bytes: Buffer, name = 'photo.png') => ({ field: 'photo', name, bytes });

describe('an agreement on a screen', () => {
  test('is read whole, signed by both sides, and takes effect by the mediator alone', async () => {
    const id = await drafted();
    const [paper] = await agreementOf(id);
    const worker = await visit(id, 'worker');
    const page = await worker.get('/follow/agreement');
    for (const said of [paper!.number, '款项的支付', '逾期可以申请仲裁', '12,600.00', '2099年3月20日'])
      expect(page.text).toContain(said);
    expect(Buffer.byteLength(page.text)).toBeLessThan(100_000);
    const unread = await worker.fill('/follow/agreement', {}, '/follow/agreement/sign');
    expect([unread.status, unread.text]).toEqual([400, expect.stringContaining('请读完全文后勾选')]);

    const check = await toSign(worker);
    for (const said of [paper!.number, paper!.sha256!, '周示例1', '我本人', '2099-03-20 前付 12600.00 元'])
      expect(check.text).toContain(said);
    const missing = await worker.sendFile(
      '/follow/agreement/sign',
      hiddenIn(check.text),
      photo(Buffer.alloc(0)),
    );
    expect(missing.text).toMatch(/请先签名|读不出来|没有收到/);
    const picture = aSignature();
    const drawing = `data:image/png;base64,${picture.toString('base64')}`;
    const signed = await worker.send('/follow/agreement/sign', { ...hiddenIn(check.text), drawing });
    expect([signed.status, signed.text]).toEqual([200, expect.stringContaining('签名已存档')]);
    const sha256 = createHash('sha256').update(picture).digest('hex');
    expect(signed.text).toContain(sha256);
    expect((await worker.bytes('/follow/agreement/signature')).bytes.equals(picture)).toBe(true);
    expect(await toldOf(id, 'agreement-signed-on-screen')).toMatchObject([
      {
        actorName: '周示例1',
        facts: {
          authority: 'self',
          sha256,
          read: paper!.sha256,
          at: expect.stringMatching(/^20..-..-..T.*Z$/),
        },
      },
    ]);

    const employer = await visit(id, 'employer');
    const byPhoto = await toSign(employer, boss);
    const other = aSignature(90);
    const done = await employer.sendFile('/follow/agreement/sign', hiddenIn(byPhoto.text), photo(other));
    expect([done.status, done.text]).toEqual([200, expect.stringContaining('签名已存档')]);
    expect((await worker.bytes('/follow/agreement/signature')).bytes.equals(picture)).toBe(true);

    const shown = await detail(desk.mediator, id);
    expect(shown.state).toBe('mediating');
    expect(shown.agreement?.onScreen).toHaveLength(2);
    const today = shown.agreement!.onScreen[0]!.on;
    await act(desk.mediator, id, 'sign-agreement', {
      ...{ on: today, signatures: [], mediatorOn: today, sealedOn: today },
    });
    await until(async () => (await agreementOf(id)).every((one) => one.sha256 !== null));
    const [first, copy] = (await agreementOf(id)).sort((a, b) => a.number.length - b.number.length);
    expect(copy?.number).toBe(`${first?.number}（签署件）`);
    const { text } = await readPdf(await desk.mediator.bytes(copy!.file));
    for (const said of [sha256, paper!.sha256!, `编号：${first?.number}`, '吴示例'])
      expect(text).toContain(said);
    expect(text).not.toMatch(/签名、捺印：|签名、盖章：/);
    const file = await worker.bytes('/follow/agreement/signed-file');
    expect([file.status, file.bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    expect(await verifyAudit(city.orm.em)).toMatchObject({ ok: true });
  });

  test('what changed since it was read is not signed', async () => {
    const id = await drafted();
    const phone = await visit(id, 'worker');
    const check = await toSign(phone);
    await act(desk.mediator, id, 'draft-agreement', {
      ...{ ...terms, instalments: [{ dueOn: '2099-03-20', amount: '12000.00' }] },
    });
    await until(async () => (await agreementOf(id)).every(({ sha256 }) => sha256 !== null));
    const stale = await phone.sendFile('/follow/agreement/sign', hiddenIn(check.text), photo(aSignature()));
    expect([stale.status, stale.text]).toEqual([409, expect.stringContaining('请重新读一遍')]);
    expect((await detail(desk.mediator, id)).agreement?.onScreen).toEqual([]);
  });

  test('the same page sent twice is one signature; what is no picture is none', async () => {
    const id = await drafted();
    const phone = await visit(id, 'worker');
    const check = hiddenIn((await toSign(phone)).text);
    for (const bytes of [
      Buffer.from('no picture'),
      pngOf({ depth: 8, colour: 6, interlace: 1 }, Buffer.alloc(4)),
      pngOf({ depth: 8, colour: 6, interlace: 0 }, Buffer.from('not deflated')),
    ]) {
      const refused = await phone.sendFile(
        '/follow/agreement/sign',
        { ...check, once: crypto.randomUUID() },
        photo(bytes),
      );
      expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('读不出来')]);
    }
    const send = () => phone.sendFile('/follow/agreement/sign', check, photo(aSignature()));
    const twice = await Promise.all([send(), send()]);
    expect(twice.map(({ status }) => status)).toEqual([200, 200]);
    expect(await toldOf(id, 'agreement-signed-on-screen')).toHaveLength(1);
  });

  test('one side on the screen, the other on paper: the paper for it shows who has signed', async () => {
    const id = await drafted();
    const phone = await visit(id, 'worker');
    const check = hiddenIn((await toSign(phone)).text);
    await phone.sendFile('/follow/agreement/sign', check, photo(aSignature()));
    const { parties, agreement } = await detail(desk.mediator, id);
    const today = agreement!.onScreen[0]!.on;
    await act(desk.mediator, id, 'issue-papers', { on: today, papers: [{ kind: 'agreement' }] });
    await until(async () => (await agreementOf(id)).every(({ sha256 }) => sha256 !== null));
    const copy = (await agreementOf(id)).find(({ number }) => number.endsWith('（签署件）'));
    const { text } = await readPdf(await desk.mediator.bytes(copy!.file));
    expect(text.match(/签名、捺印：|签名、盖章：/g)).toEqual(['签名、盖章：']);
    const [worker, employer] = ['worker', 'employer'].map(
      (side) => parties.find((one) => one.side === side)!.id,
    );
    const days = { on: today, mediatorOn: today, sealedOn: today };
    const again = await desk.mediator.post(`/api/disputes/${id}/sign-agreement`, {
      ...days,
      signatures: [
        { party: worker, on: today, authority: 'self' },
        { party: employer, on: today, authority: 'legal-representative' },
      ],
    });
    expect([again.status, again.body.code]).toEqual([409, 'agreement/signed-on-screen']);
    await act(desk.mediator, id, 'sign-agreement', {
      ...{ ...days, signatures: [{ party: employer, on: today, authority: 'legal-representative' }] },
    });
    expect((await detail(desk.mediator, id)).state).toBe('agreed');
  });
});

describe('an instalment', () => {
  const inEffect = async () => {
    const id = await mediated(desk);
    const instalments = [
      { dueOn: '2026-03-20', amount: '600.00' },
      { dueOn: '2099-03-20', amount: '12000.00' },
    ];
    await act(desk.mediator, id, 'draft-agreement', { ...terms, instalments });
    const { parties } = await detail(desk.mediator, id);
    await act(desk.mediator, id, 'sign-agreement', {
      signatures: parties.map(({ id: party, side }) => ({
        ...{ party, on: later, authority: side === 'worker' ? 'self' : 'legal-representative' },
      })),
      ...{ mediatorOn: later, sealedOn: later },
    });
    return id;
  };

  test('the enterprise says it has paid, with a photo; the worker confirms, and it is counted', async () => {
    const id = await inEffect();
    const employer = await visit(id, 'employer');
    const form = hiddenIn((await employer.get('/follow/instalment/1')).text);
    const told = await employer.sendFile(
      '/follow/instalment/1',
      { ...form, amount: '600.00' },
      photo(aSignature(), '转账凭证.png'),
    );
    expect([told.status, told.text]).toEqual([200, expect.stringContaining('请劳动者确认')]);
    expect(await whys(id)).toContain('hear-paid');
    expect((await detail(desk.mediator, id)).agreement?.instalments[0]).toMatchObject({
      ...{ paid: '0.00', said: [{ says: 'paid', amount: '600.00', evidence: expect.any(String) }] },
    });
    const worker = await visit(id, 'worker');
    expect((await worker.get('/follow/instalment/1')).text).toContain('付了 600.00 元，请您核对');
    const done = await worker.fill('/follow/instalment/1', { received: 'all' });
    expect([done.status, done.text]).toEqual([200, expect.stringContaining('这一期已经付清')]);
    expect((await detail(desk.mediator, id)).agreement?.instalments[0]).toMatchObject({
      paid: '600.00',
      said: [],
    });
    expect(await toldOf(id, 'payment-recorded')).toMatchObject([{ actorName: '周示例1' }]);
    const files = (await desk.mediator.get(`/api/disputes/${id}/evidence`)).body.items as {
      addedByName: string;
    }[];
    expect(files).toMatchObject([{ addedByName: '南阳示例第1建筑有限公司' }]);
  });

  test('nothing received calls the mediator; a part is counted as a part; before the day nothing is missing', async () => {
    const id = await inEffect();
    const worker = await visit(id, 'worker');
    const none = await worker.fill('/follow/instalment/1', { received: 'none', note: '问过银行了' });
    expect([none.status, none.text]).toEqual([200, expect.stringContaining('调解员会去了解')]);
    expect(await whys(id)).toContain('hear-unpaid');
    const empty = await worker.fill('/follow/instalment/1', { received: 'part' });
    expect([empty.status, empty.text]).toEqual([400, expect.stringContaining('请填写收到的金额')]);
    const much = await worker.fill('/follow/instalment/1', { received: 'part', amount: '700' });
    expect([much.status, much.text]).toEqual([422, expect.stringContaining('只欠 600.00 元')]);
    await worker.fill('/follow/instalment/1', { received: 'part', amount: '250.50' });
    expect((await detail(desk.mediator, id)).agreement?.instalments[0]).toMatchObject({
      paid: '250.50',
      said: [],
    });
    expect((await worker.get('/follow/instalment/2')).text).not.toContain('没有收到</span>');
    const sent = await worker.fill('/follow/instalment/2', { received: 'sent', amount: '1' });
    expect(sent.status).toBe(403);
  });
});

test('what is not theirs is not there', async () => {
  const id = await consulted(desk);
  const phone = await visit(id, 'worker');
  expect((await phone.get('/follow/agreement')).text).toContain('还没有拟定协议');
  expect((await phone.get('/follow/instalment/1')).status).toBe(409);
  expect((await phone.get('/follow/session/x')).status).toBe(404);
  const stranger = new (await import('./phone.ts')).Phone(city.url);
  for (const path of [
    '/follow/agreement',
    '/follow/agreement/file',
    '/follow/agreement/signature',
    '/follow/consent',
  ])
    expect((await stranger.get(path)).path).toBe(`/follow?next=${encodeURIComponent(path)}`);
});
