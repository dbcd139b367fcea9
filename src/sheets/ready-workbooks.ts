/** Workbooks that are made rather than listed: the empty sheets to fill in, and what is wrong with a filled one. */
import { problemColumns, sheetTitles } from '../../templates/zh-CN/sheet-sentences.ts';
import { exampleMark, sheetTemplates } from '../../templates/zh-CN/sheet-templates.ts';
import type { Line, Problem } from './line.ts';
import { writeWorkbook } from './write-workbook.ts';

export const sheetKinds = ['wage-sheet', 'register'] as const;
export type SheetKind = (typeof sheetKinds)[number];

/** The file's name, without ending. */
export const sheetTitleOf = (kind: SheetKind | 'problems'): string => sheetTitles[kind];

/** The head and a line that shows how it is filled in; nobody takes it for a person, see `isExample`. */
export function templateWorkbook(kind: SheetKind): Promise<Buffer> {
  const columns = sheetTemplates[kind].map(([title, type]) => ({ title, kind: type }));
  return writeWorkbook(sheetTitles[kind], columns, [sheetTemplates[kind].map(([, , example]) => example)]);
}

const examples = new Set(
  Object.values(sheetTemplates)
    .flatMap((columns) => columns.map(([, , example]) => String(example)))
    .filter((example) => example.includes(exampleMark)),
);

/** The example of a template, left where it was: nobody else is called so. */
export function isExample<C extends string>(line: Line<C>, column: C): boolean {
  return examples.has(line.get(column));
}

/** All problems of a sheet, to be mended beside it. */
export function errorsWorkbook(problems: readonly Problem[]): Promise<Buffer> {
  const columns = [
    { title: problemColumns.row, kind: 'integer' },
    { title: problemColumns.column, kind: 'text' },
    { title: problemColumns.sentence, kind: 'text' },
  ] as const;
  const rows = problems.map(({ row, column, sentence }) => [row, column, sentence]);
  return writeWorkbook(sheetTitles.problems, columns, rows);
}
