/** Evidence files as lists and downloads read them. */
import type { CaseState } from '../domain/case.ts';
import type { Day } from '../domain/day.ts';
import type { EvidenceStatus } from '../domain/evidence.ts';
import type { CaseId } from '../domain/ids.ts';
import { readSnapshot } from '../domain/story.ts';
import { Evidence } from './evidence.entity.ts';
import type { Em } from './orm.ts';
import { containing, type Page, type PageAsked, pageSql, readPage, readSort } from './page.ts';

export type EvidenceRow = {
  id: string;
  no: number | null;
  name: string;
  mediaType: string;
  bytes: number;
  sha256: string;
  note: string | null;
  addedBy: string;
  addedByName: string;
  addedOn: Day;
  status: EvidenceStatus;
  seq: number | null;
};

const sorts = {
  // What is not recorded yet stands last.
  no: 'coalesce(e.no, 2147483647)',
  addedOn: 'e.added_on',
  name: 'e.name',
  bytes: 'e.bytes',
};
export const evidenceSorts = Object.keys(sorts);

export type EvidenceAsked = PageAsked & {
  caseId: CaseId;
  /** A fragment of a name or a note. */
  q?: string | undefined;
  status?: EvidenceStatus | undefined;
};

/** Not those whose command was refused: they are about to go. */
export async function listEvidenceFiles(em: Em, asked: EvidenceAsked): Promise<Page<EvidenceRow>> {
  const { after, tail, params } = pageSql(asked, sorts, 'e.id');
  // Notes are sealed: a case's few hundred are read, and looked through, here.
  const all = await em.find(Evidence, { caseId: asked.caseId });
  const notes = new Map(all.map(({ id, note }) => [id, note]));
  const { column } = readSort(asked, sorts);
  const where = [
    'e.case_id = ?',
    `(e.status <> 'pending' or exists (select 1 from command c where c.id = e.command_id and c.status <> 'refused'))`,
  ];
  const values: unknown[] = [asked.caseId];
  if (asked.status !== undefined) {
    where.push('e.status = ?');
    values.push(asked.status);
  }
  if (asked.q !== undefined) {
    where.push(`(e.name ilike ? or e.id::text = any(string_to_array(?, ',')))`);
    const noted = [...notes].filter(([, note]) => note?.includes(asked.q ?? '')).map(([id]) => id);
    values.push(containing(asked.q), noted.join(','));
  }
  const page = await readPage<Omit<EvidenceRow, 'note'>>(
    em,
    `select e.id, e.no, e.name, e.media_type as "mediaType", e.bytes, e.sha256, e.added_by as "addedBy",
       coalesce(a.name, p.name, '') as "addedByName", e.added_on::text as "addedOn", e.status, e.seq,
       (${column})::text as "sortValue"
     from evidence e left join account a on a.id::text = e.added_by
       left join case_event ce on ce.case_id = e.case_id and ce.seq = e.seq
       left join party p on p.id::text = ce.event->>'party'
     where ${where.join(' and ')}${after}${tail}`,
    [...values, ...params],
    asked,
  );
  return { ...page, items: page.items.map((row) => ({ ...row, note: notes.get(row.id) ?? null })) };
}

/** The id behind a file's number in its case. */
export async function evidenceIdOf(em: Em, caseId: CaseId, no: number): Promise<string | null> {
  const [row] = await em.execute<{ id: string }[]>('select id from evidence where case_id = ? and no = ?', [
    caseId,
    no,
  ]);
  return row?.id ?? null;
}

export type EvidenceFile = { name: string; mediaType: string; sha256: string; snapshot: CaseState };

/** A file that is on record, with the case it belongs to. */
export async function findEvidenceFile(em: Em, id: string): Promise<EvidenceFile | null> {
  const [row] = await em.execute<EvidenceFile[]>(
    `select e.name, e.media_type as "mediaType", e.sha256, c.snapshot
     from evidence e join case_record c on c.id = e.case_id where e.id = ? and e.status <> 'pending'`,
    [id],
  );
  return row === undefined ? null : { ...row, snapshot: readSnapshot(row.snapshot) };
}

export async function readContent(em: Em, id: string): Promise<Buffer> {
  return (await em.findOneOrFail(Evidence, { id }, { populate: ['content'] })).content;
}
