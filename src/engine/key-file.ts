/** The key file: read by everything that opens the database; made by the first start of an embedded one, or by `wanhe keys new`. */
import { existsSync, readFileSync } from 'node:fs';
import {
  type KeyFile,
  KeyFileError,
  type KeyRing,
  newKeyFile,
  readKeyFile,
} from '../persistence/keys/key-ring.ts';
import { writePrivate } from './private-file.ts';

/** Throws KeyFileError with a sentence where there is none, or it cannot be used. */
export function readKeys(path: string): KeyRing {
  if (!existsSync(path))
    throw new KeyFileError(
      `没有密钥文件 ${path}：请用 WANHE_KEYS_FILE 指明写入这个数据库时所用的密钥文件；新装的系统用 wanhe keys new 生成一个，各进程共用。`,
    );
  return readKeyFile(contentOf(path), path);
}

/** The keys in words of the file, for those who add to them. */
export function readKeyFileAt(path: string): KeyFile {
  readKeys(path);
  return contentOf(path) as KeyFile;
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
