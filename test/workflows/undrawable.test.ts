/** A paper that cannot be drawn holds back no other, and is drawn as soon as it can be. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { CaseId } from '../../src/domain/ids.ts';
import { quietEngine } from '../../src/engine/log.ts';
import { replay } from '../../src/engine/replay.ts';
import { Paper } from '../../src/persistence/paper.entity.ts';
import { workflowIdOf } from '../../workflows/messages.ts';
import { bundled } from '../engine/bundled.ts';
import { actorOf, failMediation, kindsOf, writeIntake } from './acts.ts';
import { type City, startCity } from './city.ts';

let city: City;
beforeAll(async () => {
  quietEngine();
  city = await startCity();
}, 120_000);
afterAll(() => city.end(), 60_000);

const HELD = 'acceptance-notice';

/** The record takes no file of this kind of paper: what any fault of its drawing comes to. */
const hold = () =>
  city.orm.em.fork().execute(
    `create function refuse_file() returns trigger language plpgsql as
       $$ begin raise exception 'no file of %', new.kind; end $$;
     create trigger refuse_file before update on paper for each row
       when (new.kind = '${HELD}' and new.sha256 is not null) execute function refuse_file()`,
  );
const letGo = () => city.orm.em.fork().execute('drop trigger refuse_file on paper');

async function undrawn(caseId: CaseId): Promise<string[]> {
  const papers = await city.orm.em.fork().find(Paper, { caseId }, { orderBy: { seq: 'asc' } });
  return papers.filter(({ sha256 }) => !sha256).map(({ kind }) => kind);
}

const until = async (isSo: () => Promise<boolean>) => {
  while (!(await isSo())) await sleep(200);
};

test('the papers after it are drawn, and it is drawn at last', async () => {
  const { client, sender } = await city.connect();
  const mediator = actorOf(city.logins, 'mediator-411303');
  await city.startWorker();
  await hold();
  const { caseId } = await sender.send(await writeIntake(city.orm, actorOf(city.logins, 'clerk')));
  await failMediation(city.orm, sender, mediator, caseId);
  expect(await city.orm.em.fork().count(Paper, { caseId })).toBeGreaterThan(1);
  await until(async () => (await undrawn(caseId)).length === 1);
  expect(await undrawn(caseId)).toEqual([HELD]);

  await letGo();
  await until(async () => (await undrawn(caseId)).length === 0);
  await until(async () => (await kindsOf(city.orm, caseId)).at(-1) === 'paper-drawn');
  const handle = client.workflow.getHandle(workflowIdOf('dispute', caseId));
  const history = await handle.fetchHistory();
  const replayed = await replay(bundled(), [{ workflowId: handle.workflowId, history }] as never);
  expect(replayed).toEqual([{ workflow: handle.workflowId, ok: true, error: null }]);
}, 120_000);
