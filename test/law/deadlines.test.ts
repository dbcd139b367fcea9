import { deadline, deadlinesFor, isRuleId, type RuleId, windowOf } from '../../src/law/deadline.ts';
import { day } from './days.ts';
import { refused } from './refused.ts';

/** 情形 | 规则 | 起算日 | 最后一日 */
const known: readonly [situation: string, rule: RuleId, from: string, dueOn: string][] = [
  ['国庆前收到申请，第15日在长假内，顺延', 'mediation.direct', '2026-09-22', '2026-10-08'],
  ['第15日早一天，仍在长假内', 'mediation.direct', '2026-09-21', '2026-10-08'],
  ['第15日为长假前最后一天', 'mediation.direct', '2026-09-15', '2026-09-30'],
  ['第15日为长假第一天', 'mediation.direct', '2026-09-16', '2026-10-08'],
  ['第15日为节后首个工作日', 'mediation.direct', '2026-09-23', '2026-10-08'],
  ['第15日为节后第二个工作日', 'mediation.direct', '2026-09-24', '2026-10-09'],
  ['第15日在春节假期', 'mediation.direct', '2026-02-01', '2026-02-24'],
  ['第15日是调休上班的周六，不顺延', 'mediation.direct', '2026-04-24', '2026-05-09'],
  ['收到申请与受理各自起算（收到）', 'mediation.direct', '2026-11-02', '2026-11-17'],
  ['收到申请与受理各自起算（受理）', 'mediation.direct.acceptance', '2026-11-05', '2026-11-20'],
  ['第15日是一般周六，顺延到周一', 'mediation.direct', '2026-11-06', '2026-11-23'],
  ['第15日是一般周日，顺延到周一', 'mediation.direct', '2026-11-07', '2026-11-23'],
  ['第15日是周一，不顺延', 'mediation.direct', '2026-11-08', '2026-11-23'],
  ['仲裁审查15日，第15日在中秋假期', 'agreement.arbitration-review', '2026-09-10', '2026-09-28'],
  ['司法确认30日，第30日是调休上班的周六', 'agreement.judicial-confirmation', '2026-09-10', '2026-10-10'],
  ['要约10个工作日，跨中秋并有周日上班', 'offer.reply.henan-wage', '2026-09-14', '2026-09-28'],
  ['要约15日', 'offer.reply.henan-general', '2026-09-14', '2026-09-29'],
  ['要约20日，第20日在国庆', 'offer.reply.national', '2026-09-14', '2026-10-08'],
  ['要约10个工作日，末日是调休上班的周六', 'offer.reply.henan-wage', '2026-02-02', '2026-02-14'],
  ['要约20日，第20日在春节假期', 'offer.reply.national', '2026-02-02', '2026-02-24'],
  ['报送：河南工资5个工作日', 'contract.file.henan-wage', '2026-09-24', '2026-10-09'],
  ['报送：国家工资7日', 'contract.file.national-wage', '2026-09-24', '2026-10-08'],
  ['报送：国家一般10日', 'contract.file.national', '2026-09-24', '2026-10-08'],
  ['意见书15个工作日', 'letter.opinion.reply', '2026-09-24', '2026-10-22'],
  ['仲裁受理5个工作日', 'arbitration.accept', '2026-09-28', '2026-10-10'],
  ['裁决45日', 'arbitration.award', '2026-09-01', '2026-10-16'],
  ['工资协商2个月，月末没有对应日', 'negotiation.finish.henan-wage', '2025-12-31', '2026-02-28'],
  ['监察60个工作日', 'inspection.close.national', '2026-08-20', '2026-11-18'],
  ['法援审查7日', 'aid.decide', '2026-09-28', '2026-10-08'],
  ['2022年以前法援审查7个工作日', 'aid.decide', '2021-06-01', '2021-06-10'],
  ['开庭前5个工作日通知，倒推跨国庆', 'arbitration.hearing-notice', '2026-10-12', '2026-09-29'],
  ['裁员30日前说明，倒推不顺延', 'layoff.notice', '2026-10-20', '2026-09-20'],
  ['裁决案卷保存10年，不顺延', 'retention.arbitration.award', '2026-02-28', '2036-02-28'],
];

test.each(known)('%s：%s 自 %s 至 %s', (_situation, rule, from, dueOn) => {
  const result = deadline(rule, day(from));
  expect(result).toMatchObject({ rule, from, dueOn, provisional: false });
});

test('a clock whose own last day is known stays firm up to the last loaded day', () => {
  expect(deadline('mediation.direct', day('2026-12-16'))).toMatchObject({
    dueOn: '2026-12-31',
    provisional: false,
  });
  expect(deadline('mediation.direct', day('2026-12-17'))).toMatchObject({
    dueOn: '2027-01-01',
    provisional: true,
  });
  expect(deadline('mediation.direct', day('2026-12-17')).explanation.join('')).toContain('不得写入文书');
});

