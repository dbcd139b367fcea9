/** A case asks the law: its claims worked out from its facts, its limitation ledger, the certificate for the worker. */
import { limitationKinds } from '../../src/domain/dispute/limitation.ts';
import { parseYuan } from '../../src/domain/money.ts';
import { claim } from '../../src/law/claims/claim.ts';
import { limitation } from '../../src/law/limitation.ts';
import { readPdf } from '../papers/read-pdf.ts';
import { aDisputeTakenIn } from './bodies.ts';
import type { Caller } from './caller.ts';
import { type Instance, startInstance } from './instance.ts';
import { act, later, received, severance, shown } from './law-acts.ts';

let city: Instance;
let clerk: Caller;
let mediator: Caller;
let id: string;
beforeAll(async () => {
  city = await startInstance({ engine: true });
  clerk = await city.as('clerk');
  mediator = await city.as('mediator-411303');
  id = await aDisputeTakenIn(clerk, {
    claims: [
      { head: 'wages', amount: '12600.00', basis: '三个月工资未付' },
      { head: 'unlawful-dismissal', amount: '8000.00', basis: '无故辞退' },
      { head: 'confirm-relation', amount: '0', basis: '没有合同' },
    ],
  });
}, 60_000);
afterAll(() => city.stop());

const arrears = {
  kind: 'wage-arrears',
  periods: [{ from: '2025-10-01', to: '2025-12-20', monthlyWage: '4200', paid: '1000' }],
};
const dismissal = {
  kind: 'unlawful-dismissal',
  ...{ hiredOn: '2025-06-02', endedOn: '2025-12-31', averageMonthlyWage: '4200' },
};
const facts = (no: number, body: unknown, who = clerk) =>
  who.post(`/api/disputes/${id}/claims/${no}/facts`, body);
const compute = () => mediator.post(`/api/disputes/${id}/claims/compute`, {});

describe('claims', () => {
  test('are not worked out before their facts are recorded', async () => {
    const { status, body } = await compute();
    expect([status, body.code]).toEqual([409, 'claim/no-facts']);
  });

  const refused: [what: string, no: number, body: unknown, status: number, code: string][] = [
    ['of a line there is none of', 4, arrears, 422, 'claim/unknown-line'],
    ['of the last line a case may have', 600, arrears, 422, 'claim/unknown-line'],
    ['of a line beyond', 601, arrears, 400, 'input/invalid'],
    ['that lack a field', 1, { kind: 'wage-arrears' }, 422, 'claim/missing-field'],
    ['that end before they start', 2, { ...dismissal, endedOn: '2025-01-01' }, 422, 'day/reversed'],
    ['of another kind than the line', 2, arrears, 422, 'claim/not-of-this-head'],
    [
      'for a line that has no sum',
      3,
      { kind: 'notice-pay', lastMonthWage: '1' },
      422,
      'claim/not-of-this-head',
    ],
    ['that are no object', 1, [], 422, 'claim/wrong-field'],
  ];
  test.each(refused)('refuse facts %s', async (_what, no, body, status, code) => {
    const answer = await facts(no, body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.body.detail).toMatch(/\p{Script=Han}/u);
  });

  test('are worked out as on the command line, and kept with their working', async () => {
    expect((await facts(1, { ...arrears, periods: [{ ...arrears.periods[0], paid: '0' }] })).status).toBe(
      200,
    );
    expect((await facts(1, arrears)).status).toBe(200);
    expect((await facts(2, dismissal, mediator)).status).toBe(200);
    const { status, body } = await compute();
    expect([status, body.status]).toEqual([200, 'done']);
    const { claims, state, pack } = await shown(clerk, id);
    expect(state).toBe('received');
    expect(claims.map(({ facts: kept }) => kept)).toEqual([arrears, dismissal, null]);
    for (const [index, input] of [arrears, dismissal].entries())
      expect(claims[index]?.working).toEqual({ ...claim(input), seq: body.seq, pack });
    expect(claims[2]?.working).toBeNull();
    const { items } = (await clerk.get(`/api/disputes/${id}/events`)).body as { items: object[] };
    expect(items.at(-1)).toMatchObject({
      kind: 'claims-computed',
      facts: {
        lines: [
          { no: 1, kind: 'wage-arrears', amount: parseYuan(claim(arrears).amount) },
          { no: 2, kind: 'unlawful-dismissal', amount: parseYuan(claim(dismissal).amount) },
        ],
      },
    });
  });

  test('say where each goes, and why it is not known whether it is final', async () => {
    const { claims } = await shown(clerk, id);
    expect(claims).toMatchObject([
      { route: { path: 'arbitration' }, isFinal: null, finality: expect.stringContaining('最低工资') },
      { route: { path: 'arbitration', article: expect.stringContaining('第2条') } },
      { route: { path: 'arbitration' } },
    ]);
    const older = await aDisputeTakenIn(clerk, { receivedOn: '2025-03-03', since: '2025-01-01' });
    expect((await shown(clerk, older)).claims).toMatchObject([
      { isFinal: true, finality: expect.stringContaining('第47条') },
    ]);
  });

  test('worked out again keep both workings, the last one shown', async () => {
    const again = { ...dismissal, averageMonthlyWage: '5000' };
    expect((await facts(2, again)).status).toBe(200);
    const { body } = await compute();
    expect((await shown(clerk, id)).claims[1]?.working).toMatchObject({ ...claim(again), seq: body.seq });
    const [row] = await city.orm.em
      .fork()
      .execute<{ n: number }[]>('select count(*)::int as n from claim_working where dispute_id = ?', [id]);
    expect(row?.n).toBe(4);
  });
});

