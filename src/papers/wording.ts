/** Reads a paper's wording: a text file a lawyer edits, line by line, checked against the blanks of its kind. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Book } from './blanks.ts';
import type { PaperKind } from './facts.ts';

/** A text with its blanks: `{ blank }` where a fact goes, a plain string elsewhere. */
export type Wording = readonly (string | { blank: string })[];

/** How a line of text is set; the marks that stand for them are in templates/zh-CN/papers/README.md. */
const lineStyles = {
  '# ': 'title',
  '## ': 'heading',
  '### ': 'subheading',
  '1. ': 'numbered',
  '@左 ': 'left',
  '@右 ': 'right',
  '@中 ': 'centre',
  '@红头 ': 'mark',
  '@字号 ': 'number',
  '@紧急程度 ': 'urgency',
  '@主送 ': 'receiver',
  '@附注 ': 'note',
  '@版记 ': 'imprint',
} as const;
export type LineStyle = (typeof lineStyles)[keyof typeof lineStyles] | 'paragraph';

const bareMarks = { '@换页': 'page', '@空行': 'gap', '@裁切线': 'tear' } as const;
type BareKind = (typeof bareMarks)[keyof typeof bareMarks];
export type BareMark = { [K in BareKind]: { kind: K } }[BareKind];

/** `list`: the cell stands once for each entry, side by side. */
export type Cell = { wording: Wording; list: string | null };

export type Clause =
  | { kind: 'line'; style: LineStyle; wording: Wording }
  | BareMark
  | { kind: 'signature'; label: Wording; note: Wording }
  | { kind: 'signed'; label: Wording; note: Wording; picture: Wording; proof: Wording }
  | { kind: 'closing'; by: Wording; on: Wording }
  | { kind: 'each'; list: string; body: Clause[] }
  | { kind: 'when'; flag: string; is: boolean; body: Clause[] }
  | { kind: 'together'; body: Clause[] }
  /** `list` null: the rows stand as they are written, without a head. `widths` are shares of the line. */
  | { kind: 'table'; list: string | null; widths: number[]; head: Cell[]; rows: Cell[][] };

/** `version` is the kind and the first digits of the file's SHA-256: it names the wording a paper was drawn with. */
export type Template = { clauses: Clause[]; version: string };

export const WORDING_FOLDER = new URL('../../templates/zh-CN/papers/', import.meta.url);
const read = new Map<PaperKind, Template>();

/** The wording of a kind, read once. A mistake in the file is a fault that names file and line. */
export function templateOf<From>(kind: PaperKind, book: Book<From>): Template {
  let template = read.get(kind);
  if (template === undefined) {
    template = parseTemplate(kind, readFileSync(new URL(`${kind}.txt`, WORDING_FOLDER), 'utf8'), book);
    read.set(kind, template);
  }
  return template;
}

