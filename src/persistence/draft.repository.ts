/** Drafts: one owner's, saved by version, sent once. */
import type { AccountId, CaseId } from '../domain/ids.ts';
import { Refusal } from '../domain/refusal.ts';
import { Draft, type DraftKind } from './draft.entity.ts';
import { canonical } from './hash-chain.ts';
import type { Em } from './orm.ts';
import { containing, type Page, type PageAsked, pageSql, readPage, readSort } from './page.ts';

export type DraftContent = Record<string, unknown>;

export type DraftRow = {
  id: string;
  kind: DraftKind;
  title: string;
  savedAt: Date;
  version: number;
  /** The case it was sent as; read from the command that its sending made. */
  sentAs: CaseId | null;
};

const sentAs = `(select c.case_id from command c
  where c.id = r.command_id and c.kind = 'receive' and c.status <> 'refused')`;

const sorts = { savedAt: 'r.saved_at', title: 'r.title' };
export const draftSorts = Object.keys(sorts);

export type DraftsAsked = PageAsked & {
  owner: AccountId;
  q?: string | undefined;
  isSent?: boolean | undefined;
};

export async function listDrafts(em: Em, asked: DraftsAsked): Promise<Page<DraftRow>> {
  const { after, tail, params } = pageSql(asked, sorts, 'r.id');
  const { column } = readSort(asked, sorts);
  const where = ['r.owner = ?'];
  const values: unknown[] = [asked.owner];
  if (asked.q !== undefined) {
    where.push('r.title ilike ?');
    values.push(containing(asked.q));
  }
  if (asked.isSent !== undefined) where.push(`${sentAs} is ${asked.isSent ? 'not ' : ''}null`);
  return readPage<DraftRow>(
    em,
    `select r.id, r.kind, r.title, r.saved_at as "savedAt", r.version, ${sentAs} as "sentAs",
       (${column})::text as "sortValue"
     from draft r where ${where.join(' and ')}${after}${tail}`,
    [...values, ...params],
    asked,
  );
}

/** One's own drafts, newest first; what stands in them is sealed. */
export async function draftsToSearch(em: Em, owner: AccountId): Promise<{ id: string; title: string }[]> {
  return em.execute('select id, title from draft where owner = ? order by saved_at desc limit 200', [owner]);
}

/** Absent and another's look alike: `draft/not-found`. */
export async function readDraft(
  em: Em,
  id: string,
  owner: AccountId,
): Promise<DraftRow & { content: DraftContent }> {
  const draft = await em.findOne(Draft, { id, owner });
  if (draft === null) throw new Refusal('draft/not-found');
  const [sent] = await em.execute<{ sentAs: CaseId | null }[]>(
    `select ${sentAs} as "sentAs" from draft r where r.id = ?`,
    [id],
  );
  const { kind, title, content, savedAt, version } = draft;
  return { id, kind, title, content, savedAt, version, sentAs: sent?.sentAs ?? null };
}

type Saved = { id: string; version: number; savedAt: Date };

/** Writes a new draft; the same id written again is the first one. */
export async function createDraft(em: Em, draft: Omit<Draft, 'version'>): Promise<Saved> {
  // Two that write it at once: the second finds the first.
  await em.execute(`select pg_advisory_xact_lock(hashtextextended('draft/' || ?, 0))`, [draft.id]);
  if ((await em.count(Draft, { id: draft.id })) === 0) await em.insert(Draft, { ...draft, version: 1 });
  const { id, version, savedAt } = await readDraft(em, draft.id, draft.owner);
  return { id, version, savedAt };
}

/**
 * Saves over the version its writer saw. Refuses `draft/already-sent`, and `draft/changed-meanwhile` with the fields that
 * differ where it was saved elsewhere; the same content once more is no change.
 */
export async function saveDraft(
  em: Em,
  wanted: { id: string; owner: AccountId; version: number; title: string; content: DraftContent; at: Date },
): Promise<Saved> {
  const { id, owner, version, title, content, at } = wanted;
  await em.execute('select 1 from draft where id = ? for update', [id]);
  const there = await readDraft(em, id, owner);
  if (there.sentAs !== null) throw new Refusal('draft/already-sent');
  if (there.version !== version) {
    const field = differences(there, wanted);
    if (field.length === 0) return { id, version: there.version, savedAt: there.savedAt };
    throw new Refusal('draft/changed-meanwhile', { seen: version, now: there.version, field });
  }
  await em.nativeUpdate(Draft, { id }, { title, content, savedAt: at, version: version + 1 });
  return { id, version: version + 1, savedAt: at };
}

export async function discardDraft(em: Em, id: string, owner: AccountId): Promise<void> {
  const gone = await em.nativeDelete(Draft, { id, owner });
  if (gone === 0) throw new Refusal('draft/not-found');
}

type Form = { title: string; content: DraftContent };

/** The names of the form's fields that are not alike: names, never what stands in them. */
function differences(one: Form, other: Form): string[] {
  const fields = new Set([...Object.keys(one.content), ...Object.keys(other.content)]);
  const differing = [...fields].filter(
    (name) => canonical({ value: one.content[name] }) !== canonical({ value: other.content[name] }),
  );
  return [...(one.title === other.title ? [] : ['title']), ...differing];
}
