/** The keys of the house: masters that wrap the data keys, and the keys of the blind indexes; the newest of each is last. */
import { randomBytes } from 'node:crypto';

type Key = { id: string; bytes: Buffer };

export type KeyRing = { masters: readonly [Key, ...Key[]]; indexes: readonly [Key, ...Key[]] };

/** As the file holds it: id and 32 bytes in base64, oldest first. */
export type KeyFile = {
  masters: { id: string; key: string; madeAt: string }[];
  indexes: { id: string; key: string; madeAt: string }[];
};

/** A key file that cannot be used; the message is a sentence without any of its content. */
export class KeyFileError extends Error {
  override readonly name = 'KeyFileError';
}

const made = (prefix: string, at: Date) => ({
  id: `${prefix}-${at.toISOString().slice(0, 10)}-${randomBytes(3).toString('hex')}`,
  key: randomBytes(32).toString('base64'),
  madeAt: at.toISOString(),
});

export function newKeyFile(at: Date): KeyFile {
  return { masters: [made('m', at)], indexes: [made('i', at)] };
}

/** The same keys with a new master, or a new index key, that counts from now on. */
export function withNewKey(file: KeyFile, which: 'masters' | 'indexes', at: Date): KeyFile {
  return { ...file, [which]: [...file[which], made(which === 'masters' ? 'm' : 'i', at)] };
}

export function readKeyFile(content: unknown, path: string): KeyRing {
  const { masters, indexes } = (content ?? {}) as Partial<KeyFile>;
  return { masters: keysIn(masters, path), indexes: keysIn(indexes, path) };
}

function keysIn(given: unknown, path: string): [Key, ...Key[]] {
  const keys = Array.isArray(given)
    ? given.map((one: Partial<KeyFile['masters'][number]>) => keyIn(one))
    : [];
  const [first, ...rest] = keys;
  const ids = new Set(keys.map((key) => key?.id));
  if (!first || rest.some((key) => key === null) || ids.size !== keys.length)
    throw new KeyFileError(
      `密钥文件 ${path} 不可用：应是 wanhe keys new 写出的 JSON，含 masters 与 indexes，每个密钥有 id 和 32 字节的 base64。请恢复它的备份；没有它，已加密的数据打不开。`,
    );
  return [first, ...(rest as Key[])];
}

function keyIn({ id, key }: Partial<KeyFile['masters'][number]>): Key | null {
  const bytes = Buffer.from(key ?? '', 'base64');
  return typeof id === 'string' && id !== '' && bytes.length === 32 ? { id, bytes } : null;
}
