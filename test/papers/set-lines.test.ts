import fc from 'fast-check';
import { type Line, type Setting, setLines } from '../../src/papers/set-lines.ts';
import { ADVANCE, AREA, BODY } from '../../src/papers/sheet.ts';

const body: Setting = {
  slot: 'body',
  size: BODY,
  width: AREA.width,
  advance: ADVANCE,
  indent: 2 * ADVANCE,
  isFull: true,
};
const set = (text: string, setting: Partial<Setting> = {}) =>
  setLines([{ text, blank: null }], { ...body, ...setting });
const textsOf = (lines: readonly Line[]) => lines.map((line) => line.text);

const character = fc.constantFrom(...'劳动争议调解仲裁工资协议双方当事人喆堃翀玥䶮');
const mark = fc.constantFrom(...'，。、；：？！）》」』】〕…”');
const opening = fc.constantFrom(...'（《「『【〔“');
const word = fc.oneof(
  fc.integer({ min: 0, max: 99_999_999 }).map((amount) => `${amount}.00元`),
  fc.constantFrom(
    '2026年9月10日',
    'SHA-256',
    'e-mail@example.org',
    '15日',
    '91411300MA00000000',
    '¥1,200.00',
  ),
);
/** Chinese as it is written: marks stand between words, seldom two or three together. */
const prose = fc
  .array(
    fc.oneof(
      {
        weight: 12,
        arbitrary: fc.array(character, { minLength: 1, maxLength: 12 }).map((all) => all.join('')),
      },
      { weight: 4, arbitrary: fc.tuple(character, word).map((all) => all.join('')) },
      { weight: 5, arbitrary: fc.tuple(character, mark).map((all) => all.join('')) },
      { weight: 2, arbitrary: fc.tuple(opening, character, mark).map((all) => all.join('')) },
      { weight: 1, arbitrary: fc.constant('——') },
    ),
    { minLength: 1, maxLength: 80 },
  )
  .map((parts) => parts.join(''));

test('no mark that closes begins a line, none that opens ends one', () => {
  fc.assert(
    fc.property(prose, (text) => {
      for (const line of textsOf(set(text))) {
        expect(line).not.toMatch(/^[，。、；：？！）》」』】〕…”]/u);
        expect(line).not.toMatch(/[（《「『【〔“]$/u);
      }
    }),
  );
});

test('nothing is lost and nothing is added', () => {
  fc.assert(fc.property(prose, (text) => expect(textsOf(set(text)).join('')).toBe(text)));
});

test('no line is wider than the area, its ink included', () => {
  fc.assert(
    fc.property(prose, fc.integer({ min: 60, max: 442 }), (text, width) => {
      for (const line of set(text, { width, indent: 0 })) {
        expect(line.width).toBeLessThanOrEqual(width + 0.05);
        for (const placed of line.marks) {
          const ink = 'glyph' in placed ? inkOf(placed) : 0;
          expect(placed.x + ink).toBeLessThanOrEqual(width + 1);
          expect(placed.x).toBeGreaterThanOrEqual(-BODY / 2);
        }
      }
    }),
  );
});

test('words, figures with their unit, amounts and dashes stay in one piece', () => {
  fc.assert(
    fc.property(prose, (text) => {
      const lines = textsOf(set(text));
      for (const [index, line] of lines.slice(1).entries()) {
        const joint = `${lines[index]!.slice(-1)}|${line[0]}`;
        expect(joint).not.toMatch(/[\w.,¥@-]\|[\w.,@-]|\d\|[年月日元]/);
        // A line may end between two dashes of two dashes each, never inside one.
        expect(`${lines[index]}|${line}`).not.toMatch(/(?<!—)(——)*—\|—/);
      }
    }),
  );
});

test('all lines but the last are set full, 28 characters wide', () => {
  const lines = set('调'.repeat(26 + 28 + 28 + 5));
  expect(lines.map((line) => line.text.length)).toEqual([26, 28, 28, 5]);
  for (const line of lines.slice(0, -1)) expect(line.width).toBeCloseTo(AREA.width, 3);
  expect(lines[0]!.marks[0]!.x).toBeCloseTo(2 * ADVANCE, 3);
});

test('a mark that would begin the next line is squeezed onto its own', () => {
  const [first] = set(`${'，调解'.repeat(9)}调。甲`, { indent: 0 });
  expect(first!.text.endsWith('。')).toBe(true);
  expect(first!.width).toBeCloseTo(AREA.width, 3);
});

test('an address longer than a line is broken, not run off', () => {
  const address = `https://example.org/${'a'.repeat(200)}`;
  const lines = set(address);
  expect(lines.length).toBeGreaterThan(2);
  expect(textsOf(lines).join('')).toBe(address);
  for (let length = 50; length < 75; length += 1)
    for (const line of textsOf(set(`${'a'.repeat(length)}。${'b'.repeat(length)}，`)))
      expect(line).not.toMatch(/^[。，]/);
});

test('capitals break only after 人民币, 亿, 万 and 元', () => {
  const joined = '人民币玖拾玖万玖仟玖佰玖拾玖元玖角玖分'.replace(/(?<![币亿万元])(?=.)(?!^)/gu, '\u2060');
  for (const lead of [10, 12, 14, 16, 18, 20, 22]) {
    const lines = textsOf(set('付'.repeat(lead) + joined));
    expect(lines.join('')).toBe(`${'付'.repeat(lead)}人民币玖拾玖万玖仟玖佰玖拾玖元玖角玖分`);
    if (lines.length > 1) expect(lines[0]).toMatch(/[付币亿万元]$/);
  }
});

test('a character in no font is refused with its code point and its blank', () => {
  expect(() => setLines([{ text: '张𠮷', blank: '姓名' }], body)).toThrow(
    expect.objectContaining({
      code: 'paper/missing-glyph',
      facts: { character: '𠮷', codePoint: 'U+20BB7', blank: '姓名' },
    }),
  );
});

function inkOf(placed: Extract<Line['marks'][number], { glyph: unknown }>): number {
  const glyph = placed.face.font.getGlyph(placed.glyph.id);
  return (Math.max(0, glyph.bbox.maxX) / placed.face.font.unitsPerEm) * BODY;
}

test('a tick box stays with its word', () => {
  for (let count = 20; count <= 30; count += 1)
    for (const line of textsOf(set(`${'甲'.repeat(count)}☐其他　☑微信`, { indent: 0 })))
      expect(line).not.toMatch(/[☐☑]$/);
});
