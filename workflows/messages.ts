/** What may be said to a running case: the update, the query, the workflow's id. All the API may import of this room. */
import { defineQuery, defineUpdate } from '@temporalio/workflow';
import type { CaseState, Story } from '../src/domain/case.ts';
import type { CaseId } from '../src/domain/ids.ts';
import type { AnyCommand } from '../src/domain/story.ts';

export type ActAnswer = { seq: number };

/** One command on a case. Refused ones fail with an `ApplicationFailure` of type `Refusal`. */
export const act = defineUpdate<ActAnswer, [AnyCommand]>('act');

/** Takes in what the record has and this workflow does not: after a crash between the commit and its task. */
export const catchUp = defineUpdate<ActAnswer>('catchUp');

/** Null while a workflow that has just begun, or begun anew, reads its snapshot. */
export const currentState = defineQuery<CaseState | null>('currentState');

export const workflowTypes = { dispute: 'mediateDispute', referral: 'referCase' } as const satisfies Record<
  Story,
  string
>;

export function workflowIdOf(story: Story, id: CaseId): string {
  return `${story}-${id}`;
}
