/** Acts before acceptance: who mediates, what the desk advises, what the other side says. */
import { z } from 'zod';
import { declineReasons, recusalReasons, triageResults } from '../../domain/dispute/parts.ts';
import { capacityFor } from '../capacity/capacity-for.ts';
import { accountId, line, partyId, words } from '../fields.ts';
import { act, given, note, noteOf, on } from './act.ts';

export const acceptanceActs = {
  assign: act('assign', {
    summary: '指派或者更换调解员',
    body: z.strictObject({ ...on, ...note, mediator: accountId }),
    toAsked: ({ mediator }) => ({ mediator }),
    toTexts: noteOf,
  }),
  recuse: act('recuse', {
    summary: '调解员回避，另行指派',
    body: z.strictObject({ ...on, note: words(), mediator: accountId, reason: z.enum(recusalReasons) }),
    toAsked: ({ mediator, reason }) => ({ mediator, reason }),
    toTexts: noteOf,
  }),
  triage: act('triage', {
    summary: '研判分流：调解、咨询、移送、法律援助、直接仲裁',
    body: z.strictObject({ ...on, note: words(), result: z.enum(triageResults) }),
    toAsked: ({ result }) => ({ result }),
    toTexts: noteOf,
  }),
  consult: act('consult', {
    summary: '征询对方当事人意见；对方有多方而没有联系上的，须写明是哪一方，才计入该方的联系次数',
    body: z.strictObject({
      ...on,
      ...note,
      result: z.enum(['reached', 'not-reached']),
      party: partyId.optional(),
    }),
    toAsked: ({ result, party }) => given({ result, party }),
    toTexts: noteOf,
  }),
  'record-consent': act('record-consent', {
    summary: '记录对方是否同意调解；对方有多方的逐一记录',
    body: z.strictObject({ ...on, ...note, isGiven: z.boolean(), party: partyId.optional() }),
    toAsked: ({ isGiven, party }) => given({ isGiven, party }),
    toTexts: noteOf,
  }),
  accept: act('accept', {
    summary: '受理；本区县只有一种合适的受理身份时可以不选',
    body: z.strictObject({ ...on, ...note, capacity: line(60).optional() }),
    toAsked: () => ({}),
    resolve: ({ capacity, on: day }, at) => capacityFor(at, capacity, day),
    toTexts: noteOf,
  }),
  decline: act('decline', {
    summary: '不予受理，出具书面通知',
    body: z.strictObject({ ...on, note: words(), reason: z.enum(declineReasons) }),
    toAsked: ({ reason }) => ({ reason }),
    toTexts: noteOf,
  }),
  'settle-between-sides': act('settle-between-sides', {
    summary: '双方自行和解',
    body: z.strictObject({ ...on, note: words() }),
    toAsked: () => ({}),
    toTexts: noteOf,
  }),
  withdraw: act('withdraw', {
    summary: '申请人撤回',
    body: z.strictObject({ ...on, note: words() }),
    toAsked: () => ({}),
    toTexts: noteOf,
  }),
} as const;
