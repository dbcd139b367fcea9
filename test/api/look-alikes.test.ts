/** Look-alikes before intake: the same people at odds before, and what is on record of the employer. */
import { randomUUID } from 'node:crypto';
import { addMonths, dayAt } from '../../src/domain/day.ts';
import type { CaseId } from '../../src/domain/ids.ts';
import { Party } from '../../src/persistence/dispute.entity.ts';
import { blindOf } from '../../src/persistence/keys/blind-index.ts';
import { historySql, keysOf, matchesSql } from '../../src/persistence/look-alike.listing.ts';
import { testRing } from '../engine/keys.ts';
import { aDisputeTakenIn } from './bodies.ts';
import type { Caller } from './caller.ts';
import { type Instance, startInstance } from './instance.ts';

let city: Instance;
let clerk: Caller;
beforeAll(async () => {
  city = await startInstance({ engine: false });
  clerk = await city.as('clerk');
});
afterAll(() => city.stop());

const ID = '411303198506150014';
const OTHER_ID = '11010519491231002X';

type Found = {
  duplicates: {
    case: string;
    receiptNumber: string;
    matchedBy: string[];
    sameHeads: string[];
    isMine: boolean;
  }[];
  elsewhere: number;
  elsewhereSentence: string | null;
  employers: {
    name: string | null;
    history: Record<
      'total' | 'open' | 'collective' | 'agreed' | 'failed' | 'defaulted' | 'elsewhere',
      number
    > & {
      lastOn: string | null;
      cases: { case: string; receiptNumber: string; stateName: string; workerCount: number }[];
    };
  }[];
};
async function look(body: object, who = clerk): Promise<Found> {
  const answer = await who.post('/api/look-alikes', body);
  expect([answer.status, answer.body.detail]).toEqual([200, undefined]);
  return answer.body as unknown as Found;
}

const taken = (
  worker: { name: string; phone?: string },
  employer: { name: string; creditCode?: string },
  changes: Record<string, unknown> = {},
  who = clerk,
): Promise<string> =>
  aDisputeTakenIn(who, { workers: [worker], employers: [employer], facts: randomUUID(), ...changes });

const run = (sql: string, values: unknown[]) => city.orm.em.fork().execute(sql, values);
const casesOf = ({ duplicates }: Found) => duplicates.map((one) => [one.case, one.matchedBy]);

describe('a worker who was here before', () => {
  test('is found by the same identity number', async () => {
    const id = await taken({ name: '郑一' }, { name: '甲餐饮店' });
    await city.orm.em.fork().transactional(async (em) => {
      const worker = await em.findOneOrFail(Party, { disputeId: id as CaseId, side: 'worker' });
      worker.idNumber = ID;
    });
    expect(casesOf(await look({ workers: [{ name: '另一个名字', idNumber: ID }] }))).toEqual([
      [id, ['worker-id']],
    ]);
    expect(casesOf(await look({ workers: [{ idNumber: OTHER_ID }] }))).toEqual([]);
  });

  test('is found by the same telephone, however it is written', async () => {
    const id = await taken({ name: '郑二', phone: '0377-63100001' }, { name: '乙餐饮店' });
    expect(casesOf(await look({ workers: [{ phone: '037763100001' }] }))).toEqual([[id, ['worker-phone']]]);
    expect(casesOf(await look({ workers: [{ phone: '037763100002' }] }))).toEqual([]);
  });

  test.each([
    ['a firm in full', '南阳龙腾物流有限公司', '南阳龙腾物流有限责任公司'],
    ['full width and spaces', '南阳ＡＢＣ科技有限公司', '南阳 abc 科技有限公司'],
    ['brackets of any kind', '宏图（南阳）置业有限公司', '宏图(南阳)置业股份有限公司'],
    ['the short form', '卧龙机械厂有限公司', '卧龙机械厂公司'],
    ['full-width spaces', '南阳　好　食品店', '南阳好食品店'],
  ])('is found by name with the same employer: %s', async (what, written, asked) => {
    const id = await taken({ name: `马 ${what}` }, { name: written });
    const found = await look({ workers: [{ name: `马${what}` }], employers: [{ name: asked }] });
    expect(casesOf(found)).toEqual([[id, ['worker-name+employer']]]);
  });

  test('is found by name with the employer’s credit code, whatever that calls itself', async () => {
    const id = await taken({ name: '孔六' }, { name: '旧名称商行', creditCode: '91411303MA0000000W' });
    const found = await look({
      workers: [{ name: '孔六' }],
      employers: [{ name: '新名称商行', creditCode: '91411303MA0000000W' }],
    });
    expect(casesOf(found)).toEqual([[id, ['worker-name+employer']]]);
  });

  test.each([
    ['a namesake elsewhere', { workers: [{ name: '孔七' }], employers: [{ name: '别家工厂' }] }],
    ['a colleague', { workers: [{ name: '孔八' }], employers: [{ name: '同一家工厂' }] }],
    ['a branch of the firm', { workers: [{ name: '孔七' }], employers: [{ name: '同一家工厂分厂' }] }],
    ['a name alone', { workers: [{ name: '孔七' }] }],
    ['an empty form', { workers: [{}], employers: [{}] }],
    ['nothing', {}],
    ['marks without a name', { workers: [{ name: '·' }], employers: [{ name: '（）' }] }],
  ])('is not taken for %s', async (_what, asked) => {
    await taken({ name: '孔七' }, { name: '同一家工厂' });
    expect((await look(asked)).duplicates).toEqual([]);
  });

  test('is shown once, with every way in which the case is like', async () => {
    const id = await taken(
      { name: '冯九', phone: '13800000099' },
      { name: '九号店' },
      {
        claims: [
          { head: 'wages', amount: '1', basis: '工资' },
          { head: 'overtime', amount: '1', basis: '加班' },
        ],
      },
    );
    const { duplicates } = await look({
      workers: [{ name: '冯九', phone: '13800000099' }],
      employers: [{ name: '九号店' }],
      heads: ['overtime', 'deposit'],
    });
    expect(duplicates).toMatchObject([
      {
        case: id,
        matchedBy: ['worker-name+employer', 'worker-phone'],
        sameHeads: ['overtime'],
        isMine: true,
      },
    ]);
    expect(duplicates[0]?.receiptNumber).toMatch(/^\d{4}-\d{6}$/);
  });
});

