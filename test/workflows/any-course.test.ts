/** Whatever people send, and whatever stops under them: the system answers, and stands, as the domain alone says. */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { addDays, dayAt, parseDay } from '../../src/domain/day.ts';
import type { DisputeAction } from '../../src/domain/dispute/commands.ts';
import { type DisputeState, ownerOf } from '../../src/domain/dispute/state.ts';
import type { CommandId, DistrictCode } from '../../src/domain/ids.ts';
import { fen } from '../../src/domain/money.ts';
import { readSnapshot } from '../../src/domain/story.ts';
import { CaseRecord } from '../../src/persistence/case-record.entity.ts';
import { takeIn } from '../../src/persistence/dispute.repository.ts';
import { workflowIdOf } from '../../workflows/messages.ts';
import { type CourseCity, startCourseCity } from './course-city.ts';
import { expectAlike, expectAnswered, expectWhole, type Model } from './course-model.ts';
import { steps } from './course-steps.ts';
import { wholeEmployer, wholeWorker } from './course-words.ts';
import { write } from './course-write.ts';

let city: CourseCity;
beforeAll(async () => {
  city = await startCourseCity();
  await city.startWorkers();
}, 120_000);
afterAll(() => city.end(), 60_000);

type Told = [kind: DisputeAction, detail: number];
const mediated: Told[] = [
  ['consult', 1],
  ['record-consent', 1],
  ['accept', 3],
  ['plan-session', 0],
  ['hold-session', 0],
];
const agreed: Told[] = [...mediated, ['draft-agreement', 1], ['sign-agreement', 1]];

/** Where a course begins: the early states alone would seldom lead to the late ones. */
const starts = {
  received: { workers: 1, employers: 1, told: [] },
  'a group': { workers: 12, employers: 2, told: [...mediated, ['appoint-representatives', 1]] },
  mediated: { workers: 1, employers: 1, told: mediated },
  agreed: { workers: 1, employers: 1, told: agreed },
  paid: {
    workers: 1,
    employers: 1,
    told: [...agreed, ['record-payment', 2], ['record-payment', 1]],
  },
  'settled the same day': { workers: 1, employers: 1, told: 'settled' },
} as const satisfies Record<string, { workers: number; employers: number; told: Told[] | 'settled' }>;

/** Long past, and so near that clocks ring under the course. */
const receivedOn = {
  'long ago': () => parseDay('2026-03-02'),
  lately: () => addDays(dayAt(Date.now()), -12),
};

async function begin(start: keyof typeof starts, when: keyof typeof receivedOn): Promise<Model> {
  const day = receivedOn[when]();
  const { workers, employers, told } = starts[start];
  const command = await city.orm.em.fork().transactional((em) =>
    takeIn(em, {
      id: randomUUID() as string as CommandId,
      intake: {
        ...{ channel: 'desk', district: '411303' as DistrictCode, place: '卧龙区某工地', since: day },
        workers: Array.from({ length: workers }, (_, no) => wholeWorker(`示例工${no + 1}`)),
        employers: Array.from({ length: employers }, (_, no) => wholeEmployer(`示例单位${no + 1}`)),
        claims: [{ head: 'wages', amount: fen(10_000), basis: '欠薪' }],
        facts: '欠薪一个月。',
      },
      receivedOn: day,
      by: city.people.clerk,
      fingerprint: '',
      at: new Date(),
      ...(told === 'settled'
        ? {
            settled: {
              asked: { amount: fen(10_000), satisfaction: 'satisfied' },
              texts: { terms: '当场付清。' },
            },
          }
        : {}),
    }),
  );
  const row = await city.orm.em.fork().findOneOrFail(CaseRecord, { id: command.caseId });
  const state = readSnapshot(row.snapshot) as DisputeState;
  const model: Model = { state, ended: {}, kinds: [], day, last: null, hasWorkflow: true };
  await expectAnswered(city, model, command, await city.sender.send(command), null);
  for (const [kind, detail] of told === 'settled' ? [] : told) {
    const owner = ownerOf(model.state);
    const by = Object.values(city.people).find(({ account }) => account === owner)!;
    const written = await write(city, model, { kind, by, on: day, detail });
    const sent = await city.sender.send(written.command);
    await expectAnswered(city, model, written.command, sent, written.word);
  }
  await expectAlike(city, model);
  return model;
}

/** Whether the workflow goes on from an earlier history of its own. */
async function wasContinued(id: DisputeState['id']): Promise<boolean> {
  const { events } = await city.client.workflow.getHandle(workflowIdOf('dispute', id)).fetchHistory();
  return Boolean(events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId);
}

test('the start of a course is already longer than one history', async () => {
  const { state } = await begin('agreed', 'long ago');
  expect(await wasContinued(state.id)).toBe(true);
});

test('a dispute answers and stands as the domain says, whoever sends what and whatever stops', async () => {
  const course = fc.commands(steps, { maxCommands: 40, size: 'max' });
  const from = fc.constantFrom(...(Object.keys(starts) as (keyof typeof starts)[]));
  const when = fc.constantFrom(...(Object.keys(receivedOn) as (keyof typeof receivedOn)[]));
  await fc.assert(
    fc.asyncProperty(from, when, course, async (start, received, commands) => {
      const model = await begin(start, received);
      await fc.asyncModelRun(() => ({ model, real: city }), commands);
      await expectAlike(city, model);
      await expectWhole(city);
    }),
    // What fails is made smaller for a while, not for an hour.
    { numRuns: 6, interruptAfterTimeLimit: 240_000, markInterruptAsFailure: true },
  );
}, 300_000);
