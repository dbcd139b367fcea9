/** The file: closed, bound into one PDF, put right, opened again by two people. */
import { caseFileWords } from '../../templates/zh-CN/case-file-words.ts';
import { readPdf } from '../papers/read-pdf.ts';
import type { Caller } from './caller.ts';
import {
  accepted,
  course,
  type Desk,
  deskOf,
  detail,
  drawn,
  mediated,
  promote,
  refused,
  running,
  signed,
  type Told,
  taken,
  why,
} from './dispute-course.ts';
import { type Instance, startInstance } from './instance.ts';
import { act } from './law-acts.ts';

let city: Instance;
let desk: Desk;
let mediator: Caller;
beforeAll(async () => {
  city = await startInstance({ engine: true });
  desk = await deskOf(city);
  mediator = desk.mediator;
  await promote(city, 'mediator-411303');
}, 60_000);
afterAll(() => city.stop());

const close = async (id: string, body: object = {}) => {
  await drawn(mediator, id);
  await act(mediator, id, 'close', { on: '2026-03-24', ...body });
  return id;
};
const performed = async () => {
  const id = await signed(desk);
  await act(mediator, id, 'record-payment', { on: '2026-03-20', instalment: 1, amount: '12600.00' });
  await act(mediator, id, 'record-visit', { on: '2026-03-23', instalment: 1, satisfaction: 'satisfied' });
  return id;
};
const bound = async (caller: Caller, id: string) => {
  const path = `/api/disputes/${id}/case-file`;
  await caller.getSettled(path);
  const response = await fetch(`${city.url}${path}`, { headers: caller.headers });
  expect(response.headers.get('content-type')).toBe('application/pdf');
  return readPdf(Buffer.from(await response.arrayBuffer()));
};

test('a file closes once nothing is open, is bound, and is had as one PDF with its cover and its index', async () => {
  const id = await signed(desk);
  expect(await refused(mediator, id, 'close', { on: '2026-03-19' })).toEqual([409, 'case/not-in-this-state']);
  await act(mediator, id, 'record-payment', { on: '2026-03-20', instalment: 1, amount: '12600.00' });
  await drawn(mediator, id);
  const open = await mediator.post(`/api/disputes/${id}/close`, { on: '2026-03-20' });
  expect(why(open)).toEqual([409, 'dispute/still-open']);
  expect(open.body.detail).toContain('回访');
  await act(mediator, id, 'record-visit', { on: '2026-03-23', instalment: 1, satisfaction: 'satisfied' });
  expect(await refused(mediator, id, 'archive', { on: '2026-03-23' })).toEqual([
    409,
    'case/not-in-this-state',
  ]);
  await close(id);
  expect(await detail(desk.clerk, id)).toMatchObject({ state: 'closed', closedOn: '2026-03-24', tasks: [] });
  expect(why(await mediator.get(`/api/disputes/${id}/case-file`))).toEqual([404, 'paper/not-bound']);
  expect(await refused(desk.clerk, id, 'archive', { on: '2026-03-25' })).toEqual([
    403,
    'case/not-yours-to-do',
  ]);
  await act(mediator, id, 'archive', { on: '2026-03-25' });
  for (const who of [mediator, desk.auditor]) {
    const { pages } = await bound(who, id);
    const [cover = '', index = ''] = pages;
    for (const said of [
      caseFileWords.title,
      '周示例1',
      '南阳示例第1建筑有限公司',
      caseFileWords.outcomes['agreement-signed'],
    ])
      expect(cover).toContain(said);
    for (const said of [caseFileWords.index, '受理通知书', '调解协议书']) expect(index).toContain(said);
    expect(pages.length).toBeGreaterThan(3);
  }
  const { state, archivedOn, papers } = await detail(desk.clerk, id);
  expect([state, archivedOn]).toEqual(['archived', '2026-03-25']);
  expect(papers.map(({ kind }) => kind)).toContain('case-file');
  const stranger = await city.as('mediator-411302');
  expect(why(await stranger.get(`/api/disputes/${id}/case-file`))).toEqual([404, 'case/not-found']);
});

