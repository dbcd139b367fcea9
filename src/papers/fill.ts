/** Puts the facts into the wording. What comes out is text with its origin, ready to be set. */
import { Refusal } from '../domain/refusal.ts';
import { type Blank, type Book, writeCount } from './blanks.ts';
import type { BareMark, Cell, Clause, LineStyle, Template, Wording } from './wording.ts';

/** A stretch of text and the blank it was put into; null for the wording's own words. */
export type Piece = { text: string; blank: string | null };

export type Filled =
  | { kind: 'line'; style: LineStyle; pieces: Piece[] }
  | BareMark
  | { kind: 'signature'; label: Piece[]; note: Piece[] }
  /** Signed already: the picture by its key, and in small print when and what. */
  | { kind: 'signed'; label: Piece[]; note: Piece[]; picture: string; proof: Piece[] }
  | { kind: 'closing'; by: Piece[]; on: Piece[] }
  | { kind: 'together'; body: Filled[] }
  | { kind: 'table'; widths: number[]; head: Piece[][]; rows: Piece[][][] };

/** A record and the blanks that read it; the innermost first. All of one paper keep what is missing together. */
type Scope = { book: Book<never>; from: unknown; missing: Set<string> };

/** Throws `paper/blank-without-fact` with the names of all that are empty, and whatever writing a fact refuses, with its name too. */
export function fill<From>(template: Template, book: Book<From>, from: From): Filled[] {
  const missing = new Set<string>();
  const filled = fillClauses(template.clauses, [{ book: book as Book<never>, from, missing }]);
  if (missing.size > 0) throw new Refusal('paper/blank-without-fact', { blank: [...missing].join('」「') });
  return numbered(filled);
}

function fillClauses(clauses: readonly Clause[], scopes: readonly Scope[]): Filled[] {
  return clauses.flatMap((clause) => fillClause(clause, scopes));
}

function fillClause(clause: Clause, scopes: readonly Scope[]): Filled[] {
  switch (clause.kind) {
    case 'line':
      return paragraphsOf(fillWording(clause.wording, scopes)).map((pieces, index) => ({
        kind: 'line',
        style: index > 0 && clause.style === 'numbered' ? 'paragraph' : clause.style,
        pieces,
      }));
    case 'signature':
      return [
        { ...clause, label: fillWording(clause.label, scopes), note: fillWording(clause.note, scopes) },
      ];
    case 'signed': {
      const [label, note, proof] = [clause.label, clause.note, clause.proof].map((one) =>
        fillWording(one, scopes),
      );
      const picture = fillWording(clause.picture, scopes);
      return [{ kind: 'signed', label: label!, note: note!, proof: proof!, picture: picture[0]?.text ?? '' }];
    }
    case 'closing':
      return [{ ...clause, by: fillWording(clause.by, scopes), on: fillWording(clause.on, scopes) }];
    case 'each':
      return entriesOf(clause.list, scopes).flatMap((inner) => fillClauses(clause.body, inner));
    case 'when':
      return readFlag(clause.flag, scopes) === clause.is ? fillClauses(clause.body, scopes) : [];
    case 'together':
      return [{ kind: 'together', body: fillClauses(clause.body, scopes) }];
    case 'table': {
      const each = clause.list === null ? [scopes] : entriesOf(clause.list, scopes);
      const rows = each.flatMap((inner) =>
        clause.rows.map((row) => row.flatMap((cell) => fillCell(cell, inner))),
      );
      const cells = clause.head.map((cell) => fillCell(cell, scopes));
      const widths = clause.widths.flatMap((width, index) => Array(cells[index]?.length ?? 1).fill(width));
      return [{ kind: 'table', widths, head: cells.flat(), rows }];
    }
    case 'page':
    case 'gap':
    case 'tear':
      return [clause];
  }
}

function fillCell({ wording, list }: Cell, scopes: readonly Scope[]): Piece[][] {
  const each = list === null ? [scopes] : entriesOf(list, scopes);
  return each.map((inner) => fillWording(wording, inner));
}

function fillWording(wording: Wording, scopes: readonly Scope[]): Piece[] {
  return wording.map((part) => {
    if (typeof part === 'string') return { text: part, blank: null };
    const text = clean(String(readBlank(part.blank, scopes, 'text') ?? ''));
    if (text === '') scopes[0]!.missing.add(part.blank);
    return { text, blank: part.blank };
  });
}

function readFlag(name: string, scopes: readonly Scope[]): boolean {
  return readBlank(name, scopes, 'flag') === true;
}

/** A list without an entry is a missing fact; what may be absent stands under 如果 in the wording. */
function entriesOf(name: string, scopes: readonly Scope[]): (readonly Scope[])[] {
  const entries = readBlank(name, scopes, 'list');
  const { missing } = scopes[0]!;
  if (!Array.isArray(entries) || entries.length === 0) {
    missing.add(name);
    return [];
  }
  const list = find(name, scopes).blank;
  const book = list.kind === 'list' ? (list.book as Book<never>) : {};
  return entries.map((from) => [{ book, from, missing }, ...scopes]);
}

function find(name: string, scopes: readonly Scope[]): { blank: Blank<never>; from: unknown } {
  for (const { book, from } of scopes) {
    const blank = book[name];
    if (blank !== undefined) return { blank, from };
  }
  throw new Error(`blank ${name} passed the check of its wording but is in no book`);
}

/** Facts from a file may lack a whole branch: what cannot be read counts as missing. */
function readBlank(name: string, scopes: readonly Scope[], kind: Blank<never>['kind']): unknown {
  const { blank, from } = find(name, scopes);
  if (blank.kind !== kind) throw new Error(`blank ${name} is no ${kind}`);
  try {
    return blank.of(from as never);
  } catch (error) {
    if (error instanceof Refusal)
      throw new Refusal(error.code, { ...error.facts, field: name, blank: name }, error.article);
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Radicals and compatibility forms pasted out of other PDFs become the characters they look like; invisible marks go. */
function clean(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u2e80-\u2fdf]/gu, (radical) => radical.normalize('NFKC'))
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\u2060)\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/[^\S\n\u3000]/g, ' ')
    .trim();
}

/** A fact's own line breaks open new paragraphs of the same style. */
function paragraphsOf(pieces: readonly Piece[]): Piece[][] {
  const paragraphs: Piece[][] = [[]];
  for (const piece of pieces)
    for (const [index, text] of piece.text.split('\n').entries()) {
      if (index > 0) paragraphs.push([]);
      if (text.trim() !== '') paragraphs.at(-1)!.push({ ...piece, text });
    }
  return paragraphs.filter((paragraph) => paragraph.length > 0);
}

/** Puts 一、 （一） 1. before headings and numbered lines, counting only what is printed. */
function numbered(filled: Filled[]): Filled[] {
  const count = { heading: 0, subheading: 0, numbered: 0 };
  const walk = (items: Filled[]): Filled[] =>
    items.map((item) => {
      if (item.kind === 'together') return { ...item, body: walk(item.body) };
      if (item.kind !== 'line' || !Object.hasOwn(count, item.style)) return item;
      const style = item.style as keyof typeof count;
      count[style] += 1;
      if (style === 'heading') count.subheading = 0;
      if (style !== 'numbered') count.numbered = 0;
      const figure = writeCount(count[style]);
      const label =
        style === 'heading'
          ? `${figure}、`
          : style === 'subheading'
            ? `（${figure}）`
            : `${count.numbered}. `;
      return { ...item, pieces: [{ text: label, blank: null }, ...item.pieces] };
    });
  return walk(filled);
}
