import { agreementBook } from '../../src/papers/agreement.ts';
import { referralLetterBook } from '../../src/papers/referral-letter.ts';
import { parseTemplate, templateOf } from '../../src/papers/wording.ts';

const parse = (source: string) => parseTemplate('agreement', source, agreementBook);

test('every blank of the wordings in use is a blank of its kind', () => {
  expect(templateOf('agreement', agreementBook).clauses.length).toBeGreaterThan(10);
  expect(templateOf('referral-letter', referralLetterBook).clauses.length).toBeGreaterThan(10);
});

test('the version changes with the wording', () => {
  expect(parse('{案由}').version).toMatch(/^agreement@[0-9a-f]{12}$/);
  expect(parse('{案由}').version).not.toBe(parse('{案由} ').version);
});

test.each([
  ['# 题\n{被申请人}', '第2行', '被申请人'],
  ['{姓名}', '第1行', '姓名'],
  ['[每个 劳动者]\n{姓名}', '第2行', '完'],
  ['[完]', '第1行', '多出'],
  ['{劳动者}', '第1行', '劳动者'],
  ['[如果 案由]\n[完]', '第1行', '案由'],
  ['[每次 劳动者]\n[完]', '第1行', '每次'],
  ['@花边 文字', '第1行', '@花边'],
  ['金额{合计金额', '第1行', '花括号'],
  ['[表 劳动者]\n姓名\n{姓名}\n[完]', '第2行', '宽度'],
  ['[表 劳动者]\n姓名 20 | 性别 10\n{姓名}\n[完]', '第3行', '2格'],
  ['[表 劳动者]\n姓名 20 | 每个 付款：{款项} 10\n{姓名} | {性别}\n[完]', '第3行', '同一格'],
  ['[表 劳动者]\n姓名 20 | 每个 期：款项 10\n{姓名} | 款\n[完]', '第2行', '期'],
])('a mistake in the wording is named with its line: %j', (source, line, word) => {
  expect(() => parse(source)).toThrow(new RegExp(`agreement\\.txt ${line}.*${word}`));
});
