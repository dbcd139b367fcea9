import { crowdOf, drawing, refusal } from './drawing.ts';
import { yuan } from './examples.ts';

const { facts, draw, check, without } = drawing('application');

test('an application says who asks whom for what, why, when, and leaves a place to sign', async () => {
  const { read, pages } = await draw();
  expect(pages).toBe(3);
  for (const said of [
    '劳动争议调解申请书申请人（劳动者）：张喆性别：男出生日期：1990年3月15日公民身份号码：411302199003150000',
    '被申请人（用人单位）：南阳示例建筑劳务有限公司统一社会信用代码：91411300MA00000000',
    '法定代表人：李堃',
    '1劳动报酬12,000.002026年5月、6月的工资',
    '2确认劳动关系—2025年11月3日至2026年6月30日',
    '以上请求金额合计人民币12,000.00元（大写：人民币壹万贰仟元整）。',
    '争议发生日：2026年6月30日',
    '1考勤记录和微信聊天记录截图电子件28',
    '本争议涉及劳动者12人。',
    '2026年7月20日向南阳市卧龙区劳动保障监察大队投诉，尚未收到处理结果。',
    '同意电子送达：短信（13800000000）',
    '申请人：张喆签名、捺印：',
    '申请日期：2026年8月31日',
  ])
    expect(read.text).toContain(said);
});

test('it is the applicant’s own paper: no number, no check code', async () => {
  const { read } = await draw();
  expect(read.text).not.toContain('〔');
  expect(read.pages[0]).not.toContain('核验码');
  expect(read.info.Title).toBe('调解申请书');
});

test('it tells whether the dispute is already elsewhere', async () => {
  expect((await draw()).read.text).toContain(
    '未就本争议申请仲裁。3.未就本争议提起诉讼。4.已就本争议向有关部门投诉。',
  );
  const { read } = await draw({ elsewhere: [{ kind: 'suit', isBegun: true }] });
  expect(read.text).toContain('已就本争议提起诉讼。');
  expect(read.text).not.toContain('申请仲裁');
});

const OPTIONAL = ['evidence', 'headcount', 'elsewhere', 'service'] as const;

test('the fields of intake suffice, be they taken down by a clerk', async () => {
  const { read } = await without(OPTIONAL, {
    workers: [{ name: '张喆' }],
    employers: [{ name: '甲公司', phone: '' }, { name: '乙公司' }],
    claims: [{ name: '劳动报酬', basis: '欠薪两个月' }],
    isOral: true,
    recorder: '陈玥',
  });
  for (const said of [
    '劳动争议调解口头申请笔录',
    '申请人（劳动者）：张喆被申请人（1）（用人单位）：甲公司被申请人（2）（用人单位）：乙公司一、请求事项',
    '以上内容由申请人于2026年8月31日口头陈述，由记录人当场记录，并已向申请人宣读',
    '申请人：张喆签名、捺印：',
    '记录人：陈玥（南阳市卧龙区职工服务中心劳动争议人民调解委员会）签名：',
  ])
    expect(read.text).toContain(said);
  for (const absent of ['调解申请书', '性别', '联系电话', '合计', '证据', '其他情况', '送达'])
    expect(read.text).not.toContain(absent);
});

test.each([
  [{ isOral: true }, '记录人'],
  [{ workers: [] }, '申请人'],
  [{ employers: [] }, '被申请人'],
  [{ claims: [] }, '请求事项'],
  [{ facts: [] }, '事实与理由'],
  [{ place: ' ' }, '工作地点'],
])('what the law asks of an application is not left out: %j', (change, blank) => {
  expect(check(change)).toThrow(refusal('paper/blank-without-fact', blank));
});

test('a claim below nought is refused', () => {
  expect(check({ claims: [{ name: '劳动报酬', amount: yuan(-1), basis: '…' }] })).toThrow(
    refusal('paper/negative-amount', '金额'),
  );
});

test('eleven workers are told one by one, twelve stand in a table that each signs', async () => {
  const eleven = (await draw({ workers: crowdOf(11) })).read;
  expect(eleven.text).toContain('申请人（11）（劳动者）：张喆11');
  expect(eleven.text).not.toContain('申请人名单');
  const twelve = (await draw({ workers: crowdOf(12), representatives: ['张喆1', '张喆2', '张喆3'] })).read;
  expect(twelve.text).toContain('申请人（劳动者）：张喆1等12人，基本情况见所附名单');
  expect(twelve.text).toContain('劳动者推选张喆1、张喆2、张喆3为代表参加调解。');
  expect(twelve.text).toContain('申请人代表：张喆3签名、捺印：');
  expect(twelve.text).not.toContain('申请人：张喆');
});

test('two hundred workers stand in a list with all that is known of each, its head on every page', async () => {
  const workers = crowdOf(200).map((worker, index) => ({
    ...worker,
    idNumber: '411302199003150000',
    phone: `1380000${String(index).padStart(4, '0')}`,
    address: '南阳市卧龙区示例路1号',
  }));
  const { read } = await draw({ workers });
  const heads = read.pages.filter((page) => page.includes('序号姓名性别公民身份号码住址、电话签名捺印'));
  expect(heads.length).toBeGreaterThan(8);
  for (const [index, { name, phone }] of workers.entries()) {
    expect(read.text).toContain(`${index + 1}${name}—411302199003150000`);
    expect(read.text).toContain(phone);
  }
});

test('a list names the day of birth of who has no document, and an agent', async () => {
  const [, , ...rest] = crowdOf(13);
  const { read } = await draw({
    workers: [
      { name: '李堃', bornOn: facts.workers[0]!.bornOn! },
      { name: '王翀', agent: { name: '赵玥', occupation: '律师', authority: '一般授权' } },
      ...rest,
    ],
  });
  expect(read.text).toContain('1李堃—1990年3月15日出生—');
  expect(read.text).toContain('2王翀——代理人赵玥');
});

test('an employer may apply too, against many workers, and signs with its seal', async () => {
  const { read } = await draw({ applicant: 'employer', workers: crowdOf(12) });
  expect(read.text).toContain('申请人（用人单位）：南阳示例建筑劳务有限公司');
  expect(read.text).toContain('被申请人（劳动者）：张喆1等12人，基本情况见所附名单');
  expect(read.text).toContain('申请人：南阳示例建筑劳务有限公司签名、盖章：');
  expect(read.text).toContain('被申请人名单');
  expect(read.text).not.toContain('签名捺印');
});

test('long reasons flow to more pages and lose nothing', async () => {
  const long = Array.from({ length: 400 }, (_, index) => `第${index + 1}次催要工资未果；`).join('');
  const { read, pages } = await draw({ facts: [long] });
  expect(pages).toBeGreaterThan(8);
  expect(read.text).toContain(long);
});
