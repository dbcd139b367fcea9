/** A dispute 劳动争议 from intake to the bound file. */
import type { CaseId } from '../src/domain/ids.ts';
import { carryCase } from './carry-case.ts';

export async function mediateDispute(id: CaseId): Promise<void> {
  await carryCase(id);
}
