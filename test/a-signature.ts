/** A picture as the page's canvas gives it: dark strokes on white, 8-bit RGBA PNG. */
import { crc32, deflateSync } from 'node:zlib';

const [WIDTH, HEIGHT] = [240, 90];

/** `lean` makes it another hand's. */
export function aSignature(lean = 40): Buffer {
  const rows = Array.from({ length: HEIGHT }, (_, y) => {
    const pixels = Array.from({ length: WIDTH }, (_, x) => (isInk(x, y, lean) ? [20, 20, 60, 255] : WHITE));
    return Buffer.from([0, ...pixels.flat()]);
  });
  return pngOf({ depth: 8, colour: 6, interlace: 0 }, deflateSync(Buffer.concat(rows)));
}

const WHITE = [255, 255, 255, 255];

const isInk = (x: number, y: number, lean: number): boolean =>
  Math.abs(y - 45 - 30 * Math.sin((x + y / 3) / (lean / 2))) < 3 || Math.abs(x - lean - y) < 3;

/** A PNG of 240 x 90 with this header and these bytes as its image. */
export function pngOf(head: { depth: number; colour: number; interlace: number }, pixels: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  header.set([head.depth, head.colour, 0, 0, head.interlace], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(kind: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
