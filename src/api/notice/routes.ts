import { z } from 'zod';
import { noticeWords } from '../../../templates/zh-CN/notice-words.ts';
import { noticeKinds } from '../../domain/break-glass.ts';
import { listNotices, type NoticeRow, noticeSorts, seeNotice } from '../../persistence/notice.repository.ts';
import { line, text } from '../fields.ts';
import { type CsvColumns, pageOf, pageQuery, sendPage } from '../lists.ts';
import { type AnyRoute, route } from '../route.ts';

const tag = '通知';

const noticeItem = z.object({
  ...{ id: text, kind: z.enum(noticeKinds), title: text, sentence: text },
  ...{ case: text, receiptNumber: text, by: text, byName: text, at: text },
  seenAt: text.nullable(),
});
type Item = z.infer<typeof noticeItem>;

const noticeCsv: CsvColumns<Item> = {
  时间: (notice) => notice.at,
  种类: (notice) => notice.title,
  案件: (notice) => notice.receiptNumber,
  内容: (notice) => notice.sentence,
  看过的时间: (notice) => notice.seenAt,
};

export const noticeRoutes: AnyRoute[] = [
  route({
    method: 'get',
    path: '/notices',
    wall: 'notice.own',
    reads: null,
    tag,
    summary: '给我的通知：可查找、排序、分页，可导出 CSV 和 Excel',
    query: pageQuery(noticeSorts, '-at').extend({
      q: line(50).optional(),
      isSeen: z.stringbool().optional(),
    }),
    answer: pageOf(noticeItem),
    async handle({ deps, me, query, response }) {
      const page = await listNotices(deps.orm.em.fork(), { ...query, account: me.actor.account });
      return sendPage(response, query, { ...page, items: page.items.map(present) }, noticeCsv, tag);
    },
  }),
  route({
    method: 'post',
    path: '/notices/:id/seen',
    wall: 'notice.own',
    reads: null,
    tag,
    summary: '看过一条通知',
    params: z.object({ id: z.uuid('不是有效的编号，请从列表中选取') }),
    answer: noticeItem,
    async handle({ deps, me, params: { id } }) {
      return present(await seeNotice(deps.orm.em.fork(), id, me.actor.account, deps.now()));
    },
  }),
];

function present({ facts, at, seenAt, kind, ...row }: NoticeRow): Item {
  const { title, sentence } = noticeWords[kind];
  const blanks: Record<string, string> = {
    ...{ by: row.byName, case: row.receiptNumber, until: minuteOf(facts.until ?? '') },
  };
  return {
    ...row,
    ...{ kind, title, sentence: sentence.replace(/\{(\w+)\}/g, (_, name: string) => blanks[name] ?? '') },
    at: new Date(at).toISOString(),
    seenAt: seenAt === null ? null : new Date(seenAt).toISOString(),
  };
}

/** As a clock on the wall shows it here. */
const minuteOf = (instant: string) =>
  new Date(instant).toLocaleString('zh-CN', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'long',
    timeStyle: 'short',
  });
