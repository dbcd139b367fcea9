/** What an account may be changed to, and what hangs on it. */
import type { Changes } from './changes.ts';
import type { BodyId, DistrictCode } from './ids.ts';
import type { Role } from './role.ts';

export type AccountGiven = {
  name: string;
  roles: Role[];
  district: DistrictCode;
  body: BodyId | null;
  isActive: boolean;
};

/** In codes. */
export type AccountChanges = Changes;

/** Each field that differs. A name is kept as changed, not spelt out. */
export function changesOf(account: AccountGiven, given: Partial<AccountGiven>): AccountChanges {
  const fields = ['roles', 'district', 'body', 'isActive'] as const;
  const changed = fields
    .filter((field) => given[field] !== undefined)
    .map((field) => [field, { from: account[field] ?? null, to: given[field] ?? null }] as const)
    .filter(([, { from, to }]) => String(from) !== String(to));
  const isRenamed = given.name !== undefined && given.name !== account.name;
  return Object.fromEntries([...changed, ...(isRenamed ? [['name', { from: null, to: null }]] : [])]);
}

/** What an account begins with, as its first change. */
export function firstOf({ roles, district, body }: Omit<AccountGiven, 'name' | 'isActive'>): AccountChanges {
  return {
    roles: { from: null, to: roles },
    district: { from: null, to: district },
    body: { from: null, to: body },
  };
}

export const gainsRoles = (before: AccountGiven, after: AccountGiven): boolean =>
  after.roles.some((role) => !before.roles.includes(role));

const administers = ({ isActive, roles }: AccountGiven) => isActive && roles.includes('administrator');

/** Whether a district had in this account an administrator, and has no more. */
export const leavesItsDistrict = (before: AccountGiven, after: AccountGiven): boolean =>
  administers(before) && !(administers(after) && after.district === before.district);

/** Who is closed, moved or no longer a mediator could not carry on with what is theirs. */
export function losesItsCases(before: AccountGiven, after: AccountGiven): boolean {
  const isClosed = before.isActive && !after.isActive;
  const isMoved = before.district !== after.district;
  return isClosed || isMoved || (before.roles.includes('mediator') && !after.roles.includes('mediator'));
}
