import { law } from '../../src/cli/law.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { claimKinds } from '../../src/law/claims/claim.ts';

type Said = { exit: number; out: string[] };

async function say(args: string[], stdin: unknown = {}): Promise<Said> {
  const out: string[] = [];
  const exit = await law.run(args, {
    stdin: async () => (typeof stdin === 'string' ? stdin : JSON.stringify(stdin)),
    out: (text) => void out.push(text),
    err: () => {},
  });
  return { exit, out };
}

async function json(args: string[], stdin?: unknown): Promise<Record<string, unknown>> {
  const { exit, out } = await say([...args, '--json'], stdin);
  expect(exit).toBe(0);
  expect(out).toHaveLength(1);
  return JSON.parse(out[0] ?? '') as Record<string, unknown>;
}

test('a deadline answers in one JSON document', async () => {
  expect(await json(['deadline', '--rule', 'mediation.direct', '--from', '2026-09-22'])).toMatchObject({
    rule: 'mediation.direct',
    article: '劳动争议调解仲裁法第14条第3款',
    from: '2026-09-22',
    dueOn: '2026-10-08',
    dayType: 'natural',
    explanation: expect.arrayContaining([expect.stringContaining('国庆节')]),
    provisional: false,
  });
});

test('an act answers with all its clocks and the earliest', async () => {
  const answer = await json(['deadline', '--act', 'contract.file.wage', '--from', '2026-09-24']);
  expect(answer).toMatchObject({ earliest: { dueOn: '2026-10-08' } });
  expect(answer.deadlines).toHaveLength(3);
});

test('rules are listed with their ids, texts and times in force', async () => {
  const { rules, pack } = await json(['rules']);
  expect(pack).toBe('nanyang-2026.1');
  expect(rules).toContainEqual(
    expect.objectContaining({
      rule: 'offer.reply.henan-wage',
      article: '河南省企业工资集体协商条例第21条',
      jurisdiction: 'CN-41',
      validFrom: '2014-01-01',
      validTo: null,
      length: 10,
      dayType: 'working',
      isRolled: true,
      confirmed: true,
    }),
  );
});

test('claims, limitation, final awards and routes are read from standard input', async () => {
  expect(await json(['claim'], { kind: 'notice-pay', lastMonthWage: '5000' })).toMatchObject({
    amount: '5000.00',
  });
  expect(await json(['limitation'], { claimKind: 'wages', endedOn: '2025-03-10', events: [] })).toMatchObject(
    {
      lastSafeDay: '2026-03-10',
      interruptions: [],
    },
  );
  expect(
    await json(['final-award'], { items: [{ head: 'wages', amount: '1' }], localMinimumWage: '2000' }),
  ).toMatchObject({ amount: '24000.00' });
  expect(await json(['route'], { heads: ['wages'], on: '2026-08-01', worker: 'service' })).toMatchObject({
    isSplit: false,
  });
});

test('without --json a person can read it', async () => {
  expect((await say(['deadline', '--rule', 'mediation.direct', '--from', '2026-09-22'])).out[0]).toMatch(
    /^2026-10-08\n/,
  );
  expect((await say(['claim'], { kind: 'notice-pay', lastMonthWage: '5000' })).out[0]).toBe('5000.00 元');
  expect((await say(['limitation'], { claimKind: 'wages', events: [] })).out[0]).toBe('不受一年时效限制');
  expect((await say(['route'], { heads: ['wages'], on: '2026-08-01', worker: 'service' })).out[0]).toContain(
    '人民法院',
  );
});

test.each(['deadline', 'rules', 'claim', 'limitation', 'final-award', 'route'])(
  '%s has its help',
  async (command) => {
    expect((await say([command, '--help'])).out[0]).toContain(`law ${command}`);
  },
);

test.each<[string, string[], string, string]>([
  ['未知规则', ['deadline', '--rule', 'luck', '--from', '2026-01-05'], '', 'law/unknown-rule'],
  ['未知行为', ['deadline', '--act', 'luck', '--from', '2026-01-05'], '', 'law/unknown-act'],
  ['二月三十日', ['deadline', '--rule', 'mediation.direct', '--from', '2026-02-30'], '', 'day/invalid'],
  ['未知规则包', ['rules', '--pack', 'luck'], '', 'law/unknown-pack'],
  [
    '未录入的年份',
    ['deadline', '--rule', 'mediation.direct', '--from', '2018-02-28'],
    '',
    'calendar/unknown-year',
  ],
  ['不是 JSON', ['claim'], '{kind', 'claim/wrong-field'],
])('%s is refused', async (_fault, args, stdin, code) => {
  await expect(say(args, stdin)).rejects.toMatchObject({ code });
  await expect(say(args, stdin)).rejects.toBeInstanceOf(Refusal);
});

test.each([
  [['luck']],
  [[]],
  [['deadline', '--from', '2026-01-05']],
  [['deadline', '--rule', 'mediation.direct']],
  [['deadline', '--rule', 'mediation.direct', '--act', 'offer.reply.wage', '--from', '2026-01-05']],
  [['claim', '--rule', 'mediation.direct']],
  [['claim', '--luck']],
])('%j is a wrong usage', async (args) => {
  await expect(say(args)).rejects.toMatchObject({ code: expect.stringMatching(/^ERR_PARSE_ARGS_/) });
});

test('the help of claim names every kind', async () => {
  const [help] = (await say(['claim', '--help'])).out;
  for (const kind of claimKinds) expect(help).toContain(kind);
});
