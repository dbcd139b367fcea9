/** What a zip file says it holds, read from its central directory before anything is unpacked. */

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LONGEST_COMMENT = 0xffff;
/** In place of a size or count it points to the 64-bit records, which no sheet within the limits needs. */
const ELSEWHERE = 0xffffffff;

export type Packed = { bytes: number; names: string[] };

/**
 * The sum of the unpacked sizes, in bytes, and the names of the entries; null where this is no zip file that can be read.
 * What unpacks must trust the same directory and no size beyond it, as fflate does.
 */
export function unpackedSize(zip: Buffer): Packed | null {
  const end = endOf(zip);
  if (end === null) return null;
  const count = zip.readUInt16LE(end + 10);
  const found: Packed = { bytes: 0, names: [] };
  let at = zip.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + ENTRY_BYTES > end || zip.readUInt32LE(at) !== ENTRY) return null;
    const size = zip.readUInt32LE(at + 24);
    if (size === ELSEWHERE) return null;
    const nameLength = zip.readUInt16LE(at + 28);
    found.bytes += size;
    found.names.push(zip.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + nameLength));
    at += ENTRY_BYTES + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return found;
}

function endOf(zip: Buffer): number | null {
  const last = zip.length - END_BYTES;
  for (let at = last; at >= 0 && at >= last - LONGEST_COMMENT; at -= 1)
    // A 64-bit directory would be read by others from another place than from here.
    if (zip.readUInt32LE(at) === END) return at >= 20 && zip.readUInt32LE(at - 20) === 0x07064b50 ? null : at;
  return null;
}
