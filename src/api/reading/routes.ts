import { z } from 'zod';
import { readingWords } from '../../../templates/zh-CN/reading-words.ts';
import { readingKinds } from '../../domain/reading.ts';
import { districtsWithin } from '../../domain/walls.ts';
import { listReadings, type ReadingRow, readingSorts } from '../../persistence/reading.listing.ts';
import { visibleDispute } from '../dispute/visible.ts';
import { accountId, caseId, day, line, text } from '../fields.ts';
import { type CsvColumns, pageOf, pageQuery, sendPage } from '../lists.ts';
import { type AnyRoute, route } from '../route.ts';

const tag = '查阅记录';

const readingItem = z.object({
  id: text,
  at: text,
  account: text,
  accountName: text,
  what: z.enum(readingKinds),
  whatName: text,
  case: text.nullable(),
  receiptNumber: text.nullable(),
  about: text.nullable().meta({ description: '哪一份文书、文件或者列表：编号或者代码' }),
  reason: text.nullable(),
  rowCount: z.int().nullable().meta({ description: '导出的行数' }),
});
type ReadingItem = z.infer<typeof readingItem>;
const answer = pageOf(readingItem);

const present = (row: ReadingRow): ReadingItem => ({
  ...row,
  at: new Date(row.at).toISOString(),
  whatName: readingWords[row.what],
});

const readingCsv: CsvColumns<ReadingItem> = {
  时间: (one) => one.at,
  查阅人: (one) => one.accountName,
  账号: (one) => one.account,
  查阅内容: (one) => one.whatName,
  案件编号: (one) => one.receiptNumber,
  对象: (one) => one.about,
  理由: (one) => one.reason,
  行数: (one) => one.rowCount,
};

const narrowed = pageQuery(readingSorts, '-at').extend({
  q: line(50).optional(),
  account: accountId.optional(),
  what: z.enum(readingKinds).optional(),
  from: day.optional(),
  until: day.optional(),
});

export const readingRoutes: AnyRoute[] = [
  route({
    method: 'get',
    path: '/readings',
    wall: 'reading.read',
    reads: 'readings',
    tag,
    summary: '谁在什么时候查阅过哪些个人信息；可按案件、账号、日期查找、排序、分页，可导出 CSV 和 Excel',
    query: narrowed.extend({ case: caseId.optional() }),
    answer,
    async handle({ deps, me, query, response }) {
      const districts = districtsWithin(me, 'reading.read');
      const page = await listReadings(deps.orm.em.fork(), { ...query, districts });
      return sendPage(response, query, { ...page, items: page.items.map(present) }, readingCsv, tag);
    },
  }),
  route({
    method: 'get',
    path: '/disputes/:id/readings',
    wall: 'reading.read',
    reads: 'readings',
    tag,
    summary: '一件劳动争议及其移送被谁查阅过',
    params: z.object({ id: caseId }),
    query: narrowed,
    answer,
    async handle({ deps, me, params: { id }, query, response }) {
      await visibleDispute(deps, me, id);
      const districts = districtsWithin(me, 'reading.read');
      const page = await listReadings(deps.orm.em.fork(), { ...query, districts, case: id });
      return sendPage(response, query, { ...page, items: page.items.map(present) }, readingCsv, tag);
    },
  }),
];