describe('the limitation ledger', () => {
  const claims = [{ head: 'economic-compensation', amount: '8000.00', basis: '单位提出解除' }];
  const ended = { employmentEndedOn: '2025-02-28', since: '2025-02-28', claims };
  const open = (change: object) => aDisputeTakenIn(clerk, change as Record<string, unknown>);
  const record = (one: string, body: object) =>
    act(mediator, one, 'record-limitation-event', { evidence: '签收单', ...body });

  test('of a worker still employed who asks for wages has no day', async () => {
    const { limitation: shownLedger, clocks, tasks } = await shown(clerk, await open({ facts: '在职' }));
    expect(shownLedger).toMatchObject({
      lastSafeDay: null,
      events: [{ kind: 'mediation-application', on: received, kindName: '申请调解' }],
      heads: [
        { head: 'wages', explanation: [expect.stringContaining('不受一年时效限制'), expect.anything()] },
      ],
    });
    expect(clocks.map(({ rule }) => rule)).not.toContain('limitation.last-safe-day');
    expect(tasks.map(({ why }) => why)).not.toContain('watch-limitation');
  });

  test('begins with receipt, and its day is watched over', async () => {
    const {
      limitation: shownLedger,
      clocks,
      tasks,
    } = await shown(clerk, await open({ ...ended, receivedOn: '2026-02-27', facts: '终止将满一年' }));
    const law = limitation({
      ...{ claimKind: 'economic-compensation', endedOn: '2025-02-28' },
      events: [{ kind: 'mediation-application', on: '2026-02-27' }],
    });
    expect(law.lastSafeDay).toBe('2027-03-01');
    expect(shownLedger.lastSafeDay).toBe(law.lastSafeDay);
    expect(shownLedger.heads[0]?.explanation).toEqual(law.explanation);
    const clock = clocks.find(({ rule }) => rule === 'limitation.last-safe-day');
    expect(clock).toMatchObject({ dueOn: law.lastSafeDay, article: '劳动争议调解仲裁法第27条第1款' });
    expect(tasks).toContainEqual(
      expect.objectContaining({ why: 'watch-limitation', dueOn: law.lastSafeDay }),
    );
  });

  test('takes each kind of event, and counts as the law counts', async () => {
    const one = await open({ ...ended, facts: '逐件登记' });
    const events: { kind: string; on: string; until?: string }[] = [
      { kind: 'mediation-application', on: received },
    ];
    for (const [index, kind] of limitationKinds.entries()) {
      if (kind === 'mediation-application') continue;
      const on = `2025-0${1 + (index % 9)}-15`;
      const end = kind === 'suspension' ? { until: '2025-12-01' } : {};
      events.push({ kind, on, ...end });
      await record(one, { event: kind, happenedOn: on, ...end });
    }
    const law = limitation({ claimKind: 'economic-compensation', endedOn: '2025-02-28', events });
    const { limitation: shownLedger, clocks } = await shown(clerk, one);
    expect([shownLedger.lastSafeDay, shownLedger.provisional]).toEqual([law.lastSafeDay, law.provisional]);
    expect(shownLedger.events).toHaveLength(limitationKinds.length);
    expect(shownLedger.events.at(-1)).toMatchObject({
      kind: 'suspension',
      until: '2025-12-01',
      evidence: '签收单',
    });
    const clock = clocks.find(({ dueOn }) => dueOn === law.lastSafeDay);
    expect(clock?.explanation).toEqual(expect.arrayContaining(law.explanation));
    const running = clocks.filter(
      ({ rule, outcome }) => rule === 'limitation.last-safe-day' && outcome === null,
    );
    expect(running).toMatchObject([{ dueOn: law.lastSafeDay }]);
  });

  test('of one who leaves while the case runs begins with the end of employment', async () => {
    const one = await open({ facts: '办理中离职' });
    await record(one, { event: 'employment-ended', happenedOn: '2026-03-10' });
    const { limitation: shownLedger } = await shown(clerk, one);
    expect(shownLedger).toMatchObject({ lastSafeDay: '2027-03-10', employmentEndedOn: '2026-03-10' });
  });

  test('an event of tomorrow, or one recorded before, is refused', async () => {
    const body = { evidence: '签收单', event: 'demand' };
    const path = `/api/disputes/${id}/record-limitation-event`;
    const tomorrow = await mediator.post(path, { ...body, on: later, happenedOn: '2026-03-17' });
    expect([tomorrow.status, tomorrow.body.code]).toEqual([422, 'day/reversed']);
    const ok = await mediator.post(path, { ...body, happenedOn: '2026-01-05' });
    const twice = await mediator.post(path, { ...body, happenedOn: '2026-01-05' });
    expect([ok.status, twice.status, twice.body.code]).toEqual([200, 409, 'limitation/already-recorded']);
  });

  test('does not hold the file open, and ends with it', async () => {
    const one = await open({ ...ended, facts: '撤回' });
    await act(mediator, one, 'withdraw', { note: '另行起诉' });
    expect((await shown(clerk, one)).clocks).toContainEqual(
      expect.objectContaining({ rule: 'limitation.last-safe-day', outcome: null }),
    );
    await act(mediator, one, 'close', { on: '2026-03-17' });
    const { state, clocks } = await shown(clerk, one);
    expect(state).toBe('closed');
    expect(clocks.filter(({ outcome }) => outcome === null)).toEqual([]);
  });
});

