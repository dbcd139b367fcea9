import { z } from 'zod';
import type { SavedView } from '../../persistence/saved-view.entity.ts';
import {
  changeView,
  createView,
  discardView,
  listViews,
  orderViews,
} from '../../persistence/saved-view.repository.ts';
import { line, text } from '../fields.ts';
import { needNoNumber } from '../lists.ts';
import { type AnyRoute, route } from '../route.ts';

const tag = '视图';
const id = z.uuid('不是有效的编号，请从列表中选取');
const params = z.object({ id });
const name = line(30);
/** As it stands in the address of the list. */
const query = z
  .string()
  .max(1500)
  .regex(/^[\w%=&.*+~!'()-]*$/, '不是列表网址中问号以后的部分');
const page = z
  .string()
  .regex(/^\/[a-z-]*$/, '不是控制台的一个页面')
  .max(60);

const viewItem = z.object({ id: text, page: text, name: text, query: text });
const views = z.object({ items: z.array(viewItem) });
const present = ({ id, page, name, query }: SavedView) => ({ id, page, name, query });

export const savedViewRoutes: AnyRoute[] = [
  route({
    method: 'get',
    path: '/views',
    wall: 'account.own',
    reads: null,
    tag,
    summary: '我存下的视图：列表的名称和筛选，按自己排的顺序',
    answer: views,
    async handle({ deps, me }) {
      return { items: (await listViews(deps.orm.em.fork(), me.actor.account)).map(present) };
    },
  }),
  route({
    method: 'post',
    path: '/views',
    wall: 'account.own',
    reads: null,
    tag,
    summary: '把一个列表现在的筛选存为视图',
    body: z.strictObject({ page, name, query }),
    answer: viewItem,
    status: 201,
    async handle({ deps, me, body }) {
      needNoNumbers(body);
      const wanted = { ...body, owner: me.actor.account, at: deps.now() };
      return present(await deps.orm.em.fork().transactional((em) => createView(em, wanted)));
    },
  }),
  route({
    method: 'post',
    path: '/views/order',
    wall: 'account.own',
    reads: null,
    tag,
    summary: '排列我的视图：按给出的顺序，没有给出的排在后面',
    body: z.strictObject({ ids: z.array(id).max(100) }),
    answer: views,
    async handle({ deps, me, body }) {
      const { account } = me.actor;
      await deps.orm.em.fork().transactional((em) => orderViews(em, account, body.ids));
      return { items: (await listViews(deps.orm.em.fork(), account)).map(present) };
    },
  }),
  route({
    method: 'post',
    path: '/views/:id',
    wall: 'account.own',
    reads: null,
    tag,
    summary: '给视图改名，或者换成现在的筛选',
    params,
    body: z.strictObject({ name: name.optional(), query: query.optional() }),
    answer: viewItem,
    async handle({ deps, me, params: { id: view }, body }) {
      needNoNumbers(body);
      const change = {
        ...(body.name === undefined ? {} : { name: body.name }),
        ...(body.query === undefined ? {} : { query: body.query }),
      };
      const wanted = { id: view, owner: me.actor.account, ...change };
      return present(await deps.orm.em.fork().transactional((em) => changeView(em, wanted)));
    },
  }),
  route({
    method: 'post',
    path: '/views/:id/discard',
    wall: 'account.own',
    reads: null,
    tag,
    summary: '删去一个视图；列表里的记录不受影响',
    params,
    answer: z.object({ discarded: z.literal(true) }),
    async handle({ deps, me, params: { id: view } }) {
      await discardView(deps.orm.em.fork(), view, me.actor.account);
      return { discarded: true };
    },
  }),
];

/** A view keeps what a list would be asked for. Refuses `search/personal-number`. */
function needNoNumbers(given: { name?: string | undefined; query?: string | undefined }): void {
  for (const said of [given.name ?? '', ...new URLSearchParams(given.query).values()]) needNoNumber(said);
}