describe('a file is opened again by two people', () => {
  const reopened = async (id: string, on = '2026-03-30') => {
    await act(mediator, id, 'ask-reopen', { on, note: '劳动者提出新的证据' });
    const asked = await detail(desk.clerk, id);
    expect(asked.tasks.map((task) => task.why)).toContain('decide-request');
    await act(desk.manager, id, 'approve-request', {
      on,
      no: asked.requests.find(({ what }) => what === 'reopen')?.no,
    });
    const dispute = await detail(desk.clerk, id);
    expect(dispute).toMatchObject({ closedOn: null, archivedOn: null, requests: [] });
    const clocks = Object.values(running(dispute)).map(({ rule, startedOn }) => [rule, startedOn]);
    return { dispute, state: dispute.state, clocks, tasks: dispute.tasks.map((task) => task.why) };
  };

  test('from closed, where it was performed: it is closed again', async () => {
    const id = await close(await performed());
    // The desk may ask for it, as somebody comes to it; to bind the file is not its to do.
    expect(await refused(desk.clerk, id, 'archive', {})).toEqual([403, 'case/not-yours-to-do']);
    expect(await refused(mediator, id, 'ask-reopen')).toEqual([400, 'input/invalid']);
    await act(mediator, id, 'ask-reopen', { on: '2026-03-25', note: '漏了一份材料' });
    const { requests } = await detail(desk.clerk, id);
    const again = { on: '2026-03-25', note: '再申请' };
    expect(await refused(mediator, id, 'ask-reopen', again)).toEqual([409, 'approval/already-asked']);
    expect(await refused(mediator, id, 'approve-request', { no: requests[0]?.no })).toEqual([
      403,
      'approval/own-request',
    ]);
    await act(desk.manager, id, 'reject-request', {
      on: '2026-03-25',
      no: requests[0]?.no,
      note: '不必重开',
    });
    expect(await detail(desk.clerk, id)).toMatchObject({ state: 'closed', requests: [] });
    expect(await reopened(id)).toMatchObject({ state: 'performed', clocks: [], tasks: ['close-file'] });
    await act(mediator, id, 'close', { on: '2026-03-31' });
    expect((await detail(desk.clerk, id)).closedOn).toBe('2026-03-31');
  });

  test('from archived, and is bound again with what has come since', async () => {
    const id = await close(await performed());
    await act(mediator, id, 'archive', { on: '2026-03-25' });
    const first = await bound(mediator, id);
    expect(await reopened(id)).toMatchObject({ state: 'performed', tasks: ['close-file'] });
    await act(mediator, id, 'issue-papers', { on: '2026-03-30', papers: [{ kind: 'mediation-proof' }] });
    await close(id, { on: '2026-03-31' });
    await act(mediator, id, 'archive', { on: '2026-03-31' });
    const second = await bound(mediator, id);
    expect(second.pages.length).toBeGreaterThan(first.pages.length);
  });

  test('where mediation failed: it is mediated again, with its period counted anew', async () => {
    const id = await mediated(desk);
    await act(mediator, id, 'fail', { reason: 'too-far-apart', note: '分歧过大' });
    await close(id);
    const { dispute, ...course } = await reopened(id);
    expect(course).toEqual({
      state: 'mediating',
      clocks: [['mediation.direct.acceptance', '2026-03-30']],
      tasks: ['reach-result'],
    });
    expect(dispute).toMatchObject({ agreement: null, concludedOn: null });
  });

  test('where it was declined: the other side is asked again', async () => {
    const id = await taken(desk);
    await act(mediator, id, 'decline', { reason: 'refused', note: '单位拒绝' });
    const { dispute, ...course } = await reopened(id);
    expect(course).toEqual({
      state: 'consulting',
      clocks: [['mediation.acceptance-decision', '2026-03-30']],
      tasks: ['ask-consent'],
    });
    expect(dispute.isConsentGiven).toBeNull();
    expect(await refused(mediator, id, 'accept', { on: '2026-03-30' })).toEqual([
      409,
      'dispute/consent-missing',
    ]);
  });

  test('where money is still owed: the worker is asked again', async () => {
    const id = await signed(desk);
    await act(mediator, id, 'declare-default', { on: '2026-03-23', instalment: 1, note: '未付' });
    await close(id, { reason: 'handed-to-enforcement', note: '已申请执行' });
    expect(await reopened(id)).toMatchObject({
      state: 'defaulted',
      tasks: ['watch-instalment', 'ask-remedy'],
    });
    await act(mediator, id, 'record-payment', { on: '2026-03-31', instalment: 1, amount: '12600.00' });
    expect((await detail(desk.clerk, id)).state).toBe('performed');
  });
});

