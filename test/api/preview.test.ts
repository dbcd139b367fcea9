/** Before an act with legal effect: what it would do is said by the rules that then do it, and nothing is written. */
import { consulted, type Desk, deskOf, detail } from './dispute-course.ts';
import { type Instance, startInstance } from './instance.ts';
import { act } from './law-acts.ts';

let city: Instance;
let desk: Desk;
beforeAll(async () => {
  city = await startInstance({ engine: true });
  desk = await deskOf(city);
});
afterAll(() => city.stop());

type Preview = {
  sentence: string;
  stateName: string;
  stateAfterName: string;
  starts: { name: string; dueOn: string; explanation: string[] }[];
  ends: { name: string; outcome: string }[];
  papers: string[];
  next: { sentence: string; dueOn: string }[];
};

const preview = (id: string, kind: string, asked: object = {}) =>
  desk.mediator.post(`/api/disputes/${id}/preview`, { act: kind, asked });

test('what accepting would start, end and issue is what it then does', async () => {
  const id = await consulted(desk);
  await act(desk.mediator, id, 'record-consent', { on: '2026-03-04', isGiven: true });
  const before = await detail(desk.mediator, id);
  const { status, body } = await preview(id, 'accept', { on: '2026-03-05' });
  expect(status).toBe(200);
  const shown = body as unknown as Preview;
  expect(shown.stateAfterName).not.toBe(shown.stateName);
  expect((await detail(desk.mediator, id)).seq).toBe(before.seq);
  await act(desk.mediator, id, 'accept', { on: '2026-03-05' });
  const after = await detail(desk.mediator, id);
  const clockOf = (name: string) => after.clocks.find((one) => one.name === name);
  expect(shown.starts.length).toBeGreaterThan(0);
  for (const { name, dueOn, explanation } of shown.starts)
    expect(clockOf(name)).toMatchObject({ dueOn, explanation, endedOn: null });
  expect(shown.ends.length).toBeGreaterThan(0);
  for (const { name, outcome } of shown.ends) expect(clockOf(name)).toMatchObject({ outcome });
  expect(after.papers.length - before.papers.length).toBe(shown.papers.length);
  expect(shown.papers.length).toBeGreaterThan(0);
  const { stateName, tasks } = after;
  expect(shown.stateAfterName).toBe(stateName);
  expect(shown.next.map(({ sentence, dueOn }) => `${sentence} ${dueOn}`).sort()).toEqual(
    tasks.map(({ sentence, dueOn }) => `${sentence} ${dueOn}`).sort(),
  );
});

test('what the act would refuse, its preview refuses in the same words', async () => {
  const id = await consulted(desk);
  const previewed = await preview(id, 'accept');
  const done = await desk.mediator.post(`/api/disputes/${id}/accept`, {});
  expect(previewed.status).toBe(done.status);
  expect(previewed.body.detail).toBe(done.body.detail);
});

test('a field left out is named as the act names it', async () => {
  const id = await consulted(desk);
  const { status, body } = await preview(id, 'decline', { reason: 'refused' });
  expect(status).toBe(400);
  expect((body.fields as { path: string }[]).map(({ path }) => path)).toContain('note');
});
