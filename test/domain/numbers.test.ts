import fc from 'fast-check';
import { isCreditCode, isIdNumber } from '../../src/domain/numbers.ts';

const CREDIT = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** The check character is looked for by trying all: nothing of the formula is repeated here. */
const completed = (letters: string, isRight: (text: string) => boolean) => (start: string) =>
  [...letters].map((last) => start + last).filter(isRight);

const idStart = fc.stringMatching(/^\d{17}$/);
const creditStart = fc.stringMatching(/^[0-9A-HJ-NP-RTUWXY]{17}$/);

test.each(['411303198506150014', '11010519491231002X'])('%s is an id number', (text) => {
  expect(isIdNumber(text)).toBe(true);
});

test.each(['91411303MA0000000W', '91350100M000100Y43'])('%s is a credit code', (text) => {
  expect(isCreditCode(text)).toBe(true);
});

test.each([
  '',
  '11010519491231002x',
  '110105194912310021',
  '1101051949123100',
  ' 411303198506150014',
  '４11303198506150014',
])('%j is no id number', (text) => expect(isIdNumber(text)).toBe(false));

test.each([
  '91411303MA0000000w',
  '91411303MA0000000I',
  '91411303MA00000001',
  '9141130',
  'OOOOOOOOOOOOOOOOOO',
])('%j is no credit code', (text) => expect(isCreditCode(text)).toBe(false));

test('every start of an id number has one check character', () => {
  fc.assert(
    fc.property(idStart, (start) => expect(completed('0123456789X', isIdNumber)(start)).toHaveLength(1)),
  );
});

test('every start of a credit code has one check character', () => {
  fc.assert(
    fc.property(creditStart, (start) => expect(completed(CREDIT, isCreditCode)(start)).toHaveLength(1)),
  );
});

test('every change of one character in an id number is caught', () => {
  fc.assert(
    fc.property(idStart, fc.nat(16), fc.nat(9), (start, at, digit) => {
      const [right = ''] = completed('0123456789X', isIdNumber)(start);
      fc.pre(right[at] !== String(digit));
      expect(isIdNumber(right.slice(0, at) + digit + right.slice(at + 1))).toBe(false);
    }),
  );
});

test('every change of one character in a credit code is caught', () => {
  fc.assert(
    fc.property(creditStart, fc.nat(17), fc.constantFrom(...CREDIT), (start, at, letter) => {
      const [right = ''] = completed(CREDIT, isCreditCode)(start);
      fc.pre(right[at] !== letter);
      expect(isCreditCode(right.slice(0, at) + letter + right.slice(at + 1))).toBe(false);
    }),
  );
});

test('two neighbouring digits of an id number that change places are caught', () => {
  fc.assert(
    fc.property(idStart, fc.nat(15), (start, at) => {
      const [right = ''] = completed('0123456789X', isIdNumber)(start);
      fc.pre(right[at] !== right[at + 1]);
      const turned = right.slice(0, at) + right[at + 1] + right[at] + right.slice(at + 2);
      expect(isIdNumber(turned)).toBe(false);
    }),
  );
});
