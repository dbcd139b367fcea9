/** Papers of cases without a labour relation, which go to court as a contract's, and of firms that come through who represents them. */
import type { PartyKind } from '../../src/domain/dispute/party-kinds.ts';
import type { PartyId } from '../../src/domain/ids.ts';
import type { Intake } from '../../src/persistence/dispute.repository.ts';
import { eightFields, startTown, ToldCase, type Town } from './told-case.ts';

let town: Town;
beforeAll(async () => {
  town = await startTown();
}, 120_000);
afterAll(() => town.stop());

const CAPACITY = {
  id: 'people-mediation-411303',
  kind: 'people-mediation',
  isSignOffRequired: false,
} as const;
const ARBITRATION = /申请仲裁的时效|仲裁时效中断|仲裁时效期间内|依法申请仲裁|劳动关系存续期间|不受上述一年/;
const CIVIL = '诉讼时效期间为三年';

/** What the notice of acceptance and that of termination say of a worker of this kind. */
async function noticesOf(kind: PartyKind, heads: Intake['claims'][number]['head'][] = ['wages']) {
  const told = await ToldCase.takenIn(town, {
    ...eightFields,
    workers: [{ name: '钱骑', kind }],
    claims: heads.map((head) => ({ ...eightFields.claims[0]!, head })),
  });
  await told.on('2026-03-03').act('consult', { result: 'reached' });
  await told.act('record-consent', { isGiven: true });
  const accepting = await told.act('accept', { capacity: CAPACITY });
  const ending = await told.on('2026-03-10').act('fail', { reason: 'too-far-apart' }, { note: '分歧大' });
  return [...accepting, ...ending].map(({ kind: paper, read }) => ({ paper, text: read.text }));
}

test.each<PartyKind>(['platform', 'service'])(
  'a worker (%s) without a labour relation is told of the court’s years',
  async (kind) => {
    const notices = await noticesOf(kind);
    expect(notices.map(({ paper }) => paper)).toEqual(['acceptance-notice', 'termination']);
    for (const { text } of notices) {
      expect(text).toContain(CIVIL);
      expect(text).not.toMatch(ARBITRATION);
    }
  },
);

test.each<[PartyKind, Intake['claims'][number]['head'][]]>([
  ['employee', ['wages']],
  ['platform', ['confirm-relation', 'wages']],
])('one (%s, %j) whose way is arbitration is told of its year', async (kind, heads) => {
  for (const { text } of await noticesOf(kind, heads)) {
    expect(text).toMatch(ARBITRATION);
    expect(text).not.toContain(CIVIL);
  }
});

test('a firm that came through its representative is in the minutes as having come', async () => {
  const told = (await ToldCase.takenIn(town, eightFields)).on('2026-03-03');
  const [worker, firm] = (await told.parties()) as [PartyId, PartyId];
  await told.act('complete-party', { party: firm }, { representative: '李堃' });
  await told.act('consult', { result: 'reached' });
  await told.act('record-consent', { isGiven: true });
  await told.act('accept', { capacity: CAPACITY });
  await told.act('plan-session', { plannedOn: '2026-03-03' as never }, { place: '第一调解室' });
  const attendance = [
    { party: worker, presence: 'self' },
    { party: firm, presence: 'representative' },
  ] as const;
  await told.act('hold-session', { no: 1, attendance }, { minutes: '双方到场。' });
  const [minutes] = await told.act('issue-papers', { papers: [{ kind: 'minutes', about: '1' }] });
  expect(minutes!.read.text).toContain('南阳示例建筑劳务有限公司李堃法定代表人或者负责人');
});
