/** Pictures of signatures: what a paper could not show is refused before it is signed with. */
import { deflateSync } from 'node:zlib';
import { pictureEnding } from '../../src/api/follow/signature-picture.ts';
import { refused } from '../law/refused.ts';

function part(kind: string, content: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  return Buffer.concat([length, Buffer.from(kind, 'latin1'), content, Buffer.alloc(4)]);
}

const head = Buffer.from([0, 0, 0, 2, 0, 0, 0, 2, 8, 6, 0, 0, 0]);
const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const rows = part('IDAT', deflateSync(Buffer.alloc(2 * (1 + 2 * 4))));
const end = part('IEND', Buffer.alloc(0));
const png = Buffer.concat([start, part('IHDR', head), rows, end]);
/** Up to the frame header: 2 by 2 pixels. */
const frame = Buffer.from([0xff, 0xc0, 0, 11, 8, 0, 2, 0, 2, 1, 1, 0x11, 0]);
const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0]), frame]);

test('a whole picture is taken', () => {
  expect([pictureEnding(png), pictureEnding(jpeg)]).toEqual(['png', 'jpg']);
});

test.each([
  ['its end is cut off', png.subarray(0, png.length - end.length)],
  [
    'a row is missing',
    Buffer.concat([start, part('IHDR', head), part('IDAT', deflateSync(Buffer.alloc(9))), end]),
  ],
  [
    'a filler stands before a marker',
    Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff]), jpeg.subarray(2)]),
  ],
  ['it is something else', Buffer.from('<svg></svg>')],
])('a picture is refused where %s', (_why, bytes) => {
  expect(refused(() => pictureEnding(bytes)).code).toBe('signature/unreadable');
});
