/** One row of a sheet as its reader sees it: cells by what they mean, and a place to say what is wrong with one. */
import { cellSentences, place } from '../../templates/zh-CN/sheet-sentences.ts';
import { emptyWords } from '../../templates/zh-CN/sheet-words.ts';
import type { Header } from './header.ts';

/** `row` is the number a person sees beside the row, `column` its title in the sheet; the sentence says both again and how to mend it. */
export type Problem = { row: number; column: string; sentence: string };

export type CellProblem = keyof typeof cellSentences;
export type CellFacts = Readonly<Record<string, string | number>>;

export type Line<C extends string> = {
  row: number;
  /** Trimmed, without what cannot be seen; empty where the column is missing or the cell says 无, 不详, /. */
  get(column: C): string;
  has(column: C): boolean;
  titleOf(column: C): string;
  isInTenThousands(column: C): boolean;
  /** Notes a problem; null, so that a reader may return it. */
  say(column: C, problem: CellProblem, facts?: CellFacts): null;
  isGood(): boolean;
};

const EMPTY = new Set(emptyWords);
const LONGEST_QUOTE = 20;

/** `title` names a column that the sheet itself does not have. */
export function lineOf<C extends string>(
  header: Header<C>,
  title: (column: C) => string,
  cells: readonly string[],
  row: number,
  problems: Problem[],
): Line<C> {
  let isGood = true;
  const titleOf = (column: C) => header.columns[column]?.title ?? title(column);
  return {
    row,
    get(column) {
      const text = cleanCell(cells[header.columns[column]?.index ?? -1] ?? '');
      return EMPTY.has(text) ? '' : text;
    },
    has: (column) => header.columns[column] !== undefined,
    titleOf,
    isInTenThousands: (column) => header.columns[column]?.isInTenThousands ?? false,
    say(column, problem, facts = {}) {
      isGood = false;
      problems.push(problemOf(row, titleOf(column), problem, facts));
      return null;
    },
    isGood: () => isGood,
  };
}

export function problemOf(row: number, column: string, problem: CellProblem, facts: CellFacts = {}): Problem {
  const sentence = fill(cellSentences[problem], facts);
  return { row, column, sentence: fill(place, { row, column, sentence }) };
}

function fill(sentence: string, facts: CellFacts): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) =>
    name === 'text' ? quote(String(facts.text ?? '')) : String(facts[name] ?? ''),
  );
}

function quote(text: string): string {
  const letters = [...text.replace(/\s+/g, ' ')];
  return letters.length > LONGEST_QUOTE ? `${letters.slice(0, LONGEST_QUOTE).join('')}…` : letters.join('');
}

/** Without spaces around, spaces of no width, and the quotation mark that makes a number text. */
export function cleanCell(text: string): string {
  return text
    .replace(/[\u200B-\u200D\u2060\uFEFF]/g, '')
    .trim()
    .replace(/^'(?=[\d=+\-@])/, '');
}
