/** A worker or an employer follows its own case by receipt number and check code, without an account and without script. */
import { upload } from './applicants.ts';
import { aDisputeTakenIn } from './bodies.ts';
import type { Caller } from './caller.ts';
import { deskOf, detail, mediated } from './dispute-course.ts';
import { type Instance, startInstance } from './instance.ts';
import { act, anAgreement, severance } from './law-acts.ts';
import { Phone } from './phone.ts';
import { aSlip, aVisit, enter } from './visits.ts';

let city: Instance;
let clerk: Caller;
beforeAll(async () => {
  city = await startInstance({ engine: true });
  clerk = await city.as('clerk');
}, 60_000);
afterAll(() => city.stop());

const MINUTE = 60_000;
const taken = (facts: string) => aDisputeTakenIn(clerk, { facts });

describe('coming in', () => {
  test('number and code are typed in as they stand on the slip, in any case', async () => {
    const { number, code } = await aSlip(clerk, await taken('手工输入查询码'), 'worker');
    expect(code).toMatch(/^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/);
    const phone = new Phone(city.url);
    const seen = await enter(phone, { number: ` ${number} `, code: ` ${code.toLowerCase()} ` });
    expect([seen.status, seen.path]).toEqual([200, '/follow/case']);
    expect(seen.headers.get('cache-control')).toBe('no-store');
  });

  test('the QR code of the slip opens the case', async () => {
    const { number, code } = await aSlip(clerk, await taken('扫码'), 'worker');
    const seen = await new Phone(city.url).get(`/follow/code/${number}/${code.replace('-', '')}`);
    expect([seen.status, seen.path]).toEqual([200, '/follow/case']);
  });

  test('a number that never was and a wrong code are answered alike', async () => {
    const { number, code } = await aSlip(clerk, await taken('输错'), 'worker');
    const other = await aSlip(clerk, await taken('另一件'), 'worker');
    const without = (text: string) => text.replace(/value="[^"]*"/g, '').replace(/\d{4}-\d{6}/g, '');
    const answers = [];
    for (const wrong of [
      { number, code: 'ABCD-EFGH' },
      { number: '2026-999999', code },
      { number, code: other.code },
      { number: 'x', code: 'y' },
    ])
      answers.push(await enter(new Phone(city.url), wrong));
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect(new Set(answers.map(({ text }) => without(text))).size).toBe(1);
    expect(answers[0]?.text).toContain('编号和查询码对不上');
  });

  test('each side comes in by its own code', async () => {
    const dispute = await taken('两方各自的码');
    const [worker, employer] = [
      await aSlip(clerk, dispute, 'worker'),
      await aSlip(clerk, dispute, 'employer'),
    ];
    expect(worker.code).not.toBe(employer.code);
    for (const slip of [worker, employer])
      expect((await enter(new Phone(city.url), slip)).path).toBe('/follow/case');
  });

  test('a new code makes the old one void, and ends the pages it had opened', async () => {
    const dispute = await taken('换发');
    const old = await aSlip(clerk, dispute, 'worker');
    const phone = new Phone(city.url);
    await enter(phone, old);
    const next = await aSlip(clerk, dispute, 'worker');
    expect((await phone.get('/follow/case')).path).toBe('/follow?next=%2Ffollow%2Fcase');
    expect((await enter(phone, old)).status).toBe(404);
    expect((await enter(phone, next)).path).toBe('/follow/case');
  });

  test('codes cannot be tried out', async () => {
    // Another address than the other tests': its count is its own.
    const alone = await startInstance({ engine: false });
    const phone = new Phone(alone.url);
    let last = await enter(phone, { number: '2026-000001', code: 'ABCDEFGH' });
    for (let tries = 0; tries < 40 && last.status !== 429; tries += 1)
      last = await enter(phone, { number: '2026-000001', code: 'ABCDEFGH' });
    expect([last.status, last.headers.get('retry-after')]).toEqual([429, expect.stringMatching(/^\d+$/)]);
    await alone.stop();
  });
});

