/** Mediators over the API: their list, their profile, the ranking for a dispute, the chain it suggests, the centres' capacities. */
import { randomUUID } from 'node:crypto';
import type { Day } from '../../src/domain/day.ts';
import type { AccountId, DistrictCode } from '../../src/domain/ids.ts';
import { capacityOn } from '../../src/persistence/capacity.repository.ts';
import { bestMediator } from '../../src/persistence/mediator.repository.ts';
import { outcomeOf } from '../domain/tables.ts';
import { aDisputeTakenIn } from './bodies.ts';
import { Caller } from './caller.ts';
import { type Instance, startInstance } from './instance.ts';

const county = '411303' as DistrictCode;
const own = `mediator-${county}`;

type Ranked = {
  account: string;
  name: string;
  isBarred: boolean;
  score: { isFull: boolean; isSameDistrict: boolean; skillsMet: number; openCases: number };
  reasons: { code: string; sentence: string }[];
  sentence: string;
};
type Listed = {
  id: string;
  login: string;
  skills: { code: string; name: string }[];
  openCases: number;
  maxCases: number | null;
  isAway: boolean;
  awayFrom: string | null;
  awayUntil: string | null;
  changedByName: string | null;
};

let city: Instance;
let clerk: Caller;
let manager: Caller;
/** A second mediator of the county, and one of the city. */
const second = randomUUID() as string as AccountId;
const above = randomUUID() as string as AccountId;

beforeAll(async () => {
  city = await startInstance({ engine: false });
  [clerk, manager] = [await city.as('clerk'), await city.as('manager')];
  const add = (id: AccountId, login: string, district: string) =>
    city.orm.em.fork().execute(
      `insert into account (id, login, name, password_hash, roles, district, body, is_active, created_at)
       values (?, ?, ?, '', '{mediator}', ?, null, true, now())`,
      [id, login, `${login}（示例）`, district],
    );
  await add(second, 'zz-second', county);
  await add(above, 'city-mediator', '411300');
});
afterAll(() => city.stop());

const idOf = (login: string) => city.logins.find((one) => one.login === login)?.account ?? ('' as AccountId);
const plain = { skills: [], maxCases: null, awayFrom: null, awayUntil: null };
const set = async (id: string, profile: object, caller = manager) => {
  const answer = await caller.post(`/api/mediators/${id}/profile`, profile);
  expect([answer.status, answer.text]).toEqual([200, expect.any(String)]);
  return answer.body as unknown as Listed;
};
const list = async (query = '', caller = manager) =>
  (await caller.get(`/api/mediators?limit=500&${query}`)).body.items as Listed[];
const rank = async (dispute: string, caller = manager) =>
  (await caller.get(`/api/disputes/${dispute}/mediators`)).body.items as Ranked[];
const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const inDays = (days: number) =>
  new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);

