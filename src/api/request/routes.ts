/** Requests that wait for a second person; they are decided by the case's own acts. */
import { z } from 'zod';
import { eventWords } from '../../../templates/zh-CN/event-words.ts';
import { fieldWords } from '../../../templates/zh-CN/fields.ts';
import { wordOf } from '../../../templates/zh-CN/word-of.ts';
import { formatYuan } from '../../domain/money.ts';
import { districtsWithin } from '../../domain/walls.ts';
import { listEvents } from '../../persistence/case.listing.ts';
import { listRequests, type RequestRow, requestSorts } from '../../persistence/request.listing.ts';
import type { ApiDeps } from '../app.ts';
import { presentCourse } from '../case-parts.ts';
import { districtCode, text } from '../fields.ts';
import { type CsvColumns, pageOf, pageQuery, sendPage } from '../lists.ts';
import { mayReadNotes } from '../policies.ts';
import { type AnyRoute, route } from '../route.ts';
import type { SignedIn } from '../sign-in.ts';

const requestKinds = ['text', 'payment', 'reopen'] as const;

const requestItem = z.object({
  id: text,
  case: text,
  seq: z.int(),
  no: z.int(),
  receiptNumber: text,
  state: text,
  districtName: text,
  ownerName: text,
  what: z.enum(requestKinds),
  /** What is to be put right: the step and the field, or the instalment. */
  about: text.nullable(),
  was: text.nullable(),
  becomes: text.nullable(),
  reason: text,
  on: text,
  byName: text,
  approverName: text,
  dueOn: text,
  /** Asked for by whoever reads it: somebody else decides. */
  isOwn: z.boolean(),
});
type RequestItem = z.infer<typeof requestItem>;

const requestCsv: CsvColumns<RequestItem> = {
  案件: (one) => one.receiptNumber,
  区县: (one) => one.districtName,
  状态: (one) => wordOf(one.state),
  申请: (one) => wordOf(one.what),
  更正: (one) => one.about,
  原来: (one) => one.was,
  改为: (one) => one.becomes,
  理由: (one) => one.reason,
  申请日: (one) => one.on,
  申请人: (one) => one.byName,
  期限: (one) => one.dueOn,
};

export const requestRoutes: AnyRoute[] = [
  route({
    method: 'get',
    path: '/requests',
    wall: 'request.read',
    reads: null,
    tag: '待批准',
    summary: '等待另一人批准的申请：更正、更正到账、重新办理；可导出 CSV 和 Excel',
    query: pageQuery(requestSorts, 'dueOn').extend({
      district: districtCode.optional(),
      what: z.enum(requestKinds).optional(),
    }),
    answer: pageOf(requestItem),
    async handle({ deps, me, query, response }) {
      const districts = districtsWithin(me, 'request.read');
      const page = await listRequests(deps.orm.em.fork(), { ...query, districts });
      const items = await Promise.all(page.items.map((row) => presentRequest(deps, me, row)));
      return sendPage(response, query, { ...page, items }, requestCsv, '待批准');
    },
  }),
];

async function presentRequest(deps: ApiDeps, me: SignedIn, row: RequestRow): Promise<RequestItem> {
  const { approval, texts, owner, district, ...rest } = row;
  const { no, on, by, what } = approval;
  return {
    ...{ id: rest.id, case: rest.case, seq: rest.seq, receiptNumber: rest.receiptNumber, state: rest.state },
    ...{ districtName: rest.districtName, ownerName: rest.ownerName, no, what, on, dueOn: rest.dueOn },
    ...{ byName: rest.byName, approverName: rest.approverName, isOwn: by === me.actor.account },
    reason: String(texts.note ?? ''),
    ...(await changeOf(deps, me, row)),
  };
}

type Change = Pick<RequestItem, 'about' | 'was' | 'becomes'>;

async function changeOf(deps: ApiDeps, me: SignedIn, row: RequestRow): Promise<Change> {
  const { approval, texts } = row;
  switch (approval.what) {
    case 'reopen':
      return { about: null, was: null, becomes: null };
    case 'payment':
      return {
        about: `第 ${approval.instalment} 期到账`,
        was: approval.seen === undefined ? null : `${formatYuan(approval.seen)} 元`,
        becomes: `${formatYuan(approval.paid)} 元`,
      };
    case 'text': {
      const { seq, field } = approval;
      const rows = await listEvents(deps.orm.em.fork(), row.case);
      const event = presentCourse(rows, { readNotes: mayReadNotes(me, row) }).find((one) => one.seq === seq);
      const step = eventWords[event?.kind as keyof typeof eventWords] ?? '';
      const was = event?.texts[field];
      return {
        about: `第 ${seq} 步（${step}）的「${fieldWords[field] ?? field}」`,
        was: was === undefined ? null : String(was),
        becomes: String(texts.text ?? ''),
      };
    }
  }
}
