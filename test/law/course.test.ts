import { readCalendar, withCalendar } from '../../src/law/calendar/read.ts';
import { deadlineWith } from '../../src/law/course.ts';
import { movedClocks, type OpenClock } from '../../src/law/moved-clocks.ts';
import { canonicalPack, type RulePack, sealPack } from '../../src/law/pack.ts';
import { currentPack, packById, packOn, packs } from '../../src/law/packs.ts';
import { day } from './days.ts';
import { refused } from './refused.ts';

test('an award may take fifteen days more, not sixteen', () => {
  const basis = '2026-10-10 延期审批表';
  expect(deadlineWith('arbitration.award', day('2026-09-01'), { extension: { basis } })).toMatchObject({
    dueOn: '2026-11-02',
    explanation: expect.arrayContaining([expect.stringContaining('原期限45加15')]),
  });
});

test('mediation is extended to the day both sides agree on, and only to a later one', () => {
  const from = day('2026-11-05');
  const until = (text: string) => ({ extension: { basis: '双方书面同意', until: day(text) } });
  expect(deadlineWith('mediation.direct.acceptance', from, until('2026-11-30')).dueOn).toBe('2026-11-30');
  expect(refused(() => deadlineWith('mediation.direct.acceptance', from, until('2026-11-20'))).code).toBe(
    'day/reversed',
  );
});

test.each([
  [
    '法定期限不能延长',
    () => deadlineWith('suit.after-award', day('2026-11-02'), { extension: { basis: '双方同意' } }),
  ],
  [
    '裁决只能延长法定天数',
    () =>
      deadlineWith('arbitration.award', day('2026-11-02'), {
        extension: { basis: '', until: day('2027-03-01') },
      }),
  ],
  [
    '调解延长须写明到哪一天',
    () => deadlineWith('mediation.direct.acceptance', day('2026-11-02'), { extension: { basis: '' } }),
  ],
])('an extension the law does not have is refused: %s', (_what, act) => {
  expect(refused(act).code).toBe('law/extension-not-allowed');
});

test('days of an expert opinion are left out; days named twice only once', () => {
  const once = { pauses: [{ ground: '鉴定', from: day('2026-11-10'), to: day('2026-11-14') }] };
  const twice = {
    pauses: [...once.pauses, { ground: '鉴定', from: day('2026-11-12'), to: day('2026-11-14') }],
  };
  expect(deadlineWith('mediation.court-entrusted.ordinary', day('2026-11-02'), {}).dueOn).toBe('2026-11-17');
  expect(deadlineWith('mediation.court-entrusted.ordinary', day('2026-11-02'), once).dueOn).toBe(
    '2026-11-23',
  );
  expect(deadlineWith('mediation.court-entrusted.ordinary', day('2026-11-02'), twice).dueOn).toBe(
    '2026-11-23',
  );
});

test('a pause after the last day moves nothing', () => {
  const pauses = [{ ground: '鉴定', from: day('2026-11-18'), to: day('2026-11-30') }];
  expect(deadlineWith('mediation.court-entrusted.ordinary', day('2026-11-02'), { pauses }).dueOn).toBe(
    '2026-11-17',
  );
});

test('a changed claim starts the award’s period anew', () => {
  const restarts = [{ ground: '增加或者变更请求', on: day('2026-09-20') }];
  expect(deadlineWith('arbitration.award', day('2026-09-01'), { restarts })).toMatchObject({
    from: '2026-09-20',
    dueOn: '2026-11-04',
  });
});

test('a ground the rule does not know is refused with those it does', () => {
  const pauses = [{ ground: '工作繁忙', from: day('2026-11-02'), to: day('2026-11-03') }];
  expect(refused(() => deadlineWith('arbitration.award', day('2026-11-02'), { pauses }))).toMatchObject({
    code: 'law/pause-not-allowed',
    facts: { allowed: ['中止', '公告送达'] },
  });
  const restarts = [{ ground: '换了调解员', on: day('2026-11-03') }];
  expect(refused(() => deadlineWith('mediation.direct', day('2026-11-02'), { restarts })).code).toBe(
    'law/restart-not-allowed',
  );
});

const shorterReply = sealPack({
  ...currentPack,
  id: 'test-shorter',
  rules: currentPack.rules
    .filter(({ id }) => id !== 'letter.hint.reply')
    .map((rule) => (rule.id === 'letter.opinion.reply' ? { ...rule, length: 10 } : rule)),
});
const withNextYear: RulePack = withCalendar(
  currentPack,
  readCalendar({
    year: 2027,
    notice: '（测试用，虚构）',
    issuedOn: '2026-11-20',
    holidays: [{ name: '元旦', off: ['2027-01-01', '2027-01-03'], work: [], statutory: ['2027-01-01'] }],
  }),
  'test-2027',
  '测试',
);
const open = (id: string, rule: string, from: string, dueOn: string): OpenClock => ({
  id,
  rule,
  from: day(from),
  dueOn: day(dueOn),
});

test('before a pack is published it is known which open clocks it moves', () => {
  const clocks = [
    open('a', 'letter.opinion.reply', '2026-09-24', '2026-10-22'),
    open('b', 'mediation.direct', '2026-09-22', '2026-10-08'),
    open('c', 'letter.hint.reply', '2026-11-02', '2026-11-17'),
  ];
  expect(movedClocks(clocks, currentPack, shorterReply)).toEqual([
    expect.objectContaining({ id: 'c', after: null, refusal: 'law/unknown-rule' }),
    expect.objectContaining({ id: 'a', before: '2026-10-22', after: '2026-10-15', days: -7 }),
  ]);
  expect(movedClocks(clocks, currentPack, currentPack)).toEqual([]);
});

test('a newly loaded year moves provisional clocks or makes them firm', () => {
  const clocks = [
    open('moves', 'mediation.direct', '2026-12-17', '2027-01-01'),
    open('becomes firm', 'mediation.direct', '2026-12-28', '2027-01-12'),
    open('stays', 'mediation.direct', '2026-11-02', '2026-11-17'),
  ];
  expect(movedClocks(clocks, currentPack, withNextYear)).toEqual([
    expect.objectContaining({ id: 'moves', after: '2027-01-04', wasProvisional: true, isProvisional: false }),
    expect.objectContaining({ id: 'becomes firm', days: 0, wasProvisional: true, isProvisional: false }),
  ]);
});

test('a pack cannot be changed and has one canonical form', () => {
  expect(() => {
    (currentPack.rules[0] as { length: number }).length = 99;
  }).toThrow(TypeError);
  const shuffled = Object.fromEntries(Object.entries(currentPack).reverse()) as RulePack;
  expect(canonicalPack(shuffled)).toBe(canonicalPack(currentPack));
  expect(canonicalPack(shorterReply)).not.toBe(canonicalPack(currentPack));
});

test('packs are found by id and by day', () => {
  expect(packById('nanyang-2026.1')).toBe(currentPack);
  expect(packOn(day('2026-11-23'), packs)).toBe(currentPack);
  expect(refused(() => packById('nanyang-1999')).code).toBe('law/unknown-pack');
  expect(refused(() => packOn(day('2019-12-31'), packs)).code).toBe('law/no-pack-on');
});
