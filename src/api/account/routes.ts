import { z } from 'zod';
import type { AccountId } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import { type AccountRow, listAccountEvents, listAccounts } from '../../persistence/account.listing.ts';
import type { AccountWish } from '../../persistence/account-event.repository.ts';
import { fingerprintOf } from '../../persistence/command.repository.ts';
import type { ApiDeps } from '../app.ts';
import { accountId } from '../fields.ts';
import { readLocks, unlockLogin } from '../limits.ts';
import { pageOf, sendPage } from '../lists.ts';
import { commandIdOf, seenOf } from '../order-command.ts';
import { type AnyRoute, type Asked, route } from '../route.ts';
import { idleSince, type SignedIn } from '../sign-in.ts';
import { changeAccount, createAccount, noteAccountAct, type OneTime, resetPassword } from './change.ts';
import { changeOwnPassword } from './own-password.ts';
import { accountCsv, presentAccount, presentAccountEvent } from './present.ts';
import {
  accountChange,
  accountDraft,
  accountEventItem,
  accountItem,
  accountsQuery,
  accountWithPassword,
  meAnswer,
  password,
} from './schema.ts';

const tag = '账号';
const params = z.object({ id: accountId });

export const accountRoutes: AnyRoute[] = [
  route({
    method: 'get',
    path: '/me',
    wall: 'account.own',
    reads: null,
    isForOneTime: true,
    tag,
    summary: '我是谁：角色、区县，是否须先更改一次性密码',
    answer: meAnswer,
    async handle({ me: { actor, login, name, districts, csrfToken, hasOneTimePassword } }) {
      const { account, roles, district, body } = actor;
      return { account, login, name, roles, district, districts, body, csrfToken, hasOneTimePassword };
    },
  }),
  route({
    method: 'post',
    path: '/me/password',
    wall: 'account.own',
    reads: null,
    isForOneTime: true,
    tag,
    summary: '更改自己的密码：须填原密码；其他地方的登录随即结束，本处换发新的会话',
    body: z.strictObject({ oldPassword: password, newPassword: password }),
    answer: z.object({ csrfToken: z.string() }),
    async handle({ deps, me, body, request, response }) {
      return changeOwnPassword(deps, me, body, request, response);
    },
  }),
  route({
    method: 'get',
    path: '/accounts',
    wall: 'account.read',
    reads: null,
    tag,
    summary: '账号：本区县及以下；可查找、排序、分页，可导出 CSV 和 Excel',
    query: accountsQuery,
    answer: pageOf(accountItem),
    async handle({ deps, me, query, response }) {
      const now = deps.now();
      const asked = { ...query, districts: me.districts, now, idleSince: idleSince(now) };
      const page = await listAccounts(deps.orm.em.fork(), asked);
      const lockOf = await readLocks(deps);
      const items = page.items.map((row) => presentAccount(row, lockOf(row.login)));
      return sendPage(response, query, { ...page, items }, accountCsv, '账号');
    },
  }),
  route({
    method: 'get',
    path: '/accounts/:id',
    wall: 'account.read',
    reads: null,
    tag,
    summary: '一个账号',
    params,
    answer: accountItem,
    async handle({ deps, me, params: { id }, response }) {
      const item = await readAccount(deps, me, id);
      response.set('ETag', `"${item.version}"`);
      return item;
    },
  }),
  route({
    method: 'post',
    path: '/accounts',
    wall: 'account.set',
    reads: null,
    tag,
    summary: '建立账号：给出一次性密码，只显示这一次，首次登录须更改',
    body: accountDraft,
    answer: accountWithPassword,
    status: 201,
    async handle(asked) {
      const { deps, me, body, response } = asked;
      const { id, oneTime } = await createAccount(deps, me, body, wishOf(asked));
      response.set('Location', `/api/accounts/${id}`);
      return withPassword(deps, me, id, oneTime);
    },
  }),
  route({
    method: 'post',
    path: '/accounts/:id/change',
    wall: 'account.set',
    reads: null,
    tag,
    summary: '更改账号：姓名、角色、区县、单位、启用或者停用；停用随即结束其登录',
    params,
    body: accountChange,
    answer: accountItem,
    async handle(asked) {
      const {
        deps,
        me,
        params: { id },
        body,
        request,
        response,
      } = asked;
      await changeAccount(deps, me, id, { given: body, ...seenOf(request) }, wishOf(asked));
      const item = await readAccount(deps, me, id);
      response.set('ETag', `"${item.version}"`);
      return item;
    },
  }),
  route({
    method: 'post',
    path: '/accounts/:id/reset-password',
    wall: 'account.set',
    reads: null,
    tag,
    summary: '重置密码：给出一次性密码，只显示这一次；其登录随即结束，锁定随即解除',
    params,
    answer: accountWithPassword,
    async handle(asked) {
      const {
        deps,
        me,
        params: { id },
      } = asked;
      const done = await resetPassword(deps, me, id, wishOf(asked));
      if (done !== null) await unlockLogin(deps, done.login);
      return withPassword(deps, me, id, done?.oneTime ?? null);
    },
  }),
  route({
    method: 'post',
    path: '/accounts/:id/unlock',
    wall: 'account.set',
    reads: null,
    tag,
    summary: '解除因密码错误次数过多的锁定',
    params,
    answer: accountItem,
    async handle(asked) {
      const {
        deps,
        me,
        params: { id },
      } = asked;
      const login = await noteAccountAct(deps, me, id, 'unlocked', wishOf(asked));
      if (login !== null) await unlockLogin(deps, login);
      return readAccount(deps, me, id);
    },
  }),
  route({
    method: 'get',
    path: '/accounts/:id/events',
    wall: 'account.read',
    reads: null,
    tag,
    summary: '一个账号的经过：何人何时改了什么，最近的在前',
    params,
    answer: z.object({ items: z.array(accountEventItem) }),
    async handle({ deps, me, params: { id } }) {
      await readAccount(deps, me, id);
      return { items: (await listAccountEvents(deps.orm.em.fork(), id)).map(presentAccountEvent) };
    },
  }),
];

/** What is asked, by whom and when; sent twice with one key it is one wish. */
export function wishOf({
  deps,
  me,
  request,
}: Pick<Asked<unknown, unknown, unknown>, 'deps' | 'me' | 'request'>): AccountWish {
  const { path, body } = request;
  return {
    by: me.actor.account,
    at: deps.now(),
    commandId: commandIdOf(me, request),
    fingerprint: fingerprintOf({ path, body: body as unknown }),
  };
}

/** An account of the asker's districts. Refuses `account/unknown`: absent and not yours look alike. */
export async function readAccount(
  deps: ApiDeps,
  me: SignedIn,
  id: AccountId,
): Promise<z.infer<typeof accountItem>> {
  const now = deps.now();
  const asked = { sort: 'login', limit: 1, districts: me.districts, now, idleSince: idleSince(now), id };
  const [found] = (await listAccounts(deps.orm.em.fork(), asked)).items as (AccountRow | undefined)[];
  if (found === undefined) throw new Refusal('account/unknown');
  return presentAccount(found, (await readLocks(deps))(found.login));
}

async function withPassword(deps: ApiDeps, me: SignedIn, id: AccountId, oneTime: OneTime) {
  return {
    account: await readAccount(deps, me, id),
    oneTimePassword: oneTime?.oneTimePassword ?? null,
    oneTimeUntil: oneTime?.oneTimeUntil.toISOString() ?? null,
  };
}
