import type { CaseState } from '../src/domain/case.ts';
import type { CaseId } from '../src/domain/ids.ts';
import { CaseRecord } from '../src/persistence/case-record.entity.ts';
import type { ActivityDeps } from './index.ts';

/** The snapshot a workflow starts from: of a new case, an imported or reopened one, or one whose history is gone. */
export async function loadCase({ orm }: Pick<ActivityDeps, 'orm'>, id: CaseId): Promise<CaseState> {
  const row = await orm.em.fork().findOneOrFail(CaseRecord, { id });
  return row.snapshot;
}
