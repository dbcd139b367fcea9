/** Every field a form asks for has a name in Chinese, and so has every code one can choose. */
import { claimFieldWords } from '../../templates/zh-CN/claim-fields.ts';
import { fieldWords } from '../../templates/zh-CN/fields.ts';
import { sayChoice } from '../../templates/zh-CN/say-choice.ts';
import { codesByField } from './act-codes.ts';

const codes = codesByField();

test('every field has a name', () => {
  expect(codes.size).toBeGreaterThan(150);
  const nameless = [...codes.keys()].filter(
    (field) => (fieldWords[field] ?? claimFieldWords[field]) === undefined,
  );
  expect(nameless).toEqual([]);
});

test('every choice has words', () => {
  const all = [...codes].flatMap(([field, of]) => [...of].map((code): [string, string] => [field, code]));
  expect(all.length).toBeGreaterThan(200);
  const bare = all.filter(([field, code]) => sayChoice(field, code) === code && /[a-z]/.test(code));
  expect(bare).toEqual([]);
});
