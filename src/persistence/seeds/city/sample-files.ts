/** Small files to stand for evidence: a picture with stripes, a page with a line of text. */
import { crc32, deflateSync } from 'node:zlib';

export type SampleFile = { name: string; mediaType: string; note: string; content: Buffer };

const WIDTH = 240;
const HEIGHT = 160;

/** `tint` tells pictures apart: the same bytes twice are refused. */
export function picture(name: string, note: string, tint: number): SampleFile {
  const rows = Buffer.alloc(HEIGHT * (WIDTH * 3 + 1));
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++) {
      const isLine = y % 16 < 2 && x > 20 && x < WIDTH - 20 - ((y * tint) % 60);
      const at = y * (WIDTH * 3 + 1) + 1 + x * 3;
      const paper = [248, 246, 238 - (tint % 24)];
      for (const part of [0, 1, 2]) rows[at + part] = isLine ? 90 : paper[part]!;
    }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(WIDTH, 0);
  head.writeUInt32BE(HEIGHT, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const parts = [
    chunk('IHDR', head),
    chunk('tEXt', Buffer.from(`Comment\0${tint}`)),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND'),
  ];
  return { name, note, mediaType: 'image/png', content: Buffer.concat([signature, ...parts]) };
}

function chunk(kind: string, content: Buffer = Buffer.alloc(0)): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(content.length);
  const body = Buffer.concat([Buffer.from(kind), content]);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, check]);
}

/** One page; `line` in ASCII, as the face that every reader has of its own knows nothing else. */
export function page(name: string, note: string, line: string): SampleFile {
  const text = `BT /F1 18 Tf 72 760 Td (${line}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let body = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const at = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const tail = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  const file = `${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${tail}`;
  return { name, note, mediaType: 'application/pdf', content: Buffer.from(file, 'latin1') };
}
