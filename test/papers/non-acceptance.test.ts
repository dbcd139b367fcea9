import type { DeclineReason } from '../../src/domain/dispute/parts.ts';
import { crowdOf, drawing, refusal } from './drawing.ts';
import { day } from './examples.ts';

const { draw, check, without } = drawing('non-acceptance');
const OPTIONAL = ['attempts', 'paths', 'limitation', 'contact'] as const;

test('who could not be reached: each attempt is told, and where to go by when', async () => {
  const { read, pages } = await draw();
  expect(pages).toBe(3);
  for (const said of [
    '劳动争议调解不予受理通知书宛工调不受〔2026〕第3号张喆、李翀：',
    '你方与南阳示例餐饮管理有限公司追索劳动报酬纠纷（编号：2026-000047）的调解申请，本调解组织于2026年9月14日收到',
    '无法与对方当事人取得联系',
    '12026年9月14日电话（0377-60000000）无人接听',
    '退回，原址查无此单位',
    '可以向南阳市宛城区劳动人事争议仲裁委员会申请仲裁',
    '可以向南阳市宛城区劳动保障监察大队投诉',
    '时效期间的最后一日为2027年9月14日。请在该日前（含当日）申请仲裁',
  ])
    expect(read.text).toContain(said);
  expect(read.pages[0]).toContain('核验码4HN8PWQ6ZKCE');
});

const rows: [reason: DeclineReason, ground: string, ways: string[], notWays: string[]][] = [
  ['refused', '《中华人民共和国人民调解法》第十七条', ['申请仲裁。', '投诉（'], ['提起诉讼']],
  [
    'unreachable',
    '第二十二条，属于受理范围且双方当事人同意调解的，方予受理',
    ['申请仲裁。', '投诉（'],
    ['提起诉讼'],
  ],
  [
    'out-of-scope',
    '第二条规定的劳动争议范围',
    ['可以向有管辖权的人民法院提起诉讼'],
    ['投诉（', '可以向有管辖权的劳动人事'],
  ],
  ['other-path', '第二条、第九条', ['申请仲裁。', '提起诉讼', '用工所在地的劳动保障监察机构投诉'], []],
];

test.each(rows)(
  '%s: the fields of intake suffice; it has its own ground and way onward',
  async (reason, ground, ways, notWays) => {
    const { read } = await without(OPTIONAL, { reason });
    for (const said of [ground, ...ways]) expect(read.text).toContain(said);
    for (const said of notWays) expect(read.text).not.toContain(said);
    for (const [other, otherGround] of rows)
      if (other !== reason) expect(read.text).not.toContain(otherGround);
    expect(read.text).not.toContain('最后一日');
  },
);

test('attempts are told only of who could not be reached', async () => {
  expect((await draw({ reason: 'refused' })).read.text).not.toContain('无人接听');
});

test('limitation: a day that has passed, none at all, and a provisional one', async () => {
  expect((await draw({ limitation: { lastDay: day('2026-09-17') } })).read.text).toContain(
    '2026年9月17日，已经届满',
  );
  expect((await draw({ limitation: { lastDay: day('2026-09-18') } })).read.text).toContain(
    '请在该日前（含当日）',
  );
  const { read } = await draw({
    limitation: { lastDay: null, reason: '放假安排尚未公布，待算定后另行告知' },
  });
  expect(read.text).toContain('放假安排尚未公布，待算定后另行告知。');
  expect(check({ limitation: { lastDay: day('2027-09-14', true) } })).toThrow(
    refusal('paper/provisional-date', '时效届满日'),
  );
});

test('the reason in the case’s own words, and another way than the usual', async () => {
  const { read } = await without(['attempts'], {
    reason: 'other-path',
    explanation: ['该争议已由仲裁委员会受理'],
    paths: [{ kind: 'court', body: '南阳市宛城区人民法院' }],
  });
  expect(read.text).toContain('该争议已由仲裁委员会受理。');
  expect(read.text).toContain('可以向南阳市宛城区人民法院提起诉讼');
  expect(read.text).not.toContain('投诉（');
});

test('a crowd is named in the annex; an applicant without a name is refused', async () => {
  const { read } = await draw({ workers: crowdOf(12) });
  expect(read.text).toContain('张喆1等12人（名单附后）：');
  expect(read.text).toContain('10张喆1011张喆1112张喆12');
  expect(check({ workers: [] })).toThrow(refusal('paper/blank-without-fact', '受通知人'));
});
