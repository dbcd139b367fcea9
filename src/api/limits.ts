/** How often one may be wrong, or ask: counted in the database, so that it holds across processes. Keys are hashes. */
import { createHash } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { Refusal } from '../domain/refusal.ts';
import type { Orm } from '../persistence/orm.ts';
import { callerOf } from './address.ts';
import type { ApiDeps } from './app.ts';

type Deps = Pick<ApiDeps, 'orm' | 'now'>;

/** So many wrong passwords within the window lock a login; from one address there may be many more: an office shares it. */
export const WRONG_A_LOGIN = 5;
export const WRONG_AN_ADDRESS = 100;
const WINDOW_SECONDS = 15 * 60;
/** How long the first lock of a day lasts, the second, and so on. */
export const LOCK_SECONDS = [60, 5 * 60, 15 * 60, 60 * 60, 4 * 60 * 60] as const;
const DAY_SECONDS = 24 * 60 * 60;
export const CALLS_A_KEY = 600;
const CALLS_SECONDS = 60;

/** Wrong codes of letters and slips, from one address. */
export const WRONG_CODES = 30;

/** What may be done without an account, and how often within so many seconds. */
export const freeUses = {
  /** On one referral. */
  'letter-answers': { most: 40, seconds: 3600 },
  /** By one party. */
  'party-acts': { most: 60, seconds: 3600 },
  /** From one address, which a village or a carrier may share. */
  applications: { most: 60, seconds: 3600 },
  'applications-sent': { most: 30, seconds: 3600 },
  uploads: { most: 200, seconds: 3600 },
} as const satisfies Record<string, { most: number; seconds: number }>;
type FreeUse = keyof typeof freeUses;

type Limits = Record<'login' | 'locks' | 'address' | 'key' | 'code' | FreeUse, RateLimiterPostgres>;

const limitsOfOrm = new WeakMap<Orm, Limits>();

function limitsOf({ orm }: Deps): Limits {
  const known = limitsOfOrm.get(orm);
  if (known !== undefined) return known;
  const limit = (keyPrefix: string, points: number, duration: number) =>
    new RateLimiterPostgres({
      ...{ storeClient: clientOf(orm), storeType: 'client', tableName: 'rate_limit', tableCreated: true },
      // What has run out is taken out at each sign-in, by no timer of the library's.
      ...{ keyPrefix, points, duration, clearExpiredByTimeout: false },
    });
  const limits: Limits = {
    login: limit('login', WRONG_A_LOGIN, WINDOW_SECONDS),
    locks: limit('locks', Number.MAX_SAFE_INTEGER, DAY_SECONDS),
    address: limit('address', WRONG_AN_ADDRESS, WINDOW_SECONDS),
    key: limit('key', CALLS_A_KEY, CALLS_SECONDS),
    code: limit('code', WRONG_CODES, WINDOW_SECONDS),
    ...(Object.fromEntries(
      Object.entries(freeUses).map(([use, { most, seconds }]) => [use, limit(use, most, seconds)]),
    ) as Record<FreeUse, RateLimiterPostgres>),
  };
  limitsOfOrm.set(orm, limits);
  return limits;
}

/** The ORM's own connections in the shape the library asks: numbered blanks become the ORM's. */
function clientOf(orm: Orm) {
  return {
    async query({ text, values = [] }: { text: string; values?: unknown[] }) {
      const given: unknown[] = [];
      const sql = text.replace(/\$(\d)/g, (_, no: string) => {
        given.push(values[Number(no) - 1]);
        return '?';
      });
      const rows = await orm.em.fork().execute<object[]>(sql, given);
      return { rows, rowCount: rows.length };
    },
  };
}

const keyOf = (text: string) => createHash('sha256').update(text).digest('base64url');
const keyOfLogin = (login: string) => keyOf(login.normalize('NFKC').toLowerCase());

/** Attempts on one login wait for each other: of many at once no more are tried than one after the other. */
const queues = new Map<string, Promise<unknown>>();

async function inTurn<T>(key: string, run: () => Promise<T>): Promise<T> {
  const before = queues.get(key) ?? Promise.resolve();
  const turn = before.then(run, run);
  const ended = turn.catch(() => {});
  queues.set(key, ended);
  try {
    return await turn;
  } finally {
    if (queues.get(key) === ended) queues.delete(key);
  }
}

/**
 * Tries a password; null from `attempt` means it was wrong. Counted before it is tried and forgotten when right, whether
 * the login exists or not. Refuses `account/locked` (also the right one) and `account/too-many-from-here`.
 */
