/** Behind a proxy: whose word is taken for the caller's address, and what only https asks for. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ApiDeps, createApp } from '../../src/api/app.ts';
import { silent } from '../workflows/city.ts';
import { type Instance, startInstance } from './instance.ts';

let city: Instance;
beforeAll(async () => {
  city = await startInstance({ engine: false });
});
afterAll(() => city.stop());

function appWith(changes: Partial<ApiDeps>) {
  return createApp({
    orm: city.orm,
    sender: { send: () => Promise.reject(new Error('nothing is sent')) },
    log: silent,
    publicUrl: '',
    now: () => new Date(),
    isEngineUp: async () => true,
    ...changes,
  });
}

async function answerOf(changes: Partial<ApiDeps>, path: string, init?: RequestInit): Promise<Response> {
  const server = createServer(appWith(changes)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    return await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, init);
  } finally {
    server.close();
  }
}

test.each([
  [false, '10.1.2.3', false],
  [1, '10.1.2.3', true],
  [['10.0.0.0/8'], '10.1.2.3', true],
  [['10.0.0.0/8'], '203.0.113.9', false],
] as const)('with %j trusted, what %s says of the caller is taken: %s', (trusted, from, isTaken) => {
  const isTrusted = appWith({ trustedProxy: trusted as ApiDeps['trustedProxy'] }).get('trust proxy fn');
  expect((isTrusted as (address: string, hop: number) => boolean)(from, 0)).toBe(isTaken);
});

const signIn = () => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ login: 'clerk', password: city.passwordOf('clerk') }),
});

test.each([
  ['https://wanhe.example.cn', true],
  ['http://wanhe.example.cn', false],
])('people who come to %s are kept on https: %s', async (publicUrl, isKept) => {
  const { headers } = await answerOf({ publicUrl }, '/healthz');
  expect(headers.has('strict-transport-security')).toBe(isKept);
  const signedIn = await answerOf({ publicUrl }, '/api/sign-in', signIn());
  expect(signedIn.status).toBe(200);
  expect(/;\s*secure/i.test(signedIn.headers.getSetCookie()[0] ?? '')).toBe(isKept);
});
