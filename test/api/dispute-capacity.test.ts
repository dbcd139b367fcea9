/** In what capacity a centre takes a case, and what that asks of its agreement: a second pair of eyes, a signing-off. */
import {
  consulted,
  type Desk,
  deskOf,
  detail,
  employer,
  mediated,
  promote,
  refused,
  sign,
  signaturesOf,
  terms,
  why,
} from './dispute-course.ts';
import { type Instance, startInstance } from './instance.ts';
import { act, later, received, until } from './law-acts.ts';

let city: Instance;
let desk: Desk;
beforeAll(async () => {
  city = await startInstance({ engine: true });
  desk = await deskOf(city);
}, 60_000);
afterAll(() => city.stop());

const row = (id: string, kind: string, changes: Record<string, unknown> = {}) => {
  const one = { from: '2026-01-01', until: null, of: null, signOff: false, ...changes };
  return city.orm.em.fork().execute(
    `insert into capacity (id, body, kind, valid_from, valid_until, of_body, is_sign_off_required, heading, confirmed)
     values (?, 'mediation-centre-411303', ?, ?, ?, ?, ?, '示例调解组织', true)`,
    [id, kind, one.from, one.until, one.of, one.signOff],
  );
};

describe('the capacity a case is taken in', () => {
  const ready = async (changes: object = {}) => {
    const id = await consulted(desk, { ...changes });
    await act(desk.mediator, id, 'record-consent', { on: '2026-03-04', isGiven: true });
    return id;
  };
  const capacityOf = async (id: string) => (await detail(desk.clerk, id)).capacity?.id;

  test('is the only one there is, unless another is chosen', async () => {
    const [plain, delegated] = [await ready(), await ready({ channel: 'court-delegated' })];
    await act(desk.mediator, plain, 'accept', { on: '2026-03-05' });
    expect(await capacityOf(plain)).toBe('people-mediation-411303');
    await act(desk.mediator, delegated, 'accept', { on: '2026-03-05' });
    expect(await capacityOf(delegated)).toBe('court-roster-411303');
    await row('enterprise', 'enterprise-committee');
    const chosen = await ready();
    await act(desk.mediator, chosen, 'accept', { on: '2026-03-05', capacity: 'enterprise' });
    expect(await capacityOf(chosen)).toBe('enterprise');
  });

  test('is missing, out of force, of another kind, of another centre or unknown', async () => {
    await row('lapsed', 'enterprise-committee', { until: '2026-03-04' });
    const [plain, entrusted] = [await ready(), await ready({ channel: 'arbitration-entrusted' })];
    const asked = (id: string, capacity?: string) =>
      refused(desk.mediator, id, 'accept', { on: '2026-03-05', ...(capacity ? { capacity } : {}) });
    expect(await asked(entrusted)).toEqual([422, 'capacity/missing']);
    expect(await asked(entrusted, 'people-mediation-411303')).toEqual([422, 'capacity/not-for-channel']);
    expect(await asked(plain, 'lapsed')).toEqual([422, 'capacity/not-in-force']);
    expect(await asked(plain, 'people-mediation-411302')).toEqual([422, 'capacity/unknown']);
    expect(await asked(plain, 'no-such-411303')).toEqual([422, 'capacity/unknown']);
    expect((await detail(desk.clerk, plain)).state).toBe('consulting');
  });

  test('is given by the court that sends the case, not by another', async () => {
    await row('roster-of-the-city', 'court-roster', { of: 'court-411300' });
    const court = await city.as('liaison-court');
    const brought = await court.post('/api/referrals', {
      ...{
        fromBody: 'court-411303',
        toBody: 'union-411303',
        channel: 'court-delegated',
        receivedOn: received,
      },
      ...{ contact: '0377-6000003', reason: '双方同意先行调解', request: '请调解' },
      ...{ workers: [{ name: '吴示例' }], employers: [employer(1)], place: '某仓库', since: '2025-11-30' },
      ...{ facts: '工资未付。', claims: [{ head: 'wages', amount: '8000.00', basis: '未付' }] },
    });
    const path = `/api/referrals/${brought.body.case}`;
    for (const step of ['receive', 'accept']) await desk.mediator.post(`${path}/${step}`, { on: received });
    const { child } = (await desk.mediator.get(path)).body as { child: { id: string } };
    await until(async () => (await desk.mediator.get(`/api/disputes/${child.id}`)).body.state === 'received');
    await act(desk.mediator, child.id, 'consult', { on: '2026-03-03', result: 'reached' });
    await act(desk.mediator, child.id, 'record-consent', { on: '2026-03-04', isGiven: true });
    const wrong = await desk.mediator.post(`/api/disputes/${child.id}/accept`, {
      on: '2026-03-05',
      capacity: 'roster-of-the-city',
    });
    expect(why(wrong)).toEqual([422, 'capacity/not-of-sender']);
  });
});