describe('the visit', () => {
  test('without one the page asks for the code, and then comes back to where it was', async () => {
    const slip = await aSlip(clerk, await taken('回到原页'), 'worker');
    const phone = new Phone(city.url);
    const asked = await phone.get('/follow/case');
    expect([asked.status, asked.path]).toEqual([200, '/follow?next=%2Ffollow%2Fcase']);
    expect((await enter(phone, slip)).path).toBe('/follow/case');
  });

  test('it leads nowhere but to pages of the visit', async () => {
    const slip = await aSlip(clerk, await taken('别处的地址'), 'worker');
    for (const next of ['//example.org', 'https://example.org', '/follow/../console', '/api/me'])
      expect(
        (
          await new Phone(city.url).fill(
            `/follow?next=${encodeURIComponent(next)}`,
            { receiptNumber: slip.number, checkCode: slip.code },
            '/follow',
          )
        ).path,
      ).toBe('/follow/case');
  });

  test('it ends when it is left, and after half an hour without use', async () => {
    const dispute = await taken('退出和过期');
    const left = await aVisit(city.url, clerk, dispute, 'worker');
    const seen = await left.fill('/follow/case', {}, '/follow/leave');
    expect([seen.path, seen.text]).toEqual(['/follow?left', expect.stringContaining('已经退出')]);
    expect((await left.get('/follow/case')).path).toBe('/follow?next=%2Ffollow%2Fcase');

    const phone = await aVisit(city.url, clerk, dispute, 'worker');
    city.later(29 * MINUTE);
    expect((await phone.get('/follow/case')).path).toBe('/follow/case');
    city.later(29 * MINUTE);
    expect((await phone.get('/follow/case')).path).toBe('/follow/case');
    city.later(31 * MINUTE);
    expect((await phone.get('/follow/case')).path).toBe('/follow?next=%2Ffollow%2Fcase');
  });

  test('the database keeps neither the code nor what the cookie says', async () => {
    const { number, code } = await aSlip(clerk, await taken('只存摘要'), 'worker');
    const phone = new Phone(city.url);
    await enter(phone, { number, code });
    const token = phone.cookies.get('wanhe_visit') ?? '';
    expect(token).toMatch(/^[\w-]{43}$/);
    const rows = await city.orm.em
      .fork()
      .execute<{ all: string }[]>(
        `select (select string_agg(c::text, ' ') from party_code c) || (select string_agg(v::text, ' ') from party_visit v) as all`,
      );
    expect(rows[0]?.all).not.toContain(token);
    expect(rows[0]?.all).not.toContain(code.replace('-', ''));
    expect(city.log.join('\n')).not.toContain(code.replace('-', ''));
  });
});

test('the slip is printed by who ordered it; whoever else reads the case is told to order another', async () => {
  const dispute = await taken('回执只给本人');
  await aSlip(clerk, dispute, 'worker');
  const mediator = await city.as('mediator-411303');
  const { papers } = (await mediator.get(`/api/disputes/${dispute}`)).body as {
    papers: { kind: string; file: string }[];
  };
  const slip = papers.find(({ kind }) => kind === 'receipt-slip')!;
  expect((await clerk.get(slip.file)).status).toBe(200);
  expect((await mediator.get(slip.file)).body.code).toBe('paper/of-its-party');
});

test('that a code was given is an event saying to whom, and not which', async () => {
  const dispute = await taken('发码的记录');
  const { party, code } = await aSlip(clerk, dispute, 'employer');
  const { body } = await clerk.get(`/api/disputes/${dispute}/events`);
  const given = (body.items as { kind: string; facts: object }[]).find(
    ({ kind }) => kind === 'check-code-given',
  );
  expect(given).toMatchObject({ facts: { party } });
  const plain = code.replace('-', '');
  expect(JSON.stringify(body)).not.toMatch(new RegExp(`${plain}|${code}`));
});

