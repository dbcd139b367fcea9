import { crowdOf, drawing, refusal } from './drawing.ts';
import { worker } from './examples.ts';

const { facts, draw, check, without } = drawing('review-application');
const [, employerSigns] = facts.signatories;

test('both sides ask the arbitration commission together, with the agreement and where papers reach them', async () => {
  const { read, pages } = await draw();
  expect(pages).toBe(3);
  for (const said of [
    '仲裁审查申请书申请人（劳动者）：张喆，男，1990年3月15日出生，公民身份号码：411302199003150000',
    '申请人（用人单位）：南阳示例建筑劳务有限公司，统一社会信用代码：91411300MA00000000',
    '委托代理人：王翀（该公司人事经理）',
    '调解协议书（编号：宛工调字〔2026〕第12号）。该协议自2026年9月10日起生效',
    '根据该协议制作仲裁调解书',
    '双方没有就该协议申请人民法院司法确认',
    '当事人收件人联系电话送达地址张喆张喆13800000000河南省南阳市卧龙区示例路1号',
    '1.调解协议书原件二份。',
    '此致南阳市卧龙区劳动人事争议仲裁委员会',
    '申请人：南阳示例建筑劳务有限公司（签署人：王翀，委托代理人，附特别授权委托书）签名、盖章：',
  ])
    expect(read.text).toContain(said);
});

test('a form for the parties to sign bears no number, no check code, and needs none', async () => {
  const { read } = await draw();
  expect(read.text).not.toContain('核验码');
  expect(read.info.Title).toBe('仲裁审查申请书');
});

test('printed before the agreement is signed, its day is left to be written in', async () => {
  const { read } = await draw({ effectiveOn: null });
  expect(read.text).toContain('该协议自年月日起生效。');
  expect((await without(['terms'])).read.text).not.toContain('主要内容');
});

test('two hundred workers stand in a list at the end, their representatives sign', async () => {
  const representative = { side: 'worker', party: '张喆1等200人', authority: 'representative' } as const;
  const signatories = ['张喆1', '张喆2', '张喆3'].map((signer) => ({
    ...representative,
    signer,
    consents: '全体成员同意协议的签名册',
  }));
  const workers = crowdOf(200).map(({ name }) => worker(name));
  const { read } = await draw({ workers, signatories: [...signatories, employerSigns!] });
  expect(read.pages[0]).toContain('申请人（劳动者）：张喆1等200人，每人的基本情况见附表《劳动者名单》。');
  for (let no = 1; no <= 200; no += 1) expect(read.text).toContain(`${no}张喆${no}男，1990年3月15日`);
  expect(read.text).toContain(
    '申请人：张喆1等200人（签署人：张喆2，推选的代表人，附全体成员同意协议的签名册）',
  );
  expect(read.pages.filter((page) => page.includes('序号姓名性别、生日')).length).toBeGreaterThan(10);
});

test('signatures never stand alone on a page', async () => {
  for (let count = 1; count <= 12; count += 1) {
    const attachments = Array.from({ length: count }, () => facts.attachments[0]!);
    const { read } = await draw({ attachments });
    expect(read.pages.at(-1)).toMatch(/调解协议书原件二份。此致.*仲裁委员会申请人：张喆.*年月日/);
  }
});

test.each([
  ['仲裁委员会', { commission: '' }],
  ['协议编号', { agreementNumber: '' }],
  ['送达', { service: [] }],
  ['附件', { attachments: [] }],
  ['签署人', { signatories: [] }],
  ['证件号码', { workers: [{ ...worker('张喆'), idNumber: '' }] }],
])('without %s it is refused', (blank, change) => {
  expect(check(change)).toThrow(refusal('paper/blank-without-fact', blank));
});
