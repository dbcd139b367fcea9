/** Accounts as they are listed, created and changed. */
import { z } from 'zod';
import { PASSWORD_MOST } from '../../domain/password.ts';
import { roles } from '../../domain/role.ts';
import { accountSorts } from '../../persistence/account.listing.ts';
import { bodyId, districtCode, line, text, texts } from '../fields.ts';
import { pageQuery } from '../lists.ts';

const role = z.enum(roles);

export const accountsQuery = pageQuery(accountSorts, 'login').extend({
  q: line(50).optional(),
  district: districtCode.optional(),
  role: role.optional(),
  isActive: z.stringbool().optional(),
});

const login = z
  .string()
  .trim()
  .regex(/^[\w.-]{2,60}$/, '应为 2 至 60 个字母、数字、点、下划线或者连字符');
const someRoles = z
  .array(role)
  .min(1)
  .max(roles.length)
  .transform((all) => [...new Set(all)].sort());

export const accountDraft = z.strictObject({
  login,
  name: line(50),
  roles: someRoles,
  district: districtCode,
  body: bodyId.nullable().default(null),
});

/** What is left out stays as it is. */
export const accountChange = z
  .strictObject({
    name: line(50),
    roles: someRoles,
    district: districtCode,
    body: bodyId.nullable(),
    isActive: z.boolean(),
  })
  .partial();

export const password = z.string().min(1).max(PASSWORD_MOST);

const namedRole = z.object({ code: role, name: text });

export const accountItem = z.object({
  id: text,
  login: text,
  name: text,
  roles: z.array(namedRole),
  district: text,
  districtName: text,
  body: text.nullable(),
  bodyName: text.nullable(),
  isActive: z.boolean(),
  /** Still to be replaced by a password of one's own. */
  hasOneTimePassword: z.boolean(),
  /** Null: not locked. Else until when, as the clock on the wall says it. */
  lockedUntil: text.nullable(),
  openCases: z.int(),
  sessions: z.int(),
  version: z.int(),
  createdAt: text,
});

/** The password is shown this once; sent again with the same key it is null. */
export const accountWithPassword = z.object({
  account: accountItem,
  oneTimePassword: text.nullable(),
  oneTimeUntil: text.nullable(),
});

export const accountEventItem = z.object({
  no: z.int(),
  kind: text,
  sentence: text,
  by: text,
  byName: text,
  at: text,
  changes: z.record(z.string(), z.object({ from: z.unknown(), to: z.unknown() })),
});

export const meAnswer = z.object({
  account: text,
  login: text,
  name: text,
  roles: z.array(role),
  district: text,
  districts: texts,
  body: text.nullable(),
  csrfToken: text,
  /** Nothing but choosing a password is open until that is done. */
  hasOneTimePassword: z.boolean(),
});
