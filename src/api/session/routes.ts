import { verify } from '@node-rs/argon2';
import { z } from 'zod';
import { Refusal } from '../../domain/refusal.ts';
import { Account } from '../../persistence/account.entity.ts';
import { endSignIns, listSignIns, type SignInRow } from '../../persistence/sign-in.repository.ts';
import { noteAccountAct } from '../account/change.ts';
import { readAccount, wishOf } from '../account/routes.ts';
import { password } from '../account/schema.ts';
import { accountId, line, text } from '../fields.ts';
import { tryPassword } from '../limits.ts';
import { type AnyRoute, route } from '../route.ts';
import { closeSignIn, idleSince, openSignIn, type SignedIn } from '../sign-in.ts';

const tag = '登录';

/** Verified when the login is unknown, so that the answer takes as long as for a known one. */
const NOBODY =
  '$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$F9xzZLDzzAZn3lVzpfHGjQsYpFLOZ/PIc7oFn5gRbNo';

const sessionItem = z.object({
  id: text,
  createdAt: text,
  /** To five minutes. */
  seenAt: text,
  expiresAt: text,
  browser: text,
  /** Without its last part. */
  address: text,
  isThis: z.boolean(),
});
const sessions = z.object({ items: z.array(sessionItem) });
const ended = z.object({ ended: z.int() });

export const sessionRoutes: AnyRoute[] = [
  route({
    method: 'post',
    path: '/sign-in',
    wall: 'public',
    reads: null,
    tag,
    summary: '登录：得到会话 Cookie，写操作另需把 csrfToken 放入 X-CSRF-Token；多次失败会暂时锁定',
    body: z.strictObject({ login: line(60), password }),
    answer: z.object({ csrfToken: text, hasOneTimePassword: z.boolean() }),
    async handle({ deps, body, request, response }) {
      const { login } = body;
      const account = await tryPassword(deps, { login, address: request.ip }, async () => {
        const found = await deps.orm.em.fork().findOne(Account, { login, isActive: true, kind: 'person' });
        const isRight = await verify(found?.passwordHash ?? NOBODY, body.password);
        return isRight ? found : null;
      });
      if (account === null) throw new Refusal('account/wrong-login');
      const { oneTimeUntil } = account;
      if (oneTimeUntil && oneTimeUntil <= deps.now()) throw new Refusal('account/one-time-over');
      const opened = await openSignIn(deps, account, request, response);
      return { ...opened, hasOneTimePassword: Boolean(oneTimeUntil) };
    },
  }),
  route({
    method: 'post',
    path: '/sign-out',
    wall: 'account.own',
    reads: null,
    isForOneTime: true,
    tag,
    summary: '退出登录',
    answer: z.object({ signedOut: z.literal(true) }),
    async handle({ deps, me, response }) {
      await closeSignIn(deps, me, response);
      return { signedOut: true };
    },
  }),
  route({
    method: 'get',
    path: '/me/sessions',
    wall: 'account.own',
    reads: null,
    tag,
    summary: '我在哪些地方登录着：何时登录、最近使用、浏览器、网络地址（隐去末段）',
    answer: sessions,
    async handle({ deps, me }) {
      const now = deps.now();
      const rows = await listSignIns(deps.orm.em.fork(), me.actor.account, now, idleSince(now));
      return { items: rows.map((row) => present(row, me)) };
    },
  }),
  route({
    method: 'post',
    path: '/me/sessions/:id/end',
    wall: 'account.own',
    reads: null,
    tag,
    summary: '结束自己的一处登录',
    params: z.object({ id: z.uuid('不是有效的编号，请从列表中选取') }),
    answer: ended,
    async handle({ deps, me, params: { id } }) {
      const count = await endSignIns(deps.orm.em.fork(), me.actor.account, { id });
      if (count === 0) throw new Refusal('session/not-signed-in');
      return { ended: count };
    },
  }),
  route({
    method: 'post',
    path: '/me/sessions/end-others',
    wall: 'account.own',
    reads: null,
    tag,
    summary: '结束自己在其他地方的登录',
    answer: ended,
    async handle({ deps, me }) {
      return { ended: await endSignIns(deps.orm.em.fork(), me.actor.account, { but: me.session }) };
    },
  }),
  route({
    method: 'get',
    path: '/accounts/:id/sessions',
    wall: 'account.set',
    reads: null,
    tag,
    summary: '一个账号在哪些地方登录着',
    params: z.object({ id: accountId }),
    answer: sessions,
    async handle({ deps, me, params: { id } }) {
      await readAccount(deps, me, id);
      const now = deps.now();
      const rows = await listSignIns(deps.orm.em.fork(), id, now, idleSince(now));
      return { items: rows.map((row) => present(row, me)) };
    },
  }),
  route({
    method: 'post',
    path: '/accounts/:id/sessions/end',
    wall: 'account.set',
    reads: null,
    tag,
    summary: '结束一个账号的全部登录',
    params: z.object({ id: accountId }),
    answer: ended,
    async handle(asked) {
      const {
        deps,
        me,
        params: { id },
      } = asked;
      let count = 0;
      await noteAccountAct(deps, me, id, 'sessions-ended', wishOf(asked), async (em) => {
        count = await endSignIns(em, id);
      });
      return { ended: count };
    },
  }),
];

function present({ id, browser, address, ...row }: SignInRow, me: SignedIn): z.infer<typeof sessionItem> {
  return {
    ...{ id, browser, address },
    createdAt: row.createdAt.toISOString(),
    seenAt: row.seenAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    isThis: id === me.session,
  };
}
