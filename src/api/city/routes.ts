import { z } from 'zod';
import type { BodyId, DistrictCode } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import { districtsWithin } from '../../domain/walls.ts';
import { Body, District } from '../../persistence/city.entity.ts';
import { listBodies, listCityEvents, listDistricts } from '../../persistence/city.listing.ts';
import { wishOf } from '../account/routes.ts';
import type { ApiDeps } from '../app.ts';
import { bodyId, districtCode } from '../fields.ts';
import { sendPage } from '../lists.ts';
import { dayOf, seenOf } from '../order-command.ts';
import { type AnyRoute, route } from '../route.ts';
import { addToCity, changeInCity, needOtherOpen, needOwnDistrict, needOwnForms, ownBody } from './change.ts';
import { cityEventCsv, presentBody, presentCityEvent } from './present.ts';
import {
  bodyChange,
  bodyDraft,
  bodyItem,
  cityEventItem,
  cityEventsQuery,
  districtChange,
  districtDraft,
  districtItem,
  formsIn,
} from './schema.ts';

const tag = '城市';

export const cityRoutes: AnyRoute[] = [
  route({
    method: 'get',
    path: '/districts',
    wall: 'city.read',
    reads: null,
    tag,
    summary: '区县',
    answer: z.object({ items: z.array(districtItem) }),
    async handle({ deps }) {
      return { items: await listDistricts(deps.orm.em.fork()) };
    },
  }),
  route({
    method: 'post',
    path: '/districts',
    wall: 'city.set',
    reads: null,
    tag,
    summary: '增设区县，或者没有行政区划代码的开发区（用统计用区划代码）；归入本人管理的上级',
    body: districtDraft,
    answer: districtItem,
    status: 201,
    async handle(asked) {
      const { deps, me, body } = asked;
      const id = await addToCity(deps, wishOf(asked), 'district', async (em) => {
        const { code, name, above } = body;
        await needOwnDistrict(em, me, above);
        if ((await em.count(District, { code })) > 0) throw new Refusal('district/taken', { district: code });
        em.create(District, { code, name, parent: above });
        return { id: code, district: code, changes: {} };
      });
      return districtOf(deps, id);
    },
  }),
  route({
    method: 'post',
    path: '/districts/:id/change',
    wall: 'city.set',
    reads: null,
    tag,
    summary: '更改区县名称',
    params: z.object({ id: districtCode }),
    body: districtChange,
    answer: districtItem,
    async handle(asked) {
      const { deps, me, params, body, request } = asked;
      const { id } = params;
      await changeInCity(
        deps,
        wishOf(asked),
        { thing: 'district', id, seen: seenOf(request).seen },
        async (em) => {
          await needOwnDistrict(em, me, id);
          return { of: await em.findOneOrFail(District, { code: id }), district: id, given: body };
        },
      );
      return districtOf(deps, id);
    },
  }),
  route({
    method: 'get',
    path: '/bodies',
    wall: 'city.read',
    reads: null,
    tag,
    summary: '联动单位：名称、区县、文号格式、是否撤销',
    answer: z.object({ items: z.array(bodyItem) }),
    async handle({ deps }) {
      return { items: (await listBodies(deps.orm.em.fork())).map(presentBody) };
    },
  }),
  route({
    method: 'post',
    path: '/bodies',
    wall: 'city.set',
    reads: null,
    tag,
    summary: '增设联动单位或者调解中心',
    body: bodyDraft,
    answer: bodyItem,
    status: 201,
    async handle(asked) {
      const { deps, me, body } = asked;
      const wish = wishOf(asked);
      const added = await addToCity(deps, wish, 'body', async (em) => {
        const { kind, name, district } = body;
        await needOwnDistrict(em, me, district);
        const id = `${kind}-${district}-${wish.commandId.slice(0, 6)}` as BodyId;
        const numbering = formsIn(body.numbering);
        await needOwnForms(em, id, numbering);
        em.create(Body, { id, kind, name, district, numbering });
        return { id, district, changes: {} };
      });
      return bodyOf(deps, added);
    },
  }),
  route({
    method: 'post',
    path: '/bodies/:id/change',
    wall: 'city.set',
    reads: null,
    tag,
    summary: '更改联动单位：名称、文号格式、撤销日期；撤销后不再移送给它，已有的案件照旧',
    params: z.object({ id: bodyId }),
    body: bodyChange,
    answer: bodyItem,
    async handle(asked) {
      const { deps, me, params, body, request } = asked;
      const { id } = params;
      await changeInCity(
        deps,
        wishOf(asked),
        { thing: 'body', id, seen: seenOf(request).seen },
        async (em) => {
          const of = await ownBody(em, me, id);
          const { numbering: rows, ...rest } = body;
          const numbering = rows === undefined ? undefined : formsIn(rows);
          if (numbering !== undefined) await needOwnForms(em, id, numbering);
          const today = dayOf(deps, undefined);
          if (rest.closedOn && rest.closedOn > today)
            throw new Refusal('day/in-the-future', { on: rest.closedOn, today });
          if (rest.closedOn) await needOtherOpen(em, of);
          const given = numbering === undefined ? rest : { ...rest, numbering };
          return { of, district: of.district, given: given as Partial<Body> };
        },
      );
      return bodyOf(deps, id);
    },
  }),
  route({
    method: 'get',
    path: '/city/events',
    wall: 'city-event.read',
    reads: null,
    tag,
    summary: '城市配置的经过：何人何时改了什么；可查找、排序、分页，可导出 CSV 和 Excel',
    query: cityEventsQuery,
    answer: z.object({ items: z.array(cityEventItem), nextCursor: z.string().nullable() }),
    async handle({ deps, me, query, response }) {
      const asked = { ...query, districts: districtsWithin(me, 'city-event.read') };
      const page = await listCityEvents(deps.orm.em.fork(), asked);
      return sendPage(
        response,
        query,
        { ...page, items: page.items.map(presentCityEvent) },
        cityEventCsv,
        '城市配置经过',
      );
    },
  }),
];

async function districtOf(deps: ApiDeps, id: string) {
  const found = (await listDistricts(deps.orm.em.fork())).find(({ code }) => code === id);
  if (found === undefined) throw new Refusal('district/unknown', { district: id as DistrictCode });
  return found;
}

async function bodyOf(deps: ApiDeps, id: string) {
  const found = (await listBodies(deps.orm.em.fork())).find((one) => one.id === id);
  if (found === undefined) throw new Refusal('body/unknown', { body: id });
  return presentBody(found);
}
