/** The search box over the API among 105,000 disputes, against a bare look-up of one receipt number by its index. */

import { startEmbeddedPostgres } from '../../src/engine/embedded-postgres.ts';
import { searchedAs, searchKeys } from '../../src/persistence/name-keys.ts';
import type { Em } from '../../src/persistence/orm.ts';
import { type Instance, startInstance } from '../api/instance.ts';
import { removeHome, temporaryHome } from '../engine/homes.ts';

const DISPUTES = 105_000;
const AT_ONCE = 2_500;
const ROUNDS = 12;

/** Medians in ms; `ratio` is the median of all searches to the bare look-up, `slowest` the worst kind of query. */
export async function bench(): Promise<object> {
  const home = temporaryHome();
  const postgres = await startEmbeddedPostgres({ home });
  process.env.WANHE_TEST_DATABASE_URL = postgres.adminUrl;
  let city: Instance | undefined;
  try {
    city = await startInstance({ engine: false });
    const started = performance.now();
    await plant(city.orm.em.fork());
    const plantedSeconds = Math.round((performance.now() - started) / 1000);
    return { disputes: DISPUTES, plantedSeconds, ...(await measure(city)) };
  } finally {
    await city?.stop();
    await postgres.stop();
    removeHome(home);
  }
}

/** Whole names, pieces, one character, pinyin in full and by initials, two words, numbers, what is nowhere. */
const queries = [
  ...['王国强', '国强', '王', '单晓明', '电机', '有限公司', '宏达建筑'],
  ...['wangguoqiang', 'wgq', 'nanyang', 'shanxm', 'hdjz', '王国 建筑', 'wang jianzhu', '李 陈 公司'],
  ...['2025-104321', '104321', '4321', '25-104321', '豫1303诉前调777', '西门吹雪', 'ximenchuixue', 'zzz'],
];

async function measure(city: Instance) {
  const manager = await city.as('manager');
  const em = city.orm.em.fork();
  const times = new Map<string, number[]>(queries.map((q) => [q, []]));
  const list: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const q of queries) {
      const searched = await time(() => manager.get(`/api/search?q=${encodeURIComponent(q)}`));
      const listed = await time(() => manager.get(`/api/disputes?q=${encodeURIComponent(q)}`));
      const looked = await time(() =>
        em.execute(
          'select id, state from case_record c join dispute d using (id) where d.receipt_number = ?',
          [`2025-${String((round * 997 + 1) % DISPUTES).padStart(6, '0')}`],
        ),
      );
      if (round === 0) continue;
      times.get(q)?.push(searched);
      list.push(listed);
      bare.push(looked);
    }
  const each = [...times].map(([q, all]) => [q, median(all)] as const);
  const all = median([...times.values()].flat());
  const slowest = each.toSorted(([, a], [, b]) => b - a).slice(0, 3);
  return {
    search: all,
    list: median(list),
    bare: median(bare),
    ratio: Math.round(all / median(bare)),
    slowest: Object.fromEntries(slowest),
  };
}

const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧单解曾仇区'];
const given = [...'伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂华国建文玉志红春梅晓海龙云飞雪'];
const places = ['南阳市', '卧龙区', '宛城区', '镇平县', '内乡县', '河南省', '邓州市', ''];
const trades = ['建筑', '电机', '物流', '餐饮', '机械制造', '纺织', '汽车配件', '劳务', '食品', '商贸'];
const kinds = ['有限公司', '有限责任公司', '厂', '店', '集团有限公司', '服务中心'];

/** Everyone in it is invented; the same each time. */
function* made() {
  let seed = 1;
  const pick = <T>(all: readonly T[]): T => {
    seed = (seed * 48_271) % 2_147_483_647;
    return all[seed % all.length] as T;
  };
  // The first surnames are the commonest.
  const surname = () => pick([surnames.slice(0, 5), surnames.slice(0, 15), surnames].map(pick));
  for (let n = 1; n <= DISPUTES; n += 1)
    yield {
      n,
      worker: `${surname()}${pick(given)}${pick([...given, ''])}`,
      employer: `${pick(places)}${pick(given)}${pick([...given, '宏达', '顺'])}${pick(trades)}${pick(kinds)}`,
    };
}

async function plant(em: Em): Promise<void> {
  let rows: object[] = [];
  for (const { n, worker, employer } of made()) {
    const year = n % 5 === 0 ? 2026 : 2025;
    const columns = (name: string) => {
      const searched = searchedAs([name]);
      return { name, searched, keys: searchKeys(searched).join(' ') };
    };
    rows.push({
      receipt: `${year}-${String(n).padStart(6, '0')}`,
      external: n % 20 === 0 ? `（${year}）豫1303诉前调${n}号` : null,
      day: `${year}-0${1 + (n % 9)}-1${n % 10}`,
      district: ['411302', '411303', '411324'][n % 3],
      parties: [
        { no: 1, side: 'worker', ...columns(worker) },
        { no: 2, side: 'employer', ...columns(employer) },
      ],
    });
    if (rows.length < AT_ONCE && n < DISPUTES) continue;
    await em.execute(
      `with g as (select gen_random_uuid() as id, v.* from jsonb_to_recordset(?::jsonb)
           as v (receipt text, external text, day date, district text, parties jsonb)),
         c as (insert into case_record (id, story, district, state, seq, snapshot, owner, opened_on, is_open, head_hash, created_at, updated_at)
           select id, 'dispute', district, 'closed', 1, '{"left": []}', '', day, false, '', now(), now() from g),
         d as (insert into dispute (id, receipt_number, channel, place, since, facts, amount_fen, elements, external_number)
           select id, receipt, 'desk', '', day, '', 100000, '{}', external from g)
       insert into party (id, dispute_id, no, side, name, details, searched, search)
         select gen_random_uuid(), g.id, p.no, p.side, p.name, '{}', p.searched, string_to_array(p.keys, ' ')
         from g, jsonb_to_recordset(g.parties) as p (no int, side text, name text, searched text, keys text)`,
      [JSON.stringify(rows)],
    );
    rows = [];
  }
  await em.execute('analyze');
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

function median(times: readonly number[]): number {
  return Number((times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0).toFixed(2));
}
