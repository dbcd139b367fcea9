/** What a cell says, as codes, days and fen; null where it is empty or wrong, which is then noted on the line. */
import { noWords, yesWords } from '../../templates/zh-CN/sheet-words.ts';
import type { Day } from '../domain/day.ts';
import { type Fen, parseYuan } from '../domain/money.ts';
import { isCreditCode, isIdNumber } from '../domain/numbers.ts';
import { dayIn } from './day-text.ts';
import type { Line } from './line.ts';

/** Figures and letters of full width, and spaces between them, are how people type. */
const plain = (text: string) => text.normalize('NFKC').replace(/\s+/g, '');

export function readWords<C extends string>(line: Line<C>, column: C, most: number): string | null {
  const text = line.get(column);
  if (text === '') return null;
  if (/[\p{Cc}\p{Cs}]/u.test(text.replace(/[\n\r\t]/g, ''))) return line.say(column, 'not-clean');
  return [...text].length > most ? line.say(column, 'too-long', { most }) : text.replace(/\r\n?/g, '\n');
}

const NOT_EVERYONE =
  /.(?:等\s*(?:\d+|[一二两三四五六七八九十百]+)?\s*[人名位]?|[（(]?\s*共?\s*\d+\s*[人名位]\s*[）)]?)\s*$/s;

/** Names one after the other: `张三、李四`. */
export function readNames<C extends string>(
  line: Line<C>,
  column: C,
  most: number,
  are: 'people' | 'employers',
): string[] {
  const text = line.get(column);
  if (text === '') return [];
  if (NOT_EVERYONE.test(text)) return line.say(column, 'not-everyone', { text }) ?? [];
  const parts = text.split(/[、，,;；\n\r\t|/]+/).filter((part) => part.trim() !== '');
  const names = parts.map((part) => readName(line, column, part, most, are));
  return names.includes(null) ? [] : names.filter((name) => name !== null);
}

/** One name; `张 三` is 张三, while 张三 李四 may be two people. */
export function readName<C extends string>(
  line: Line<C>,
  column: C,
  text: string,
  most: number,
  are: 'people' | 'employers',
): string | null {
  const pieces = text.trim().split(/\s+/);
  const areHan = pieces.every((piece) => /^[\p{Script=Han}·]+$/u.test(piece));
  if (/[\p{Cc}\p{Cs}]/u.test(text.replace(/\s/g, ''))) return line.say(column, 'not-clean');
  if (!/\p{L}/u.test(text)) return line.say(column, 'not-a-name', { text });
  if (are === 'people' && areHan && pieces.length > 1 && pieces.every((piece) => piece.length > 1))
    return line.say(column, 'run-together', { text });
  const name = pieces.join(areHan ? '' : ' ');
  return [...name].length > most ? line.say(column, 'too-long', { most }) : name;
}

export function readIdNumber<C extends string>(line: Line<C>, column: C): string | null {
  const text = plain(line.get(column)).toUpperCase();
  if (text === '') return null;
  if (isIdNumber(text)) return text;
  // A spreadsheet keeps 15 figures of a number.
  if (/^\d{15}000$/.test(text) || /^\d\.\d+E\+17$/.test(text)) return line.say(column, 'id-number-lost');
  return line.say(column, 'wrong-id-number');
}

const PHONE = /^(1\d{10}|0\d{2,3}-?\d{7,8}(-\d{1,6})?|400-?\d{3}-?\d{4})$/;

export function readPhone<C extends string>(
  line: Line<C>,
  column: C,
  text = line.get(column),
): string | null {
  const number = plain(text).replace(/^\+?86(?=1\d{10}$)/, '');
  const mobile = number.replace(/-/g, '');
  if (number === '') return null;
  if (/^1\d{10}$/.test(mobile)) return mobile;
  return PHONE.test(number) ? number : line.say(column, 'wrong-phone');
}

export function readCreditCode<C extends string>(line: Line<C>, column: C): string | null {
  const text = plain(line.get(column)).toUpperCase();
  if (text === '') return null;
  return isCreditCode(text) ? text : line.say(column, 'wrong-credit-code');
}

/** Money in fen, from text to whole fen without a fraction in between. `1,234.50`, `￥1234.5元`, `1.2万`, or under a title with 万元. */
export function readMoney<C extends string>(line: Line<C>, column: C): Fen | null {
  const text = line.get(column);
  if (text === '') return null;
  const bare = plain(text).replace(/^(¥|RMB|人民币)|(元整?|圆整?)$/gi, '');
  const isInTenThousands = /万$/.test(bare) || (line.isInTenThousands(column) && !/元/.test(text));
  const figures = bare.replace(/万$/, '');
  if (/^[-−(]/.test(figures)) return line.say(column, 'negative', { text });
  const match = /^(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/.exec(figures);
  if (match === null) return line.say(column, 'wrong-amount', { text });
  const { whole, part } = shift((match[1] ?? '').replace(/,/g, ''), match[2] ?? '', isInTenThousands ? 4 : 0);
  if (part.length > 2) return line.say(column, 'too-many-decimals', { text });
  if (whole.length > 11) return line.say(column, 'wrong-amount', { text });
  return parseYuan(part === '' ? whole : `${whole}.${part}`);
}

/** Moves the decimal point by `places`; zeros at both ends go. */
function shift(whole: string, part: string, places: number): { whole: string; part: string } {
  return {
    whole: `${whole}${part.slice(0, places).padEnd(places, '0')}`.replace(/^0+(?=\d)/, ''),
    part: part.slice(places).replace(/0+$/, ''),
  };
}

export const FIRST_DAY = '1990-01-01';
const LAST_DAY = '2100-12-31';

/** A day; of a month alone its first, or its last where it is the end of something. */
export function readDay<C extends string>(line: Line<C>, column: C, ofMonth?: 'first' | 'last'): Day | null {
  const text = line.get(column);
  if (text === '') return null;
  const day = dayIn(text, ofMonth);
  if (day === null) return line.say(column, 'wrong-day', { text });
  return day < FIRST_DAY || day > LAST_DAY ? line.say(column, 'out-of-range', { text }) : day;
}

const YES = new Set(yesWords);
const NO = new Set(noWords);

/** Null where nothing is said, which is not a no. */
export function readYesNo<C extends string>(line: Line<C>, column: C): boolean | null {
  const text = line.get(column).replace(/\s/g, '').toUpperCase();
  if (text === '') return null;
  if (YES.has(text)) return true;
  return NO.has(text) ? false : line.say(column, 'wrong-yes-no', { text });
}

/** A code by one of its words; `known` are the words a person is told to choose from. */
export function codeOf<K extends string>(
  synonyms: Partial<Record<K, readonly string[]>>,
  text: string,
): K | null {
  const word = text.normalize('NFKC').replace(/[\s"“”()]/g, '');
  const codes = Object.keys(synonyms) as K[];
  return codes.find((code) => synonyms[code]?.includes(word)) ?? null;
}

export function knownWords(synonyms: Partial<Record<string, readonly string[]>>): string {
  return Object.values(synonyms)
    .flatMap((words) => words?.[0] ?? [])
    .join('、');
}
