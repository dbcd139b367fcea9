/** The system of courses: a database and an engine of its own that asks for a new history early, workers that come and go in this process. */
import { randomUUID } from 'node:crypto';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { createActivities } from '../../activities/index.ts';
import { readConfig } from '../../src/config.ts';
import type { Story } from '../../src/domain/case.ts';
import type { AccountId, BodyId, CaseId, CommandId, DistrictCode } from '../../src/domain/ids.ts';
import type { Actor, Role } from '../../src/domain/role.ts';
import { createSender, type Sender } from '../../src/engine/client.ts';
import { connectClient, connectWorker } from '../../src/engine/connect.ts';
import { startEmbeddedTemporal } from '../../src/engine/embedded-temporal.ts';
import { queuesOf } from '../../src/engine/queues.ts';
import { createWorkers } from '../../src/engine/worker.ts';
import { packs } from '../../src/law/packs.ts';
import { Account } from '../../src/persistence/account.entity.ts';
import type { Texts } from '../../src/persistence/case-event.entity.ts';
import type { Command } from '../../src/persistence/command.entity.ts';
import { createCommand } from '../../src/persistence/command.repository.ts';
import type { Orm } from '../../src/persistence/orm.ts';
import { createPack } from '../../src/persistence/rule-pack.repository.ts';
import { plantCity, plantDemo } from '../../src/persistence/seeds/plant.ts';
import { workflowIdOf } from '../../workflows/messages.ts';
import { freshDatabase } from '../api/instance.ts';
import { bundled } from '../engine/bundled.ts';
import { noteRun, removeHome, temporaryHome } from '../engine/homes.ts';
import { actorOf } from './acts.ts';
import { silent } from './city.ts';

export type Given = {
  kind: string;
  by: Actor;
  on: string;
  asked: object;
  texts?: Texts;
  seen?: number | undefined;
  story?: Story;
};

export type CourseCity = {
  orm: Orm;
  client: Client;
  sender: Sender;
  people: Readonly<Record<'clerk' | 'mediator' | 'colleague' | 'manager' | 'chief' | 'liaison', Actor>>;
  taskQueue: string;
  write(caseId: CaseId, given: Given): Promise<Command>;
  startWorkers(): Promise<void>;
  stopWorkers(): Promise<void>;
  /** The next recording is committed, and its answer lost. */
  loseNextAnswer(): void;
  /** The workflow of a dispute ends without a word; its row stays. */
  terminate(id: CaseId): Promise<void>;
  end(): Promise<void>;
};

/** The pack a case may be moved to: the house's own under another name. */
export const OTHER_PACK = 'nanyang-2026.2';

/** So many events of a history, and the engine asks for a new one; of itself it would after some thousands. */
const SHORT_HISTORY = 30;

export async function startCourseCity(): Promise<CourseCity> {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const home = temporaryHome();
  const temporal = await startEmbeddedTemporal({ home, binary: shortened(home), isDurable: false });
  noteRun(home, [temporal.pid]);
  const orm = await freshDatabase();
  await plantCity(orm);
  const people = await plantPeople(orm);
  const engine = { ...readConfig({}), temporalAddress: temporal.address };
  const [client, connection, bundle] = await Promise.all([
    connectClient(engine),
    connectWorker(engine),
    bundled(),
  ]);
  const deps = { orm, publicUrl: 'http://127.0.0.1:1', now: () => new Date() };
  const real = createActivities(deps);
  let isAnswerLost = false;
  const activities: typeof real = {
    ...real,
    async recordEvent(given) {
      const events = await real.recordEvent(given);
      if (!isAnswerLost) return events;
      isAnswerLost = false;
      throw new Error('the answer is lost');
    },
  };
  const queuePrefix = 'course';
  const { interactive: taskQueue } = queuesOf(queuePrefix);
  let running: { shutdown(): void; ended: Promise<unknown> } | null = null;
  const city: CourseCity = {
    ...{ orm, client, people, taskQueue },
    sender: createSender(client, orm, taskQueue, silent),
    async write(caseId, { kind, by, on, asked, texts = {}, seen, story = 'dispute' }) {
      const em = orm.em.fork();
      const id = randomUUID() as string as CommandId;
      const order = { id, on: on as never, by, ...(seen === undefined ? {} : { seen }) };
      const command = createCommand(em, { story, caseId, kind, order, asked, texts }, '', new Date(), true);
      await em.flush();
      return command;
    },
    async startWorkers() {
      const namespace = engine.temporalNamespace;
      const workers = await createWorkers({ connection, namespace, queuePrefix, bundle, deps, activities });
      const shutdown = () => {
        for (const worker of workers) worker.shutdown();
      };
      running = { shutdown, ended: Promise.all(workers.map((worker) => worker.run())) };
    },
    async stopWorkers() {
      running?.shutdown();
      await running?.ended;
      running = null;
    },
    loseNextAnswer: () => {
      isAnswerLost = true;
    },
    async terminate(id) {
      const handle = client.workflow.getHandle(workflowIdOf('dispute', id));
      await handle.terminate('lost').catch((error: unknown) => {
        // One at rest has ended by itself.
        if (!(error instanceof WorkflowNotFoundError)) throw error;
      });
    },
    async end() {
      await city.stopWorkers();
      await Promise.all([connection.close(), client.connection.close()]);
      await orm.close(true);
      await temporal.kill();
      removeHome(home);
    },
  };
  return city;
}

/** The server's program, told when a history is long. */
function shortened(home: string): string {
  const path = join(home, 'temporal-short');
  const setting = `limit.historyCount.suggestContinueAsNew=${SHORT_HISTORY}`;
  const program = process.env.WANHE_TEST_TEMPORAL_BINARY ?? '';
  writeFileSync(path, `#!/bin/sh\nexec '${program}' "$@" --dynamic-config-value ${setting}\n`);
  chmodSync(path, 0o755);
  return path;
}

/** The demo's people with a second mediator and a second manager, and a second rule pack. */
async function plantPeople(orm: Orm): Promise<CourseCity['people']> {
  const logins = await plantDemo(orm, new Date());
  const [pack] = packs;
  const em = orm.em.fork();
  createPack(
    em,
    { ...pack!, id: OTHER_PACK },
    { by: 'test', at: new Date(), commandId: `pack:${OTHER_PACK}` as CommandId },
  );
  const another = (login: string, role: Role, like: Actor): Actor => {
    const account = randomUUID() as string as AccountId;
    const { district, body } = like;
    em.create(Account, {
      ...{ id: account, login, name: `${login}（示例）`, passwordHash: '', roles: [role], district },
      ...{ body: body as BodyId, isActive: true, createdAt: new Date() },
    });
    return { account, roles: [role], district: district as DistrictCode, body };
  };
  const mediator = actorOf(logins, 'mediator-411303');
  const manager = actorOf(logins, 'manager');
  const people = {
    clerk: actorOf(logins, 'clerk'),
    mediator,
    manager,
    liaison: actorOf(logins, 'liaison-hr'),
    colleague: another('colleague', 'mediator', mediator),
    chief: another('chief', 'manager', manager),
  };
  await em.flush();
  return people;
}