test('a working-day clock is provisional when its count passes the last loaded year', () => {
  expect(deadline('arbitration.accept', day('2026-12-24')).provisional).toBe(false);
  expect(deadline('arbitration.accept', day('2026-12-25')).provisional).toBe(true);
});

test('a day before the loaded calendars is refused, never guessed', () => {
  expect(refused(() => deadline('mediation.direct', day('2019-12-01')))).toMatchObject({
    code: 'calendar/unknown-year',
    facts: { year: '2019', first: '2020', last: '2026' },
  });
  expect(refused(() => deadline('mediation.direct', day('2300-12-01'))).code).toBe('calendar/unknown-year');
  expect(deadline('mediation.direct', day('2019-12-25')).dueOn).toBe('2020-01-09');
});

test('a rule is refused on a day before its text was in force', () => {
  expect(refused(() => deadline('agreement.judicial-confirmation', day('2021-12-31'))).code).toBe(
    'law/rule-not-in-force',
  );
  expect(deadline('agreement.judicial-confirmation', day('2023-12-31')).article).toContain('第201条');
  expect(deadline('agreement.judicial-confirmation', day('2024-01-01')).article).toBe('民事诉讼法第205条');
});

test('an unknown rule is refused and is no rule id', () => {
  expect(isRuleId('mediation.direct')).toBe(true);
  expect(isRuleId('mediation.imagined')).toBe(false);
  expect(refused(() => deadline('mediation.imagined' as RuleId, day('2026-01-05'))).code).toBe(
    'law/unknown-rule',
  );
});

test('every date explains itself', () => {
  expect(deadline('mediation.direct', day('2026-09-22')).explanation).toEqual([
    '依据：劳动争议调解仲裁法第14条第3款，调解期限（自收到申请，期满可申请仲裁）：收到调解申请之日起15日（自然日）。',
    '起算：2026-09-22（周二）当日不计入，自2026-09-23（周三）起算（民法典第201条）。',
    '计算：第15日为2026-10-07（周三）。',
    '顺延：2026-10-07为国庆节假期，期限最后一日是休息日，顺延至2026-10-08（周四）（民法典第203条）。',
    '说明：期满未达成协议的，当事人可以申请仲裁；不妨碍双方继续调解。',
  ]);
  expect(deadline('offer.reply.henan-wage', day('2026-09-14')).explanation.slice(2)).toEqual([
    '计入：2026-09-15至09-18、2026-09-20至09-24、2026-09-28，共10个工作日，末日2026-09-28（周一）。',
    '不计入：2026-09-19、2026-09-25至09-27（中秋节假期）。',
    '调休上班日计入：2026-09-20（周日）。',
  ]);
  expect(deadline('mediation.direct', day('2026-04-24')).explanation[3]).toBe(
    '不顺延：2026-05-09（周六）是调休上班日（国办发明电〔2025〕7号）。',
  );
});

test('a setting says that it is none of the law’s numbers', () => {
  const visit = deadline('follow-up.visit', day('2026-11-02'));
  expect(visit).toMatchObject({ dueOn: '2026-11-05', confirmed: false });
  expect(visit.explanation.join('')).toContain('本市设定（S）');
});

test('where several rules bind one act all are shown and the earliest acts', () => {
  const filing = deadlinesFor('contract.file.wage', day('2026-09-24'));
  expect(filing.deadlines.map(({ rule, dueOn }) => [rule, dueOn])).toEqual([
    ['contract.file.national-wage', '2026-10-08'],
    ['contract.file.national', '2026-10-08'],
    ['contract.file.henan-wage', '2026-10-09'],
  ]);
  expect(filing.earliest.dueOn).toBe('2026-10-08');
  expect(deadlinesFor('offer.reply.wage', day('2026-09-14')).earliest.rule).toBe('offer.reply.henan-wage');
});

test.each([
  ['contract.renew.national', '2026-12-31', '2026-09-30'],
  ['contract.renew.national-wage', '2026-12-31', '2026-11-01'],
  ['contract.renew.henan-wage', '2026-12-31', '2026-10-31'],
  ['contract.renew.henan-wage', '2026-04-30', '2026-02-28'],
] as const)('renewal is a window: %s before %s opens on %s', (rule, endsOn, opensOn) => {
  expect(windowOf(rule, day(endsOn))).toMatchObject({ opensOn, closesOn: endsOn });
});

test('what is no window is refused as one', () => {
  expect(refused(() => windowOf('mediation.direct', day('2026-01-05'))).code).toBe('law/not-a-window');
});