describe('time', () => {
  const today = dayAt(Date.now());
  const close = (id: string, on: string) =>
    city.orm.em.fork().transactional(async (em) => {
      await em.execute(`update case_record set is_open = false, state = 'closed' where id = ?`, [id]);
      await em.execute('update dispute set closed_on = ? where id = ?', [on, id]);
    });

  test.each([
    ['closed two years ago is still called to mind', 24, 1],
    ['closed longer ago is not', 25, 0],
  ])('a dispute %s', async (what, months, count) => {
    const id = await taken({ name: what, phone: `1380000${1000 + months}` }, { name: '时间店' });
    await close(id, addMonths(today, -months));
    expect((await look({ workers: [{ phone: `1380000${1000 + months}` }] })).duplicates).toHaveLength(count);
  });
});

describe('districts', () => {
  test('another district’s case is counted, and not named', async () => {
    const manager = await city.as('manager');
    const elsewhere = await taken(
      { name: '何十', phone: '13800000100' },
      { name: '跨县公司' },
      { district: '411302' },
      manager,
    );
    const asked = { workers: [{ phone: '13800000100' }], employers: [{ name: '跨县' }] };
    const found = await look(asked);
    expect(found).toMatchObject({ duplicates: [], elsewhere: 1, elsewhereSentence: '其他县区有 1 件' });
    expect(found.employers[0]?.history).toMatchObject({ total: 1, elsewhere: 1, cases: [] });
    expect(JSON.stringify(found)).not.toContain(elsewhere);
    expect(casesOf(await look(asked, manager))).toEqual([[elsewhere, ['worker-phone']]]);
    expect((await look({ workers: [{ phone: '13800000101' }] })).elsewhereSentence).toBeNull();
  });

  test.each(['liaison-hr', 'auditor', 'admin'])('%s does not look', async (login) => {
    expect((await (await city.as(login)).post('/api/look-alikes', {})).status).toBe(403);
  });
});

describe('an employer’s history', () => {
  test('counts what came of its disputes in the whole city, and lists the latest twenty of one’s own', async () => {
    const ids: string[] = [];
    for (let index = 0; index < 23; index += 1)
      ids.push(
        await taken({ name: `工${index}` }, { name: '老赖（南阳）有限公司' }, { receivedOn: '2026-03-02' }),
      );
    const event = (id: string | undefined, seq: number, kind: string) =>
      run(
        `insert into case_event (case_id, seq, command_id, kind, on_day, actor, recorded_at, event, texts_hash, previous_hash, hash)
         values (?, ?, ?, ?, '2026-03-09', 'test', now(), '{}', '', '', '')`,
        [id, seq, `${id}/${seq}`, kind],
      );
    await event(ids[0], 1, 'agreement-signed');
    await event(ids[0], 2, 'default-declared');
    await event(ids[0], 3, 'default-declared');
    await event(ids[1], 1, 'mediation-failed');
    await run('update case_record set is_open = false where id = ?', [ids[1]]);
    await taken(
      { name: '集体' },
      { name: '老赖南阳有限责任公司' },
      {
        workers: Array.from({ length: 10 }, (_, index) => ({ name: `集体${index}` })),
        receivedOn: '2026-03-04',
      },
    );
    const [employer] = (await look({ employers: [{ name: '老赖南阳有限公司' }, { name: '没有这家' }] }))
      .employers;
    expect(employer?.history).toMatchObject({
      ...{ total: 24, open: 23, collective: 1, agreed: 1, failed: 1, defaulted: 1, elsewhere: 0 },
      lastOn: '2026-03-04',
    });
    expect(employer?.history.cases).toHaveLength(20);
    expect(employer?.history.cases[0]).toMatchObject({ workerCount: 10, stateName: '登记中' });
  });

  test('is empty for an employer nobody has met', async () => {
    const { employers } = await look({ employers: [{ name: '无名新店' }] });
    expect(employers).toMatchObject([
      { name: '无名新店', history: { total: 0, open: 0, lastOn: null, cases: [], elsewhere: 0 } },
    ]);
  });
});

