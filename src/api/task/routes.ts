import { z } from 'zod';
import { bodyWithin, districtsWithin } from '../../domain/walls.ts';
import { listTasks } from '../../persistence/case.listing.ts';
import { listLiaisonTasks } from '../../persistence/referral.listing.ts';
import { presentTask, taskItem } from '../case-parts.ts';
import { type CsvColumns, pageQuery, sendPage } from '../lists.ts';
import { type AnyRoute, route } from '../route.ts';

const taskCsv: CsvColumns<z.infer<typeof taskItem>> = {
  期限: (task) => task.dueOn,
  待办: (task) => task.sentence,
  案件: (task) => task.receiptNumber,
  承办人: (task) => task.ownerName,
};

export const taskRoutes: AnyRoute[] = [
  route({
    method: 'get',
    path: '/tasks',
    wall: 'task.read',
    reads: null,
    tag: '待办',
    summary: '待办：我的，或者本区县全部；联络员看等待本单位答复的移送；按期限排列',
    query: pageQuery(['dueOn'], 'dueOn').extend({ mine: z.stringbool().default(true) }),
    answer: z.object({ items: z.array(taskItem), nextCursor: z.string().nullable() }),
    async handle({ deps, me, query: { mine, ...query }, response }) {
      const { account } = me.actor;
      const body = bodyWithin(me, 'task.read');
      const districts = districtsWithin(me, 'task.read');
      const em = deps.orm.em.fork();
      // An officer of another body sees what waits for that body, and no district's tasks.
      const page =
        body !== null
          ? await listLiaisonTasks(em, { ...query, account, name: me.name, body })
          : await listTasks(em, { ...query, districts, owner: mine ? account : undefined });
      return sendPage(response, query, { ...page, items: page.items.map(presentTask) }, taskCsv, '待办');
    },
  }),
];
