import type { FailReason } from '../../src/domain/dispute/parts.ts';
import { crowdOf, drawing, refusal } from './drawing.ts';
import { day } from './examples.ts';

const { draw, check, without } = drawing('termination');
const OPTIONAL = [
  'acceptedOn',
  'explanation',
  'sessions',
  'undisputed',
  'onward',
  'limitation',
  'contact',
] as const;

test('it says what was tried, why it ended, what is undisputed, and where to go by when', async () => {
  const { read, pages } = await draw();
  expect(pages).toBe(3);
  for (const said of [
    '终止劳动争议调解通知书宛工调终〔2026〕第6号申请人（劳动者）：张喆被申请人（用人单位）：南阳示例纺织有限公司',
    '于2026年9月1日收到调解申请，于2026年9月3日受理',
    '调解于2026年9月18日终止',
    '22026年9月18日双方到场，用人单位不同意增加，劳动者不同意减少',
    '双方当事人的意见分歧较大，经调解仍不能达成一致。',
    '2.解除前十二个月平均工资为每月5,142.00元。',
    '解除或者终止劳动合同经济补偿申请仲裁南阳市卧龙区劳动人事争议仲裁委员会',
    '时效期间的最后一日为2027年9月18日',
  ])
    expect(read.text).toContain(said);
  expect(read.pages.at(-1)).toContain('人民调解委员会（印章）2026年9月18日');
  expect(read.pages[0]).toContain('核验码7KPM3RTW9XCE');
});

const rows: [FailReason, string][] = [
  ['time-over', '调解期限届满，双方当事人未达成调解协议'],
  ['refused', '一方当事人明确表示不同意继续调解'],
  ['too-far-apart', '双方当事人的意见分歧较大'],
  ['unreachable', '无法与一方当事人取得联系'],
  ['would-not-sign', '一方当事人不在调解协议书上签名或者盖章，调解协议未生效'],
];

test.each(rows)('%s: the fields of intake suffice, and only this reason is given', async (reason, said) => {
  const { read } = await without(OPTIONAL, { reason });
  for (const [other, sentence] of rows)
    if (other === reason) expect(read.text).toContain(said);
    else expect(read.text).not.toContain(sentence);
  expect(read.text).toContain('劳动合同履行地或者用人单位所在地的劳动争议仲裁委员会申请仲裁');
  expect(read.text).toContain('有管辖权的人民法院提起诉讼');
  expect(read.text).not.toMatch(/调解情况|无争议|最后一日|联系人/);
});

test('where no session was held, it says so', async () => {
  expect((await draw({ sessions: [] })).read.text).toContain('本争议未召开调解会议。');
});

test('limitation: a passed day, why there is none, and a provisional one', async () => {
  expect((await draw({ limitation: { lastDay: day('2026-09-17') } })).read.text).toContain(
    '2026年9月17日，已经届满',
  );
  const { read } = await draw({ limitation: { lastDay: null, reason: '劳动关系存续，时效期间尚未起算' } });
  expect(read.text).toContain('劳动关系存续，时效期间尚未起算。');
  expect(check({ limitation: { lastDay: day('2027-09-18', true) } })).toThrow(
    refusal('paper/provisional-date', '时效届满日'),
  );
});

test('two hundred workers are named in the annex', async () => {
  const { read } = await draw({ workers: crowdOf(200) });
  expect(read.text).toContain('申请人（劳动者）：张喆1等200人（名单附后）');
  for (let no = 1; no <= 200; no += 1) expect(read.text).toContain(`${no}张喆${no}`);
});

test('without sides it is refused', () => {
  expect(check({ employers: [] })).toThrow(refusal('paper/blank-without-fact', '被申请人'));
});
