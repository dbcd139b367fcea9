/** A task as the API gives it: what, until when, why, since when, whose, and the act that answers it. */
import { z } from 'zod';
import { sayTask } from '../../../templates/zh-CN/say-task.ts';
import { wordOf } from '../../../templates/zh-CN/word-of.ts';
import type { Day } from '../../domain/day.ts';
import type { DisputeStateName } from '../../domain/dispute/state.ts';
import { actFor } from '../../domain/task-acts.ts';
import type { TaskRow } from '../../persistence/task.listing.ts';
import { disputeActions } from '../dispute/open-acts.ts';
import { text } from '../fields.ts';
import type { CsvColumns } from '../lists.ts';
import { presentActions } from '../referral/open-acts.ts';
import type { SignedIn } from '../sign-in.ts';

export const taskItem = z.object({
  id: text,
  case: text,
  story: text,
  receiptNumber: text.nullable(),
  why: text,
  sentence: text,
  owner: text,
  ownerName: text,
  dueOn: text,
  clock: text.nullable().meta({ description: '由哪一项期限引起；没有的，接着上一步办' }),
  article: text.nullable(),
  since: text.meta({ description: '从哪一天起' }),
  worker: text.nullable(),
  workerCount: z.int(),
  employer: text.nullable(),
  fromName: text.nullable(),
  toName: text.nullable(),
  act: text.nullable().meta({ description: '您现在可以用来办结这件事的操作；没有的，打开查看' }),
});
type TaskItem = z.infer<typeof taskItem>;

export function presentTask(me: SignedIn, row: TaskRow, today: Day): TaskItem {
  const { key, state, district, caseOwner, referral, ...task } = row;
  const open =
    referral === null
      ? disputeActions(me, { state: state as DisputeStateName, owner: caseOwner, district })
      : presentActions(me, referral, today).actions;
  return {
    ...task,
    sentence: sayTask(task.why, key.slice(task.why.length + 1)),
    act: actFor(task.why, open),
  };
}

/** The two sides of a dispute; of a referral the two bodies, where it has no dispute. */
export function sidesOf(task: Omit<TaskItem, 'act'>): string {
  const { worker, workerCount, employer, fromName, toName } = task;
  if (worker === null) return fromName === null ? '' : `${fromName} → ${toName ?? ''}`;
  return `${worker}${workerCount > 1 ? `等 ${workerCount} 人` : ''} 与 ${employer ?? ''}`;
}

export const taskCsv: CsvColumns<TaskItem> = {
  期限: (task) => task.dueOn,
  待办: (task) => task.sentence,
  办理: (task) => (task.act === null ? null : wordOf(task.act)),
  依据: (task) => task.clock,
  条文: (task) => task.article,
  起算日: (task) => task.since,
  案件: (task) => task.receiptNumber,
  当事人: (task) => sidesOf(task),
  承办人: (task) => task.ownerName,
};
