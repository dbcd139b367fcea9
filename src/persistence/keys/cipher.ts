/**
 * One sealed value: suite (1 byte) | the data key's number (4) | nonce (12) | AES-256-GCM ciphertext | tag (16).
 * What it is bound to (table, column, row, and the head itself) goes in as associated data: moved elsewhere, it does not open.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const SUITE = 1;
const HEAD = 5;
const NONCE = 12;
const TAG = 16;

/** A sealed value that does not open: another key, another place, or changed. The message names the place alone. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
  constructor(place: string) {
    super(`the sealed value at ${place} does not open`);
  }
}

export function seal(key: { no: number; bytes: Buffer }, place: string, plain: Buffer): Buffer {
  const head = Buffer.alloc(HEAD);
  head.writeUInt8(SUITE, 0);
  head.writeUInt32BE(key.no, 1);
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key.bytes, nonce).setAAD(bound(head, place));
  return Buffer.concat([head, nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** The number of the data key a value is sealed with. */
export function keyNoOf(sealed: Buffer, place: string): number {
  if (sealed.length < HEAD + NONCE + TAG || sealed[0] !== SUITE) throw new SealBroken(place);
  return sealed.readUInt32BE(1);
}

export function open(key: Buffer, place: string, sealed: Buffer): Buffer {
  const head = sealed.subarray(0, HEAD);
  const end = sealed.length - TAG;
  const cipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(HEAD, HEAD + NONCE))
    .setAAD(bound(head, place))
    .setAuthTag(sealed.subarray(end));
  try {
    return Buffer.concat([cipher.update(sealed.subarray(HEAD + NONCE, end)), cipher.final()]);
  } catch {
    throw new SealBroken(place);
  }
}

const bound = (head: Buffer, place: string) => Buffer.concat([head, Buffer.from(place)]);
