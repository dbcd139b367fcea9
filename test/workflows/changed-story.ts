/** Today's workflows with one planted change: a pause before all else, as somebody might add without `patched()`. */
import { sleep } from '@temporalio/workflow';
import type { CaseId } from '../../src/domain/ids.ts';
import { carryCase } from '../../workflows/carry-case.ts';

async function carryLater(id: CaseId): Promise<void> {
  await sleep('1 second');
  await carryCase(id);
}

export const mediateDispute = carryLater;
export const referCase = carryLater;
