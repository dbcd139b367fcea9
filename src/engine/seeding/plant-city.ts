/** SEEDING: a city with about two hundred disputes in every state, played as in life; all of it is there, or nothing. */
import { addDays, type Day, dayAt } from '../../domain/day.ts';
import type { BodyId, CommandId } from '../../domain/ids.ts';
import { Capacity } from '../../persistence/capacity.entity.ts';
import { addProfile } from '../../persistence/mediator.repository.ts';
import type { Em, Orm } from '../../persistence/orm.ts';
import { Paper } from '../../persistence/paper.entity.ts';
import { profiles } from '../../persistence/seeds/city/profiles.ts';
import { morePeople, people } from '../../persistence/seeds/demo.ts';
import { type DemoLogin, hasPeople, plantPeople } from '../../persistence/seeds/plant.ts';
import { openDrawPool } from './draw-pool.ts';
import { PeopleAtWork } from './people-at-work.ts';
import { plantDrafts } from './plant-drafts.ts';
import { playCity } from './play-city.ts';
import { Player } from './player.ts';
import { castCity } from './script.ts';

export type Planting = {
  now: Date;
  /** Printed on papers. */
  publicUrl: string;
  fontDir?: string | undefined;
  isWorkday(day: Day): boolean;
  /** 1: the whole city; less: as many fewer disputes, but of every story one. */
  part?: number;
  say(line: string): void;
  /** Hears of an act that was refused; its case stays where it was. */
  stumbled(act: string, code: string): void;
  /** With the logins, before the city is there for good. */
  keep?(logins: DemoLogin[]): void;
};

const SEED = 'nanyang';
const SAID_EVERY = 20;

/** Nothing where accounts exist. One transaction: killed in the middle, the next planting begins anew, and nobody sees half a city. */
export async function plantDemoCity(orm: Orm, planting: Planting): Promise<DemoLogin[]> {
  const { now, publicUrl, fontDir, isWorkday, part = 1, say, stumbled } = planting;
  const pool = openDrawPool(2, fontDir);
  try {
    return await orm.em.fork().transactional(async (em) => {
      if (await hasPeople(em)) return [];
      const logins = await plantPeople(em, [...people, ...morePeople], now);
      plantCapacity(em);
      await plantProfiles(em, logins, now);
      await em.flush();
      const scripts = castCity({ seed: SEED, today: dayAt(now.getTime()), isWorkday, part });
      const player = new Player(withinOf(orm, em), publicUrl, pool);
      const stage = { player, people: new PeopleAtWork(logins), now: now.getTime(), stumbled };
      await playCity(stage, scripts, (count) => {
        if (count % SAID_EVERY === 0 || count === scripts.length)
          say(`已种下 ${count}/${scripts.length} 件……`);
      });
      await plantDrafts(em, logins.find(({ role }) => role === 'intake-clerk')!.account, now);
      await tellPaper(em, publicUrl, say);
      planting.keep?.(logins);
      return logins;
    });
  } finally {
    await pool.end();
  }
}

/** One to try the public page with. */
async function tellPaper(em: Em, publicUrl: string, say: (line: string) => void): Promise<void> {
  const effective = { kind: 'agreement', status: 'effective' } as const;
  const [paper] = await em.find(Paper, effective, { orderBy: { issuedOn: 'desc', number: 'asc' }, limit: 1 });
  if (paper) say(`可以核验的一份协议书：${publicUrl}/check/${paper.checkCode}`);
}

/** The same record, whose every fork is in this transaction. */
function withinOf(orm: Orm, em: Em): Orm {
  const within = { fork: () => em.fork({ keepTransactionContext: true }) };
  return Object.create(orm, { em: { value: within } }) as Orm;
}

async function plantProfiles(em: Em, logins: readonly DemoLogin[], at: Date): Promise<void> {
  const today = dayAt(at.getTime());
  const of = (name: string) => logins.find(({ login }) => login === name)!.account;
  for (const { login, skills, maxCases, away } of profiles) {
    const [awayFrom = null, awayUntil = null] = (away ?? []).map((days) => addDays(today, days));
    const by = { account: of('manager'), at, commandId: `seed:profile/${login}` as CommandId };
    await addProfile(em, of(login), { skills, maxCases, awayFrom, awayUntil }, by);
  }
}

/** So that what the commission entrusts can be taken; drafts in it are signed off. A setting of the demo. */
function plantCapacity(em: Em): void {
  em.create(Capacity, {
    id: 'arbitration-entrusted-411303',
    body: 'mediation-centre-411303' as BodyId,
    kind: 'arbitration-entrusted',
    ofBody: 'hr-411303' as BodyId,
    heading: '卧龙区总工会劳动争议调解服务中心（卧龙区劳动人事争议仲裁委员会委托）',
    validFrom: '2024-01-01' as Day,
    validUntil: null,
    isSignOffRequired: true,
    confirmed: false,
  });
}
