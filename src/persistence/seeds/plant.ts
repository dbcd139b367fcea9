/** Plants the seed into an empty database, in one transaction. */
import { randomBytes, randomUUID } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import { type Day, dayAt } from '../../domain/day.ts';
import type { AccountId, BodyId, CommandId, DistrictCode } from '../../domain/ids.ts';
import type { Role } from '../../domain/role.ts';
import { Account } from '../account.entity.ts';
import { Capacity } from '../capacity.entity.ts';
import { Body, District } from '../city.entity.ts';
import { takeIn } from '../dispute.repository.ts';
import type { Em, Orm } from '../orm.ts';
import { type DemoPerson, demoDisputes, people } from './demo.ts';
import { bodies, capacities, districts } from './nanyang.ts';

export type DemoLogin = {
  login: string;
  password: string;
  name: string;
  role: Role;
  account: AccountId;
  district: string;
  body: string;
};

/** Districts, bodies and the capacities of centres; gives false where there are some already. */
export async function plantCity(orm: Orm): Promise<boolean> {
  return orm.em.fork().transactional(async (em) => {
    if ((await em.count(District)) > 0) return false;
    for (const { code, name, parent } of districts)
      em.create(District, { code: code as DistrictCode, name, parent: parent as DistrictCode | null });
    for (const body of bodies)
      em.create(Body, { ...body, id: body.id as BodyId, district: body.district as DistrictCode });
    for (const one of capacities)
      em.create(Capacity, {
        ...one,
        body: one.body as BodyId,
        ofBody: one.ofBody as BodyId | null,
        validFrom: one.validFrom as Day,
      });
    return true;
  });
}

/** Accounts with passwords of their own for this database, in the caller's transaction. */
export async function plantPeople(em: Em, people: readonly DemoPerson[], now: Date): Promise<DemoLogin[]> {
  const logins: DemoLogin[] = [];
  for (const { login, name, roles, district, body } of people) {
    const password = randomBytes(12).toString('base64url');
    const account = randomUUID() as string as AccountId;
    em.create(Account, {
      id: account,
      login,
      name,
      passwordHash: await hash(password),
      roles,
      district: district as DistrictCode,
      body: body as BodyId,
      isActive: true,
      createdAt: now,
    });
    logins.push({ login, password, name, role: roles[0]!, account, district, body });
  }
  await em.flush();
  return logins;
}

export const hasPeople = async (em: Em): Promise<boolean> => (await em.count(Account)) > 0;

/** Demo accounts and three disputes that wait to be taken up; nothing where accounts exist. */
export async function plantDemo(orm: Orm, now: Date): Promise<DemoLogin[]> {
  return orm.em.fork().transactional(async (em) => {
    if (await hasPeople(em)) return [];
    const logins = await plantPeople(em, people, now);
    const clerk = logins.find(({ role }) => role === 'intake-clerk')!;
    const today = dayAt(now.getTime());
    const by = {
      account: clerk.account,
      roles: ['intake-clerk'] as const,
      district: clerk.district as DistrictCode,
      body: clerk.body as BodyId,
    };
    for (const [index, intake] of demoDisputes(today).entries())
      await takeIn(em, {
        id: `seed:${index}` as CommandId,
        intake,
        receivedOn: today,
        by,
        fingerprint: '',
        at: now,
      });
    return logins;
  });
}
