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
    loadCase: (id: Parameters<typeof loadCase>[1]) => refusing(() => loadCase(deps, id)),
    loadEvents: (given: Parameters<typeof loadEvents>[1]) => refusing(() => loadEvents(deps, given)),
    recordEvent: (given: EventToRecord) => refusing(() => recordEvent(deps, given)),
    // What could be numbered can be drawn: a refusal here is a worker without the fonts, and another may have them.
    drawPaper: (id: string) => faulting(() => drawIssuedPaper(deps, id)),
  };
}

/** A refusal fails for good, with its code alone: what it is about stays in the record, never in a history. */
async function refusing<T>(run: () => Promise<T>): Promise<T> {
  return faulting(() =>
    run().catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
      throw ApplicationFailure.create({
        type: 'Refusal',
        message: error.code,
        nonRetryable: true,
        category: ApplicationFailureCategory.BENIGN,
      });
    }),
  );
}

/** Anything else is tried again, told by its kind and place alone: a driver's message may quote what people wrote. */
async function faulting<T>(run: () => Promise<T>): Promise<T> {
  return run().catch((error: unknown) => {
    if (error instanceof ApplicationFailure) throw error;
    throw ApplicationFailure.create({ type: 'Fault', message: faultOf(error) });
  });
}

function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const code = 'code' in error ? String(error.code) : '';
  const where = error.stack?.split('\n').find((line) => /^\s+at .*(src|activities)\//.test(line)) ?? '';
  return [error.name, code, where.trim()].filter((part) => part !== '').join(' ');
}
