/** ACTING: the only way a workflow touches the world. */
import { ApplicationFailure, ApplicationFailureCategory } from '@temporalio/common';
import { Refusal } from '../src/domain/refusal.ts';
import type { Orm } from '../src/persistence/orm.ts';
import { drawIssuedPaper } from './draw-paper.ts';
import { loadCase, loadEvents } from './load-case.ts';
import { type EventToRecord, recordEvent } from './record-event.ts';

export type ActivityDeps = {
  orm: Orm;
  /** Where the public pages are, without a slash at the end; printed on papers. */
  publicUrl: string;
  now: () => Date;
};

export type Activities = ReturnType<typeof createActivities>;

export function createActivities(deps: ActivityDeps) {
  return {
    loadCase: (id: Parameters<typeof loadCase>[1]) => loadCase(deps, id),
    loadEvents: (given: Parameters<typeof loadEvents>[1]) => loadEvents(deps, given),
    recordEvent: (given: EventToRecord) => refusing(() => recordEvent(deps, given)),
    drawPaper: (id: string) => refusing(() => drawIssuedPaper(deps, id)),
  };
}

/** A refusal fails for good, with its code alone: what it is about stays in the record, never in a history. */
async function refusing<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw ApplicationFailure.create({
      type: 'Refusal',
      message: error.code,
      nonRetryable: true,
      category: ApplicationFailureCategory.BENIGN,
    });
  }
}
