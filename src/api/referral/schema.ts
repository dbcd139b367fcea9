/** What a referral of another body comes in with, and what each act on a referral needs. */
import { z } from 'zod';
import { claimHeads } from '../../domain/claim.ts';
import { procedures } from '../../domain/dispute/parts.ts';
import type { AccountId, CaseId } from '../../domain/ids.ts';
import {
  type Enclosed,
  incomingChannels,
  type ReferralAction,
  type ReferralAsked,
  reportOutcomes,
  returnReasons,
  sides,
  urgencies,
} from '../../domain/referral/state.ts';
import type { Texts } from '../../persistence/case-event.entity.ts';
import { employer, worker } from '../dispute/party-schema.ts';
import { bodyId, day, line, phone, words, yuan } from '../fields.ts';

/** What the route found out for an act: the id of a case it opens, the files by their hashes, the manager it goes to. */
export type Found = { child: CaseId | null; enclosed: Enclosed[]; manager: AccountId | null };

type Act<A extends ReferralAction, B extends z.ZodType> = {
  summary: string;
  body: B;
  toAsked(body: z.infer<B>, found: Found): ReferralAsked<A>;
};
const act = <A extends ReferralAction, B extends z.ZodType>(_action: A, given: Act<A, B>): Act<A, B> => given;

const on = day.optional();
const noted = z.strictObject({ on, note: words().optional() });
const reasoned = z.strictObject({ on, note: words() });
const enclosed = z
  .array(z.uuid('不是有效的文书或者证据编号，请从本案的文书、证据中选取'))
  .max(50)
  .refine((ids) => new Set(ids).size === ids.length, '有重复的文书或者证据，请删去')
  .default([]);
const withFiles = (found: Found) => (found.enclosed.length === 0 ? {} : { enclosed: found.enclosed });

/** `open` and `hear-child` are the engine's. */
export const referralActs = {
  send: act('send', {
    summary: '发出移送函，可随附本案的文书和证据',
    body: z.strictObject({ on, note: words().optional(), enclosed }),
    toAsked: (_body, found) => withFiles(found),
  }),
  receive: act('receive', { summary: '签收', body: noted, toAsked: () => ({}) }),
  accept: act('accept', {
    summary: '接受移送；来件同时登记为劳动争议',
    body: noted,
    toAsked: (_body, { child }) => (child === null ? {} : { child }),
  }),
  return: act('return', {
    summary: '退回，须说明理由',
    body: z.strictObject({ on, note: words(), reason: z.enum(returnReasons) }),
    toAsked: ({ reason }) => ({ reason }),
  }),
  recall: act('recall', {
    summary: '撤回移送：对方久不答复，或者不再需要',
    body: reasoned,
    toAsked: () => ({}),
  }),
  'reissue-letter': act('reissue-letter', {
    summary: '另发移送函：原函遗失或者误投；原函作废，函上的回复码同时失效',
    body: reasoned,
    toAsked: () => ({}),
  }),
  reply: act('reply', {
    summary: '回复对方；管理者可以代记任何一方的话',
    body: z.strictObject({ on, text: words(), side: z.enum(sides).optional() }),
    toAsked: ({ side }) => (side === undefined ? {} : { side }),
  }),
  'ask-materials': act('ask-materials', {
    summary: '要求移送单位补充材料',
    body: z.strictObject({ on, text: words(), neededOn: day.optional() }),
    toAsked: ({ neededOn }) => (neededOn === undefined ? {} : { neededOn }),
  }),
  'send-materials': act('send-materials', {
    summary: '补送材料，可随附本案的文书和证据',
    body: z.strictObject({
      on,
      note: words().optional(),
      materials: z.array(line(200)).min(1).max(50),
      enclosed,
    }),
    toAsked: (_body, found) => withFiles(found),
  }),
  remind: act('remind', { summary: '催办', body: noted, toAsked: () => ({}) }),
  escalate: act('escalate', {
    summary: '对方不答复，报管理者；管理者可以再向上报',
    body: reasoned,
    toAsked: (_body, { manager }) => ({ manager: manager as AccountId }),
  }),
  'give-up': act('give-up', {
    summary: '对方逾期不答复，撤回移送，转下一站',
    body: reasoned,
    toAsked: () => ({}),
  }),
  'start-work': act('start-work', { summary: '开始办理', body: noted, toAsked: () => ({}) }),
  report: act('report', {
    summary: '反馈办理结果；可选的结果因单位而异',
    body: z.strictObject({ on, note: words(), outcome: z.enum(reportOutcomes) }),
    toAsked: ({ outcome }) => ({ outcome }),
  }),
  'move-pack': act('move-pack', {
    summary: '改用另一个规则包，重新计算未结期限',
    body: z.strictObject({ on, note: words(), pack: line(60) }),
    toAsked: ({ pack }) => ({ pack }),
  }),
  close: act('close', { summary: '收悉并办结', body: noted, toAsked: () => ({}) }),
} as const satisfies { [A in Exclude<ReferralAction, 'open' | 'hear-child'>]: unknown };

/** The words of an act: what is written down beside its codes. */
export function textsOf({
  note,
  text,
  materials,
}: {
  note?: string | undefined;
  text?: string | undefined;
  materials?: readonly string[] | undefined;
}): Texts {
  return {
    ...(note === undefined ? {} : { note }),
    ...(text === undefined ? {} : { text }),
    ...(materials === undefined ? {} : { materials }),
  };
}

/** A referral of another body, by its officer or typed in from a letter: enough to open the dispute from. */
export const incoming = z
  .strictObject({
    fromBody: bodyId,
    toBody: bodyId,
    channel: z.enum(incomingChannels),
    procedure: z.enum(procedures).optional(),
    otherNumber: line(60).optional(),
    receivedOn: day.optional(),
    urgency: z.enum(urgencies).default('ordinary'),
    reason: words(),
    request: words(),
    materials: z.array(line(200)).max(50).default([]),
    contact: phone,
    workers: z.array(worker).min(1).max(200),
    employers: z.array(employer).min(1).max(20),
    place: line(200),
    since: day,
    employmentEndedOn: day.optional(),
    claims: z
      .array(z.strictObject({ head: z.enum(claimHeads), amount: yuan, basis: words(1000) }))
      .min(1)
      .max(30),
    facts: words(8000),
  })
  .superRefine(({ channel, procedure }, context) => {
    const isEntrusted = channel === 'court-entrusted';
    if (isEntrusted === (procedure !== undefined)) return;
    const message = isEntrusted
      ? '没有填写，法院委托（立案后）须写明普通或者简易程序'
      : '只有法院委托（立案后）才填写，请删去';
    context.addIssue({ code: 'custom', path: ['procedure'], message });
  });
