/** What lies open today, by mediator and by district, and what is stuck. */
import { z } from 'zod';
import { sayAgeing, stuckWords } from '../../../templates/zh-CN/figure-words.ts';
import { sayTask } from '../../../templates/zh-CN/say-task.ts';
import { wordOf } from '../../../templates/zh-CN/word-of.ts';
import { ageings } from '../../domain/figure/slices.ts';
import { stuckReasons } from '../../domain/figure/stuck.ts';
import { districtsWithin } from '../../domain/walls.ts';
import {
  caseloadsBy,
  listStuck,
  readCaseload,
  type StuckRow,
  stuckSorts,
} from '../../persistence/caseload.listing.ts';
import { districtCode, text } from '../fields.ts';
import { type CsvColumns, listFormats, pageOf, pageQuery, sendPage } from '../lists.ts';
import { dayOf } from '../order-command.ts';
import { type AnyRoute, route } from '../route.ts';

const tag = '统计';

const caseloadItem = z.object({
  key: text,
  name: text,
  districtName: text,
  open: z.int(),
  overdueCases: z.int(),
  overdueTasks: z.int(),
  dueThisWeek: z.int(),
  oldestOn: text.nullable(),
  ages: z.array(z.int()),
});
type CaseloadItem = z.infer<typeof caseloadItem>;

const caseloadCsv: CsvColumns<CaseloadItem> = {
  名称: (one) => one.name,
  区县: (one) => one.districtName,
  未办结: (one) => one.open,
  有逾期待办的案件: (one) => one.overdueCases,
  逾期待办: (one) => one.overdueTasks,
  七天内到期的待办: (one) => one.dueThisWeek,
  最早收到: (one) => one.oldestOn,
  ...Object.fromEntries(
    ageings.map(({ code }, index) => [sayAgeing(code), ({ ages }: CaseloadItem) => ages[index] ?? 0]),
  ),
};

const stuckItem = z.object({
  id: text,
  story: text,
  receiptNumber: text,
  state: text,
  district: text,
  districtName: text,
  ownerName: text,
  why: z.array(z.object({ code: z.enum(stuckReasons), name: text })),
  since: text,
  /** The step that waits longest, in a sentence. */
  sentence: text.nullable(),
  overdueTasks: z.int(),
});
type StuckItem = z.infer<typeof stuckItem>;

function presentStuck({ why, task, ...row }: StuckRow): StuckItem {
  const [step = '', about = ''] = task === null ? [] : task.split(/:(.*)/s);
  return {
    ...row,
    why: why.map((code) => ({ code, name: stuckWords[code] })),
    sentence: task === null ? null : sayTask(step, about),
  };
}

const stuckCsv: CsvColumns<StuckItem> = {
  案件: (one) => one.receiptNumber,
  种类: (one) => wordOf(one.story),
  状态: (one) => wordOf(one.state),
  区县: (one) => one.districtName,
  承办人: (one) => one.ownerName,
  停滞起: (one) => one.since,
  原因: (one) => one.why.map(({ name }) => name).join('、'),
  等待的一步: (one) => one.sentence,
  逾期待办: (one) => one.overdueTasks,
};

export const caseloadRoutes: AnyRoute[] = [
  route({
    method: 'get',
    path: '/caseload',
    wall: 'figure.read',
    reads: null,
    tag,
    summary: '在办：按承办人或者区县的未办结件数、逾期待办、七天内到期、未办结天数；可导出 CSV 和 Excel',
    query: z.strictObject({
      caseloadBy: z.enum(caseloadsBy).default('mediator'),
      format: z.enum(listFormats).default('json'),
    }),
    answer: pageOf(caseloadItem).extend({ ageings: z.array(text) }),
    async handle({ deps, me, query, response }) {
      const districts = districtsWithin(me, 'figure.read');
      const em = deps.orm.em.fork();
      const items = await readCaseload(em, query.caseloadBy, districts, dayOf(deps, undefined));
      const page = { ageings: ageings.map(({ code }) => sayAgeing(code)), items, nextCursor: null };
      return sendPage(response, query, page, caseloadCsv, '在办案件');
    },
  }),
  route({
    method: 'get',
    path: '/stuck',
    wall: 'figure.read',
    reads: null,
    tag,
    summary: '停滞案件：没有承办人、下一步或者期限的，待办已经逾期的；可导出 CSV 和 Excel',
    query: pageQuery(stuckSorts, 'since').extend({
      district: districtCode.optional(),
      stuckFor: z.enum(stuckReasons).optional(),
    }),
    answer: pageOf(stuckItem),
    async handle({ deps, me, query: { stuckFor, ...query }, response }) {
      const districts = districtsWithin(me, 'figure.read');
      const asked = { ...query, why: stuckFor, districts, today: dayOf(deps, undefined) };
      const page = await listStuck(deps.orm.em.fork(), asked);
      return sendPage(
        response,
        query,
        { ...page, items: page.items.map(presentStuck) },
        stuckCsv,
        '停滞案件',
      );
    },
  }),
];
