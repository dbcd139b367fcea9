/** A zip file by hand, whose directory may lie about sizes. */
import { crc32, deflateRawSync } from 'node:zlib';

type Entry = { name: string; bytes: Buffer; said?: number | undefined };

export function zipOf(entries: readonly Entry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, bytes, said } of entries) {
    const packed = deflateRawSync(bytes);
    const title = Buffer.from(name);
    // Version, flags, deflate, time, date, checksum, sizes, length of the name, of what is extra.
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(crc32(bytes), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(said ?? bytes.length, 18);
    facts.writeUInt16LE(title.length, 22);
    const own = Buffer.alloc(14);
    own.writeUInt32LE(at, 10);
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), facts, title, packed);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), facts, own, title);
    at += 4 + facts.length + title.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, listed, end]);
}
