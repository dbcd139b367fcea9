/** Papers of cases of which little is known: what is not on record is left out, and only what a paper cannot do without refuses it. */
import type { BodyId, PartyId } from '../../src/domain/ids.ts';
import { parseYuan } from '../../src/domain/money.ts';
import { Capacity } from '../../src/persistence/capacity.entity.ts';
import { Body } from '../../src/persistence/city.entity.ts';
import { refusal } from '../papers/drawing.ts';
import { type Drawn, eightFields, startTown, ToldCase, type Town } from './told-case.ts';

let town: Town;
beforeAll(async () => {
  town = await startTown();
}, 120_000);
afterAll(() => town.stop());

const CAPACITY = {
  id: 'people-mediation-411303',
  kind: 'people-mediation',
  isSignOffRequired: false,
} as const;
const SIDES = ['张喆', '南阳示例建筑劳务有限公司'];
const textOf = ([paper]: Drawn[]) => paper?.read.text ?? '';
const refused = (blank: string) => refusal('paper/blank-without-fact', blank);

async function consented(on = '2026-03-03', intake = eightFields): Promise<ToldCase> {
  const told = (await ToldCase.takenIn(town, intake, '2026-03-02')).on(on);
  await told.act('consult', { result: 'reached' });
  await told.act('record-consent', { isGiven: true });
  return told;
}

async function accepted(intake = eightFields): Promise<ToldCase> {
  const told = await consented('2026-03-03', intake);
  await told.act('accept', { capacity: CAPACITY });
  return told;
}

test('a notice of acceptance states both periods with the very days of their clocks', async () => {
  const told = await consented();
  const [paper] = await told.act('accept', { capacity: CAPACITY });
  expect(paper?.kind).toBe('acceptance-notice');
  const { text } = paper!.read;
  for (const name of SIDES) expect(text).toContain(name);
  expect(text).toContain('卧龙区总工会劳动争议人民调解委员会');
  const { clocks } = await told.state();
  const dueOn = (rule: string) => {
    const [, month, day] = clocks.find((clock) => clock.rule === rule)!.dueOn.split('-');
    return `2026年${Number(month)}月${Number(day)}日`;
  };
  expect(text).toContain(
    `调解期限为15日（自然日），自受理调解申请之日起计算，最后一日为${dueOn('mediation.direct.acceptance')}`,
  );
  expect(text).toContain(`自收到调解申请之日起15日内（最后一日为${dueOn('mediation.direct')}）`);
});

test('a notice over the turn of a year whose holidays are not published leaves the days out', async () => {
  const told = (await ToldCase.takenIn(town, eightFields, '2026-12-28')).on('2026-12-29');
  await told.act('consult', { result: 'reached' });
  await told.act('record-consent', { isGiven: true });
  const text = textOf(await told.act('accept', { capacity: CAPACITY }));
  expect(text.match(/放假安排尚未公布/g)).toHaveLength(2);
  expect(text).not.toContain('最后一日为');
});

test('a refusal names its reason and the ways that the law leaves open', async () => {
  const told = (await ToldCase.takenIn(town, eightFields)).on('2026-03-04');
  await told.act('consult', { result: 'reached' });
  await told.act('record-consent', { isGiven: false });
  const text = textOf(await told.act('decline', { reason: 'refused' }, { note: '单位书面答复不同意调解' }));
  for (const said of [
    ...SIDES,
    '单位书面答复不同意调解。',
    '有管辖权的劳动人事争议仲裁委员会',
    '劳动保障监察',
  ])
    expect(text).toContain(said);
  expect(text).not.toContain('人民法院提起诉讼');
  expect(text).toContain('没有劳动关系终止的记录');
});

test('a courier without a labour relation is sent to the court, not to arbitration', async () => {
  const told = await ToldCase.takenIn(town, { ...eightFields, workers: [{ name: '钱骑', kind: 'service' }] });
  const text = textOf(await told.act('decline', { reason: 'other-path' }, { note: '按劳务合同处理' }));
  expect(text).toContain('可以向有管辖权的人民法院提起诉讼');
  expect(text).not.toMatch(
    /可以向有管辖权的劳动人事争议仲裁委员会申请仲裁|可以向用工所在地的劳动保障监察机构投诉/,
  );
});