describe('the profile', () => {
  afterEach(() => set(second, plain));

  test('is set by a manager, shown in the list, and keeps who set it and when', async () => {
    const answer = await set(second, { ...plain, skills: ['wages', 'collective', 'wages'], maxCases: 30 });
    const [shown] = await list('q=zz-second');
    expect(shown).toEqual(answer);
    expect(shown).toMatchObject({
      skills: [
        { code: 'collective', name: '集体争议' },
        { code: 'wages', name: '劳动报酬' },
      ],
      maxCases: 30,
      isAway: false,
      changedByName: '市总管理者（示例）',
    });
  });

  test('leaves every earlier profile as it was: nobody changes or deletes one', async () => {
    await set(second, { ...plain, skills: ['deposit'] });
    await set(second, { ...plain, skills: ['overtime'] });
    const em = city.orm.em.fork();
    const rows = await em.execute<{ no: number; skills: string; by: string }[]>(
      `select no, skills::text as skills, changed_by as by from mediator_profile where account_id = ? order by no`,
      [second],
    );
    expect(rows.map(({ no }) => no)).toEqual(rows.map((_, index) => index + 1));
    expect(rows.slice(-2).map(({ skills }) => skills)).toEqual(['{deposit}', '{overtime}']);
    expect(new Set(rows.map(({ by }) => by))).toEqual(new Set([idOf('manager')]));
    for (const sql of [
      'update mediator_profile set no = 9',
      'delete from mediator_profile',
      'truncate mediator_profile',
    ])
      await expect(city.orm.em.fork().execute(sql)).rejects.toThrow(/never changed or deleted/);
  });

  test('sent twice with one key is one change; the key for another profile is refused', async () => {
    const keyed = manager.with({ 'idempotency-key': 'profile-1' });
    const count = async () =>
      (await city.orm.em.fork().execute<object[]>('select 1 as one from mediator_profile')).length;
    await set(second, { ...plain, maxCases: 7 }, keyed);
    const before = await count();
    await set(second, { ...plain, maxCases: 7 }, keyed);
    expect(await count()).toBe(before);
    const { status, body } = await keyed.post(`/api/mediators/${second}/profile`, { ...plain, maxCases: 8 });
    expect([status, body.code]).toEqual([422, 'command/key-reused']);
  });

  test('two managers at once make two changes, none is lost', async () => {
    const last = async () =>
      (
        await city.orm.em
          .fork()
          .execute<{ no: number }[]>('select max(no) as no from mediator_profile where account_id = ?', [
            second,
          ])
      )[0]?.no ?? 0;
    const before = await last();
    await Promise.all([1, 2, 3, 4].map((maxCases) => set(second, { ...plain, maxCases })));
    expect(await last()).toBe(before + 4);
  });

  const leaves: [when: string, from: number, until: number | null, isAway: boolean][] = [
    ['from today', 0, 0, true],
    ['until further notice', -3, null, true],
    ['ended yesterday', -3, -1, false],
    ['from tomorrow', 1, 5, false],
    ['ends today', -3, 0, true],
  ];
  test.each(leaves)('leave %s', async (_when, from, until, isAway) => {
    const away = { awayFrom: inDays(from), awayUntil: until === null ? null : inDays(until) };
    expect(await set(second, { ...plain, ...away })).toMatchObject({ ...away, isAway });
    expect((await list('isAway=true')).some(({ id }) => id === second)).toBe(isAway);
  });

  const wrong: [what: string, body: object, status: number, said: RegExp][] = [
    ['an unknown skill', { ...plain, skills: ['juggling'] }, 400, /「专长」第1项/],
    ['no skills at all', { maxCases: 5 }, 400, /「专长」没有填写/],
    ['no room', { ...plain, maxCases: 0 }, 400, /「在办上限」太小/],
    ['an end without a beginning', { ...plain, awayUntil: '2026-03-20' }, 400, /「请假开始日」没有填写/],
    [
      'an end before the beginning',
      { ...plain, awayFrom: '2026-03-20', awayUntil: '2026-03-19' },
      422,
      /「请假结束日」的日期先后不对/,
    ],
  ];
  test.each(wrong)('%s is refused in a sentence', async (_what, body, status, said) => {
    const answer = await manager.post(`/api/mediators/${second}/profile`, body);
    expect([answer.status, answer.text]).toEqual([status, expect.stringMatching(said)]);
  });

  test('is not for those who are no managers, nor of those who are no mediators', async () => {
    const mediator = await city.as(own);
    expect((await mediator.post(`/api/mediators/${second}/profile`, plain)).status).toBe(403);
    expect((await new Caller(city.url).get('/api/mediators')).status).toBe(401);
    const { status, body } = await manager.post(`/api/mediators/${idOf('clerk')}/profile`, plain);
    expect([status, body.code]).toEqual([422, 'account/not-a-mediator']);
  });
});

describe('the list', () => {
  test('shows the mediators of the districts one works in', async () => {
    const all = await list();
    expect(all.length).toBe(15);
    const mine = await list('', clerk);
    expect(mine.map(({ login }) => login).sort()).toEqual([own, 'zz-second']);
  });

  test('is searched by name, filtered by district and skill', async () => {
    expect((await list('q=%E5%8D%A7%E9%BE%99')).map(({ login }) => login)).toEqual([own]);
    expect((await list('q=%25')).length).toBe(0);
    expect((await list('district=411300')).map(({ login }) => login)).toEqual(['city-mediator']);
    await set(above, { ...plain, skills: ['injury-medical'] });
    expect((await list('skill=injury-medical')).map(({ login }) => login)).toEqual(['city-mediator']);
  });

  test.each(['login', '-login', 'openCases', '-openCases', 'district'])(
    'sorted by %s, page after page, is whole',
    async (sort) => {
      const whole = (await list(`sort=${sort}`)).map(({ id }) => id);
      const read: string[] = [];
      for (let cursor: unknown = ''; cursor !== null; ) {
        const page = (
          await manager.get(`/api/mediators?sort=${sort}&limit=4${cursor ? `&cursor=${String(cursor)}` : ''}`)
        ).body;
        read.push(...(page.items as Listed[]).map(({ id }) => id));
        cursor = page.nextCursor;
      }
      expect(read).toEqual(whole);
      expect(new Set(read).size).toBe(15);
    },
  );

  test('is exported as CSV, headed in Chinese', async () => {
    const { headers, text } = await manager.get('/api/mediators?format=csv&limit=500');
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const lines = text
      .replace(/^\uFEFF/, '')
      .trim()
      .split('\r\n');
    expect(lines[0]).toBe('姓名,登录名,区县,专长,未办结件数,在办上限,是否请假,请假开始,请假结束');
    expect(lines.length).toBe(16);
  });
});

