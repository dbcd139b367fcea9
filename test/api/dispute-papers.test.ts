/** Papers that are had on demand: each once its time has come, all of them drawn; and none before. */
import { papersOnDemand } from '../../src/domain/dispute/need-papers.ts';
import { readPdf } from '../papers/read-pdf.ts';
import type { Caller } from './caller.ts';
import {
  type Desk,
  deskOf,
  detail,
  drawn,
  mediated,
  refused,
  sidesOf,
  sign,
  signed,
  taken,
  terms,
  why,
  worker,
} from './dispute-course.ts';
import { type Instance, startInstance } from './instance.ts';
import { act, later } from './law-acts.ts';

let city: Instance;
let desk: Desk;
let mediator: Caller;
beforeAll(async () => {
  city = await startInstance({ engine: true });
  desk = await deskOf(city);
  mediator = desk.mediator;
}, 60_000);
afterAll(() => city.stop());

const issue = (...papers: { kind: string; about?: string | undefined }[]) => ({ papers });

test('every kind is had once its time has come, and is a PDF that says whose case it is', async () => {
  const id = await mediated(desk);
  const { workers, employers } = await sidesOf(desk.clerk, id);
  const agent = { name: '贾示例', occupation: '该公司职员', phone: '13800000099' };
  await act(mediator, id, 'appoint-agent', { party: employers[0], scope: 'special', ...agent });
  await act(desk.clerk, id, 'issue-papers', {
    ...issue(
      { kind: 'application' },
      { kind: 'mediation-notice', about: '1' },
      { kind: 'minutes', about: '1' },
    ),
    note: '一套',
  });
  await act(
    mediator,
    id,
    'issue-papers',
    issue({ kind: 'service-address', about: workers[0] }, { kind: 'authority-letter', about: employers[0] }),
  );
  await act(mediator, id, 'draft-agreement', {
    ...terms,
    door: 'arbitration-review',
    lockInAt: '卧龙区仲裁委员会',
  });
  await act(mediator, id, 'issue-papers', issue({ kind: 'review-application' }));
  await act(mediator, id, 'draft-agreement', {
    ...terms,
    door: 'judicial-confirmation',
    lockInAt: '卧龙区人民法院',
  });
  await sign(desk, id);
  await act(
    mediator,
    id,
    'issue-papers',
    issue({ kind: 'confirmation-application' }, { kind: 'mediation-proof' }),
  );
  await act(mediator, id, 'record-visit', {
    on: '2026-03-23',
    instalment: 1,
    satisfaction: 'dissatisfied',
    way: '电话',
  });
  await act(mediator, id, 'declare-default', { on: '2026-03-23', instalment: 1, note: '到期未付' });
  await act(mediator, id, 'issue-papers', {
    on: '2026-03-24',
    ...issue({ kind: 'payment-order-application' }, { kind: 'visit-record' }),
  });

  const { receiptNumber } = await detail(mediator, id);
  const isNamed = (text: string) => ['周示例1', receiptNumber].some((name) => text.includes(name));
  const papers = await drawn(mediator, id);
  const kinds = papers.map(({ kind }) => kind);
  expect(kinds).toEqual(expect.arrayContaining([...papersOnDemand]));
  for (const { kind, file, pages } of papers) {
    const response = await fetch(`${city.url}${file}`, { headers: mediator.headers });
    const { pages: read, text } = await readPdf(Buffer.from(await response.arrayBuffer()));
    expect([kind, read.length]).toEqual([kind, pages]);
    expect([kind, isNamed(text)]).toEqual([kind, true]);
    expect([kind, /undefined|\{\w*\}|NaN/.test(text)]).toEqual([kind, false]);
  }
});

describe('not yet', () => {
  let [fresh, drafted, group] = ['', '', ''];
  beforeAll(async () => {
    fresh = await taken(desk);
    drafted = await mediated(desk);
    await act(mediator, drafted, 'draft-agreement', terms);
    group = await taken(desk, { workers: Array.from({ length: 10 }, (_, index) => worker(index + 1)) });
  });
  test('what a paper is about is a number or a code: no words enter the history', async () => {
    const id = await taken(desk);
    const about = { papers: [{ kind: 'application', about: '张三欠我钱' }] };
    expect(await refused(desk.mediator, id, 'issue-papers', about)).toEqual([400, 'input/invalid']);
  });

  test.each<[kind: string, of: () => string, about: string | undefined, waits: string]>([
    ['mediation-notice', () => fresh, '1', '会议'],
    ['minutes', () => fresh, '1', '会议'],
    ['mediation-notice', () => drafted, '2', '会议'],
    ['minutes', () => drafted, undefined, '会议'],
    ['service-address', () => fresh, undefined, '当事人'],
    ['authority-letter', () => fresh, undefined, '代表人'],
    ['authority-letter', () => group, undefined, '代表人'],
    ['review-application', () => fresh, undefined, '协议'],
    ['review-application', () => drafted, undefined, '固定效力'],
    ['confirmation-application', () => drafted, undefined, '固定效力'],
    ['agreement', () => drafted, undefined, '手机上签名'],
    ['mediation-proof', () => drafted, undefined, '签字'],
    ['payment-order-application', () => drafted, undefined, '违约'],
    ['visit-record', () => drafted, undefined, '回访'],
  ])('%s', async (kind, of, about, waits) => {
    const { paper } = await city.count();
    const answer = await mediator.post(`/api/disputes/${of()}/issue-papers`, {
      on: later,
      ...issue({ kind, about }),
    });
    expect(why(answer)).toEqual([409, 'paper/not-yet']);
    expect(answer.body.detail).toContain(waits);
    expect((await city.count()).paper).toBe(paper);
  });

  test('and a set is had whole or not at all', async () => {
    const { paper } = await city.count();
    const set = issue({ kind: 'application' }, { kind: 'mediation-proof' });
    expect(await refused(mediator, fresh, 'issue-papers', set)).toEqual([409, 'paper/not-yet']);
    expect((await city.count()).paper).toBe(paper);
  });

  test.each(['acceptance-notice', 'termination', 'case-file', 'same-day-record', 'poem'])(
    'nor is what an act issues of itself (%s) had on demand',
    async (kind) => {
      expect(await refused(mediator, fresh, 'issue-papers', issue({ kind }))).toEqual([400, 'input/invalid']);
    },
  );

  test('nor anything of a file that is closed', async () => {
    const id = await signed(desk);
    await act(mediator, id, 'record-payment', { on: '2026-03-20', instalment: 1, amount: '12600.00' });
    await act(mediator, id, 'record-visit', { on: '2026-03-23', instalment: 1, satisfaction: 'satisfied' });
    await drawn(mediator, id);
    await act(mediator, id, 'close', { on: '2026-03-24' });
    const late = { on: '2026-03-25', ...issue({ kind: 'application' }) };
    expect(await refused(mediator, id, 'issue-papers', late)).toEqual([409, 'case/not-in-this-state']);
  });
});
