/** A referral 移送 to another body and back. */
import type { CaseId } from '../src/domain/ids.ts';
import { carryCase } from './carry-case.ts';

export async function referCase(id: CaseId): Promise<void> {
  await carryCase(id);
}
