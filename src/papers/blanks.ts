/** The blanks a paper's wording may name: for each, where its fact is found and how it is written. */
import { type Day, dateOf, monthOf, parseDay, yearOf } from '../domain/day.ts';
import { type Fen, formatYuan } from '../domain/money.ts';
import { Refusal } from '../domain/refusal.ts';
import { amountInCapitals } from './amount-in-capitals.ts';
import type { StatedDay } from './facts.ts';

/** `From` is the record at hand: a paper's facts with its issue, or one entry of a list within. */
export type Blank<From> =
  | { kind: 'text'; of(from: From): string | undefined }
  | { kind: 'flag'; of(from: From): boolean }
  | { kind: 'list'; of(from: From): readonly unknown[]; book: Book<unknown> };

/** All blanks of a record by the name the wording uses. */
export type Book<From> = { readonly [name: string]: Blank<From> };

export function text<From>(of: (from: From) => string | undefined): Blank<From> {
  return { kind: 'text', of };
}

export function flag<From>(of: (from: From) => boolean): Blank<From> {
  return { kind: 'flag', of };
}

/** Entries know their place: 1 for the first. */
export function list<From, Entry>(
  of: (from: From) => readonly Entry[],
  book: Book<{ entry: Entry; no: number; among: number; whole: From }>,
): Blank<From> {
  return {
    kind: 'list',
    of: (from) => {
      const entries = of(from);
      return entries.map((entry, index) => ({ entry, no: index + 1, among: entries.length, whole: from }));
    },
    book: book as Book<unknown>,
  };
}

/** `2026年9月10日`; empty for a day that was never given. Throws `day/invalid`. */
export function writeDay(day: Day): string {
  if (!day) return '';
  parseDay(day);
  return `${yearOf(day)}年${monthOf(day)}月${dateOf(day)}日`;
}

/** Throws `paper/provisional-date` where the calendar behind the day is not yet published. */
export function writeStatedDay(stated: StatedDay): string {
  if (stated.provisional) throw new Refusal('paper/provisional-date', { day: stated.day });
  return writeDay(stated.day);
}

/** A day that may be absent, with the flag 有… that guards it. */
export function maybeDay<From>(name: string, of: (from: From) => Day | undefined): Book<From> {
  const write = (day: Day | undefined) => day && writeDay(day);
  return { [`有${name}`]: flag((from) => Boolean(of(from))), [name]: text((from) => write(of(from))) };
}

/** `1200000` fen -> `12,000.00`. Throws `paper/negative-amount`. */
export function writeAmount(amount: Fen): string {
  if (amount < 0) throw new Refusal('paper/negative-amount');
  const [yuan = '', cents = ''] = formatYuan(amount).split('.');
  return `${yuan.replace(/\B(?=(\d{3})+$)/g, ',')}.${cents}`;
}

const WORD_JOINER = '\u2060';

/** Capitals that may be broken over two lines only after 人民币, 亿, 万 and 元. */
export function writeCapitals(amount: Fen): string {
  if (amount < 0) throw new Refusal('paper/negative-amount');
  return amountInCapitals(amount).replace(/(?<![币亿万元])(?=.)(?!^)/gu, WORD_JOINER);
}

/** With its full stop, however it was typed in. */
export function writeSentence(sentence: string | undefined): string | undefined {
  const text = sentence?.trim();
  return text === undefined || text === '' || /[。！？；：…”]$/u.test(text) ? text : `${text}。`;
}

/** Paragraphs or points, each under the blank 内容. */
export function sentences<From>(of: (from: From) => readonly string[]): Blank<From> {
  return list(of, { 内容: text(({ entry }) => writeSentence(entry)) });
}

/** 1 to 99 in Chinese figures: 十二. */
export function writeCount(count: number): string {
  const figures = '零一二三四五六七八九';
  const tens = Math.floor(count / 10);
  const ones = count % 10;
  return `${tens > 1 ? figures[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 || tens === 0 ? figures[ones] : ''}`;
}

/** `案由`, and within lists `劳动者.姓名`. */
export function namesOf<From>(book: Book<From>): string[] {
  return Object.entries(book).flatMap(([name, blank]) =>
    blank.kind === 'list' ? [name, ...namesOf(blank.book).map((inner) => `${name}.${inner}`)] : [name],
  );
}
