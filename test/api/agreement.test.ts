/** An agreement over the API: what its paper states, in what order its days stand, and its end where money stays owed. */
import type { CaseId } from '../../src/domain/ids.ts';
import { Paper } from '../../src/persistence/paper.entity.ts';
import { aDisputeTakenIn } from './bodies.ts';
import type { Caller } from './caller.ts';
import { type Instance, startInstance } from './instance.ts';
import { act, later, received, type Shown, shown } from './law-acts.ts';

let city: Instance;
let clerk: Caller;
let mediator: Caller;
beforeAll(async () => {
  city = await startInstance({ engine: true });
  [clerk, mediator] = [await city.as('clerk'), await city.as('mediator-411303')];
}, 60_000);
afterAll(() => city.stop());

const terms = {
  ...{
    on: later,
    door: 'none',
    lockInAt: '双方选择不办理',
    place: '调解室',
    item: '工资',
    method: '银行转账',
  },
  instalments: [{ dueOn: '2026-03-20', amount: '12600.00' }],
  ...{ breach: '逾期可以申请仲裁。', settlesAll: true },
};
const partyOf = ({ parties }: Shown, side: string) => parties.find((one) => one.side === side)?.id;

/** A dispute whose session is held on 16 March 2026; the employer's representative has a title where one is given. */
async function mediated(
  changes: Record<string, unknown> = {},
  title: object = { representativeTitle: '总经理' },
) {
  const id = await aDisputeTakenIn(clerk, { facts: `协议${JSON.stringify({ changes, title })}`, ...changes });
  const dispute = await shown(clerk, id);
  await act(mediator, id, 'complete-party', {
    ...{
      party: partyOf(dispute, 'worker'),
      gender: '男',
      bornOn: '1985-06-15',
      idNumber: '411303198506150014',
    },
  });
  await act(mediator, id, 'complete-party', {
    ...{ party: partyOf(dispute, 'employer'), representative: '吴示例', address: '示例路1号', ...title },
  });
  await act(mediator, id, 'consult', { on: received, result: 'reached' });
  await act(mediator, id, 'record-consent', { isGiven: true });
  await act(mediator, id, 'accept');
  await act(mediator, id, 'plan-session', { plannedOn: later, place: '调解室' });
  await act(mediator, id, 'hold-session', { no: 1, minutes: '双方同意。' });
  return id;
}

async function signed(place: string): Promise<string> {
  const id = await mediated({ place });
  await act(mediator, id, 'draft-agreement', terms);
  const dispute = await shown(clerk, id);
  const signature = (side: string, authority: string) => ({
    party: partyOf(dispute, side),
    on: later,
    authority,
  });
  await act(mediator, id, 'sign-agreement', {
    signatures: [signature('worker', 'self'), signature('employer', 'legal-representative')],
    ...{ mediatorOn: later, sealedOn: later },
  });
  return id;
}

const factsOf = async (id: string) => {
  const where = { caseId: id as CaseId, kind: 'agreement' };
  const [paper] = await city.orm.em.fork().find(Paper, where, { orderBy: { seq: 'desc' }, limit: 1 });
  return (paper?.facts as { facts: Record<string, unknown> } | undefined)?.facts;
};
const asked = async (id: string, kind: string, body: object) => {
  const answer = await mediator.post(`/api/disputes/${id}/${kind}`, body);
  return { ...answer, short: [answer.status, answer.body.code] };
};

test('between several an agreement says who pays whom', async () => {
  const one = await mediated({
    workers: [{ name: '周大明', phone: '13800000001', address: '七一路1号' }, { name: '李小明' }],
  });
  const { short, body } = await asked(one, 'draft-agreement', terms);
  expect(short).toEqual([422, 'agreement/shares-missing']);
  expect(body.detail).toContain('本案有劳动者 2 名、用人单位 1 家，请逐人写明');
});

test('the paper states the title of the representative, and is refused without it', async () => {
  const { short, body } = await asked(await mediated({}, {}), 'draft-agreement', terms);
  expect(short).toEqual([422, 'paper/blank-without-fact']);
  expect(body.detail).toContain('职务');
});

test('a head of pay among the claims opens the payment order, and a door stays open as long as the law says', async () => {
  const claims = [
    { head: 'confirm-relation', amount: '0', basis: '没有合同' },
    { head: 'overtime', amount: '12600.00', basis: '加班' },
  ];
  const one = await mediated({ claims });
  await act(mediator, one, 'draft-agreement', terms);
  expect(await factsOf(one)).toMatchObject({
    payments: [{ opensPaymentOrder: true }],
    lockIn: { door: 'none' },
  });
  for (const [door, days] of [
    ['arbitration-review', 15],
    ['judicial-confirmation', 30],
  ] as const) {
    const other = await mediated({ place: door });
    await act(mediator, other, 'draft-agreement', { ...terms, door, lockInAt: '卧龙区' });
    expect(await factsOf(other)).toMatchObject({ lockIn: { door, days } });
  }
});

test('days stand in the order in which things can have happened', async () => {
  const id = await signed('先后');
  const { short, body } = await asked(id, 'record-payment', {
    on: '2026-03-15',
    instalment: 1,
    amount: '1.00',
  });
  expect(short).toEqual([422, 'day/before-step']);
  expect(body.detail).toBe('办理日期 2026-03-15 早于“记录签字盖章”的日期 2026-03-16，请核对先后');
});

test('after a default the file is closed with a reason and a note, and keeps what was agreed', async () => {
  const id = await signed('违约');
  await act(mediator, id, 'declare-default', { on: '2026-03-23', instalment: 1, note: '未付' });
  await mediator.getSettled((await shown(mediator, id)).papers[0]?.file ?? '');
  const reason = 'handed-to-enforcement';
  expect((await asked(id, 'close', { on: '2026-03-24' })).short).toEqual([
    422,
    'dispute/close-reason-missing',
  ]);
  expect((await asked(id, 'close', { on: '2026-03-24', reason })).short).toEqual([400, 'input/invalid']);
  expect((await asked(id, 'close', { on: '2026-03-22', reason, note: '早' })).short).toEqual([
    422,
    'day/before-step',
  ]);
  await act(mediator, id, 'close', { on: '2026-03-24', reason, note: '已向法院申请强制执行' });
  const closed = (await mediator.get(`/api/disputes/${id}`)).body;
  expect(closed).toMatchObject({
    ...{ state: 'closed', closeReason: reason, tasks: [] },
    agreement: { instalments: [{ amount: '12600.00', paid: '0.00' }] },
  });
});
