import fc from 'fast-check';
import { type Fen, fen } from '../../src/domain/money.ts';
import { amountInCapitals } from '../../src/papers/amount-in-capitals.ts';

test.each([
  [0, '人民币零元整'],
  [1, '人民币壹分'],
  [10, '人民币壹角整'],
  [12, '人民币壹角贰分'],
  [100, '人民币壹元整'],
  [1000, '人民币壹拾元整'],
  [1_200_000, '人民币壹万贰仟元整'],
  [140_950, '人民币壹仟肆佰零玖元伍角整'],
  [600_714, '人民币陆仟零柒元壹角肆分'],
  [168_032, '人民币壹仟陆佰捌拾元零叁角贰分'],
  [10_700_053, '人民币壹拾万柒仟元零伍角叁分'],
  [1_640_902, '人民币壹万陆仟肆佰零玖元零贰分'],
  [32_504, '人民币叁佰贰拾伍元零肆分'],
  [10_000_000_100, '人民币壹亿零壹元整'],
  [100_000_500_000, '人民币壹拾亿零伍仟元整'],
  [1_000_000_000_000_00, '人民币壹万亿元整'],
])('%d fen is %s', (amount, capitals) => {
  expect(amountInCapitals(amount as Fen)).toBe(capitals);
});

test('a negative amount is refused', () => {
  expect(() => amountInCapitals(fen(-1))).toThrow(expect.objectContaining({ code: 'money/negative' }));
});

test('capitals read back give the amount, with no doubled nought and none before a unit', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9_999_999_999_999 }), (amount) => {
      const capitals = amountInCapitals(fen(amount));
      expect(readBack(capitals)).toBe(amount);
      expect(capitals).not.toMatch(/零零|零[拾佰仟万亿元角整]/);
      expect(capitals.endsWith('整')).toBe(amount % 10 === 0);
    }),
  );
});

/** An own reading of capitals, by units and not by places. */
function readBack(capitals: string): number {
  const digits = '零壹贰叁肆伍陆柒捌玖';
  const [, yuan = '', rest = ''] = /^人民币(?:(.*)元)?(.*)$/.exec(capitals) ?? [];
  let total = 0;
  let section = 0;
  let digit = 0;
  for (const character of yuan) {
    const unit = { 拾: 10, 佰: 100, 仟: 1000 }[character];
    const scale = { 万: 1e4, 亿: 1e8 }[character];
    if (unit !== undefined) section += digit * unit;
    else if (scale === 1e8) total = (total + section + digit) * 1e8;
    else if (scale !== undefined) total += (section + digit) * scale;
    if (scale !== undefined) section = 0;
    digit = unit === undefined && scale === undefined ? digits.indexOf(character) : 0;
  }
  const cents = (unit: string) => {
    const [, found] = new RegExp(`([${digits}])${unit}`).exec(rest) ?? [];
    return found === undefined ? 0 : digits.indexOf(found);
  };
  return (total + section + digit) * 100 + cents('角') * 10 + cents('分');
}