test('who cannot be reached is proven by the call log, call by call', async () => {
  const told = await ToldCase.takenIn(town, eightFields);
  const [, employer] = await told.parties();
  const call = { party: employer!, way: 'phone', isReached: false } as const;
  await told.act('log-call', call, { note: '无人接听', at: '09:30' });
  await told.act('log-call', call);
  await told.on('2026-03-03').act('log-call', { ...call, way: 'visit' }, { note: '大门上锁' });
  const text = textOf(await told.act('decline', { reason: 'unreachable' }));
  expect(text).toContain('12026年3月2日电话联系南阳示例建筑劳务有限公司（09:30）未联系上，无人接听');
  expect(text).toContain('32026年3月3日上门联系南阳示例建筑劳务有限公司未联系上，大门上锁');
});

test('mediation that failed before any session says so, and where each head goes', async () => {
  const told = await accepted({
    ...eightFields,
    claims: [
      ...eightFields.claims,
      { head: 'social-insurance-loss', amount: parseYuan('0'), basis: '未缴社会保险' },
    ],
  });
  const text = textOf(
    await told.on('2026-03-10').act('fail', { reason: 'too-far-apart' }, { note: '分歧过大' }),
  );
  for (const said of [
    ...SIDES,
    '本争议未召开调解会议',
    '劳动报酬申请劳动仲裁',
    '社会保险损失申请劳动仲裁',
    '2026年3月3日受理',
  ])
    expect(text).toContain(said);
});

test('what is settled on the spot is recorded on one page', async () => {
  const on = '2026-03-02';
  const told = await ToldCase.takenIn(town, eightFields, on, {
    asked: { amount: parseYuan('11500'), satisfaction: 'satisfied' },
    texts: { terms: '单位当场付清11,500.00元，双方再无争议' },
  });
  const text = textOf([...told.first]);
  for (const said of [
    ...SIDES,
    '来源窗口',
    '劳动报酬（两个月工资未付）',
    '请求金额12,000.00元',
    '人民币11,500.00元',
  ])
    expect(text).toContain(said);
  expect(text).toContain('单位当场付清11,500.00元，双方再无争议。');
  expect(told.first[0]?.read.pages).toHaveLength(1);
});

test('an application, a notice of session and minutes need no more than what was said', async () => {
  const told = await accepted();
  const [application] = await told.act('issue-papers', { papers: [{ kind: 'application' }] });
  for (const said of [...SIDES, '12,000.00', '两个月工资未付', '劳动争议人民调解委员会'])
    expect(application!.read.text).toContain(said);
  expect(application!.read.text).not.toMatch(/证据和材料|未就本争议|送达地址/);
  await told.act('plan-session', { plannedOn: '2026-03-09' as never }, { place: '第一调解室', at: '09:30' });
  await told.act(
    'postpone-session',
    { no: 1, plannedOn: '2026-03-11' as never, by: 'employer' },
    { note: '出差' },
  );
  const [notice] = await told.act('issue-papers', { papers: [{ kind: 'mediation-notice', about: '1' }] });
  expect(notice!.about).toBe('1');
  expect(notice!.read.text).toContain('2026年3月11日，具体时间由本调解组织另行电话通知');
  expect(notice!.read.text).toContain('地点：第一调解室');
  await told.on('2026-03-11').act('hold-session', { no: 1 }, { minutes: '双方各自陈述。' });
  const [minutes] = await told.act('issue-papers', { papers: [{ kind: 'minutes', about: '1' }] });
  for (const said of ['第一次调解', '2026年3月11日', '地点：第一调解室', '双方各自陈述。'])
    expect(minutes!.read.text).toContain(said);
  expect(minutes!.read.text).not.toContain('告知事项');
});

