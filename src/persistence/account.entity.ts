import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { AccountChanges } from '../domain/account.ts';
import type { AccountId, BodyId, CommandId, DistrictCode } from '../domain/ids.ts';
import type { Role } from '../domain/role.ts';

/** A person, or another system whose calls come with a service key: its acts need an account that they are told of. */
export type AccountKind = 'person' | 'service';

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
    kind: p.string().$type<AccountKind>().default('person'),
    /** Set with a one-time password: until then it opens the door to choosing one's own, and nothing else. */
    oneTimeUntil: p.datetime().nullable(),
    /** Counts the changes, so that of two at once none is lost. */
    version: p.integer().default(1),
  },
});
export type Account = InferEntity<typeof Account>;

/** One signed-in browser: the cookie's token is kept only as a hash, so that a copy of the table opens nothing. */
export const SignIn = defineEntity({
  name: 'SignIn',
  properties: {
    tokenHash: p.string().primary(),
    /** By which it is listed and ended; says nothing of the token. */
    id: p.uuid().unique(),
    accountId: p.uuid().$type<AccountId>().index(),
    csrfToken: p.string(),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
    /** To a few minutes: not every request is a write. */
    seenAt: p.datetime(),
    /** Browser and system, no more. */
    browser: p.string(),
    /** Without its last part. */
    address: p.string(),
  },
});
export type SignIn = InferEntity<typeof SignIn>;

export const accountEventKinds = [
  'created',
  'changed',
  'password-reset',
  'password-changed',
  'unlocked',
  'sessions-ended',
  'key-created',
  'key-revoked',
] as const;
export type AccountEventKind = (typeof accountEventKinds)[number];

/** Who did what to which account. Rows are added only; no password or key is ever among the changes. */
export const AccountEvent = defineEntity({
  name: 'AccountEvent',
  primaryKeys: ['accountId', 'no'],
  triggers: [
    {
      name: 'account_event_row_stays',
      timing: 'before',
      events: ['update', 'delete'],
      body: `raise exception 'what happened to an account is never changed or deleted'`,
    },
  ],
  properties: {
    accountId: p.uuid().$type<AccountId>().primary(),
    no: p.integer().primary(),
    kind: p.string().$type<AccountEventKind>(),
    /** An account's id, or `system` for the command line. */
    by: p.string().$type<AccountId>(),
    at: p.datetime(),
    changes: p.json<AccountChanges>(),
    /** Sent twice with one key, it is done once. */
    commandId: p.string().$type<CommandId>().unique(),
    /** Of what was asked, without secrets. */
    fingerprint: p.string(),
  },
});
export type AccountEvent = InferEntity<typeof AccountEvent>;
