/** The key file: read by everything that opens the database; made by the first start of an embedded one, or by `wanhe keys new`. */
import { existsSync, readFileSync } from 'node:fs';
import { mastersMissing } from '../persistence/keys/data-keys.ts';
import { type KeyFile, type KeyRing, newKeyFile, ringIn, withNewKeys } from '../persistence/keys/key-ring.ts';
import type { Orm } from '../persistence/orm.ts';
import { writePrivate } from './private-file.ts';

/** A key file that cannot be used; the message is a sentence without any of its content. */
class KeyFileError extends Error {
  override readonly name = 'KeyFileError';
}

/** Throws KeyFileError with a sentence where there is none, or it cannot be used. */
export function readKeys(path: string): KeyRing {
  if (!existsSync(path))
    throw new KeyFileError(
      `没有密钥文件 ${path}：请用 WANHE_KEYS_FILE 指明写入这个数据库时所用的密钥文件；新装的系统用 wanhe keys new 生成一个，各进程共用。`,
    );
  const ring = ringIn(contentOf(path));
  if (ring === null)
    throw new KeyFileError(
      `密钥文件 ${path} 不可用：应是 wanhe keys new 写出的 JSON，含 masters 与 indexes，每个密钥有 id 和 32 字节的 base64。请恢复它的备份；没有它，已加密的数据打不开。`,
    );
  return ring;
}

/** Adds a master and an index key that count from now on; gives the ids of all. */
export function addKeys(path: string, at: Date): { masters: string[]; indexes: string[] } {
  readKeys(path);
  const file = withNewKeys(contentOf(path) as KeyFile, at);
  writePrivate(path, file);
  const ids = (keys: KeyFile['masters']) => keys.map(({ id }) => id);
  return { masters: ids(file.masters), indexes: ids(file.indexes) };
}

function contentOf(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Makes the file where there is none; tells whether it did. */
export function makeKeys(path: string, at: Date): boolean {
  if (existsSync(path)) return false;
  writePrivate(path, newKeyFile(at));
  return true;
}

/** Throws KeyFileError where the database holds what these keys do not open. */
export async function needKeysOf(orm: Orm, ring: KeyRing, path: string): Promise<void> {
  const missing = await mastersMissing((sql, params) => orm.em.fork().execute(sql, params), ring);
  if (missing.length > 0)
    throw new KeyFileError(
      `密钥文件 ${path} 里没有这个数据库用过的主密钥 ${missing.join('、')}：请用写入它时所用的密钥文件（WANHE_KEYS_FILE）。`,
    );
}
