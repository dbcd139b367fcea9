/** What was said in the course of a case: its events with their texts, as put right since. */
import type { DisputeDecision, FactsOf } from '../src/domain/dispute/decisions.ts';
import type { SessionWay } from '../src/domain/dispute/parts.ts';
import type { CaseId } from '../src/domain/ids.ts';
import { type EventRow, listEvents } from '../src/persistence/case.listing.ts';
import type { Texts } from '../src/persistence/case-event.entity.ts';
import type { Em } from '../src/persistence/orm.ts';
import { onRecord, said } from './read-dispute.ts';

export type Course = readonly EventRow[];
export type Happened<K extends DisputeDecision['kind']> = Omit<EventRow, 'facts'> & { facts: FactsOf<K> };

/** Without the event in hand, which is not written down yet. */
export async function readCourse(em: Em, id: CaseId): Promise<Course> {
  const rows = await listEvents(em, id);
  const right = new Map<number, Texts>();
  const put = ({ seq, field }: { seq: number; field: string }, { text }: Texts) =>
    right.set(seq, { ...right.get(seq), [field]: said(text) });
  for (const row of happened(rows, 'text-corrected')) put(row.facts, row.texts);
  for (const { facts } of happened(rows, 'request-approved')) {
    const asked = happened(rows, 'approval-asked').find(({ facts: { no } }) => no === facts.no);
    if (asked?.facts.what === 'text') put(asked.facts, asked.texts);
  }
  return rows.map((row) => ({ ...row, texts: { ...row.texts, ...right.get(row.seq) } }));
}

export function happened<K extends DisputeDecision['kind']>(course: Course, kind: K): Happened<K>[] {
  return course.filter((row) => row.kind === kind) as unknown as Happened<K>[];
}

/** Where and when a session is to be, as last arranged: a new day leaves the old hour behind, but not the place. */
export function arranged(course: Course, no: number) {
  const planned = happened(course, 'session-planned').find(({ facts }) => facts.no === no);
  const moved = happened(course, 'session-postponed').filter(({ facts }) => facts.no === no);
  const places = [planned, ...moved].map((one) => said(one?.texts.place)).filter((place) => place !== '');
  const way: SessionWay = planned?.facts.way ?? 'on-site';
  return {
    venue: { way, place: places.at(-1) ?? '' },
    ...onRecord({ time: said((moved.at(-1) ?? planned)?.texts.at) }),
  };
}
