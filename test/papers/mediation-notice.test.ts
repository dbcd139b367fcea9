import { crowdOf, drawing, refusal } from './drawing.ts';

const { draw, check, without } = drawing('mediation-notice');

test('a notice says which session, when, where, before whom, and what to bring', async () => {
  const { read, pages } = await draw();
  expect(pages).toBe(2);
  for (const said of [
    '劳动争议调解通知书宛工调通〔2026〕第21号张喆、南阳示例建筑劳务有限公司：',
    '定于2026年9月10日进行第一次调解',
    '时间：2026年9月10日9时30分。',
    '地点：南阳市卧龙区职工服务中心第一调解室（示例路2号）。',
    '调解员：周明远。',
    '3.劳动合同、工资支付凭证、考勤记录等',
    '有权申请调解员回避',
  ])
    expect(read.text).toContain(said);
  expect(read.pages[0]).toContain('核验码7K3M9XQ2WTRD');
});

test('an online session names the platform and how to get in', async () => {
  const venue = { way: 'online', place: '人民法院调解平台' } as const;
  const { read } = await draw({ venue: { ...venue, access: '会议号000000000' }, session: 12 });
  expect(read.text).toContain('第十二次调解');
  expect(read.text).toContain('通过人民法院调解平台在线调解。进入方式：会议号000000000。');
  expect(read.text).not.toContain('地点：');
  expect((await draw({ venue })).read.text).toContain('进入方式另行通知');
});

test('by telephone, or one side after the other, it says so', async () => {
  const byPhone = (await draw({ venue: { way: 'phone', place: '0377-60000001' } })).read;
  expect(byPhone.text).toContain('方式：电话调解（0377-60000001）');
  const apart = (await draw({ venue: { way: 'back-to-back', place: '第二调解室' } })).read;
  expect(apart.text).toContain('地点：第二调解室，由调解员分别与各方谈话。');
});

test('without time, mediator and list it says what is still to come', async () => {
  const { read } = await without(['time', 'bring', 'contact'], { mediators: [] });
  expect(read.text).toContain('具体时间由本调解组织另行电话通知');
  expect(read.text).not.toMatch(/调解员：|联系人/);
});

test.each(['24:00', '9:30', '09:60', '上午'])('%s is no time of day and is refused', (time) => {
  expect(check({ time })).toThrow(refusal('paper/blank-without-fact', '时间'));
});

test.each(['00:00', '23:59'])('%s is one', (time) => {
  expect(check({ time })).not.toThrow();
});

test('one party alone, or all two hundred with their employer in an annex', async () => {
  expect((await draw({ to: ['张喆'] })).read.text).toContain('第21号张喆：');
  const { read } = await draw({ to: [...crowdOf(200).map(({ name }) => name), '甲公司'] });
  expect(read.text).toContain('张喆1等201名当事人（名单附后）：');
  expect(read.text).toContain('199张喆199200张喆200201甲公司');
  expect(check({ to: [] })).toThrow(refusal('paper/blank-without-fact', '受通知人'));
});

test('the annex is of those it is addressed to, not of all workers', async () => {
  const { read } = await draw({ workers: crowdOf(30), to: ['甲公司'] });
  expect(read.text).toContain('张喆1等30人与');
  expect(read.text).not.toContain('名单');
});
