import type { CaseState, Recorded } from '../src/domain/case.ts';
import type { CaseId } from '../src/domain/ids.ts';
import { readSnapshot } from '../src/domain/story.ts';
import { CaseEvent } from '../src/persistence/case-event.entity.ts';
import { CaseRecord } from '../src/persistence/case-record.entity.ts';
import type { ActivityDeps } from './index.ts';
import { recordBehind } from './record-behind.ts';

/** The snapshot a workflow starts from: of a new case, an imported or reopened one, or one whose history is gone. */
export async function loadCase({ orm }: Pick<ActivityDeps, 'orm'>, id: CaseId): Promise<CaseState> {
  const row = await orm.em.fork().findOne(CaseRecord, { id });
  if (row === null) throw recordBehind(id);
  return readSnapshot(row.snapshot);
}

/** The events recorded after `after`, in order. */
export async function loadEvents(
  { orm }: Pick<ActivityDeps, 'orm'>,
  { caseId, after }: { caseId: CaseId; after: number },
): Promise<Recorded[]> {
  const where = { caseId, seq: { $gt: after } };
  const rows = await orm.em.fork().find(CaseEvent, where, { orderBy: { seq: 'asc' } });
  return rows.map(({ event }) => event);
}
