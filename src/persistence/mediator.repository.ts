/** Mediators as assignment sees them, and their profiles. */
import type { ClaimHead } from '../domain/claim.ts';
import type { Day } from '../domain/day.ts';
import { bestOf, type MediatorCandidate, type MediatorSkill } from '../domain/dispute/assignment.ts';
import type { AccountId, CommandId, DistrictCode } from '../domain/ids.ts';
import { Refusal } from '../domain/refusal.ts';
import { MediatorProfile } from './mediator.entity.ts';
import type { Em } from './orm.ts';

/** The last profile of each mediator as `m`, beside `account a`. */
export const lastProfile = `left join lateral (
    select p.no, p.skills, p.max_cases, p.away_from, p.away_until, p.changed_by, p.changed_at from mediator_profile p
    where p.account_id = a.id order by p.no desc limit 1) m on true`;

/** Whether the profile `m` says they are away on the day that is the next parameter, given twice. */
export const isAwaySql = `coalesce(m.away_from <= ?::date and (m.away_until is null or ?::date <= m.away_until), false)`;

export type RankableMediator = MediatorCandidate & { name: string; districtName: string };

type Asked = { district: DistrictCode; day: Day; recused?: readonly AccountId[] };

/** Every active mediator with skills, leave and open cases as they stand, whether they see the district or not. */
export async function rankableMediators(
  em: Em,
  { district, day, recused = [] }: Asked,
): Promise<RankableMediator[]> {
  const rows = await em.execute<Omit<RankableMediator, 'isRecused'>[]>(
    `with recursive up as (
       select code, parent from district where code = ?
       union select d.code, d.parent from district d join up u on d.code = u.parent)
     select a.id as account, a.login, a.name, a.district, t.name as "districtName",
       coalesce(m.skills, '{}') as skills, m.max_cases as "maxCases", m.away_until::text as "awayUntil",
       ${isAwaySql} as "isAway", a.district in (select code from up) as "seesDistrict",
       (select count(*)::int from case_record c where c.owner = a.id::text and c.is_open) as "openCases"
     from account a join district t on t.code = a.district ${lastProfile}
     where a.is_active and 'mediator' = any(a.roles) order by a.login`,
    [district, day, day],
  );
  return rows.map((row) => ({ ...row, isRecused: recused.includes(row.account) }));
}

export type MediatorWanted = {
  district: DistrictCode;
  heads: readonly ClaimHead[];
  collective: boolean;
  /** Accounts that may not have this case. */
  recused: readonly AccountId[];
  day: Day;
};

/** Whom a case is given on receipt: the first of the ranking; null where nobody may take it. */
export async function bestMediator(em: Em, wanted: MediatorWanted): Promise<AccountId | null> {
  const { district, heads, collective } = wanted;
  return bestOf(await rankableMediators(em, wanted), { district, heads, isCollective: collective });
}

export type ProfileGiven = {
  skills: MediatorSkill[];
  maxCases: number | null;
  awayFrom: Day | null;
  awayUntil: Day | null;
};

/**
 * Adds a profile to those the account has had; sent twice with one command id it is added once. In the caller's
 * transaction. Refuses `command/key-reused` for another profile under the same id.
 */
export async function addProfile(
  em: Em,
  account: AccountId,
  given: ProfileGiven,
  by: { account: AccountId; at: Date; commandId: CommandId },
): Promise<void> {
  // Two at once are written one after the other.
  await em.execute('select id from account where id = ? for no key update', [account]);
  const earlier = await em.findOne(MediatorProfile, { commandId: by.commandId });
  if (earlier !== null) {
    if (earlier.accountId !== account || !isSame(earlier, given)) throw new Refusal('command/key-reused');
    return;
  }
  const last = await em.findOne(MediatorProfile, { accountId: account }, { orderBy: { no: 'desc' } });
  em.create(MediatorProfile, {
    accountId: account,
    no: (last?.no ?? 0) + 1,
    ...given,
    changedBy: by.account,
    changedAt: by.at,
    commandId: by.commandId,
  });
}

function isSame(profile: MediatorProfile, given: ProfileGiven): boolean {
  return (
    profile.skills.join() === given.skills.join() &&
    (profile.maxCases ?? null) === given.maxCases &&
    (profile.awayFrom ?? null) === given.awayFrom &&
    (profile.awayUntil ?? null) === given.awayUntil
  );
}
