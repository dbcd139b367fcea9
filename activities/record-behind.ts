import { ApplicationFailure } from '@temporalio/common';
import { RECORD_BEHIND } from '../src/domain/case.ts';
import type { CaseId } from '../src/domain/ids.ts';

/** The record does not have what the workflow took for recorded, or not the case at all: it was restored to an earlier moment. No trying again helps. */
export function recordBehind(id: CaseId): ApplicationFailure {
  return ApplicationFailure.nonRetryable(`the record of ${id} is behind its workflow`, RECORD_BEHIND);
}
