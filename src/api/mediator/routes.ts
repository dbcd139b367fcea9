import { z } from 'zod';
import { rankingRule } from '../../../templates/zh-CN/advice.ts';
import { rankMediators } from '../../domain/dispute/assignment.ts';
import { isCollective } from '../../domain/dispute/group.ts';
import type { AccountId } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import { districtsWithin } from '../../domain/walls.ts';
import { listMediators, type MediatorRow } from '../../persistence/mediator.listing.ts';
import { addProfile, rankableMediators } from '../../persistence/mediator.repository.ts';
import type { ApiDeps } from '../app.ts';
import { visibleDispute } from '../dispute/visible.ts';
import { accountId, caseId } from '../fields.ts';
import { pageOf, sendPage } from '../lists.ts';
import { commandIdOf, dayOf } from '../order-command.ts';
import { type AnyRoute, route } from '../route.ts';
import type { SignedIn } from '../sign-in.ts';
import { mediatorCsv, presentMediator, presentRanked } from './present.ts';
import { mediatorItem, mediatorsQuery, profile, rankedAnswer } from './schema.ts';

const tag = '调解员';

export const mediatorRoutes: AnyRoute[] = [
  route({
    method: 'get',
    path: '/mediators',
    wall: 'mediator.read',
    reads: null,
    tag,
    summary: '调解员：专长、未办结件数、请假；可查找、排序、分页，可导出 CSV 和 Excel',
    query: mediatorsQuery,
    answer: pageOf(mediatorItem),
    async handle({ deps, me, query, response }) {
      const asked = {
        ...query,
        districts: districtsWithin(me, 'mediator.read'),
        day: dayOf(deps, undefined),
      };
      const page = await listMediators(deps.orm.em.fork(), asked);
      const items = page.items.map(presentMediator);
      return sendPage(response, query, { ...page, items }, mediatorCsv, '调解员');
    },
  }),
  route({
    method: 'post',
    path: '/mediators/:id/profile',
    wall: 'mediator.set',
    reads: null,
    tag,
    summary: '设置一名调解员的专长、在办上限和请假；每次设置都留存，记明何人何时',
    params: z.object({ id: accountId }),
    body: profile,
    answer: mediatorItem,
    async handle({ deps, me, params: { id }, body, request }) {
      const { awayFrom, awayUntil } = body;
      if (awayFrom !== null && awayUntil !== null && awayUntil < awayFrom)
        throw new Refusal('day/reversed', { from: awayFrom, to: awayUntil, field: 'awayUntil' });
      await mediatorOf(deps, me, id);
      const by = { account: me.actor.account, at: deps.now(), commandId: commandIdOf(me, request) };
      await deps.orm.em.fork().transactional((em) => addProfile(em, id, body, by));
      return presentMediator(await mediatorOf(deps, me, id));
    },
  }),
  route({
    method: 'get',
    path: '/disputes/:id/mediators',
    wall: 'dispute.read',
    reads: null,
    tag,
    summary: '这件争议由谁调解合适：依次排列，逐人说明理由；不能办理的列在最后',
    params: z.object({ id: caseId }),
    answer: rankedAnswer,
    async handle({ deps, me, params: { id } }) {
      const { snapshot } = await visibleDispute(deps, me, id);
      const { district, heads, recused, owner } = snapshot;
      const day = dayOf(deps, undefined);
      const all = await rankableMediators(deps.orm.em.fork(), { district, day, recused });
      // Of other districts only their own managers learn who has how much to do.
      const known = districtsWithin(me, 'mediator.read');
      const mediators = all.filter((one) => one.seesDistrict || known.includes(one.district));
      const byAccount = new Map(mediators.map((one) => [one.account, one]));
      const ranked = rankMediators(mediators, { district, heads, isCollective: isCollective(snapshot) });
      return { items: ranked.map((one) => presentRanked(one, byAccount, owner)), rule: rankingRule };
    },
  }),
];

/** A mediator of the asker's districts. Refuses `account/not-a-mediator`. */
async function mediatorOf(deps: ApiDeps, me: SignedIn, id: AccountId): Promise<MediatorRow> {
  const districts = districtsWithin(me, 'mediator.set');
  const asked = { sort: 'login', limit: 1, districts, day: dayOf(deps, undefined), id };
  const [found] = (await listMediators(deps.orm.em.fork(), asked)).items;
  if (found === undefined) throw new Refusal('account/not-a-mediator');
  return found;
}
