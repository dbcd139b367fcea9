import { z } from 'zod';
import { dayAt } from '../../domain/day.ts';
import { Refusal } from '../../domain/refusal.ts';
import { monthsOf } from '../../law/calendar/months.ts';
import { readCalendar, withCalendar } from '../../law/calendar/read.ts';
import { calendarOf, type RulePack } from '../../law/pack.ts';
import { packs } from '../../law/packs.ts';
import { fingerprintOf } from '../../persistence/command.repository.ts';
import { countMoves } from '../../persistence/open-clock.listing.ts';
import type { Em } from '../../persistence/orm.ts';
import {
  createPack,
  hashPack,
  isPublished,
  listPacks,
  lockPacks,
  type PackRow,
  packContent,
} from '../../persistence/rule-pack.repository.ts';
import type { ApiDeps } from '../app.ts';
import { line } from '../fields.ts';
import { commandIdOf } from '../order-command.ts';
import { districtsRead } from '../policies.ts';
import { type AnyRoute, route } from '../route.ts';
import { type Move, movesTo } from './moves.ts';
import { orderMoves } from './order-moves.ts';
import { packFor } from './read-pack.ts';
import {
  moveAnswer,
  moveOrder,
  type PackDraft,
  packDetail,
  packDraft,
  packItem,
  packToPublish,
  preview,
} from './schema.ts';

const tag = '规则包';
const params = z.object({ id: line(60) });

export const rulePackRoutes: AnyRoute[] = [
  route({
    method: 'get',
    path: '/rule-packs',
    wall: 'rule-pack.read',
    reads: null,
    tag,
    summary: '已发布的规则包',
    answer: z.object({ items: z.array(packItem) }),
    async handle({ deps }) {
      return { items: (await listPacks(deps.orm.em.fork())).map(presentPack) };
    },
  }),
  route({
    method: 'get',
    path: '/rule-packs/:id',
    wall: 'rule-pack.read',
    reads: null,
    tag,
    summary: '一个规则包：全文、校验值，以及改用它的案件进度',
    params,
    answer: packDetail,
    async handle({ deps, params: { id } }) {
      const row = await publishedPack(deps, id);
      const content = await packContent(deps.orm.em.fork(), id);
      return { ...presentPack(row), moves: await countMoves(deps.orm.em.fork(), id), content };
    },
  }),
  route({
    method: 'post',
    path: '/rule-packs/preview',
    wall: 'rule-pack.preview',
    reads: null,
    tag,
    summary: '预览：录入一年放假安排后，哪些未结期限会变动；不写入',
    body: packDraft,
    answer: preview,
    async handle({ deps, me, body }) {
      const { pack, base, year } = await draftPack(deps, body);
      const moves = await movesTo(deps, pack);
      const districts = districtsRead(me);
      const named = moves.filter(({ district }) => districts.includes(district));
      return {
        id: pack.id,
        name: pack.name,
        base: base.id,
        year,
        sha256: hashPack(pack),
        cases: casesIn(moves),
        elsewhere: casesIn(moves) - casesIn(named),
        moves: named.map(presentMove),
        months: monthsOf(calendarOf(pack), year),
        becomeFirm: moves.filter((one) => one.wasProvisional && !one.isProvisional).length,
      };
    },
  }),
  route({
    method: 'post',
    path: '/rule-packs',
    wall: 'rule-pack.publish',
    reads: null,
    tag,
    summary: '发布规则包：内容须与预览一致；发布后不能改动',
    body: packToPublish,
    answer: packItem,
    status: 201,
    async handle({ deps, me, body, request, response }) {
      const commandId = commandIdOf(me, request, fingerprintOf(body));
      response.set('Location', `/api/rule-packs/${body.id}`);
      await deps.orm.em.fork().transactional(async (em) => {
        await lockPacks(em);
        if (await isPublished(em, body.id, commandId)) return;
        const { pack } = await draftPack(deps, body, em);
        const sha256 = hashPack(pack);
        if (sha256 !== body.sha256) throw new Refusal('pack/not-as-previewed', { sha256 });
        createPack(em, pack, { by: me.actor.account, at: deps.now(), commandId });
      });
      const row = await publishedPack(deps, body.id);
      if (row.sha256 !== body.sha256) throw new Refusal('pack/id-taken', { pack: body.id });
      return presentPack(row);
    },
  }),
  route({
    method: 'post',
    path: '/rule-packs/:id/move',
    wall: 'rule-pack.move',
    reads: null,
    tag,
    summary: '让受影响的未结案件改用这个规则包：每件写下一条命令，随后逐件办理',
    params,
    body: moveOrder,
    answer: moveAnswer,
    async handle({ deps, me, params: { id }, body, request }) {
      await publishedPack(deps, id);
      const ordered = await orderMoves(deps, me, id, body, commandIdOf(me, request));
      return { ordered, moves: await countMoves(deps.orm.em.fork(), id) };
    },
  }),
];

/**
 * The pack in force today with one more year, or with a loaded one set right. Refuses `pack/id-taken`, `calendar/invalid`,
 * `calendar/not-next-year`, `calendar/already-loaded`.
 */
async function draftPack(
  deps: ApiDeps,
  { id, name, calendar }: PackDraft,
  em: Em = deps.orm.em.fork(),
): Promise<{ pack: RulePack; base: RulePack; year: number }> {
  const published = await listPacks(em);
  if ([...published, ...packs].some((one) => one.id === id)) throw new Refusal('pack/id-taken', { pack: id });
  const base = await packFor(deps, dayAt(deps.now().getTime()), em);
  const read = readCalendar(calendar);
  return { pack: withCalendar(base, read, id, name), base, year: read.year };
}

async function publishedPack(deps: ApiDeps, id: string): Promise<PackRow> {
  const all = await listPacks(deps.orm.em.fork());
  const row = all.find((one) => one.id === id);
  if (row === undefined) throw new Refusal('law/unknown-pack', { pack: id, known: all.map((one) => one.id) });
  return row;
}

const presentPack = ({ publishedAt, ...row }: PackRow): z.infer<typeof packItem> => ({
  ...row,
  publishedAt: new Date(publishedAt).toISOString(),
});

const casesIn = (moves: readonly Move[]) => new Set(moves.map((one) => one.case)).size;

function presentMove({ district: _d, pack: _p, dueOn: _u, provisional: _v, ...one }: Move) {
  return one;
}
