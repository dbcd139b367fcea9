import { crowdOf, drawing, refusal } from './drawing.ts';

const { draw, check, without } = drawing('mediation-proof');

test('the centre proves under number and check code that it led the mediation, when and by whom', async () => {
  const { read, pages } = await draw();
  expect(pages).toBe(2);
  expect(read.pages[0]).toContain('核验码7KPM3RTW9XCE');
  for (const said of [
    '宛工证卧龙〔2026〕第6号关于主持调解的证明南阳市卧龙区人民法院：',
    '张喆与南阳示例建筑劳务有限公司因追索劳动报酬纠纷一案（编号：2026-000031），由我单位主持调解',
    '劳动者：张喆，公民身份号码：411302199003150000。',
    '我单位系依法设立的人民调解委员会。本案由调解员周明远主持调解。',
    '于2026年8月31日收到调解申请，于2026年9月2日受理',
    '2026年9月7日、2026年9月10日在南阳市卧龙区职工服务中心第一调解室主持',
    '调解协议书（编号：宛工调字〔2026〕第12号），该协议自2026年9月10日起生效',
    '人民调解委员会（印章）2026年9月11日',
  ])
    expect(read.text).toContain(said);
});

test('what is not on record is left out', async () => {
  const { read } = await without(['capacity', 'acceptedOn', 'place', 'to', 'contact'], {
    workers: [{ name: '张喆' }],
    employers: [{ name: '南阳示例餐饮有限公司' }],
  });
  expect(read.text).toContain('劳动者：张喆。用人单位：南阳示例餐饮有限公司。');
  expect(read.text).toContain('收到调解申请。2026年9月7日、2026年9月10日主持双方当事人进行调解');
  for (const left of ['我单位系', '受理', '联系人', '人民法院：']) expect(read.text).not.toContain(left);
});

test('a crowd is listed in an annex', async () => {
  const { read } = await draw({ workers: crowdOf(120) });
  expect(read.text).toContain('张喆1等120人（名单附后）与南阳示例建筑劳务有限公司');
  expect(read.text).toContain('附件（宛工证卧龙〔2026〕第6号）劳动者名单序号姓名公民身份号码1张喆1—');
  expect(read.text).toContain('120张喆120—');
});

test.each([
  ['调解员', { mediators: [] }],
  ['调解日', { sessions: [] }],
  ['协议编号', { agreementNumber: '' }],
])('without %s it is refused', (blank, change) => {
  expect(check(change)).toThrow(refusal('paper/blank-without-fact', blank));
});
