import type { AccountId, DistrictCode } from '../domain/ids.ts';
import { Account } from './account.entity.ts';
import type { Em } from './orm.ts';

/** Who has one of these roles, nearest to the district going up; `last` only where there is nobody else. Null: nobody. */
export async function nearestWith(
  em: Em,
  district: DistrictCode,
  roles: readonly string[],
  last: AccountId | '' = '',
): Promise<AccountId | null> {
  const [row] = await em.execute<{ id: AccountId }[]>(
    `with recursive up as (
       select code, parent, 0 as steps from district where code = ?
       union all select d.code, d.parent, u.steps + 1 from district d join up u on d.code = u.parent)
     select a.id from account a join up on up.code = a.district
     where a.is_active and a.roles && string_to_array(?, ',')
     order by a.id::text = ?, up.steps, a.login limit 1`,
    [district, roles.join(','), last],
  );
  return row?.id ?? null;
}

/** A district with all that lie below it. */
export async function districtsBelow(em: Em, district: DistrictCode): Promise<DistrictCode[]> {
  const rows = await em.execute<{ code: DistrictCode }[]>(
    `with recursive below as (
       select code from district where code = ?
       union select d.code from district d join below b on d.parent = b.code)
     select code from below`,
    [district],
  );
  return rows.map(({ code }) => code);
}

/** Whether an account works as a mediator, and sees the cases of this district. */
export async function isMediatorFor(em: Em, account: AccountId, district: DistrictCode): Promise<boolean> {
  const found = await em.findOne(Account, { id: account, isActive: true });
  return (
    found?.roles.includes('mediator') === true &&
    (await districtsBelow(em, found.district)).includes(district)
  );
}