test.each([
  [{ workers: [{ idNumber: '411303198506150015' }] }, '「公民身份号码」不是有效的公民身份号码'],
  [{ workers: [{ phone: '123' }] }, '「联系电话」不是有效的电话'],
  [{ employers: [{ creditCode: 'X' }] }, '「统一社会信用代码」不是有效的'],
  [{ workers: Array.from({ length: 201 }, () => ({})) }, '「劳动者」最多 200 项'],
])('%j is refused in a sentence', async (body, sentence) => {
  const answer = await clerk.post('/api/look-alikes', body);
  expect([answer.status, answer.body.code]).toEqual([400, 'input/invalid']);
  expect(answer.body.detail).toContain(sentence);
});

test('no number of a person is in an address or in the log', () => {
  expect(city.log.length).toBeGreaterThan(10);
  for (const number of [ID, OTHER_ID, '13800000099', '037763100001'])
    expect(city.log.join('\n')).not.toContain(number);
});

const NUMBER_77 = '411303199001017777';

describe('among twenty thousand parties', () => {
  beforeAll(async () => {
    await city.orm.em.fork().transactional(async (em) => {
      await em.execute(`insert into case_record (id, story, district, state, seq, snapshot, owner, opened_on, is_open, head_hash, created_at, updated_at)
        select gen_random_uuid(), 'dispute', '411303', 'closed', 1, '{}', 'bulk', '2020-01-01', false, '', now(), now()
        from generate_series(1, 10000)`);
      await em.execute(`insert into dispute (id, receipt_number, channel, place, since, facts, amount_fen, elements)
        select id, 'B' || row_number() over (), 'desk', '', '2020-01-01', '\\x01', 1, '\\x01' from case_record where owner = 'bulk'`);
      await em.execute(`insert into party (id, dispute_id, no, side, name, phone_blind, id_number_blind, credit_code, details, searched, search)
        select gen_random_uuid(), d.id, s.no, s.side, s.side || substr(d.receipt_number, 2), md5('phone' || d.receipt_number),
          case when s.side = 'worker' then md5(d.receipt_number) end, case when s.side = 'employer' then 'C' || d.receipt_number end, '\\x01',
          s.side || substr(d.receipt_number, 2), '{}'
        from dispute d, (values (1, 'worker'), (2, 'employer')) s (no, side) where d.receipt_number like 'B%'`);
      await em.execute(
        `update party p set id_number_blind = ?, phone_blind = ? from dispute d
         where d.id = p.dispute_id and p.side = 'worker' and d.receipt_number = 'B77'`,
        [blindOf(testRing, 'id-number', NUMBER_77), blindOf(testRing, 'phone', '13900000077')],
      );
    });
    await city.orm.em.fork().execute('analyze party');
  });

  const planOf = async (sql: string, values: unknown[]) =>
    (await city.orm.em.fork().execute<{ 'QUERY PLAN': string }[]>(`explain ${sql}`, values))
      .map((row) => row['QUERY PLAN'])
      .join('\n');
  const asked = {
    workers: [{ name: 'worker77', idNumber: NUMBER_77, phone: '13900000077' }],
    employers: [{ name: 'employer77', creditCode: 'CB77' }],
  };

  test('the same people are found by indexes alone', async () => {
    const { found, values } = matchesSql(await keysOf(city.orm.em.fork(), asked));
    const plan = await planOf(found, values);
    expect(plan).not.toMatch(/Seq Scan/);
    for (const index of ['party_id_number_blind_index', 'party_phone_blind_index', 'party_name_key_index'])
      expect(plan).toContain(index);
    const rows = await city.orm.em.fork().execute<{ by: string }[]>(found, values);
    expect(rows.map(({ by }) => by).sort()).toEqual(['worker-id', 'worker-name+employer', 'worker-phone']);
  });

  test('an employer’s disputes are found by indexes alone', async () => {
    const { sql, values } = historySql(await keysOf(city.orm.em.fork(), asked));
    const plan = await planOf(sql, values);
    expect(plan).not.toMatch(/Seq Scan on party/);
    for (const index of ['party_credit_code_index', 'party_name_key_index']) expect(plan).toContain(index);
  });
});
