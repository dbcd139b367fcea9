import { z } from 'zod';
import { Refusal } from '../../domain/refusal.ts';
import { listAccountEvents } from '../../persistence/account.listing.ts';
import { listServiceKeys } from '../../persistence/service-key.listing.ts';
import { presentAccountEvent } from '../account/present.ts';
import { wishOf } from '../account/routes.ts';
import { accountEventItem } from '../account/schema.ts';
import type { ApiDeps } from '../app.ts';
import { pageOf, sendPage } from '../lists.ts';
import { type AnyRoute, route } from '../route.ts';
import type { SignedIn } from '../sign-in.ts';
import { createKey, revokeKey } from './create.ts';
import { allScopes, keyCsv, presentKey } from './present.ts';
import { keyDraft, keyItem, newKey, scopeItem, serviceKeysQuery } from './schema.ts';

const tag = '服务密钥';
const params = z.object({ id: z.string().regex(/^[0-9a-f]{12}$/, '不是有效的编号，请从列表中选取') });

export const serviceKeyRoutes: AnyRoute[] = [
  route({
    method: 'get',
    path: '/service-keys',
    wall: 'service-key.read',
    reads: null,
    tag,
    summary: '其他系统的服务密钥：权限、区县、有效期、最近使用日；可查找、排序、分页，可导出 CSV 和 Excel',
    query: serviceKeysQuery,
    answer: pageOf(keyItem),
    async handle({ deps, me, query, response }) {
      const now = deps.now();
      const page = await listServiceKeys(deps.orm.em.fork(), { ...query, districts: me.districts, now });
      const items = page.items.map((row) => presentKey(row, now));
      return sendPage(response, query, { ...page, items }, keyCsv, '服务密钥');
    },
  }),
  route({
    method: 'get',
    path: '/service-key-scopes',
    wall: 'service-key.read',
    reads: null,
    tag,
    summary: '服务密钥可以有哪些权限',
    answer: z.object({ items: z.array(scopeItem) }),
    handle: async () => ({ items: allScopes() }),
  }),
  route({
    method: 'post',
    path: '/service-keys',
    wall: 'service-key.set',
    reads: null,
    tag,
    summary: '建立服务密钥：密钥只显示这一次；调用时放入 Authorization: Bearer',
    body: keyDraft,
    answer: newKey,
    status: 201,
    async handle(asked) {
      const { deps, me, body, response } = asked;
      const { id, key } = await createKey(deps, me, body, wishOf(asked));
      response.set('Location', `/api/service-keys/${id}`);
      return { serviceKey: await readKey(deps, me, id), key };
    },
  }),
  route({
    method: 'get',
    path: '/service-keys/:id',
    wall: 'service-key.read',
    reads: null,
    tag,
    summary: '一个服务密钥',
    params,
    answer: keyItem,
    handle: async ({ deps, me, params: { id } }) => readKey(deps, me, id),
  }),
  route({
    method: 'post',
    path: '/service-keys/:id/revoke',
    wall: 'service-key.set',
    reads: null,
    tag,
    summary: '作废服务密钥：随即不能再用',
    params,
    answer: keyItem,
    async handle(asked) {
      const {
        deps,
        me,
        params: { id },
      } = asked;
      await readKey(deps, me, id);
      await revokeKey(deps, id, wishOf(asked));
      return readKey(deps, me, id);
    },
  }),
  route({
    method: 'get',
    path: '/service-keys/:id/events',
    wall: 'service-key.read',
    reads: null,
    tag,
    summary: '一个服务密钥的经过：何人何时建立、作废',
    params,
    answer: z.object({ items: z.array(accountEventItem) }),
    async handle({ deps, me, params: { id } }) {
      const { account } = await keyOf(deps, me, id);
      return { items: (await listAccountEvents(deps.orm.em.fork(), account)).map(presentAccountEvent) };
    },
  }),
];

/** A key of the asker's districts. Refuses `key/unknown`: absent and not yours look alike. */
async function keyOf(deps: ApiDeps, me: SignedIn, id: string) {
  const asked = { sort: 'name', limit: 1, districts: me.districts, now: deps.now(), id };
  const [found] = (await listServiceKeys(deps.orm.em.fork(), asked)).items;
  if (found === undefined) throw new Refusal('key/unknown');
  return found;
}

async function readKey(deps: ApiDeps, me: SignedIn, id: string): Promise<z.infer<typeof keyItem>> {
  return presentKey(await keyOf(deps, me, id), deps.now());
}
