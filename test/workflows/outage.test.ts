import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createApp } from '../../src/api/app.ts';
import { Visitor } from '../../src/cli/stories/visitor.ts';
import { startEmbeddedPostgres } from '../../src/engine/embedded-postgres.ts';
import { startNode } from '../engine/processes.ts';
import { actorOf, kindsOf, send, writeAct, writeIntake } from './acts.ts';
import { type City, killQuietly, silent, startCity } from './city.ts';

let city: City;
let server: Server;
let url: string;
beforeAll(async () => {
  city = await startCity();
  await city.startWorker();
  const { sender } = await city.connect();
  const deps = {
    orm: city.orm,
    sender,
    log: silent,
    publicUrl: '',
    now: () => new Date(),
    isEngineUp: async () => true,
  };
  server = createServer(createApp(deps)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}, 120_000);
afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await city.end();
});

test('a command during which the database stops is answered 202 and done once it is back', async () => {
  const { sender } = await city.connect();
  const intake = await writeIntake(city.orm, actorOf(city.logins, 'clerk'));
  const { caseId } = await sender.send(intake);
  const mediator = await Visitor.signIn(url, city.logins.find(({ login }) => login === 'mediator-411303')!);

  // Someone holds the case's row, so that the projection waits inside its transaction when the database goes.
  const script = new URL('./hold-case.ts', import.meta.url).pathname;
  const holder = startNode(script, [city.postgres.url, caseId]);
  await holder.line(/^held$/);
  const consulting = mediator.post(`/api/disputes/${caseId}/consult`, { result: 'reached' });
  await sleep(1500);
  await city.postgres.kill();
  await sleep(1000);

  const refused = await fetch(`${url}/api/me`, { headers: { cookie: 'wanhe_session=x' } });
  expect(refused.status).toBe(503);
  expect(((await refused.json()) as { detail: string }).detail).toContain('数据库');
  expect((await fetch(`${url}/readyz`)).status).toBe(503);

  await sleep(9000);
  city.postgres = await startEmbeddedPostgres({ home: city.home, isDurable: false });
  killQuietly(holder.pid);
  // The visitor was answered 202 and has been asking since.
  expect(await consulting).toMatchObject({ status: 'done', seq: 2 });
  expect(await kindsOf(city.orm, caseId)).toEqual(['dispute-received', 'other-side-consulted']);
  await send(
    sender,
    await writeAct(city.orm, actorOf(city.logins, 'mediator-411303'), caseId, 'record-consent', {
      isGiven: true,
    }),
  );
  expect(await kindsOf(city.orm, caseId)).toHaveLength(3);
}, 180_000);