export async function tryPassword<T>(
  deps: Deps,
  { login, address }: { login: string; address: string | undefined },
  attempt: () => Promise<T | null>,
): Promise<T | null> {
  const limits = limitsOf(deps);
  const loginKey = keyOfLogin(login);
  const addressKey = keyOf(callerOf(address ?? ''));
  return inTurn(loginKey, async () => {
    const tooMany = await spent(limits.address, addressKey);
    if (tooMany !== null) throw new Refusal('account/too-many-from-here', wait(deps, tooMany));
    const locked = await spent(limits.login, loginKey);
    if (locked !== null) throw new Refusal('account/locked', wait(deps, locked));
    const right = await attempt();
    if (right !== null) {
      await Promise.all([limits.login.delete(loginKey), limits.address.reward(addressKey)]);
      // whoever comes in takes out what has run out, of all limits: they share a table
      await deps.orm.em.fork().execute('delete from rate_limit where expire < ?', [deps.now().getTime()]);
      return right;
    }
    const left = await limits.login.get(loginKey);
    if (left === null || left.remainingPoints > 0) return null;
    throw new Refusal('account/locked', wait(deps, await lock(limits, loginKey)));
  });
}

/** Looks up a code from a letter or a slip; null from `look` means there is none. Refuses `form/too-many-codes`. */
export async function tryCode<T>(
  deps: Deps,
  address: string | undefined,
  look: () => Promise<T | null>,
): Promise<T | null> {
  const { code } = limitsOf(deps);
  const key = keyOf(callerOf(address ?? ''));
  const ms = await spent(code, key);
  if (ms !== null) throw new Refusal('form/too-many-codes', wait(deps, ms));
  const found = await look();
  if (found !== null) await code.reward(key);
  return found;
}

/** Counts what is done without an account. Refuses `form/too-often`. */
export async function countUse(deps: Deps, use: FreeUse, who: string): Promise<void> {
  const ms = await spent(limitsOf(deps)[use], keyOf(who));
  if (ms !== null) throw new Refusal('form/too-often', wait(deps, ms));
}

/** Null: there was something left, and it is one less. Else how many milliseconds there will be nothing. */
async function spent(limit: RateLimiterPostgres, key: string): Promise<number | null> {
  return limit.consume(key).then(
    () => null,
    (refused: unknown) => {
      if (refused instanceof RateLimiterRes) return refused.msBeforeNext;
      throw refused;
    },
  );
}

async function lock(limits: Limits, loginKey: string): Promise<number> {
  const { consumedPoints } = await limits.locks.consume(loginKey);
  const seconds = LOCK_SECONDS[Math.min(consumedPoints, LOCK_SECONDS.length) - 1] ?? LOCK_SECONDS[0];
  await limits.login.block(loginKey, seconds);
  return seconds * 1000;
}

const CHINA_MS = 8 * 3_600_000;

/** From when on, as the clock on the wall says it, and in how many seconds. */
function wait(deps: Deps, ms: number): { at: string; seconds: number } {
  const seconds = Math.max(1, Math.ceil(ms / 1000));
  const at = new Date(deps.now().getTime() + seconds * 1000 + CHINA_MS).toISOString();
  return { at: at.slice(0, 19).replace('T', ' '), seconds };
}

/** Forgets the wrong passwords and the locks of a login. */
export async function unlockLogin(deps: Deps, login: string): Promise<void> {
  const limits = limitsOf(deps);
  const key = keyOfLogin(login);
  await Promise.all([limits.login.delete(key), limits.locks.delete(key)]);
}

/** Until when a login is locked, as the clock on the wall says it; null where it is not. */
export async function readLocks(deps: Deps): Promise<(login: string) => string | null> {
  const now = deps.now().getTime();
  const rows = await deps.orm.em
    .fork()
    .execute<{ key: string; ms: number }[]>(
      `select key, (expire - ?)::float as ms from rate_limit where key like 'login:%' and points > ? and expire > ?`,
      [now, WRONG_A_LOGIN, now],
    );
  const locked = new Map(rows.map(({ key, ms }) => [key, wait(deps, ms).at]));
  return (login) => locked.get(`login:${keyOfLogin(login)}`) ?? null;
}

/** Counts a call with a service key. Refuses `key/too-many-calls`. */
export async function countCall(deps: Deps, key: string): Promise<void> {
  const ms = await spent(limitsOf(deps).key, keyOf(key));
  if (ms !== null) throw new Refusal('key/too-many-calls', { most: CALLS_A_KEY, ...wait(deps, ms) });
}