describe('the ranking for a dispute', () => {
  let dispute: string;
  beforeAll(async () => {
    dispute = await aDisputeTakenIn(clerk, { facts: '排列调解员' });
  });
  beforeEach(async () => {
    await set(second, plain);
    await set(above, plain);
    await set(idOf(own), plain);
  });
  const place = async (account: string) => (await rank(dispute)).findIndex((one) => one.account === account);

  test('names the county’s two, then the city’s, then those who do not work there, with reasons in words', async () => {
    const ranked = await rank(dispute);
    expect(ranked.slice(0, 3).map(({ account }) => account)).toEqual([idOf(own), second, above]);
    expect(ranked.map(({ isBarred }) => isBarred)).toEqual(ranked.map((_, index) => index > 2));
    expect(ranked[0]?.sentence).toBe('就在本区县；没有登记与本案请求相符的专长；手上未办结 0 件。');
    expect(ranked[2]?.sentence).toContain('属上级区划，可以办理本案');
    expect(ranked.at(-1)?.reasons[0]?.sentence).toBe('本案不在其工作区县内');
  });

  test('a skill that fits moves up, with its name', async () => {
    await set(second, { ...plain, skills: ['wages'] });
    expect(await place(second)).toBe(0);
    expect((await rank(dispute))[0]?.sentence).toContain('擅长劳动报酬');
  });

  test('open cases move down; who is full stands behind the city', async () => {
    const em = city.orm.em.fork();
    const give = (owner: string, n: number) =>
      em.execute(
        `update case_record set owner = ? where id in (select id from case_record where is_open and id <> ? order by id limit ${n})`,
        [owner, dispute],
      );
    await give(idOf(own), 2);
    expect((await rank(dispute))[0]).toMatchObject({ account: second, score: { openCases: 0 } });
    expect((await list('q=%E5%8D%A7%E9%BE%99'))[0]?.openCases).toBe(2);
    await set(idOf(own), { ...plain, skills: ['wages'], maxCases: 2 });
    expect(await place(idOf(own))).toBe(2);
    expect((await rank(dispute))[2]).toMatchObject({ isBarred: false, score: { isFull: true } });
    await give(idOf('clerk'), 3);
  });

  test('who is away is barred until the day they say', async () => {
    await set(idOf(own), { ...plain, awayFrom: today(), awayUntil: inDays(3) });
    const mine = (await rank(dispute)).find(({ account }) => account === idOf(own));
    expect(mine).toMatchObject({ isBarred: true });
    expect(mine?.reasons[0]?.sentence).toBe(`请假至 ${inDays(3)}`);
  });

  test('shows the county’s clerk nobody who works elsewhere', async () => {
    const seen = await rank(dispute, clerk);
    expect(seen.map(({ account }) => account)).toEqual([idOf(own), second, above]);
  });

  test('is hidden from those who may not see the dispute', async () => {
    const elsewhere = await city.as('mediator-411302');
    expect((await elsewhere.get(`/api/disputes/${dispute}/mediators`)).status).toBe(404);
  });

  test('whom a case is given on receipt is the first of it', async () => {
    const best = (recused: AccountId[], day = today()) =>
      bestMediator(city.orm.em.fork(), {
        district: county,
        heads: ['wages'],
        collective: false,
        recused,
        day: day as Day,
      });
    expect(await best([])).toBe((await rank(dispute))[0]?.account);
    await set(second, { ...plain, skills: ['wages'] });
    expect(await best([])).toBe(second);
    expect(await best([second])).toBe(idOf(own));
    expect(await best([second, idOf(own)])).toBe(above);
    expect(await best([second, idOf(own), above])).toBeNull();
    await set(second, { ...plain, skills: ['wages'], awayFrom: '2026-05-01', awayUntil: '2026-05-05' });
    expect([await best([], '2026-04-30'), await best([], '2026-05-05')]).toEqual([second, idOf(own)]);
  });
});

