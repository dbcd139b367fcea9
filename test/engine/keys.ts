/** One key ring for all tests and their processes: of no use to anyone else. */
import { join } from 'node:path';
import { writePrivate } from '../../src/engine/private-file.ts';
import { type KeyFile, ringIn } from '../../src/persistence/keys/key-ring.ts';

const of = (byte: number) => Buffer.alloc(32, byte).toString('base64');

export const testKeyFile: KeyFile = {
  masters: [{ id: 'm-test', key: of(7), madeAt: '2026-01-01T00:00:00.000Z' }],
  indexes: [{ id: 'i-test', key: of(9), madeAt: '2026-01-01T00:00:00.000Z' }],
};

export const testRing = ringIn(testKeyFile)!;

/** Where a home has its keys. */
export function writeTestKeys(home: string): void {
  writePrivate(join(home, 'keys.json'), testKeyFile);
}
