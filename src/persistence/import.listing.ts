/** Imports and their lines as lists read them. */
import type { AccountId, CaseId, DistrictCode } from '../domain/ids.ts';
import { Refusal } from '../domain/refusal.ts';
import type { CommandAnswer } from './command.entity.ts';
import { ImportLine, type LineProblem } from './import.entity.ts';
import type { Em } from './orm.ts';
import { containing, type Page, type PageAsked, pageSql, readPage, readSort } from './page.ts';

/** `pending` until the case has its first event. */
export const importStatuses = ['pending', 'done', 'refused', 'skipped'] as const;
export type ImportStatus = (typeof importStatuses)[number];

export type ImportRow = {
  id: string;
  at: Date;
  account: AccountId;
  byName: string;
  fileName: string | null;
  sha256: string;
  /** An earlier import of the very same file. */
  sameAs: string | null;
  total: number;
} & Record<ImportStatus, number>;

/** One's own, and those of the districts one manages or audits. */
export type ImportReader = { account: AccountId; districts: readonly DistrictCode[] };

const status = `case when l.status = 'written' then m.status else l.status end`;
const counts = `(select json_build_object('total', count(*), ${importStatuses
  .map((one) => `'${one}', count(*) filter (where ${status} = '${one}')`)
  .join(', ')}) from import_line l left join command m on m.id = l.command_id where l.import_id = i.id)`;
const columns = `i.id, i.at, i.account, coalesce(a.name, '') as "byName", i.file_name as "fileName", i.sha256,
  (select e.id from import e where e.sha256 = i.sha256 and e.at < i.at order by e.at limit 1) as "sameAs", ${counts} as counts`;
const from = `from import i left join account a on a.id::text = i.account`;
const mayRead = `(i.account = ? or i.district in (?))`;
/** A list is never empty in SQL: no district is called that. */
const readerOf = ({ account, districts }: ImportReader) => [account, [...districts, '']];

const sorts = { at: 'i.at', fileName: `coalesce(i.file_name, '')` };
export const importSorts = Object.keys(sorts);

type Counted = Omit<ImportRow, ImportStatus | 'total'> & {
  counts: Record<ImportStatus | 'total', number>;
};
const flat = ({ counts: counted, ...row }: Counted): ImportRow => ({ ...row, ...counted });

export async function listImports(
  em: Em,
  asked: PageAsked & ImportReader & { q?: string | undefined },
): Promise<Page<ImportRow>> {
  const { after, tail, params } = pageSql(asked, sorts, 'i.id');
  const { column } = readSort(asked, sorts);
  const where = [mayRead];
  const values: unknown[] = readerOf(asked);
  if (asked.q !== undefined) {
    const fragment = containing(asked.q);
    where.push('(i.file_name ilike ? or a.name ilike ?)');
    values.push(fragment, fragment);
  }
  const page = await readPage<Counted>(
    em,
    `select ${columns}, (${column})::text as "sortValue" ${from} where ${where.join(' and ')}${after}${tail}`,
    [...values, ...params],
    asked,
  );
  return { ...page, items: page.items.map(flat) };
}

/** Refuses `import/not-found`, also where it is not theirs to see. */
export async function readImport(em: Em, id: string, reader: ImportReader): Promise<ImportRow> {
  const [row] = await em.execute<Counted[]>(`select ${columns} ${from} where i.id = ? and ${mayRead}`, [
    id,
    ...readerOf(reader),
  ]);
  if (row === undefined) throw new Refusal('import/not-found');
  return flat(row);
}

export type ImportLineRow = {
  id: string;
  row: number;
  status: ImportStatus;
  problems: LineProblem[];
  /** Why the case was not recorded, where it came as far as that. */
  answer: CommandAnswer | null;
  case: CaseId | null;
  receiptNumber: string | null;
};

const lineSorts = { row: 'l.row_no', status };
export const importLineSorts = Object.keys(lineSorts);

export type LinesAsked = PageAsked & {
  importId: string;
  status?: ImportStatus | undefined;
  q?: string | undefined;
};

export async function listImportLines(em: Em, asked: LinesAsked): Promise<Page<ImportLineRow>> {
  const { after, tail, params } = pageSql(asked, lineSorts, 'l.id');
  const { column } = readSort(asked, lineSorts);
  const where = ['l.import_id = ?'];
  const values: unknown[] = [asked.importId];
  if (asked.status !== undefined) {
    where.push(`${status} = ?`);
    values.push(asked.status);
  }
  if (asked.q !== undefined) {
    const fragment = containing(asked.q);
    where.push(
      `(d.receipt_number ilike ? or l.id::text = any(string_to_array(?, ',')) or l.row_no::text = ?)`,
    );
    values.push(fragment, (await linesThatSay(em, asked.importId, asked.q)).join(','), asked.q);
  }
  const page = await readPage<Omit<ImportLineRow, 'problems'>>(
    em,
    `select l.id, l.row_no as row, ${status} as status, l.case_id as case,
       case when m.status = 'refused' then m.answer end as answer, d.receipt_number as "receiptNumber",
       (${column})::text as "sortValue"
     from import_line l left join command m on m.id = l.command_id left join dispute d on d.id = l.case_id
     where ${where.join(' and ')}${after}${tail}`,
    [...values, ...params],
    asked,
  );
  const lines = await em.find(ImportLine, { id: { $in: page.items.map(({ id }) => id) } });
  const problems = new Map(lines.map((line) => [line.id, line.problems]));
  return { ...page, items: page.items.map((row) => ({ ...row, problems: problems.get(row.id) ?? [] })) };
}

/** Problems are sealed: they are looked through here. */
async function linesThatSay(em: Em, importId: string, fragment: string): Promise<string[]> {
  const lines = await em.find(ImportLine, { importId });
  const says = (text: string) => text.toLowerCase().includes(fragment.toLowerCase());
  return lines
    .filter(({ problems }) => problems.some(({ column, sentence }) => says(column) || says(sentence)))
    .map(({ id }) => id);
}