test('a case recorded by an older version is carried on, on the first pack', async () => {
  const one = await aDisputeTakenIn(clerk, { ...severance, facts: '旧版本登记' });
  await city.orm.em
    .fork()
    .execute(
      `update case_record set snapshot = snapshot - 'pack' - 'limitation' - 'employmentEndedOn' - 'linesWithFacts' where id = ?`,
      [one],
    );
  await act(mediator, one, 'consult', { result: 'reached' });
  const { state, pack, limitation: ledger } = await shown(clerk, one);
  expect([state, pack]).toEqual(['consulting', 'nanyang-2026.1']);
  expect(ledger.events).toMatchObject([{ kind: 'mediation-application', on: received }]);
});

describe('the certificate of limitation', () => {
  /** What the first paper of a case says. */
  async function textOf(one: string): Promise<string> {
    const [paper] = (await shown(mediator, one)).papers;
    await mediator.getSettled(paper!.file);
    const response = await fetch(`${city.url}${paper!.file}`, { headers: mediator.headers });
    return (await readPdf(Buffer.from(await response.arrayBuffer()))).text;
  }

  test('states the events with their evidence, and until when to do what', async () => {
    const one = await aDisputeTakenIn(clerk, {
      ...{ receivedOn: '2025-03-03', since: '2024-06-28', employmentEndedOn: '2024-06-28' },
      claims: [
        { head: 'economic-compensation', amount: '8000.00', basis: '解除' },
        { head: 'overtime', amount: '900.00', basis: '加班' },
      ],
    });
    const on = '2025-03-05';
    const demand = { event: 'demand', happenedOn: '2024-08-12', evidence: '催告函及快递单' };
    await act(mediator, one, 'record-limitation-event', { on, ...demand });
    await act(mediator, one, 'certify-limitation', { on });
    const { papers, limitation: shownLedger } = await shown(mediator, one);
    expect(shownLedger.lastSafeDay).toBe('2026-03-03');
    expect(papers[0]).toMatchObject({ kind: 'limitation-certificate', number: '宛工时卧龙〔2025〕第1号' });
    const text = await textOf(one);
    for (const said of [
      '劳动者：周大明。',
      '用人单位：南阳示例建筑有限公司，统一社会信用代码：91411303MA0000000W。',
      '双方劳动关系于2024年6月28日终止。',
      '2024年8月12日向对方主张权利催告函及快递单时效中断，重新计算',
      '2025年3月3日申请调解本单位案件记录（编号：2025-000002）时效中断，重新计算',
      '加班工资2026年3月3日劳动争议调解仲裁法第27条第4款',
      '时效期间的最后一日为2026年3月3日。请劳动者在该日前（含当日）',
      '卧龙区总工会劳动争议调解服务中心2025年3月5日',
    ])
      expect(text).toContain(said);
  });

  test('and a referral letter state the same day', async () => {
    const one = await aDisputeTakenIn(clerk, {
      ...{ receivedOn: '2025-03-03', since: '2024-06-28', employmentEndedOn: '2024-06-28', facts: '移送' },
    });
    await act(mediator, one, 'refer', {
      ...{
        on: '2025-03-05',
        body: 'hr-411303',
        reason: '涉嫌欠薪',
        request: '请核实',
        contact: '0377-6000002',
        isWorkerConsenting: true,
      },
    });
    const [referral] = (await mediator.get(`/api/referrals?parent=${one}`)).body.items as { id: string }[];
    const sent = await mediator.post(`/api/referrals/${referral?.id}/send`, { on: '2025-03-05' });
    expect(sent.status).toBe(200);
    const letter = await textOf(one);
    expect(letter).toContain('时效期间的最后一日为2026年3月3日，请在此前安排办理');
    expect(letter).toContain('劳动者已于2025年3月5日同意移送并转交案件材料。');
  });

  test('of a worker still employed says that no year runs yet', async () => {
    const one = await aDisputeTakenIn(clerk, { facts: '在职证明' });
    await act(mediator, one, 'certify-limitation');
    const text = await textOf(one);
    expect(text).toContain('不受一年时效期间的限制');
    expect(text).toContain('劳动报酬尚未起算');
  });

  test('is numbered by default where a city has no form for it', async () => {
    await city.orm.em.fork().execute(`update body set numbering = numbering - 'limitation-certificate'`);
    const one = await aDisputeTakenIn(clerk, { facts: '没有文号格式' });
    await act(mediator, one, 'certify-limitation');
    expect((await shown(mediator, one)).papers[0]?.number).toBe(
      '卧龙区总工会劳动争议调解服务中心时效证明〔2026〕2号',
    );
  });
});