test('what a slip or an agreement cannot do without is named when it is missing', async () => {
  const told = await accepted();
  const [worker] = await told.parties();
  await expect(
    told.act('issue-papers', { papers: [{ kind: 'service-address', about: worker! }] }),
  ).rejects.toEqual(refused('送达地址'));
  await told.act('plan-session', { plannedOn: '2026-03-03' as never }, { place: '第一调解室' });
  await told.act('hold-session', { no: 1 }, { minutes: '达成一致。' });
  const terms = { place: '第一调解室', item: '工资', method: '现金', breach: '另付利息', lockInAt: '仲裁委' };
  await expect(
    told.act(
      'draft-agreement',
      {
        door: 'arbitration-review',
        instalments: [{ dueOn: '2026-04-15' as never, amount: parseYuan('12000') }],
      },
      terms,
    ),
  ).rejects.toEqual(refused('性别'));
});

test('one worker’s agreement is followed to the payment order by what the record holds', async () => {
  const told = await accepted({
    ...eightFields,
    claims: [
      { head: 'wages', amount: parseYuan('8000'), basis: '两个月工资未付。' },
      { head: 'economic-compensation', amount: parseYuan('4000'), basis: '被辞退' },
    ],
  });
  const [worker, employer] = (await told.parties()) as [PartyId, PartyId];
  const idNumber = '411303199003150009';
  await told.act(
    'complete-party',
    { party: worker },
    { idNumber, address: '示例路1号', phone: '13800000000' },
  );
  await told.act(
    'complete-party',
    { party: employer },
    {
      creditCode: '91411303MA4000000M',
      address: '示例大道1号',
      representative: '李堃',
      representativeTitle: '负责人',
      phone: '0377-60000000',
    },
  );
  await told.act('plan-session', { plannedOn: '2026-03-03' as never }, { place: '第一调解室' });
  await told.act('hold-session', { no: 1 }, { minutes: '达成一致。', undisputed: '欠薪属实' });
  const [agreement] = await told.act(
    'draft-agreement',
    {
      door: 'arbitration-review',
      instalments: [{ dueOn: '2026-04-15' as never, amount: parseYuan('12000') }],
    },
    { item: '工资和经济补偿', method: '现金', breach: '另付利息', lockInAt: '卧龙区劳动人事争议仲裁委员会' },
  );
  for (const said of [
    '在第一调解室主持调解',
    '女出生日期：1990年3月15日',
    '劳动报酬：两个月工资未付，金额8,000.00元。',
    '欠薪属实。',
    '负责人：李堃',
    '一次性向张喆支付工资和经济补偿，金额为人民币12,000.00元',
    '一式三份',
  ])
    expect(agreement!.read.text).toContain(said);
  const [unsigned] = await told.act('issue-papers', { papers: [{ kind: 'review-application' }] });
  expect(unsigned!.read.text).toContain('该协议自年月日起生效');
  const on = '2026-03-03' as never;
  await told.act('sign-agreement', {
    signatures: [
      { party: worker, on, authority: 'self' },
      { party: employer, on, authority: 'legal-representative' },
    ],
    mediatorOn: on,
    sealedOn: on,
  });
  const [review, proof] = await told.act('issue-papers', {
    papers: [{ kind: 'review-application' }, { kind: 'mediation-proof' }],
  });
  for (const said of [
    '此致卧龙区劳动人事争议仲裁委员会',
    '该协议自2026年3月3日起生效',
    agreement!.number,
    '南阳示例建筑劳务有限公司于2026年4月15日前（含当日）一次性向张喆支付工资和经济补偿12,000.00元。',
    '张喆张喆13800000000示例路1号',
  ])
    expect(review!.read.text).toContain(said);
  expect(proof!.read.text).toContain('我单位系依法设立的人民调解委员会');
  await told.on('2026-04-16').act('declare-default', { instalment: 1 });
  await told.act('record-visit', { instalment: 1, satisfaction: 'not-asked' });
  const [visit, order] = await told.act('issue-papers', {
    papers: [{ kind: 'visit-record' }, { kind: 'payment-order-application' }],
  });
  expect(visit!.read.text).toContain('回访方式—');
  expect(visit!.read.text).toContain('12026年4月15日12,000.000.00—逾期未付');
  expect(order!.read.text).toContain('劳动报酬：工资和经济补偿2026年4月15日12,000.000.0012,000.00');
});