/** Throws an `Error` naming the line for an unknown mark, an unclosed block, or a blank the facts do not have. */
export function parseTemplate<From>(name: string, source: string, book: Book<From>): Template {
  const version = `${name}@${createHash('sha256').update(source).digest('hex').slice(0, 12)}`;
  const lines = source.split(/\r?\n/);
  let at = 0;

  const fail = (why: string): never => {
    throw new Error(`${name}.txt 第${at}行：${why}`);
  };

  const parse = (scopes: readonly Book<never>[], isInside: boolean): Clause[] => {
    const clauses: Clause[] = [];
    while (at < lines.length) {
      const line = trim(lines[at] ?? '');
      at += 1;
      if (line === '' || line.startsWith('//')) continue;
      if (line === '[完]') {
        if (!isInside) fail('多出一个“[完]”');
        return clauses;
      }
      clauses.push(line.startsWith('[') ? parseBlock(line, scopes) : parseLine(line, scopes));
    }
    if (isInside) fail('少了“[完]”');
    return clauses;
  };

  const find = (scopes: readonly Book<never>[], blank: string, kind: string) => {
    const found = scopes.map((scope) => scope[blank]).find((one) => one !== undefined);
    if (found?.kind !== kind) fail(`空白“${blank}”不在本文书的事实里，或者不能这样用`);
    return found;
  };

  const wordingOf = (text: string, scopes: readonly Book<never>[]): Wording =>
    text.split(/(\{[^{}]*\})/).flatMap((part): Wording => {
      if (part === '') return [];
      if (!part.startsWith('{')) return /[{}]/.test(part) ? fail('花括号不成对') : [part];
      const blank = part.slice(1, -1).trim();
      find(scopes, blank, 'text');
      return [{ blank }];
    });

  const cellOf = (source: string, scopes: readonly Book<never>[]): Cell => {
    const [, list = null, text = source] = /^每个 ([^：]+)：(.*)$/.exec(source) ?? [];
    return { wording: wordingOf(text, list === null ? scopes : within(list, scopes)), list };
  };

  const within = (name: string, scopes: readonly Book<never>[]) => {
    const list = find(scopes, name, 'list');
    return list?.kind === 'list' ? [list.book as Book<never>, ...scopes] : scopes;
  };

  const parseLine = (line: string, scopes: readonly Book<never>[]): Clause => {
    if (Object.hasOwn(bareMarks, line)) return { kind: bareMarks[line as keyof typeof bareMarks] };
    const [mark] = Object.keys(lineStyles).filter((one) => line.startsWith(one));
    if (mark !== undefined) {
      const style = lineStyles[mark as keyof typeof lineStyles];
      return { kind: 'line', style, wording: wordingOf(line.slice(mark.length), scopes) };
    }
    const pair = /^@(签名|落款) ([^|]*)\|([^|]*)$/.exec(line);
    if (pair !== null) {
      const first = wordingOf(trim(pair[2]!), scopes);
      const second = wordingOf(trim(pair[3]!), scopes);
      return pair[1] === '签名'
        ? { kind: 'signature', label: first, note: second }
        : { kind: 'closing', by: first, on: second };
    }
    const signed = /^@手签 ([^|]*)\|([^|]*)\|([^|]*)\|([^|]*)$/.exec(line);
    if (signed !== null) {
      const [label, note, picture, proof] = signed.slice(1).map((part) => wordingOf(trim(part), scopes));
      return { kind: 'signed', label: label!, note: note!, picture: picture!, proof: proof! };
    }
    if (/^[@#]/.test(line)) fail(`不认识的标记“${line.split(' ')[0]}”`);
    return { kind: 'line', style: 'paragraph', wording: wordingOf(line, scopes) };
  };

  const parseBlock = (line: string, scopes: readonly Book<never>[]): Clause => {
    const [, mark, rest = ''] =
      /^\[(每个|如果|除非|同页|表格|表)(?: ([^\]]+))?\]$/.exec(line) ?? fail(`不认识的标记“${line}”`);
    const name = rest.trim();
    if (mark === '同页') return { kind: 'together', body: parse(scopes, true) };
    if (mark === '如果' || mark === '除非') {
      find(scopes, name, 'flag');
      return { kind: 'when', flag: name, is: mark === '如果', body: parse(scopes, true) };
    }
    if (mark === '表格') return parseTable(null, name.split(/\s+/).map(Number), [], scopes);
    const inner = within(name, scopes);
    if (mark === '每个') return { kind: 'each', list: name, body: parse(inner, true) };
    const heads = (lines[at] ?? '').split('|').map((cell) => /^(.*\S)\s+(\d+)$/.exec(cell.trim()));
    at += 1;
    if (heads.some((head) => head === null)) fail('表头每格写“名称 宽度”，例如“金额 20”');
    const widths = heads.map((head) => Number(head![2]));
    return parseTable(
      name,
      widths,
      heads.map((head) => cellOf(head![1]!, scopes)),
      inner,
    );
  };

  const parseTable = (
    list: string | null,
    widths: number[],
    head: Cell[],
    scopes: readonly Book<never>[],
  ): Clause => {
    const rows: Cell[][] = [];
    if (widths.some((width) => !(width > 0))) fail('表格的宽度应当是大于零的数');
    while ((lines[at] ?? '[完]').trim() !== '[完]') {
      at += 1;
      const cells = lines[at - 1]!.split('|').map((cell) => cellOf(trim(cell), scopes));
      if (cells.length !== widths.length) fail(`这一行应当有${widths.length}格`);
      if (cells.some((cell, index) => cell.list !== (head[index]?.list ?? null)))
        fail('“每个”要写在表头和各行的同一格，名称相同');
      rows.push(cells);
    }
    at += 1;
    if (at > lines.length) fail('少了“[完]”');
    return { kind: 'table', list, widths, head, rows };
  };

  return { clauses: parse([book as Book<never>], false), version };
}

/** Full-width spaces are part of the wording. */
function trim(text: string): string {
  return text.replace(/^[ \t]+|[ \t]+$/g, '');
}
