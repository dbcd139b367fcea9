import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { Day } from '../domain/day.ts';
import type { AccountId, CaseId } from '../domain/ids.ts';

/** A period with its rule, article, due day and working, kept after it has ended. */
export const Clock = defineEntity({
  name: 'Clock',
  primaryKeys: ['caseId', 'id'],
  properties: {
    caseId: p.uuid().$type<CaseId>().primary(),
    id: p.string().primary(),
    rule: p.string(),
    name: p.text(),
    article: p.text(),
    about: p.string().nullable(),
    startedOn: p.date().$type<Day>(),
    warnOn: p.date().$type<Day>(),
    dueOn: p.date().$type<Day>().index(),
    explanation: p.json<string[]>(),
    provisional: p.boolean(),
    confirmed: p.boolean(),
    /** The rule pack it was computed with. */
    pack: p.string(),
    rung: p.string(),
    endedOn: p.date().$type<Day>().nullable(),
    outcome: p.string().nullable(),
  },
});
export type Clock = InferEntity<typeof Clock>;

/** One thing to be done, as derived from the case's state when it was recorded. */
export const Task = defineEntity({
  name: 'Task',
  primaryKeys: ['caseId', 'key'],
  properties: {
    caseId: p.uuid().$type<CaseId>().primary(),
    key: p.string().primary(),
    why: p.string(),
    owner: p.string().$type<AccountId>().index(),
    dueOn: p.date().$type<Day>().index(),
  },
});
export type Task = InferEntity<typeof Task>;
