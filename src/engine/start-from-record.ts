/** After a restore: every case goes on from the record, whatever the engine remembers of it. */
import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { workflowIdOf, workflowTypes } from '../../workflows/messages.ts';
import type { Story } from '../domain/case.ts';
import type { CaseId } from '../domain/ids.ts';
import type { Orm } from '../persistence/orm.ts';

/** `started`: from their snapshot, those that ran before in place of what ran; `ended`: of cases at rest or not in the record. */
export type FromRecord = { started: number; ended: number };

type Round = { orm: Orm; client: Client; taskQueue: string };
type Waiting = { id: CaseId; story: Story };

const PAGE = 500;
const AT_ONCE = 20;
const ENDED = 'the record was restored: no case in it waits for this';

/**
 * A workflow may be ahead of the record, or have gone another way: no question to it would tell, and nobody may be there
 * to answer. So none is kept. Safe while workers run: what is on its way is sent again, and the record takes it once.
 */
export async function startFromRecord(
  { orm, client, taskQueue }: Round,
  say: (done: FromRecord) => void = () => undefined,
): Promise<FromRecord> {
  const done: FromRecord = { started: 0, ended: 0 };
  const waiting = new Set<string>();
  for (let after = '00000000-0000-0000-0000-000000000000' as CaseId; ; ) {
    const page = await waitingCases(orm, after);
    if (page.length === 0) break;
    await inParallel(page, async ({ id, story }) => {
      const workflowId = workflowIdOf(story, id);
      await client.workflow.start(workflowTypes[story], {
        workflowId,
        taskQueue,
        args: [id],
        workflowIdConflictPolicy: 'TERMINATE_EXISTING',
      });
      waiting.add(workflowId);
      done.started += 1;
    });
    after = page.at(-1)!.id;
    say(done);
  }
  const query = `ExecutionStatus = 'Running' and TaskQueue = '${taskQueue}'`;
  for await (const { workflowId } of client.workflow.list({ query })) {
    if (waiting.has(workflowId)) continue;
    done.ended += await client.workflow
      .getHandle(workflowId)
      .terminate(ENDED)
      .then(
        () => 1,
        (error: unknown) => {
          if (error instanceof WorkflowNotFoundError) return 0;
          throw error;
        },
      );
  }
  return done;
}

/** Open cases, and those at rest that still wait for a paper to be drawn; a case whose first command is still to come is the relay's. */
async function waitingCases(orm: Orm, after: CaseId): Promise<Waiting[]> {
  return orm.em.fork().execute<Waiting[]>(
    `select id, story from case_record where seq > 0 and id > ?
       and (is_open or jsonb_array_length(coalesce(snapshot->'undrawn', '[]'::jsonb)) > 0) order by id limit ?`,
    [after, PAGE],
  );
}

async function inParallel<T>(all: readonly T[], run: (one: T) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async () => {
    for (let one = all[next++]; one !== undefined; one = all[next++]) await run(one);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
