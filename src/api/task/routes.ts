import { z } from 'zod';
import { dueSpans, spanOf } from '../../domain/due.ts';
import { bodyWithin, districtsWithin } from '../../domain/walls.ts';
import { listLiaisonTasks, listTasks, taskSorts } from '../../persistence/task.listing.ts';
import { pageOf, pageQuery, searchWords, sendPage } from '../lists.ts';
import { dayOf } from '../order-command.ts';
import { type AnyRoute, route } from '../route.ts';
import { presentTask, taskCsv, taskItem } from './present.ts';

export const taskRoutes: AnyRoute[] = [
  route({
    method: 'get',
    path: '/tasks',
    wall: 'task.read',
    reads: null,
    tag: '待办',
    summary: '待办：我的，或者本区县全部；联络员看等待本单位答复的移送；可查找、按期限排列',
    query: pageQuery(taskSorts, 'dueOn').extend({
      q: searchWords.optional(),
      mine: z.stringbool().default(true),
      due: z.enum(dueSpans).optional(),
    }),
    answer: pageOf(taskItem),
    async handle({ deps, me, query: { mine, due, ...query }, response }) {
      const { account } = me.actor;
      const body = bodyWithin(me, 'task.read');
      const districts = districtsWithin(me, 'task.read');
      const today = dayOf(deps, undefined);
      const asked = { ...query, ...(due === undefined ? {} : spanOf(due, today)) };
      const em = deps.orm.em.fork();
      // An officer of another body sees what waits for that body, and no district's tasks.
      const page =
        body !== null
          ? await listLiaisonTasks(em, { ...asked, account, body })
          : await listTasks(em, { ...asked, districts, owner: mine ? account : undefined });
      const items = page.items.map((task) => presentTask(me, task, today));
      return sendPage(response, query, { ...page, items }, taskCsv, '待办');
    },
  }),
];
