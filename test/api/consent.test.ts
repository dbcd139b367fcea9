/** What parties agree to about their information, and when they no longer do: events of the case. */
import { randomUUID } from 'node:crypto';
import { type Desk, deskOf, detail, refused, taken } from './dispute-course.ts';
import { type Instance, startInstance } from './instance.ts';
import { act } from './law-acts.ts';

let city: Instance;
let desk: Desk;
let id: string;
let party: string;
beforeAll(async () => {
  city = await startInstance({ engine: true });
  desk = await deskOf(city);
  id = await taken(desk);
  party = (await detail(desk.clerk, id)).parties[0]!.id;
}, 60_000);
afterAll(() => city.stop());

const ACT = 'record-privacy-consent';
const consent = (more: object = {}) => ({
  ...{ party, matter: 'privacy-notice', isGiven: true, notice: '2026-1', way: 'signed-paper', ...more },
});
const listed = async () => (await desk.auditor.get(`/api/disputes/${id}/consents`)).body.items;

test('is recorded with what, how and by whom; withdrawn it stays on record', async () => {
  const share = { matter: 'share-with-body', body: 'court-411303', way: 'oral-on-record', note: '电话录音' };
  await act(desk.clerk, id, ACT, consent());
  await act(desk.mediator, id, ACT, consent(share));
  await act(desk.mediator, id, ACT, consent({ ...share, isGiven: false }));
  expect(await listed()).toMatchObject([
    { matter: 'share-with-body', body: 'court-411303', isGiven: false, isCurrent: true },
    { matter: 'share-with-body', wayName: '口头，有记录', isGiven: true, isCurrent: false },
    {
      ...consent(),
      matterName: '已阅告知书并同意',
      isCurrent: true,
      recordedBy: expect.stringContaining('窗口'),
    },
  ]);
});

test.each([
  ['a party of another case', { party: randomUUID() }, 422, 'party/unknown'],
  ['evidence that is not on the case', { evidence: randomUUID() }, 422, 'evidence/unknown'],
  ['a version there never was', { notice: '1999-1' }, 400, 'input/invalid'],
  ['sharing with nobody', { matter: 'share-with-body' }, 400, 'input/invalid'],
  ['a body beside the point', { body: 'court-411303' }, 400, 'input/invalid'],
  ['a body that is not', { matter: 'share-with-body', body: 'nobody' }, 422, 'body/unknown'],
])('with %s it is refused', async (_what, more, status, code) => {
  const before = await listed();
  expect(await refused(desk.clerk, id, ACT, consent(more))).toEqual([status, code]);
  expect(await listed()).toEqual(before);
});

test('another district neither reads nor records it', async () => {
  const stranger = await city.as('mediator-411302');
  expect((await stranger.get(`/api/disputes/${id}/consents`)).status).toBe(404);
  expect(await refused(stranger, id, ACT, consent())).toEqual([404, 'case/not-found']);
  expect(await refused(desk.manager, id, ACT, consent())).toEqual([403, 'case/not-yours-to-do']);
});