test('what was put right is what the papers say', async () => {
  const told = await accepted();
  await told.act('plan-session', { plannedOn: '2026-03-03' as never }, { place: '第一调解室' });
  const { seq } = await told.state();
  await told.act(
    'correct',
    { seq, act: 'session-planned', field: 'place' },
    { text: '第三调解室', note: '笔误' },
  );
  const text = textOf(await told.act('issue-papers', { papers: [{ kind: 'mediation-notice', about: '1' }] }));
  expect(text).toContain('地点：第三调解室');
});

test('mediation that failed tells what was tried and what is undisputed, but no notes of the table', async () => {
  const told = await accepted();
  await told.act('plan-session', { plannedOn: '2026-03-03' as never }, { place: '第一调解室' });
  await told.act(
    'hold-session',
    { no: 1 },
    { minutes: '单位私下称可以让到一万元。', result: '未达成一致', undisputed: '欠薪12,000元' },
  );
  const text = textOf(await told.on('2026-03-18').act('fail', { reason: 'time-over' }, { note: '期满未成' }));
  expect(text).toContain('12026年3月3日未达成一致');
  expect(text).toContain('1.欠薪12,000元。');
  expect(text).not.toContain('私下');
});

test('a last safe day in a year without published holidays is not stated, and holds no notice up', async () => {
  const told = await ToldCase.takenIn(town, { ...eightFields, employmentEndedOn: '2026-02-20' as never });
  expect((await told.state()).limitation).toMatchObject({ provisional: true });
  const text = textOf(await told.act('decline', { reason: 'other-path' }, { note: '已申请仲裁' }));
  expect(text).toContain('放假安排尚未公布，待公布并算定后另行告知');
  expect(text).not.toContain('时效期间的最后一日为');
});

test('of two employers the one that refuses is not said to have agreed', async () => {
  const told = await ToldCase.takenIn(town, {
    ...eightFields,
    employers: [...eightFields.employers, { name: '南阳示例置业有限公司' }],
  });
  const [, firm, owner] = (await told.parties()) as [PartyId, PartyId, PartyId];
  await told.act('consult', { result: 'reached' });
  await told.act('record-consent', { isGiven: true, party: firm });
  await told.act('record-consent', { isGiven: false, party: owner });
  const accepting = textOf(await told.act('accept', { capacity: CAPACITY }));
  expect(accepting).toContain('被申请人（用人单位）：南阳示例建筑劳务有限公司');
  expect(accepting).not.toContain('置业');
  const asked = textOf(await told.act('issue-papers', { papers: [{ kind: 'application' }] }));
  expect(asked).toContain('南阳示例置业有限公司');
});

test('two hundred workers hold no notice up', async () => {
  const workers = Array.from({ length: 200 }, (_, index) => ({ name: `张喆${index + 1}` }));
  const told = await accepted({
    ...eightFields,
    workers,
    claims: workers.flatMap((_, index) =>
      (['wages', 'overtime', 'economic-compensation'] as const).map((head) => ({
        head,
        amount: parseYuan('1000'),
        basis: '未付',
        worker: index + 1,
      })),
    ),
  });
  const [paper] = await told.on('2026-03-18').act('fail', { reason: 'would-not-sign' }, { note: '不签字' });
  expect(paper!.read.text).toContain('200张喆200');
  expect(paper!.read.text.match(/申请劳动仲裁/g)).toHaveLength(3);
});

test('a county without a centre of its own uses the city’s, with its name and its numbers', async () => {
  const county = '411330';
  const em = town.orm.em.fork();
  await em.nativeDelete(Capacity, { body: `mediation-centre-${county}` as BodyId });
  await em.nativeDelete(Body, { id: `mediation-centre-${county}` as BodyId });
  const told = await ToldCase.takenIn(town, { ...eightFields, district: county as never });
  const [paper] = await told.act('decline', { reason: 'out-of-scope' }, { note: '不属于劳动争议' });
  expect(paper!.read.text).toContain('南阳市总工会劳动争议调解服务中心');
  expect(paper!.read.text).not.toContain('桐柏县总工会');
});
