import { z } from 'zod';
import { Body, District } from '../../persistence/city.entity.ts';
import { text } from '../fields.ts';
import { type AnyRoute, route } from '../route.ts';

const tag = '城市';

export const cityRoutes: AnyRoute[] = [
  route({
    method: 'get',
    path: '/districts',
    wall: 'city.read',
    reads: null,
    tag,
    summary: '区县',
    answer: z.object({ items: z.array(z.object({ code: text, name: text, parent: text.nullable() })) }),
    async handle({ deps }) {
      const rows = await deps.orm.em.fork().find(District, {}, { orderBy: { code: 'asc' } });
      return { items: rows.map(({ code, name, parent }) => ({ code, name, parent: parent ?? null })) };
    },
  }),
  route({
    method: 'get',
    path: '/bodies',
    wall: 'city.read',
    reads: null,
    tag,
    summary: '联动单位',
    answer: z.object({ items: z.array(z.object({ id: text, kind: text, name: text, district: text })) }),
    async handle({ deps }) {
      const rows = await deps.orm.em.fork().find(Body, {}, { orderBy: { district: 'asc', id: 'asc' } });
      return { items: rows.map(({ id, kind, name, district }) => ({ id, kind, name, district })) };
    },
  }),
];
