/** An agreement: its terms, who may sign it with what authority, its scan, its door, and the papers that are had on demand. */
import type { Caller } from './caller.ts';
import {
  type Desk,
  deskOf,
  detail,
  drawn,
  employer,
  mediated,
  refused,
  running,
  sidesOf,
  sign,
  signaturesOf,
  signed,
  terms,
  why,
  worker,
} from './dispute-course.ts';
import { type Instance, startInstance } from './instance.ts';
import { act, later } from './law-acts.ts';

let city: Instance;
let desk: Desk;
let mediator: Caller;
beforeAll(async () => {
  city = await startInstance({ engine: true });
  desk = await deskOf(city);
  mediator = desk.mediator;
}, 60_000);
afterAll(() => city.stop());

describe('terms', () => {
  let id: string;
  let parties: Awaited<ReturnType<typeof sidesOf>>;
  beforeAll(async () => {
    id = await mediated(desk, { workers: [worker(1), worker(2)] });
    parties = await sidesOf(desk.clerk, id);
  });
  const share = (place: number, amount: string) => ({
    ...{ payer: parties.employers[0], payee: parties.workers[place], amount },
  });
  const both = () => [share(0, '6000.00'), share(1, '6600.00')];
  const one = (changes: object = {}) => ({
    dueOn: '2026-03-20',
    amount: '12600.00',
    shares: both(),
    ...changes,
  });
  const duty = (dueOn: string, said = '开具离职证明', who = parties.employers[0]) => ({
    who,
    duty: said,
    dueOn,
  });
  const draft = (changes: object) =>
    mediator.post(`/api/disputes/${id}/draft-agreement`, { ...terms, instalments: [one()], ...changes });

  test.each<[field: string, phrase: string, changes: () => object]>([
    ['method', '工程款到账后', () => ({ method: '工程款到账后五日内支付' })],
    ['breach', '尽快', () => ({ breach: '逾期的，单位尽快付清。' })],
    ['duty', '有能力时', () => ({ duties: [duty('2026-03-20', '有能力时开具离职证明')] })],
  ])(
    'that wait for something (%s) are refused with the words and the field',
    async (field, phrase, changes) => {
      const answer = await draft(changes());
      expect(why(answer)).toEqual([422, 'agreement/conditional-term']);
      expect(answer.body.facts).toEqual({ field, phrase: expect.stringContaining(phrase) });
      expect(answer.body.detail).toContain(`“${phrase}`);
      expect((await detail(desk.clerk, id)).agreement).toBeNull();
    },
  );

  test('of more lines than one agreement may hold are refused with their number', async () => {
    const many = (count: number) => Array.from({ length: count }, () => share(0, '1.00'));
    const lots = (last: number) => [
      ...Array.from({ length: 15 }, () => one({ shares: many(400) })),
      one({ shares: many(last) }),
    ];
    const answer = await draft({ instalments: lots(1) });
    expect(why(answer)).toEqual([400, 'input/invalid']);
    expect(answer.text).toContain('逐人明细各期合计 6001 条，一份协议最多 6000 条');
    // As many as it may hold pass the door: what is wrong with them is their sum.
    const full = await draft({ instalments: lots(1).slice(0, 15) });
    expect(why(full)).toEqual([422, 'agreement/shares-do-not-add-up']);
  });

  test.each<[what: string, changes: () => object, answer: unknown[]]>([
    [
      'with shares that do not add up',
      () => ({ instalments: [one({ amount: '12600.01' })] }),
      [422, 'agreement/shares-do-not-add-up'],
    ],
    [
      'without a member',
      () => ({ instalments: [one({ amount: '6000.00', shares: [share(0, '6000.00')] })] }),
      [422, 'agreement/member-left-out'],
    ],
    [
      'without saying who pays whom',
      () => ({ instalments: [one({ shares: undefined })] }),
      [422, 'agreement/shares-missing'],
    ],
    [
      'that pay nothing',
      () => ({ instalments: [one({ amount: '0.00', shares: [share(0, '0.00')] })] }),
      [422, 'money/not-positive'],
    ],
    [
      'that pay a firm',
      () => ({ instalments: [one({ shares: [{ ...share(0, '12600.00'), payee: parties.employers[0] }] })] }),
      [422, 'party/not-a-member'],
    ],
    [
      'paid by a worker',
      () => ({ instalments: [one({ shares: [{ ...share(0, '12600.00'), payer: parties.workers[0] }] })] }),
      [422, 'party/not-an-employer'],
    ],
    [
      'due before they are written',
      () => ({ instalments: [one({ dueOn: '2026-03-15' })] }),
      [422, 'agreement/day-not-after'],
    ],
    ['of nothing at all', () => ({ instalments: [] }), [422, 'agreement/no-instalments']],
    [
      'with a stranger’s duty',
      () => ({ duties: [duty('2026-03-20', '开具离职证明', id)] }),
      [422, 'party/unknown'],
    ],
    ['with a duty of yesterday', () => ({ duties: [duty('2026-03-15')] }), [422, 'agreement/day-not-after']],
    [
      'for a court that confirms payments alone',
      () => ({
        door: 'judicial-confirmation',
        duties: [duty('2026-03-20')],
      }),
      [422, 'agreement/door-not-open'],
    ],
    ['before the session they come from', () => ({ on: '2026-03-09' }), [422, 'day/before-step']],
  ])('%s are refused', async (_what, changes, answer) => {
    expect(why(await draft(changes()))).toEqual(answer);
    expect((await detail(desk.clerk, id)).agreement).toBeNull();
  });

  test('of two workers with a duty stand as they were written, by day, and a new draft voids the old', async () => {
    const duties = [duty('2026-03-25')];
    const halves = [one({ dueOn: '2026-04-20' }), one()];
    expect((await draft({ instalments: halves, duties })).status).toBe(200);
    const { agreement } = await detail(desk.clerk, id);
    expect(agreement).toMatchObject({
      instalments: [
        {
          no: 1,
          dueOn: '2026-03-20',
          amount: '12600.00',
          paid: '0.00',
          shares: [{ amount: '6000.00' }, { amount: '6600.00' }],
        },
        { no: 2, dueOn: '2026-04-20' },
      ],
      duties: [{ no: 1, who: parties.employers[0], dueOn: '2026-03-25', doneOn: null }],
    });
    expect((await draft({})).status).toBe(200);
    const papers = (await drawn(mediator, id)).filter(({ kind }) => kind === 'agreement');
    expect(papers.map((paper) => paper.status === 'void')).toEqual(
      papers.map((paper) => paper.id === agreement?.paper),
    );
    expect(papers).toHaveLength(2);
  });
});

