/** What any case shows of itself: its course, clocks, papers and tasks. */
import type { CaseState, Recorded } from '../domain/case.ts';
import type { Day } from '../domain/day.ts';
import type { LedgerEntry } from '../domain/dispute/limitation.ts';
import type { DisputeState } from '../domain/dispute/state.ts';
import { type CaseId, LETTER } from '../domain/ids.ts';
import type { Replier } from '../domain/referral/state.ts';
import { readSnapshot } from '../domain/story.ts';
import { CaseText, type Texts } from './case-event.entity.ts';
import type { Em } from './orm.ts';

export type EventRow = {
  seq: number;
  kind: string;
  on: Day;
  actor: string;
  actorName: string;
  recordedAt: Date;
  facts: Recorded['facts'];
  texts: Texts;
};

/** The course of a case, oldest first; what came after one event alone. */
export async function listEvents(em: Em, id: CaseId, after = 0): Promise<EventRow[]> {
  const rows = await em.execute<Omit<EventRow, 'texts'>[]>(
    `select e.seq, e.kind, e.on_day::text as on, e.actor, coalesce(a.name, p.name, '') as "actorName",
       e.recorded_at as "recordedAt", e.event->'facts' as facts
     from case_event e left join account a on a.id::text = e.actor
       left join party p on p.id::text = e.event->>'party'
     where e.case_id = ? and e.seq > ? order by e.seq`,
    [id, after],
  );
  const written = await em.find(CaseText, { caseId: id, seq: { $gt: after } });
  const texts = new Map(written.map((row) => [row.seq, row.texts]));
  return rows.map((row) => withActor({ ...row, texts: texts.get(row.seq) ?? {} }));
}

/** Whoever answered by a letter's code has no account: they gave their name and post with the answer. */
function withActor(row: EventRow): EventRow {
  const { replier } = row.texts as { replier?: Replier };
  if (row.actor !== LETTER || replier === undefined) return row;
  return { ...row, actorName: `${replier.name}（${replier.post}）` };
}

/** The kind of one event; empty where there is none with that seq. */
export async function eventKindAt(em: Em, id: CaseId, seq: number): Promise<string> {
  const [row] = await em.execute<{ kind: string }[]>(
    'select kind from case_event where case_id = ? and seq = ?',
    [id, seq],
  );
  return row?.kind ?? '';
}

export type ClockRow = {
  id: string;
  rule: string;
  name: string;
  article: string;
  about: string | null;
  startedOn: Day;
  dueOn: Day;
  explanation: string[];
  provisional: boolean;
  confirmed: boolean;
  rung: string;
  endedOn: Day | null;
  outcome: string | null;
};

export async function listClocks(em: Em, id: CaseId): Promise<ClockRow[]> {
  return em.execute<ClockRow[]>(
    `select id, rule, name, article, about, started_on::text as "startedOn", due_on::text as "dueOn", explanation,
       provisional, confirmed, rung, ended_on::text as "endedOn", outcome
     from clock where case_id = ? order by started_on, id`,
    [id],
  );
}

export type PaperRow = {
  id: string;
  kind: string;
  number: string;
  issuer: string;
  issuedOn: Day;
  status: string;
  pages: number | null;
  sha256: string | null;
  checkCode: string;
};

/** The papers of a case and of the referrals that came out of it. */
export async function listPapers(em: Em, id: CaseId): Promise<PaperRow[]> {
  return em.execute<PaperRow[]>(
    `select p.id, p.kind, p.number, p.issuer, p.issued_on::text as "issuedOn", p.status, p.pages, p.sha256,
       p.check_code as "checkCode"
     from paper p where p.case_id = ? or p.case_id in (select r.id from referral r where r.parent_id = ?)
     order by p.issued_on, p.number`,
    [id, id],
  );
}

export async function snapshotOf(em: Em, id: CaseId): Promise<CaseState | null> {
  const [row] = await em.execute<{ snapshot: CaseState }[]>('select snapshot from case_record where id = ?', [
    id,
  ]);
  return row === undefined ? null : readSnapshot(row.snapshot);
}

/** What proves an entry of a case's limitation ledger: written down with the event that made it, here or in the group it came from. */
export async function listEvidence(
  em: Em,
  { id, limitation: { events } }: Pick<DisputeState, 'id' | 'limitation'>,
): Promise<(entry: LedgerEntry) => string | null> {
  const cases = [id, ...events.flatMap(({ from }) => (from === undefined ? [] : [from.case]))];
  const rows = await em.find(CaseText, { caseId: { $in: [...new Set(cases)] } });
  const written = new Map(rows.map(({ caseId, seq, texts }) => [`${caseId}/${seq}`, texts.evidence]));
  return ({ seq, from }) => {
    const evidence = written.get(`${from?.case ?? id}/${from?.seq ?? seq}`);
    return typeof evidence === 'string' ? evidence : null;
  };
}
