/** Whoever upgrades has rows: from every schema there ever was they arrive at the newest, whole and readable. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hash } from '@node-rs/argon2';
import { createApp, routes } from '../../src/api/app.ts';
import type { Role } from '../../src/domain/role.ts';
import { currentPack } from '../../src/law/packs.ts';
import { verifyAudit } from '../../src/persistence/audit.repository.ts';
import { checkOpenCases } from '../../src/persistence/check.listing.ts';
import type { Orm } from '../../src/persistence/orm.ts';
import { plantPack } from '../../src/persistence/rule-pack.repository.ts';
import { Caller } from '../api/caller.ts';
import { silent } from '../workflows/city.ts';
import { columnsWithoutValue, countRows, databaseAsOf, migrationNames, namesWithoutRows } from './rows.ts';

const PASSWORD = 'rows-as-they-were-1';
const open: Orm[] = [];
afterEach(async () => {
  for (const orm of open.splice(0)) await orm.close(true);
});

async function asOf(name: string): Promise<Orm> {
  const orm = await databaseAsOf(name);
  open.push(orm);
  return orm;
}

test('every migration has its rows: write test/persistence/rows/<name>.sql with it', () => {
  expect(namesWithoutRows).toEqual([]);
});

test.each(migrationNames)(
  'the rows of %s fill every table and every column of their time',
  async (name) => {
    expect(await columnsWithoutValue(await asOf(name))).toEqual([]);
  },
  120_000,
);

test.each(migrationNames)(
  'from %s all rows arrive at the newest schema, and everything reads them',
  async (name) => {
    const orm = await asOf(name);
    const before = await countRows(orm);
    for (const next of migrationNames.slice(migrationNames.indexOf(name) + 1)) {
      await orm.migrator.up({ to: next });
      expect([next, await countRows(orm)]).toEqual([next, expect.objectContaining(before)]);
    }
    await plantPack(orm, currentPack, new Date());
    await everyEntityReads(orm);
    expect(await verifyAudit(orm.em)).toMatchObject({ ok: true, cases: before.case_record, firstBad: null });
    expect((await checkOpenCases(orm.em.fork())).violations).toEqual([]);
    await everyListingAnswers(orm);
  },
  180_000,
);

async function everyEntityReads(orm: Orm): Promise<void> {
  const counts = await countRows(orm);
  const all = [...orm.getMetadata().getAll().values()].filter(({ tableName }) => tableName in counts);
  expect(all.length).toBeGreaterThan(20);
  for (const { class: entity, tableName, props } of all) {
    const lazy = props.filter((one) => one.lazy).map((one) => one.name);
    const rows = await orm.em.fork().find(entity, {}, { populate: lazy as never });
    expect([tableName, rows.length]).toEqual([tableName, counts[tableName]]);
    JSON.stringify(rows);
  }
}

/** Lists and cases; files are sent as they are. */
const readable = routes.filter(({ method, answer }) => method === 'get' && !('mediaType' in answer));

/** Someone of each role, the higher district first. */
async function signInAll(orm: Orm, url: string): Promise<Map<Role, Caller>> {
  await orm.em
    .fork()
    .execute('update account set password_hash = ?, is_active = true, one_time_until = null', [
      await hash(PASSWORD),
    ]);
  const accounts = await orm.em
    .fork()
    .execute<{ login: string; role: Role }[]>(
      'select login, roles[1] as role from account where cardinality(roles) > 0 order by (body is not null), district, login',
    );
  const callers = new Map<Role, Caller>();
  for (const { login, role } of accounts)
    if (!callers.has(role)) callers.set(role, await Caller.signIn(url, login, PASSWORD));
  return callers;
}

async function everyListingAnswers(orm: Orm): Promise<void> {
  const away = { send: () => Promise.reject(new Error('nothing is sent')) };
  const app = createApp({
    orm,
    sender: away,
    log: silent,
    publicUrl: '',
    now: () => new Date(),
    isEngineUp: async () => true,
  });
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const callers = await signInAll(orm, url);
    const cases = await orm.em
      .fork()
      .execute<{ id: string; story: string }[]>('select id, story from case_record');
    const answered: string[] = [];
    for (const { method, path, query } of readable) {
      const ids = path.startsWith('/disputes/:id')
        ? 'dispute'
        : path.startsWith('/referrals/:id')
          ? 'referral'
          : null;
      if (path.replace(':id', '').includes(':') || (ids === null && path.includes(':'))) continue;
      if (query?.safeParse({}).success === false) continue;
      const paths =
        ids === null
          ? [path]
          : cases.filter(({ story }) => story === ids).map(({ id }) => path.replace(':id', id));
      for (const one of paths) {
        const statuses: number[] = [];
        for (const caller of callers.values()) {
          if (statuses.includes(200)) break;
          statuses.push((await caller.get(`/api${one}`)).status);
        }
        expect([method, one, statuses.includes(200)]).toEqual([method, one, true]);
        answered.push(path);
      }
    }
    expect(new Set(answered).size).toBeGreaterThan(15);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}
