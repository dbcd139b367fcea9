import fc from 'fast-check';
import { type Fen, fen, formatYuan, needPositive, parseYuan, sumFen } from '../../src/domain/money.ts';
import { refused } from '../law/refused.ts';

const MOST = 9_999_999_999_999;
const amount = fc.integer({ min: 0, max: MOST }).map((number) => fen(number));

test.each([
  ['0', 0],
  ['1234', 123_400],
  ['1234.5', 123_450],
  ['1234.56', 123_456],
  ['0.07', 7],
  ['007', 700],
  [' 12.30 ', 1230],
  ['99999999999.99', MOST],
])('%j yuan is %i fen', (text, number) => {
  expect(parseYuan(text)).toBe(number);
});

test.each([
  ['-1', 'money/negative'],
  ['-0.01', 'money/negative'],
  ['', 'money/invalid'],
  ['.5', 'money/invalid'],
  ['5.', 'money/invalid'],
  ['1.234', 'money/invalid'],
  ['1,234', 'money/invalid'],
  ['1e3', 'money/invalid'],
  ['+5', 'money/invalid'],
  ['１２', 'money/invalid'],
  ['一百', 'money/invalid'],
  ['Infinity', 'money/invalid'],
  ['100000000000', 'money/invalid'],
])('%j is refused: %s', (text, code) => {
  expect(refused(() => parseYuan(text, '金额'))).toMatchObject({ code, facts: { field: '金额' } });
});

test('part of a fen is no money, nor what a number cannot hold', () => {
  for (const wrong of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])
    expect(refused(() => fen(wrong)).code).toBe('money/invalid');
});

test('nothing and less are not paid', () => {
  expect(() => needPositive(fen(1), 'amount')).not.toThrow();
  for (const wrong of [0, -1])
    expect(refused(() => needPositive(fen(wrong), 'amount')).code).toBe('money/not-positive');
});

test('an amount is read as it is written', () => {
  fc.assert(fc.property(amount, (given) => expect(parseYuan(formatYuan(given))).toBe(given)));
  expect(formatYuan(-5 as Fen)).toBe('-0.05');
});

test('a sum is exact, in whatever order', () => {
  fc.assert(
    fc.property(fc.array(amount, { maxLength: 30 }), (amounts) => {
      const exact = amounts.reduce((total, one) => total + BigInt(one), 0n);
      expect(BigInt(sumFen(amounts))).toBe(exact);
      expect(sumFen(amounts.toReversed())).toBe(sumFen(amounts));
    }),
  );
});

test('a sum past what a number holds is refused, not rounded', () => {
  const huge = fen(Number.MAX_SAFE_INTEGER);
  expect(refused(() => sumFen([huge, huge])).code).toBe('money/invalid');
});