test('a long course is read page by page, each with its texts as they now stand', async () => {
  const id = await mediated(desk);
  const held = (await course(mediator, id)).find(({ kind }) => kind === 'session-held')!;
  await act(mediator, id, 'correct', { seq: held.seq, field: 'minutes', text: '改正后的笔录', note: '笔误' });
  const whole = await course(mediator, id);
  const read: Told[] = [];
  let cursor: unknown = '';
  while (cursor !== null) {
    const { body } = await mediator.get(
      `/api/disputes/${id}/events?limit=2${cursor ? `&cursor=${cursor}` : ''}`,
    );
    read.push(...(body.items as Told[]));
    expect((body.items as Told[]).length).toBeLessThanOrEqual(2);
    cursor = body.nextCursor;
  }
  expect(read).toEqual(whole);
  expect(read.find(({ seq }) => seq === held.seq)?.texts).toMatchObject({ minutes: '改正后的笔录' });
  expect((await mediator.get(`/api/disputes/${id}/events?cursor=weather`)).body.code).toBe('list/bad-cursor');
});

describe('words are put right', () => {
  const eventOf = async (who: Caller, id: string, kind: string) =>
    (await course(who, id)).find((one) => one.kind === kind);

  test('at once before they have legal effect; the first ones are kept', async () => {
    const id = await mediated(desk);
    const { seq } = (await eventOf(mediator, id, 'session-held'))!;
    const correct = { seq, field: 'minutes', text: '双方同意分期付清。', note: '笔误' };
    expect(await refused(mediator, id, 'correct', { ...correct, seq: 999 })).toEqual([
      422,
      'correction/unknown-event',
    ]);
    expect(await refused(mediator, id, 'correct', { ...correct, field: 'weather' })).toEqual([
      422,
      'correction/unknown-field',
    ]);
    // A field's name enters the history, so it is no text.
    expect(await refused(mediator, id, 'correct', { ...correct, field: '张三的电话' })).toEqual([
      ...[400, 'input/invalid'],
    ]);
    expect(await refused(desk.clerk, id, 'correct', correct)).toEqual([403, 'case/not-yours-to-do']);
    await act(mediator, id, 'correct', correct);
    await act(mediator, id, 'correct', { ...correct, text: '双方同意分两期付清。' });
    for (const who of Object.values(desk))
      expect((await eventOf(who, id, 'session-held'))?.texts).toMatchObject({
        minutes: '双方同意分两期付清。',
        corrected: { minutes: expect.stringMatching(/^双方同意付清/) },
      });
  });

  test('with a second person’s approval once they have; not before it', async () => {
    const id = await accepted(desk, {}, { note: '同意受理' });
    const { seq } = (await eventOf(mediator, id, 'dispute-accepted'))!;
    const correct = { seq, field: 'note', text: '同意受理，由示例调解员承办', note: '漏写' };
    expect(await refused(mediator, id, 'correct', { ...correct, field: 'weather' })).toEqual([
      422,
      'correction/unknown-field',
    ]);
    await act(mediator, id, 'correct', correct);
    const asked = await detail(desk.clerk, id);
    expect(asked.requests).toMatchObject([{ what: 'text', seq, field: 'note' }]);
    expect((await eventOf(desk.clerk, id, 'dispute-accepted'))?.texts).toEqual({ note: '同意受理' });
    const [{ no } = { no: 0 }] = asked.requests;
    expect(await refused(mediator, id, 'approve-request', { no })).toEqual([403, 'approval/own-request']);
    await act(desk.manager, id, 'approve-request', { no });
    expect((await eventOf(desk.clerk, id, 'dispute-accepted'))?.texts).toEqual({
      ...{ note: '同意受理，由示例调解员承办', corrected: { note: '同意受理' } },
    });
  });

  test('so are the words of an agreement, but not its lists', async () => {
    const id = await signed(desk);
    const { seq } = (await eventOf(mediator, id, 'agreement-drafted'))!;
    const correct = { seq, field: 'breach', text: '逾期可以申请支付令或者仲裁。', note: '漏写支付令' };
    const whole = { ...correct, field: 'settlesAll' };
    expect(await refused(mediator, id, 'correct', whole)).toEqual([422, 'correction/unknown-field']);
    await act(mediator, id, 'correct', correct);
    expect((await detail(desk.clerk, id)).requests).toMatchObject([{ what: 'text', field: 'breach' }]);
    expect((await eventOf(desk.clerk, id, 'agreement-drafted'))?.texts.breach).toBe('逾期可以申请仲裁。');
  });
});
