/** The picture of a signature: a PNG from the page's own canvas, or a photo. What a paper could not show is refused here. */
import { inflateSync } from 'node:zlib';
import { Refusal } from '../../domain/refusal.ts';

export const MOST_BYTES = 10 * 1024 * 1024;
const MOST_PIXELS = 12_000_000;
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const PREFIX = 'data:image/png;base64,';

/** What the canvas of the page was sent as. Refuses `signature/unreadable`. */
export function drawnPicture(text: string): Buffer {
  if (!text.startsWith(PREFIX)) throw new Refusal('signature/unreadable');
  return Buffer.from(text.slice(PREFIX.length), 'base64');
}

/** The ending its name gets. Refuses `signature/unreadable` for what is no plain JPEG or PNG. */
export function pictureEnding(bytes: Buffer): 'png' | 'jpg' {
  if (isPng(bytes)) return 'png';
  if (isJpeg(bytes)) return 'jpg';
  throw new Refusal('signature/unreadable');
}

/** Eight bits a channel, not interlaced, every row there: what is broken would break the drawing of the paper. */
function isPng(bytes: Buffer): boolean {
  if (!bytes.subarray(0, 8).equals(PNG)) return false;
  const parts: Buffer[] = [];
  let head: Buffer | null = null;
  let hasEnd = false;
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const kind = bytes.toString('latin1', at + 4, at + 8);
    const content = bytes.subarray(at + 8, at + 8 + length);
    if (content.length < length) return false;
    if (kind === 'IHDR') head = content;
    if (kind === 'IDAT') parts.push(content);
    if (kind === 'IEND') {
      hasEnd = true;
      break;
    }
    at += 12 + length;
  }
  return hasEnd && head !== null && head.length === 13 && hasEveryRow(head, Buffer.concat(parts));
}

function hasEveryRow(head: Buffer, packed: Buffer): boolean {
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  const channels = { 2: 3, 6: 4 }[head[9] ?? 0];
  const isPlain =
    head[8] === 8 && channels !== undefined && head[10] === 0 && head[11] === 0 && head[12] === 0;
  if (!isPlain || width === 0 || height === 0 || width * height > MOST_PIXELS) return false;
  const row = 1 + width * channels;
  try {
    const pixels = inflateSync(packed, { maxOutputLength: row * height });
    if (pixels.length !== row * height) return false;
    return Array.from({ length: height }, (_, y) => pixels[y * row] ?? 9).every((filter) => filter <= 4);
  } catch {
    return false;
  }
}

/** Up to its frame header, which says how large it is; the rest is the viewer's. */
function isJpeg(bytes: Buffer): boolean {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return false;
  for (let at = 2; at + 9 < bytes.length; ) {
    if (bytes[at] !== 0xff) return false;
    const marker = bytes[at + 1] ?? 0;
    // A filler before a marker is allowed, and what draws the paper stumbles over it.
    if (marker === 0xff) return false;
    if (marker >= 0xc0 && marker <= 0xc2) {
      const [height, width] = [bytes.readUInt16BE(at + 5), bytes.readUInt16BE(at + 7)];
      return bytes[at + 4] === 8 && width * height > 0 && width * height <= 4 * MOST_PIXELS;
    }
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return false;
}
