/** The key that signs the daily anchors, in a small file only its owner may read. */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
} from 'node:crypto';
import { existsSync } from 'node:fs';
import type { Signer } from '../persistence/audit-anchor.repository.ts';
import type { Trust } from '../persistence/audit-anchors.ts';
import { readPrivate, writePrivate } from './private-file.ts';

type KeyFile = { keyId: string; publicKey: string; privateKey: string };

/** Makes the file where there is none; answers whether it did. */
export function makeAnchorKey(path: string): boolean {
  if (existsSync(path)) return false;
  const pair = generateKeyPairSync('ed25519');
  const publicKey = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const privateKey = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  writePrivate(path, { keyId: keyIdOf(publicKey), publicKey, privateKey } satisfies KeyFile);
  return true;
}

/** Undefined where there is no such file. */
export function readAnchorKey(path: string): (Signer & { publicKey: string }) | undefined {
  const file = readPrivate<KeyFile>(path);
  if (file === undefined) return undefined;
  const key = createPrivateKey(file.privateKey);
  const { publicKey } = file;
  return {
    keyId: keyIdOf(publicKey),
    publicKey,
    sign: (hash) => sign(null, Buffer.from(hash), key).toString('base64'),
  };
}

/** Trusts these public keys (PEM) and no others. Throws for what is no such key. */
export function trustIn(publicKeys: readonly string[]): NonNullable<Trust> {
  const keys = new Map(publicKeys.map((pem) => [keyIdOf(pem), createPublicKey(pem)]));
  return (keyId, hash, signature) => {
    const key = keys.get(keyId);
    if (key === undefined) return 'unknown';
    return verify(null, Buffer.from(hash), key, Buffer.from(signature, 'base64')) ? 'right' : 'wrong';
  };
}

/** The first half of the key's SHA-256. */
export function keyIdOf(publicKey: string): string {
  const der = createPublicKey(publicKey).export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(der).digest('hex').slice(0, 32);
}
