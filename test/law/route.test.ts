import { retirementDay } from '../../src/law/retirement.ts';
import { route } from '../../src/law/route.ts';
import { day } from './days.ts';

const man1965 = { bornOn: '1965-01-17', track: 'man' };

/** 情形 | 身份与日期 | 请求 | 路径 */
test.each<[string, Record<string, unknown>, string, string]>([
  ['一般劳动者，劳动报酬', { worker: 'employee', on: '2026-08-01' }, 'wages', 'arbitration'],
  ['一般劳动者，确认劳动关系', { worker: 'employee', on: '2026-08-01' }, 'confirm-relation', 'arbitration'],
  ['一般劳动者，凭工资欠条', { worker: 'employee', on: '2026-08-01', hasWageNote: true }, 'wages', 'court'],
  [
    '凭工资欠条不及于经济补偿',
    { worker: 'employee', on: '2026-08-01', hasWageNote: true },
    'economic-compensation',
    'arbitration',
  ],
  ['补缴社会保险', { worker: 'employee', on: '2026-08-01' }, 'social-insurance', 'authority'],
  ['社会保险损失', { worker: 'employee', on: '2026-08-01' }, 'social-insurance-loss', 'arbitration'],
  ['加付赔偿金，先责令', { worker: 'employee', on: '2026-08-01' }, 'additional-compensation', 'authority'],
  ['超龄，劳动报酬', { worker: 'past-retirement', on: '2026-07-01' }, 'wages', 'arbitration'],
  ['超龄，加班工资', { worker: 'past-retirement', on: '2026-07-01' }, 'overtime', 'arbitration'],
  ['超龄，休息休假', { worker: 'past-retirement', on: '2026-07-01' }, 'working-time', 'arbitration'],
  ['超龄，劳动安全卫生', { worker: 'past-retirement', on: '2026-07-01' }, 'safety', 'arbitration'],
  ['超龄，工伤保障', { worker: 'past-retirement', on: '2026-07-01' }, 'injury-benefits', 'arbitration'],
  ['超龄，经济补偿', { worker: 'past-retirement', on: '2026-07-01' }, 'economic-compensation', 'court'],
  ['超龄，新规施行前一日', { worker: 'past-retirement', on: '2026-06-30' }, 'wages', 'court'],
  [
    '已到退休年龄的职工按超龄处理',
    { worker: 'employee', on: '2026-08-01', birth: man1965 },
    'economic-compensation',
    'court',
  ],
  [
    '弹性延迟退休仍是职工',
    { worker: 'employee', on: '2026-08-01', birth: man1965, isDelayed: true },
    'economic-compensation',
    'arbitration',
  ],
  [
    '退休前一日仍是职工',
    { worker: 'employee', on: '2025-02-16', birth: man1965 },
    'economic-compensation',
    'arbitration',
  ],
  ['平台从业者，主张劳动关系', { worker: 'platform', on: '2026-08-01' }, 'confirm-relation', 'arbitration'],
  ['平台从业者，不主张劳动关系', { worker: 'platform', on: '2026-08-01' }, 'wages', 'court'],
  ['劳务合同', { worker: 'service', on: '2026-08-01' }, 'wages', 'court'],
])('%s', (_situation, who, head, path) => {
  const { routes } = route({ ...who, heads: [head] });
  expect(routes).toEqual([expect.objectContaining({ head, path, article: expect.stringMatching(/./) })]);
});

test('a case of a worker past retirement age splits between arbitration and court', () => {
  const result = route({
    worker: 'past-retirement',
    on: '2026-08-01',
    heads: ['wages', 'economic-compensation'],
  });
  expect(result.isSplit).toBe(true);
  expect(result.routes.map(({ path }) => path)).toEqual(['arbitration', 'court']);
});

test('a platform worker who also claims the relation goes to arbitration with everything', () => {
  const result = route({ worker: 'platform', on: '2026-08-01', heads: ['confirm-relation', 'wages'] });
  expect(result.routes.map(({ path }) => path)).toEqual(['arbitration', 'arbitration']);
  expect(result.warnings.join('')).toContain('确认劳动关系不能申请仲裁审查');
});

test('the payment order is open for the four heads only', () => {
  const heads = [
    'wages',
    'injury-medical',
    'economic-compensation',
    'unlawful-dismissal',
    'injury-benefits',
    'confirm-relation',
  ];
  expect(route({ worker: 'employee', on: '2026-08-01', heads }).paymentOrder).toEqual(heads.slice(0, 4));
  expect(route({ worker: 'service', on: '2026-08-01', heads }).paymentOrder).toEqual([]);
});

test.each([
  ['男，2024年12月满60，不延迟', 'man', '1964-12-31', '2024-12-31'],
  ['男，2025年1月满60，延迟一个月', 'man', '1965-01-17', '2025-02-17'],
  ['男，2025年4月满60，仍延迟一个月', 'man', '1965-04-10', '2025-05-10'],
  ['男，2025年5月满60，延迟两个月', 'man', '1965-05-10', '2025-07-10'],
  ['男，最迟63岁', 'man', '1976-09-01', '2039-09-01'],
  ['男，1990年出生，63岁', 'man', '1990-05-05', '2053-05-05'],
  ['女，原55岁，延迟一个月', 'woman-55', '1970-01-08', '2025-02-08'],
  ['女，原55岁，最迟58岁', 'woman-55', '1981-09-08', '2039-09-08'],
  ['女，原50岁，延迟一个月', 'woman-50', '1975-02-08', '2025-03-08'],
  ['女，原50岁，延迟两个月', 'woman-50', '1975-03-08', '2025-05-08'],
  ['女，原50岁，最迟55岁', 'woman-50', '1984-11-08', '2039-11-08'],
] as const)('%s', (_who, track, bornOn, retiresOn) => {
  expect(retirementDay(day(bornOn), track)).toBe(retiresOn);
});
