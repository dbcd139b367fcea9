/** The keys of the house: masters that wrap the data keys, and the keys of the blind indexes; the newest of each is last. */
import { randomBytes } from 'node:crypto';

type Key = { id: string; bytes: Buffer };

export type KeyRing = { masters: readonly [Key, ...Key[]]; indexes: readonly [Key, ...Key[]] };

/** As the file holds it: id and 32 bytes in base64, oldest first. */
export type KeyFile = {
  masters: { id: string; key: string; madeAt: string }[];
  indexes: { id: string; key: string; madeAt: string }[];
};

const made = (prefix: string, at: Date) => ({
  id: `${prefix}-${at.toISOString().slice(0, 10)}-${randomBytes(3).toString('hex')}`,
  key: randomBytes(32).toString('base64'),
  madeAt: at.toISOString(),
});

export function newKeyFile(at: Date): KeyFile {
  return { masters: [made('m', at)], indexes: [made('i', at)] };
}

/** The same keys with a new one of each kind, that count from now on. */
export function withNewKeys({ masters, indexes }: KeyFile, at: Date): KeyFile {
  return { masters: [...masters, made('m', at)], indexes: [...indexes, made('i', at)] };
}

/** Null where it is no such file. */
export function ringIn(content: unknown): KeyRing | null {
  const { masters, indexes } = (content ?? {}) as Partial<KeyFile>;
  const ring = { masters: keysIn(masters), indexes: keysIn(indexes) };
  return ring.masters && ring.indexes ? (ring as KeyRing) : null;
}

function keysIn(given: unknown): [Key, ...Key[]] | null {
  const keys = Array.isArray(given)
    ? given.map((one: Partial<KeyFile['masters'][number]>) => keyIn(one))
    : [];
  const [first, ...rest] = keys;
  const ids = new Set(keys.map((key) => key?.id));
  if (!first || rest.some((key) => key === null) || ids.size !== keys.length) return null;
  return [first, ...(rest as Key[])];
}

function keyIn({ id, key }: Partial<KeyFile['masters'][number]>): Key | null {
  const bytes = Buffer.from(key ?? '', 'base64');
  return typeof id === 'string' && id !== '' && bytes.length === 32 ? { id, bytes } : null;
}
