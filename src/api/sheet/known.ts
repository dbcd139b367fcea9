/** What a register may name: the districts one works in, and the mediators who may have cases there. */
import { dayAt } from '../../domain/day.ts';
import type { DistrictCode } from '../../domain/ids.ts';
import { Account } from '../../persistence/account.entity.ts';
import { District } from '../../persistence/city.entity.ts';
import type { RegisterKnown } from '../../sheets/register-row.ts';
import type { ApiDeps } from '../app.ts';
import type { SignedIn } from '../sign-in.ts';

export async function knownTo(deps: ApiDeps, me: SignedIn): Promise<RegisterKnown> {
  const em = deps.orm.em.fork();
  const all = await em.find(District, {}, { orderBy: { code: 'asc' } });
  const wanted = { isActive: true, roles: { $contains: ['mediator' as const] } };
  const accounts = await em.find(Account, wanted, { orderBy: { login: 'asc' } });
  const mediators = accounts.map(({ id, name, district }) => ({
    ...{ account: id, name, districts: below(district, all) },
  }));
  return {
    today: dayAt(deps.now().getTime()),
    districts: all
      .filter(({ code }) => me.districts.includes(code))
      .map(({ code, name }) => ({ code, name })),
    mediators: mediators.filter(({ districts }) => districts.some((code) => me.districts.includes(code))),
  };
}

/** A district with all that lie below it. */
function below(code: DistrictCode, all: readonly District[]): DistrictCode[] {
  const own = all.filter(({ parent }) => parent === code);
  return [code, ...own.flatMap((one) => below(one.code, all))];
}
