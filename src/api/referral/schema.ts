/** What each act on a referral needs. */
import { z } from 'zod';
import {
  type ReferralAction,
  type ReferralAsked,
  reportOutcomes,
  returnReasons,
} from '../../domain/referral/state.ts';
import type { Texts } from '../../persistence/case-event.entity.ts';
import { day, line, words } from '../fields.ts';

type Act<A extends ReferralAction, B extends z.ZodType> = {
  summary: string;
  body: B;
  toAsked(body: z.infer<B>): ReferralAsked<A>;
};
const act = <A extends ReferralAction, B extends z.ZodType>(_action: A, given: Act<A, B>): Act<A, B> => given;

const on = day.optional();
const noted = z.strictObject({ on, note: words().optional() });

/** `open` is the engine's: a referral is opened by its parent. */
export const referralActs = {
  send: act('send', { summary: '发出移送函', body: noted, toAsked: () => ({}) }),
  receive: act('receive', { summary: '签收', body: noted, toAsked: () => ({}) }),
  accept: act('accept', { summary: '接受移送', body: noted, toAsked: () => ({}) }),
  return: act('return', {
    summary: '退回，须说明理由',
    body: z.strictObject({ on, note: words(), reason: z.enum(returnReasons) }),
    toAsked: ({ reason }) => ({ reason }),
  }),
  recall: act('recall', {
    summary: '撤回移送：对方久不答复，或者不再需要',
    body: z.strictObject({ on, note: words() }),
    toAsked: () => ({}),
  }),
  'start-work': act('start-work', { summary: '开始办理', body: noted, toAsked: () => ({}) }),
  report: act('report', {
    summary: '反馈办理结果',
    body: z.strictObject({ on, note: words(), outcome: z.enum(reportOutcomes) }),
    toAsked: ({ outcome }) => ({ outcome }),
  }),
  'move-pack': act('move-pack', {
    summary: '改用另一个规则包，重新计算未结期限',
    body: z.strictObject({ on, note: words(), pack: line(60) }),
    toAsked: ({ pack }) => ({ pack }),
  }),
  close: act('close', { summary: '收悉并办结', body: noted, toAsked: () => ({}) }),
} as const satisfies { [A in Exclude<ReferralAction, 'open'>]: unknown };

export const noteOf = ({ note }: { note?: string | undefined }): Texts =>
  note === undefined ? {} : { note };