test('everyone signs with an authority that is theirs', async () => {
  const id = await mediated(desk, { employers: [employer(1), employer(2)] });
  const { workers, employers } = await sidesOf(desk.clerk, id);
  const shares = employers.map((payer) => ({ payer, payee: workers[0], amount: '6300.00' }));
  await act(mediator, id, 'draft-agreement', {
    ...terms,
    instalments: [{ dueOn: '2026-03-20', amount: '12600.00', shares }],
  });
  const all = await signaturesOf(desk.clerk, id);
  const asked = (signatures: object[], days: object = {}) =>
    refused(mediator, id, 'sign-agreement', { signatures, mediatorOn: later, sealedOn: later, ...days });
  const withLast = (authority: string) => [...all.slice(0, 2), { ...all[2], authority }];
  expect(await asked(withLast('self'))).toEqual([422, 'agreement/authority-not-of-side']);
  expect(await asked([{ ...all[0], authority: 'legal-representative' }, ...all.slice(1)])).toEqual([
    422,
    'agreement/authority-not-of-side',
  ]);
  expect(await asked(withLast('agent-with-special-authority'))).toEqual([
    422,
    'agreement/agent-without-authority',
  ]);
  const agent = { party: employers[1], name: '贾示例', occupation: '法务', phone: '13800000099' };
  await act(desk.clerk, id, 'appoint-agent', { ...agent, scope: 'general' });
  expect(await asked(withLast('agent-with-special-authority'))).toEqual([
    422,
    'agreement/agent-without-authority',
  ]);
  expect(await asked(all.slice(0, 2))).toEqual([422, 'agreement/signature-missing']);
  expect(await asked(all, { sealedOn: '2026-03-17' })).toEqual([422, 'day/reversed']);
  expect(await asked(all, { mediatorOn: '2026-03-15' })).toEqual([422, 'day/reversed']);
  await act(desk.clerk, id, 'appoint-agent', { ...agent, scope: 'special' });
  await act(mediator, id, 'sign-agreement', {
    signatures: withLast('agent-with-special-authority'),
    mediatorOn: later,
    sealedOn: later,
  });
  expect(await detail(desk.clerk, id)).toMatchObject({ state: 'agreed', concludedOn: later });
});

