import { verify } from '@node-rs/argon2';
import { z } from 'zod';
import { Refusal } from '../../domain/refusal.ts';
import { roles } from '../../domain/role.ts';
import { Account } from '../../persistence/account.entity.ts';
import { line, text, texts } from '../fields.ts';
import { type AnyRoute, route } from '../route.ts';
import { closeSignIn, openSignIn } from '../sign-in.ts';

const tag = '登录';

/** Verified when the login is unknown, so that the answer takes as long as for a known one. */
const NOBODY =
  '$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$F9xzZLDzzAZn3lVzpfHGjQsYpFLOZ/PIc7oFn5gRbNo';

const me = z.object({
  account: text,
  login: text,
  name: text,
  roles: z.array(z.enum(roles)),
  district: text,
  districts: texts,
  body: text.nullable(),
  csrfToken: text,
});

export const accountRoutes: AnyRoute[] = [
  route({
    method: 'post',
    path: '/sign-in',
    wall: 'public',
    reads: null,
    tag,
    summary: '登录：得到会话 Cookie，写操作另需把 csrfToken 放入 X-CSRF-Token',
    body: z.strictObject({ login: line(60), password: z.string().min(1).max(200) }),
    answer: z.object({ csrfToken: text }),
    async handle({ deps, body, response }) {
      const account = await deps.orm.em.fork().findOne(Account, { login: body.login, isActive: true });
      const isRight = await verify(account?.passwordHash ?? NOBODY, body.password);
      if (account === null || !isRight) throw new Refusal('account/wrong-login');
      return openSignIn(deps, account, response);
    },
  }),
  route({
    method: 'post',
    path: '/sign-out',
    wall: 'account.own',
    reads: null,
    tag,
    summary: '退出登录',
    answer: z.object({ signedOut: z.literal(true) }),
    async handle({ deps, me: asker, response }) {
      await closeSignIn(deps, asker, response);
      return { signedOut: true };
    },
  }),
  route({
    method: 'get',
    path: '/me',
    wall: 'account.own',
    reads: null,
    tag,
    summary: '我是谁：角色、区县',
    answer: me,
    async handle({ me: { actor, login, name, districts, csrfToken } }) {
      const { account, roles: mine, district, body } = actor;
      return { account, login, name, roles: mine, district, districts, body, csrfToken };
    },
  }),
];
