import { z } from 'zod';
import { dayAt } from '../../domain/day.ts';
import { Refusal } from '../../domain/refusal.ts';
import { districtsWithin } from '../../domain/walls.ts';
import { breakGlassSorts, listBreakGlass } from '../../persistence/break-glass.listing.ts';
import { breakGlass, findBehindGlass } from '../../persistence/break-glass.repository.ts';
import { fingerprintOf } from '../../persistence/command.repository.ts';
import { caseId, districtCode, line } from '../fields.ts';
import { pageOf, pageQuery, sendPage } from '../lists.ts';
import { commandIdOf } from '../order-command.ts';
import { mayBreakGlass, maySeeDispute } from '../policies.ts';
import { type AnyRoute, route } from '../route.ts';
import {
  breakGlassCsv,
  breakGlassItem,
  breaking,
  caseOrNumber,
  opened,
  presentBreakGlass,
} from './schema.ts';

const tag = '紧急查阅';

export const breakGlassRoutes: AnyRoute[] = [
  route({
    method: 'post',
    path: '/disputes/:id/break-glass',
    wall: 'break-glass.open',
    reads: 'break-glass',
    tag,
    summary: '紧急查阅其他区县的一件案件：写明理由，24 小时内只能看、不能办理；承办人和管理者会收到通知',
    params: z.object({ id: caseOrNumber }),
    body: breaking,
    answer: opened,
    status: 201,
    async handle({ deps, me, params: { id }, body: { reason }, shows, request }) {
      const em = deps.orm.em.fork();
      const behind = await findBehindGlass(em, id);
      if (behind === null || !mayBreakGlass(me, behind)) throw new Refusal('case/not-found');
      if (maySeeDispute(me, behind)) throw new Refusal('break-glass/not-needed');
      const at = deps.now();
      // Without a key the day, the case and the reason are the key: sent twice, the glass is broken once.
      const fallback = fingerprintOf({ day: dayAt(at.getTime()), case: behind.id, reason });
      const commandId = commandIdOf(me, request, fallback);
      const one = await breakGlass(em, behind, { account: me.actor.account, reason, at, commandId });
      shows({ case: behind.id, about: one.id });
      return {
        ...{ id: one.id, case: behind.id, receiptNumber: behind.receiptNumber },
        ...{ at: one.at.toISOString(), until: one.until.toISOString() },
      };
    },
  }),
  route({
    method: 'get',
    path: '/break-glass',
    wall: 'break-glass.read',
    reads: null,
    tag,
    summary: '紧急查阅记录：谁、何时、为什么；管理者和审计员看本区县案件的，其他人看自己承办案件的和自己的',
    query: pageQuery(breakGlassSorts, '-at').extend({
      q: line(50).optional(),
      district: districtCode.optional(),
      case: caseId.optional(),
    }),
    answer: pageOf(breakGlassItem),
    async handle({ deps, me, query, response }) {
      const districts = districtsWithin(me, 'break-glass.read');
      const asked = { ...query, districts, account: me.actor.account };
      const page = await listBreakGlass(deps.orm.em.fork(), asked);
      return sendPage(
        response,
        query,
        { ...page, items: page.items.map(presentBreakGlass) },
        breakGlassCsv,
        tag,
      );
    },
  }),
];