describe('what a party sees', () => {
  const confidential = '老板私下说最多出八千';
  let dispute: string;
  beforeAll(async () => {
    const mediator = await city.as('mediator-411303');
    dispute = await anAgreement(clerk, mediator);
    const note = await mediator.post(`/api/disputes/${dispute}/add-note`, { note: confidential });
    expect(note.status).toBe(200);
  }, 60_000);

  test.each([
    ['worker', ['您应当收到的款项', '12600.00', '2027-02-05', '用人单位', '受理通知书', '调解协议书']],
    ['employer', ['您应当支付的款项', '12600.00', '2027-02-05', '受理通知书', '调解协议书']],
  ] as const)(
    'the %s sees where it stands, its own money and papers, and nobody’s numbers',
    async (side, said) => {
      const phone = await aVisit(city.url, clerk, dispute, side);
      const { text } = await phone.get('/follow/case');
      for (const one of ['协议已经生效，正在履行。', '第1次会议', ...said]) expect(text).toContain(one);
      for (const not of [
        '13800000001',
        '0377-6000001',
        '411303198506150014',
        '91411303MA0000000W',
        confidential,
      ])
        expect(text).not.toContain(not);
      expect(Buffer.byteLength(text)).toBeLessThan(100_000);
    },
  );

  test('papers of its own can be had, and none of the other side’s', async () => {
    const [worker, employer] = [
      await aVisit(city.url, clerk, dispute, 'worker'),
      await aVisit(city.url, clerk, dispute, 'employer'),
    ];
    const slipOf = async (phone: Phone) => {
      const paths = [
        ...(await phone.get('/follow/case')).text.matchAll(/href="(\/follow\/papers\/[^"]+)">([^<]+)</g),
      ];
      return paths.find(([, , name]) => name === '调解申请回执')?.[1] ?? '';
    };
    const [own, other] = [await slipOf(worker), await slipOf(employer)];
    expect(own).not.toBe(other);
    const { status, headers } = await worker.bytes(own);
    expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([
      ...[200, 'application/pdf', 'no-store'],
    ]);
    expect((await worker.bytes(other)).status).toBe(404);
  });

  test('evidence is added later, by its own name, and seen by the desk', async () => {
    const phone = await aVisit(city.url, clerk, dispute, 'worker');
    const bytes = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), Buffer.from('JFIF late')]);
    const seen = await upload(phone, '/follow/evidence', [{ name: '考勤.jpg', bytes }], { note: '三月考勤' });
    expect([seen.status, seen.text]).toEqual([200, expect.stringContaining('考勤.jpg')]);
    const { body } = await clerk.get(`/api/disputes/${dispute}/evidence`);
    expect(body.items).toEqual([
      expect.objectContaining({ name: '考勤.jpg', note: '三月考勤', status: 'kept' }),
    ]);
    // One that is there already does not keep the others away.
    const more = Buffer.concat([bytes, Buffer.from('another')]);
    const both = [
      { name: '考勤.jpg', bytes },
      { name: '工资条.jpg', bytes: more },
    ];
    expect((await upload(phone, '/follow/evidence', both, {})).text).toContain('工资条.jpg');
    const employer = await aVisit(city.url, clerk, dispute, 'employer');
    expect((await employer.get('/follow/evidence')).text).not.toContain('考勤.jpg');
  });
});

test('after a mediation that failed the worker is told the last day to go on, the employer is not', async () => {
  const desk = await deskOf(city);
  const id = await mediated(desk, { ...severance, receivedOn: '2025-12-01' });
  await act(desk.mediator, id, 'fail', { on: '2026-03-10', reason: 'too-far-apart', note: '分歧过大' });
  const { limitation } = await detail(desk.clerk, id);
  expect(limitation).toMatchObject({ provisional: false });
  const [worker, employer] = [
    await (await aVisit(city.url, clerk, id, 'worker')).get('/follow/case'),
    await (await aVisit(city.url, clerk, id, 'employer')).get('/follow/case'),
  ];
  expect(worker.text).toContain(limitation.lastSafeDay);
  expect(employer.text).not.toContain(limitation.lastSafeDay);
});