describe('the chain a dispute suggests', () => {
  type Station = {
    no: number;
    kind: string;
    body: string;
    bodyName: string;
    after: number[];
    sentence: string;
  };
  let dispute: string;
  beforeAll(async () => {
    dispute = await aDisputeTakenIn(clerk, { facts: '联动建议' });
  });
  const ask = async (query = '') =>
    (await clerk.get(`/api/disputes/${dispute}/chain-suggestion?${query}`)).body.stations as Station[];

  test('unpaid wages go to the county’s own inspection, with the article', async () => {
    const stations = await ask();
    expect(stations).toEqual([
      {
        no: 1,
        kind: 'hr',
        body: 'hr-411303',
        bodyName: '卧龙区人力资源和社会保障局',
        after: [],
        why: 'arrears',
        sentence: expect.stringContaining('劳动保障监察'),
        article: expect.stringContaining('第9条'),
      },
    ]);
  });

  test('what the asker knows of the workers adds stations beside and after it', async () => {
    const stations = await ask('groups=migrant,woman&hasMeans=false');
    expect(stations.map(({ no, body, after }) => [no, body, after])).toEqual([
      [1, 'hr-411303', []],
      [2, 'justice-411303', []],
      [3, 'procuratorate-411303', [1]],
    ]);
  });

  test('where the county has no such body, the city’s is named', async () => {
    const em = city.orm.em.fork();
    await em.execute(`update body set district = '411302' where id = 'justice-411303'`);
    expect((await ask('hasMeans=false'))[1]).toMatchObject({
      body: 'justice-411300',
      bodyName: '南阳市司法局',
    });
    await em.execute(`update body set district = '411303' where id = 'justice-411303'`);
  });

  test('an unknown group is refused in a sentence', async () => {
    const { status, body } = await clerk.get(`/api/disputes/${dispute}/chain-suggestion?groups=rich`);
    expect([status, body.code]).toEqual([400, 'input/invalid']);
    expect(JSON.stringify(body)).toContain('「劳动者群体」应为');
  });
});

describe('the centres’ capacities', () => {
  type Shown = {
    id: string;
    kind: string;
    kindName: string;
    heading: string;
    ofBody: string | null;
    isInForce: boolean;
    confirmed: boolean;
  };
  const ask = async (query = '') => (await clerk.get(`/api/capacities?${query}`)).body.items as Shown[];

  test('every centre is a people’s mediation committee, two stand on a court’s roster, and all are settings', async () => {
    const all = await ask();
    expect(all.filter(({ kind }) => kind === 'people-mediation').length).toBe(14);
    expect(all.filter(({ kind }) => kind === 'court-roster').map(({ ofBody }) => ofBody)).toEqual([
      'court-411300',
      'court-411303',
    ]);
    expect(all.every(({ confirmed, isInForce }) => !confirmed && isInForce)).toBe(true);
  });

  test('a district’s are shown with how the centre is then called; on a day before, none', async () => {
    const shown = await ask('district=411303');
    expect(shown.map(({ heading }) => heading)).toEqual([
      '卧龙区总工会劳动争议调解服务中心（卧龙区人民法院特邀调解组织）',
      '卧龙区总工会劳动争议人民调解委员会',
    ]);
    expect(shown.map(({ kindName }) => kindName)).toEqual(['法院特邀调解组织', '人民调解委员会']);
    expect(await ask('district=411303&on=2023-12-31')).toEqual([]);
  });

  test('a capacity is found on the days it holds, and else refused', async () => {
    const em = city.orm.em.fork();
    const on = (id: string, day: string) =>
      capacityOn(em, id, day as Day).then(
        ({ heading }) => heading,
        (error: unknown) =>
          outcomeOf(() => {
            throw error;
          }),
      );
    expect(await on('people-mediation-411300', '2024-01-01')).toBe('南阳市总工会劳动争议人民调解委员会');
    expect(await on('people-mediation-411300', '2023-12-31')).toBe('capacity/not-in-force');
    expect(await on('people-mediation-999999', '2026-01-01')).toBe('capacity/unknown');
  });
});