describe('a capacity whose papers are signed off', () => {
  const body = (signatures: object[]) => ({ signatures, mediatorOn: later, sealedOn: later });

  test('has its agreement checked and signed off by people who did not draft it, before anyone signs', async () => {
    await row('strict', 'enterprise-committee', { signOff: true });
    await promote(city, 'mediator-411303');
    const { mediator, manager: colleague } = desk;
    const id = await mediated(desk, {}, { capacity: 'strict' });
    const next = async () => (await detail(desk.clerk, id)).tasks.map((task) => task.why);
    expect((await detail(desk.clerk, id)).capacity).toEqual({
      ...{ id: 'strict', kind: 'enterprise-committee', isSignOffRequired: true },
    });
    expect(await refused(colleague, id, 'check-agreement')).toEqual([409, 'agreement/not-drafted']);
    await act(mediator, id, 'draft-agreement', terms);
    expect(await next()).toContain('check-agreement');
    // What the mediator may not do is not on the mediator's list.
    const mine = async (caller: typeof mediator) =>
      ((await caller.get('/api/tasks?limit=500')).body.items as { case: string; why: string }[])
        .filter((task) => task.case === id)
        .map(({ why }) => why);
    expect(await mine(mediator)).not.toContain('check-agreement');
    expect(await mine(colleague)).toContain('check-agreement');
    const signatures = await signaturesOf(desk.clerk, id);
    expect(await refused(mediator, id, 'sign-agreement', body(signatures))).toEqual([
      409,
      'agreement/not-signed-off',
    ]);
    expect(await refused(mediator, id, 'check-agreement')).toEqual([403, 'agreement/own-draft']);
    expect(await refused(desk.clerk, id, 'check-agreement')).toEqual([403, 'case/not-yours-to-do']);
    expect(await refused(colleague, id, 'sign-off-agreement')).toEqual([409, 'agreement/not-checked']);
    await act(colleague, id, 'check-agreement', { note: '条款完整' });
    expect(await next()).toContain('sign-off-agreement');
    expect(await refused(mediator, id, 'sign-agreement', body(signatures))).toEqual([
      409,
      'agreement/not-signed-off',
    ]);
    expect(await refused(mediator, id, 'sign-off-agreement')).toEqual([403, 'agreement/own-draft']);
    await act(colleague, id, 'sign-off-agreement');
    expect(await next()).toContain('collect-signatures');
    // A new draft has been seen by nobody.
    await act(mediator, id, 'draft-agreement', { ...terms, place: '第二调解室' });
    expect(await refused(mediator, id, 'sign-agreement', body(signatures))).toEqual([
      409,
      'agreement/not-signed-off',
    ]);
    await act(colleague, id, 'check-agreement');
    await act(colleague, id, 'sign-off-agreement');
    await sign(desk, id);
    expect(await detail(desk.clerk, id)).toMatchObject({
      state: 'agreed',
      agreement: { checkedBy: expect.any(String), signedOffOn: later, effectiveOn: later },
      papers: expect.arrayContaining([
        expect.objectContaining({ kind: 'agreement', issuer: '示例调解组织' }),
      ]),
    });
  });
});