test('the signed copy comes back as a scan that was uploaded before', async () => {
  const id = await signed(desk);
  expect(await refused(desk.clerk, id, 'scan-back', { evidence: id })).toEqual([422, 'evidence/unknown']);
  const form = new FormData();
  form.set('on', later);
  form.set('file', new Blob(['%PDF-1.7\n%signed\n%%EOF\n']), '签字扫描件.pdf');
  const headers = {
    cookie: desk.clerk.headers.cookie ?? '',
    'x-csrf-token': desk.clerk.headers['x-csrf-token'] ?? '',
  };
  const sent = await fetch(`${city.url}/api/disputes/${id}/evidence`, {
    method: 'POST',
    headers,
    body: form,
  });
  expect(sent.status).toBe(201);
  const [file] = (await desk.clerk.get(`/api/disputes/${id}/evidence`)).body.items as { id: string }[];
  await act(desk.clerk, id, 'scan-back', { evidence: file?.id });
  expect((await detail(desk.clerk, id)).agreement?.scan).toBe(file?.id);
});

test.each([
  ['arbitration-review', 'agreement.arbitration-review', 'granted'],
  ['judicial-confirmation', 'agreement.judicial-confirmation', 'refused'],
] as const)('%s is applied for together, then decided', async (door, rule, outcome) => {
  const id = await mediated(desk);
  expect(await refused(mediator, id, 'apply-lock-in')).toEqual([409, 'case/not-in-this-state']);
  await act(mediator, id, 'draft-agreement', { ...terms, door, lockInAt: '卧龙区' });
  await sign(desk, id);
  expect(running(await detail(desk.clerk, id))[rule]).toMatchObject({ startedOn: later });
  expect(await refused(mediator, id, 'apply-lock-in', { on: '2026-03-15' })).toEqual([
    422,
    'day/before-step',
  ]);
  await act(mediator, id, 'apply-lock-in', { on: '2026-03-17' });
  const applied = running(await detail(desk.clerk, id));
  expect([applied[rule], applied[`${rule}.decide`]]).toMatchObject([undefined, { startedOn: '2026-03-17' }]);
  expect(await refused(mediator, id, 'apply-lock-in')).toEqual([409, 'agreement/already-applied']);
  await act(mediator, id, 'lock-in', { on: '2026-03-27', outcome });
  const dispute = await detail(desk.clerk, id);
  expect(dispute.agreement).toMatchObject({ appliedOn: '2026-03-17', lockedIn: outcome });
  expect(running(dispute)[`${rule}.decide`]).toBeUndefined();
  expect(await refused(mediator, id, 'lock-in', { outcome })).toEqual([409, 'agreement/already-locked-in']);
});

test('an agreement without a door is not locked in', async () => {
  const id = await signed(desk);
  for (const [kind, body] of [
    ['apply-lock-in', {}],
    ['lock-in', { outcome: 'waived' }],
  ] as const)
    expect(await refused(mediator, id, kind, body)).toEqual([422, 'agreement/door-not-open']);
});
