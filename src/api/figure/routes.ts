/** Figures of a period, broken down, and the cases behind each of them. */
import type { z } from 'zod';
import { figureLimits, figureOf } from '../../../templates/zh-CN/figure-words.ts';
import { type Day, dayAt, yearOf } from '../../domain/day.ts';
import { casesOf, figureCodes } from '../../domain/figure/figures.ts';
import { slicesBy } from '../../domain/figure/slices.ts';
import type { DistrictCode } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import { districtsWithin } from '../../domain/walls.ts';
import { districtsBelow } from '../../persistence/account.repository.ts';
import { listDisputes } from '../../persistence/dispute.listing.ts';
import { figureCases, namesOf } from '../../persistence/figure.listing.ts';
import type { ApiDeps } from '../app.ts';
import { sendPage } from '../lists.ts';
import { type AnyRoute, route } from '../route.ts';
import type { SignedIn } from '../sign-in.ts';
import {
  casesCsv,
  figuresCsv,
  nameOf,
  type PeriodAsked,
  presentCase,
  presentFigure,
  presentSlice,
  slicesCsv,
} from './present.ts';
import {
  breakdownQuery,
  casesAnswer,
  casesQuery,
  figuresAnswer,
  figuresQuery,
  slicesAnswer,
} from './schema.ts';

const tag = '统计';

export const figureRoutes: AnyRoute[] = [
  route({
    method: 'get',
    path: '/figures',
    wall: 'figure.read',
    reads: null,
    tag,
    summary: '统计指标：数值、分子、分母、口径、统计日，以及背后案件的列表；可导出 CSV 和 Excel',
    query: figuresQuery,
    answer: figuresAnswer,
    async handle({ deps, me, query, response }) {
      const period = periodOf(deps, query);
      const cases = await casesFor(deps, me, period);
      const items = figureCodes.map((code) => presentFigure(code, cases, period));
      const page = { ...period, limits: figureLimits, items, nextCursor: null };
      return sendPage(response, query, page, figuresCsv, titleOf('统计指标', period));
    },
  }),
  route({
    method: 'get',
    path: '/figures/breakdown',
    wall: 'figure.read',
    reads: null,
    tag,
    summary: '分列统计：按区县、承办人、月份、请求事项、渠道、原因、收到以来天数；可导出 CSV 和 Excel',
    query: breakdownQuery,
    answer: slicesAnswer,
    async handle({ deps, me, query, response }) {
      const { breakdown: by } = query;
      const period = periodOf(deps, query);
      const cases = await casesFor(deps, me, period);
      const names = await namesOf(deps.orm.em.fork());
      const items = slicesBy(by, cases, period).map((slice) => presentSlice(by, slice, names));
      const page = { ...period, breakdown: by, items, nextCursor: null };
      return sendPage(response, query, page, slicesCsv(by), titleOf('分列统计', period));
    },
  }),
  route({
    method: 'get',
    path: '/figures/cases',
    wall: 'figure.read',
    reads: null,
    tag,
    summary: '一个指标背后的案件，件数与指标一致；可排序、分页，可导出 CSV 和 Excel',
    query: casesQuery,
    answer: casesAnswer,
    async handle({ deps, me, query, response }) {
      const { figure, part, breakdown: by, slice: of } = query;
      const period = periodOf(deps, query);
      const all = await casesFor(deps, me, period);
      const slice = by === undefined ? null : slicesBy(by, all, period).find(({ key }) => key === of);
      const whole = { cases: all, period };
      const { cases, period: own } = by === undefined ? whole : (slice ?? { ...whole, cases: [] });
      const behind = new Map(casesOf(figure, cases, own, part).map((one) => [one.id, one]));
      const em = deps.orm.em.fork();
      const ids = [...behind.keys()];
      const { sort, limit, cursor, format } = query;
      const paging = { sort, limit, cursor, format };
      const page = await listDisputes(em, { ...paging, districts: districtsRead(me), ids });
      const items = page.items.flatMap((row) => {
        const one = behind.get(row.id);
        return one === undefined ? [] : [presentCase(row, one, own)];
      });
      const { name, definition } = figureOf(figure);
      const names = by === undefined || of === undefined ? [] : [nameOf(by, of, await namesOf(em))];
      const title = [name, ...names].join(' · ');
      const told = { ...period, figure, name: title, definition, count: behind.size };
      return sendPage(response, query, { ...told, ...page, items }, casesCsv, titleOf(title, period));
    },
  }),
];

const districtsRead = (me: SignedIn) => districtsWithin(me, 'figure.read');
const titleOf = (name: string, { from, until }: PeriodAsked) => `${name}（${from} 至 ${until}）`;

/** This year up to today where nothing else is asked. Refuses days the wrong way round, and a day that has not come. */
function periodOf(deps: ApiDeps, query: z.infer<typeof figuresQuery>): PeriodAsked {
  const today = dayAt(deps.now().getTime());
  const { from = `${yearOf(today)}-01-01` as Day, until = today, asOf = today, district = null } = query;
  if (until < from) throw new Refusal('day/reversed', { from, to: until, field: 'until' });
  if (asOf > today) throw new Refusal('day/in-the-future', { on: asOf, today });
  return { from, until, asOf, district };
}

async function casesFor(deps: ApiDeps, me: SignedIn, period: PeriodAsked) {
  const em = deps.orm.em.fork();
  const read = districtsRead(me);
  const { district } = period;
  const below = district === null ? read : await districtsBelow(em, district as DistrictCode);
  return figureCases(
    em,
    period,
    below.filter((one) => read.includes(one)),
  );
}
