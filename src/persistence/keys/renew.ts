/** Rotation: data keys are wrapped, and numbers hashed, with the newest keys of the ring; cut off anywhere, it goes on from there. */
import { LockMode } from '@mikro-orm/core';
import { Party } from '../dispute.entity.ts';
import type { Orm } from '../orm.ts';
import { blindOf } from './blind-index.ts';
import { unwrap, wrap } from './data-keys.ts';
import type { KeyRing } from './key-ring.ts';

const BATCH = 200;

export type Renewed = { dataKeys: number; numbers: number };

/** Each batch is a transaction. Needs every key in the ring that anything is still wrapped or hashed with. */
export async function renewKeys(
  orm: Orm,
  ring: KeyRing,
  say: (done: Renewed) => void = () => undefined,
): Promise<Renewed> {
  const done: Renewed = { dataKeys: 0, numbers: 0 };
  for (let some = BATCH; some > 0; say(done)) done.dataKeys += some = await rewrapSome(orm, ring);
  for (let after = ''; ; say(done)) {
    const next = await rehashSome(orm, ring, after);
    if (next === null) return done;
    done.numbers += next.changed;
    after = next.last;
  }
}

type Wrapped = { no: number; owner: string; master: string; wrapped: Buffer };

async function rewrapSome(orm: Orm, ring: KeyRing): Promise<number> {
  return orm.em.fork().transactional(async (em) => {
    const rows = await em.execute<Wrapped[]>(
      `select no, owner, master, wrapped from data_key where wrapped is not null and master <> ?
       order by no limit ${BATCH} for no key update`,
      [ring.masters.at(-1)!.id],
    );
    for (const row of rows) {
      const { master, wrapped } = wrap(ring, row.owner, unwrap(ring, row));
      await em.execute('update data_key set master = ?, wrapped = ? where no = ?', [master, wrapped, row.no]);
    }
    return rows.length;
  });
}

/** In the order of their ids; null after the last. */
async function rehashSome(orm: Orm, ring: KeyRing, after: string) {
  return orm.em.fork().transactional(async (em) => {
    const where = after === '' ? {} : { id: { $gt: after as Party['id'] } };
    // Held until they are written: a number changed meanwhile would keep the hash of the old one.
    const lockMode = LockMode.PESSIMISTIC_WRITE;
    const parties = await em.find(Party, where, { orderBy: { id: 'asc' }, limit: BATCH, lockMode });
    let changed = 0;
    for (const party of parties) {
      const phoneBlind = blindOf(ring, 'phone', party.phone);
      const idNumberBlind = blindOf(ring, 'id-number', party.idNumber);
      if (phoneBlind === (party.phoneBlind ?? null) && idNumberBlind === (party.idNumberBlind ?? null))
        continue;
      em.assign(party, { phoneBlind, idNumberBlind });
      changed += 1;
    }
    const last = parties.at(-1);
    return last === undefined ? null : { changed, last: last.id as string };
  });
}
