/** A file in a form: read whole, named as at home, and refused in a sentence where it is missing, too large or torn. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { Router } from 'express';
import { z } from 'zod';
import type { ApiDeps } from '../../src/api/app.ts';
import { respondToErrors } from '../../src/api/respond-to-errors.ts';
import { mountRoute, route } from '../../src/api/route.ts';
import { createLog } from '../../src/engine/log.ts';

const MOST = 50_000;
const log = createLog('silent', { write: () => undefined });
const taking = (path: string, isOptional: boolean) =>
  route({
    method: 'post',
    path,
    wall: 'public',
    reads: null,
    tag: '测试',
    summary: '收一个文件',
    upload: { field: 'file', maxBytes: MOST, isOptional },
    body: z.strictObject({ note: z.string().trim().max(20).optional() }),
    answer: z.object({}),
    async handle({ file, body, request }) {
      return { name: file?.name, bytes: file?.bytes.toString('base64'), body, seen: request.body as object };
    },
  });

let server: Server;
let url: string;
beforeAll(async () => {
  const router = Router();
  router.use(express.json({ limit: '1mb' }));
  for (const one of [taking('/must', false), taking('/may', true)])
    mountRoute(router, { log } as ApiDeps, one);
  server = createServer(express().use(router).use(respondToErrors(log))).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

type Answer = {
  name?: string;
  bytes?: string;
  body?: object;
  seen?: { file?: { sha256: string } };
  code?: string;
  detail?: string;
};

async function send(path: string, body: string | FormData, headers: Record<string, string> = {}) {
  const response = await fetch(`${url}${path}`, { method: 'POST', body, headers });
  return { status: response.status, answer: (await response.json()) as Answer };
}

function form(...parts: [name: string, value: string | Uint8Array<ArrayBuffer>, file?: string][]): FormData {
  const all = new FormData();
  for (const [name, value, file] of parts)
    if (typeof value === 'string') all.append(name, value);
    else all.append(name, new Blob([value]), file ?? 'a.bin');
  return all;
}

test('every byte of a file arrives, with the fields beside it', async () => {
  const bytes = new Uint8Array(MOST).map((_, index) => index % 256);
  const { status, answer } = await send('/must', form(['note', ' 第一份 '], ['file', bytes, 'a.bin']));
  expect(status).toBe(200);
  expect(Buffer.from(answer.bytes ?? '', 'base64').equals(bytes)).toBe(true);
  expect(answer.body).toEqual({ note: '第一份' });
});

test.each([
  ['工资表（3月）.xlsx', '工资表（3月）.xlsx'],
  ['résumé 100%.pdf', 'résumé 100%.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\台账\\工资.csv', '工资.csv'],
  ['a"b\r\nc.txt', 'a"bc.txt'],
  [`${'长'.repeat(300)}.xlsx`, `${'长'.repeat(195)}.xlsx`],
])('a file called %j at home is called %j here', async (given, kept) => {
  const { answer } = await send('/must', form(['file', new Uint8Array([1]), given]));
  expect(answer.name).toBe(kept);
});

test('the file’s hash stands in the body, so that a key reused for another file is noticed', async () => {
  const hashes = await Promise.all(
    [[1], [2], [1]].map(async (bytes) => {
      const { answer } = await send('/must', form(['file', new Uint8Array(bytes)]));
      return answer.seen?.file?.sha256;
    }),
  );
  expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
  expect(hashes[0]).toBe(hashes[2]);
  expect(hashes[0]).not.toBe(hashes[1]);
});

const file = new Uint8Array([1, 2, 3]);
const torn = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.bin"\r\n\r\nhalf';
const asForm = { 'content-type': 'multipart/form-data; boundary=x' };
test.each<
  [what: string, body: string | FormData, headers: Record<string, string>, status: number, code: string]
>([
  ['a byte too much', form(['file', new Uint8Array(MOST + 1)]), {}, 413, 'upload/too-large'],
  ['no file', form(['note', '只有字']), {}, 422, 'upload/missing'],
  ['an empty file', form(['file', new Uint8Array(0)]), {}, 422, 'upload/missing'],
  ['JSON in its place', '{}', { 'content-type': 'application/json' }, 422, 'upload/missing'],
  ['two files', form(['file', file], ['file', file]), {}, 400, 'upload/unreadable'],
  ['a file in another part', form(['document', file]), {}, 400, 'upload/unreadable'],
  ['a form cut off', torn, asForm, 400, 'upload/unreadable'],
  ['a form without a boundary', torn, { 'content-type': 'multipart/form-data' }, 400, 'upload/unreadable'],
  ['nested fields', form(['note[a][b]', '1'], ['file', file]), {}, 400, 'upload/unreadable'],
  ['a field unknown', form(['colour', '红'], ['file', file]), {}, 400, 'input/invalid'],
  ['a field too long', form(['note', '字'.repeat(21)], ['file', file]), {}, 400, 'input/invalid'],
])('%s is refused in a sentence', async (_what, body, headers, status, code) => {
  const { status: got, answer } = await send('/must', body, headers);
  expect([got, answer.code]).toEqual([status, code]);
  expect(answer.detail).toMatch(/^[\p{Script=Han}「]/u);
  expect(answer.detail).not.toMatch(/[{}]/);
});

test('where the file is optional, JSON without one is taken as well', async () => {
  const { status, answer } = await send('/may', '{"note":"贴来的"}', { 'content-type': 'application/json' });
  expect([status, answer.body, answer.name]).toEqual([200, { note: '贴来的' }, undefined]);
});
