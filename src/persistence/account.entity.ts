import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { AccountId, BodyId, DistrictCode } from '../domain/ids.ts';
import type { Role } from '../domain/role.ts';

export const Account = defineEntity({
  name: 'Account',
  properties: {
    id: p.uuid().$type<AccountId>().primary(),
    login: p.string().unique(),
    name: p.text(),
    passwordHash: p.text(),
    roles: p.array().$type<Role[]>(),
    district: p.string().$type<DistrictCode>(),
    body: p.string().$type<BodyId>().nullable(),
    isActive: p.boolean(),
    createdAt: p.datetime(),
  },
});
export type Account = InferEntity<typeof Account>;

/** One signed-in browser: the cookie's token is kept only as a hash, so that a copy of the table opens nothing. */
export const SignIn = defineEntity({
  name: 'SignIn',
  properties: {
    tokenHash: p.string().primary(),
    accountId: p.uuid().$type<AccountId>().index(),
    csrfToken: p.string(),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
  },
});
export type SignIn = InferEntity<typeof SignIn>;
