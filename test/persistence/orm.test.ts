import { setTimeout as sleep } from 'node:timers/promises';
import { openOrm } from '../../src/persistence/orm.ts';
import { testRing } from '../engine/keys.ts';

const url = process.env.WANHE_TEST_DATABASE_URL!;

test('connections that die inside transactions do not use the pool up', async () => {
  const orm = await openOrm(url, testRing, 2);
  const killer = await openOrm(url, testRing, 1);
  for (let round = 0; round < 4; round += 1) {
    const broken = orm.em.fork().transactional(async (em) => {
      const [row] = await em.execute<{ pid: number }[]>('select pg_backend_pid() as pid');
      await killer.em.fork().execute('select pg_terminate_backend(?)', [row!.pid]);
      await sleep(100);
      await em.execute('select 1');
    });
    await expect(broken).rejects.toThrow();
  }
  await expect(orm.em.fork().execute('select 1 as one')).resolves.toEqual([{ one: 1 }]);
  await orm.close(true);
  await killer.close(true);
}, 30_000);
