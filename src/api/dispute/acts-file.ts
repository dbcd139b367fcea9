/** Acts on the file and on what the law says of it. */
import { z } from 'zod';
import { recordableKinds } from '../../domain/dispute/limitation.ts';
import { papersOnDemand } from '../../domain/dispute/need-papers.ts';
import { closeReasons } from '../../domain/dispute/parts.ts';
import { eventKindAt } from '../../persistence/case.listing.ts';
import { day, line, partyId, words, yuan } from '../fields.ts';
import { act, given, note, noteOf, on } from './act.ts';

/** What enters a case's history is a code, not a text. */
const code = (form: RegExp, error: string) => z.string().regex(form, error);

const request = z.strictObject({ ...on, ...note, no: z.int().min(1) });

export const fileActs = {
  close: act('close', {
    summary: '办结；违约的须写明原因和说明',
    body: z
      .strictObject({ ...on, ...note, reason: z.enum(closeReasons).optional() })
      .refine(({ reason, note: said }) => reason === undefined || said !== undefined, {
        error: '没有填写，写明原因时须有说明',
        path: ['note'],
      }),
    toAsked: ({ reason }) => (reason === undefined ? {} : { reason }),
    toTexts: noteOf,
  }),
  archive: act('archive', {
    summary: '归档：装订卷宗（封面、目录、页码）',
    body: z.strictObject({ ...on, ...note }),
    toAsked: () => ({}),
    toTexts: noteOf,
  }),
  'issue-papers': act('issue-papers', {
    summary: '出具文书：一次可以出具一套',
    body: z.strictObject({
      ...on,
      ...note,
      papers: z
        .array(
          z.strictObject({
            kind: z.enum(papersOnDemand as [string, ...string[]]),
            /** A session's number, a party's id. */
            about: code(/^[0-9a-f-]{1,36}$/, '不是有效的编号').optional(),
          }),
        )
        .min(1)
        .max(60),
    }),
    toAsked: ({ papers }) => ({ papers: papers.map((one) => given(one)) as never }),
    toTexts: noteOf,
  }),
  correct: act('correct', {
    summary: '更正一步的文字；已有法律效果的须经另一人批准',
    body: z.strictObject({
      ...on,
      seq: z.int().min(1),
      field: code(/^\w{1,40}$/, '不是有效的字段名'),
      text: words(20_000),
      note: words(),
    }),
    toAsked: ({ seq, field }) => ({ seq, field, act: '' }),
    resolve: async ({ seq }, { deps, id }) => ({ act: await eventKindAt(deps.orm.em.fork(), id, seq) }),
    toTexts: ({ text, note: reason }) => ({ text, note: reason }),
  }),
  'correct-payment': act('correct-payment', {
    summary: '更正一期的实收金额，须经另一人批准',
    body: z.strictObject({
      ...on,
      note: words(),
      instalment: z.int().min(1),
      payee: partyId.optional(),
      payer: partyId.optional(),
      paid: yuan,
    }),
    toAsked: ({ instalment, payee, payer, paid }) => given({ instalment, payee, payer, paid }),
    toTexts: noteOf,
  }),
  'ask-reopen': act('ask-reopen', {
    summary: '申请重新办理，须经另一人批准',
    body: z.strictObject({ ...on, note: words() }),
    toAsked: () => ({}),
    toTexts: noteOf,
  }),
  'approve-request': act('approve-request', {
    summary: '批准更正或者重新办理的申请',
    body: request,
    toAsked: ({ no }) => ({ no }),
    toTexts: noteOf,
  }),
  'reject-request': act('reject-request', {
    summary: '不批准更正或者重新办理的申请',
    body: request.extend({ note: words() }),
    toAsked: ({ no }) => ({ no }),
    toTexts: noteOf,
  }),
  'record-limitation-event': act('record-limitation-event', {
    summary: '登记影响时效的事件，或者劳动关系终止',
    body: z.strictObject({
      ...on,
      event: z.enum(recordableKinds),
      happenedOn: day,
      until: day.optional(),
      evidence: words(2000),
    }),
    toAsked: ({ event, happenedOn, until }) => ({ event, happenedOn, until: until ?? null }),
    toTexts: ({ evidence }) => ({ evidence }),
  }),
  'withdraw-limitation-event': act('withdraw-limitation-event', {
    summary: '撤销登记有误的时效事件，按该步的序号',
    body: z.strictObject({ ...on, note: words(), seq: z.int().min(1) }),
    toAsked: ({ seq }) => ({ seq, act: '' }),
    resolve: async ({ seq }, { deps, id }) => ({ act: await eventKindAt(deps.orm.em.fork(), id, seq) }),
    toTexts: noteOf,
  }),
  'certify-limitation': act('certify-limitation', {
    summary: '出具时效证明',
    body: z.strictObject({ ...on, ...note }),
    toAsked: () => ({}),
    toTexts: noteOf,
  }),
  'move-pack': act('move-pack', {
    summary: '改用另一个规则包，重新计算未结期限',
    body: z.strictObject({ ...on, note: words(), pack: line(60) }),
    toAsked: ({ pack }) => ({ pack }),
    toTexts: noteOf,
  }),
} as const;
