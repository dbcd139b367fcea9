/** What a dispute is taken in with, and what each act on it needs. */
import { z } from 'zod';
import { claimHeads } from '../../domain/claim.ts';
import type { DisputeAction, DisputeAsked } from '../../domain/dispute/commands.ts';
import { recordableKinds } from '../../domain/dispute/limitation.ts';
import {
  channels,
  closeReasons,
  declineReasons,
  doors,
  failReasons,
  lockInOutcomes,
} from '../../domain/dispute/state.ts';
import type { CaseId } from '../../domain/ids.ts';
import { urgencies } from '../../domain/referral/state.ts';
import type { Texts } from '../../persistence/case-event.entity.ts';
import { accountId, bodyId, day, districtCode, line, partyId, phone, words, yuan } from '../fields.ts';
import { employer, person, worker } from './party-schema.ts';

const claim = z.strictObject({ head: z.enum(claimHeads), amount: yuan, basis: words(1000) });

/** Eight fields are enough: who, against whom, where, since when, what is asked and how much, by which channel, with consent. */
export const intake = z.strictObject({
  receivedOn: day.optional(),
  channel: z.enum(channels),
  district: districtCode,
  workers: z.array(worker).min(1).max(200),
  employers: z.array(employer).min(1).max(20),
  place: line(200),
  since: day,
  employmentEndedOn: day.optional(),
  claims: z.array(claim).min(1).max(30),
  facts: words(8000),
  /** The worker asks for mediation of their own will. */
  isConsentGiven: z.literal(true, '须为 true：申请人同意调解后才能登记'),
});

/** One act: its body (with `on`, the civil day, today by default) and how it becomes a command with its words. */
type Act<A extends DisputeAction, B extends z.ZodType> = {
  summary: string;
  body: B;
  toAsked(body: z.infer<B>, fresh: { newId(): string }): DisputeAsked<A>;
  toTexts?(body: z.infer<B>, me: { body: string | null }): Texts;
};

const act = <A extends DisputeAction, B extends z.ZodType>(_action: A, given: Act<A, B>): Act<A, B> => given;

const on = { on: day.optional() };
const note = { note: words().optional() };
const noteOf = (body: { note?: string | undefined }): Texts =>
  body.note === undefined ? {} : { note: body.note };

/** What a route may ask of a dispute. `receive` is intake itself; `hear-referral` is the engine's; claims have routes of their own. */
export const disputeActs = {
  assign: act('assign', {
    summary: '指派或者更换调解员',
    body: z.strictObject({ ...on, ...note, mediator: accountId }),
    toAsked: ({ mediator }) => ({ mediator }),
    toTexts: noteOf,
  }),
  'complete-party': act('complete-party', {
    summary: '补充当事人信息',
    body: person,
    toAsked: ({ party }) => ({ party }),
    toTexts: ({ on: _on, party: _party, ...given }) => given as Texts,
  }),
  consult: act('consult', {
    summary: '征询对方当事人意见',
    body: z.strictObject({ ...on, ...note, result: z.enum(['reached', 'not-reached']) }),
    toAsked: ({ result }) => ({ result }),
    toTexts: noteOf,
  }),
  'record-consent': act('record-consent', {
    summary: '记录对方是否同意调解',
    body: z.strictObject({ ...on, ...note, isGiven: z.boolean() }),
    toAsked: ({ isGiven }) => ({ isGiven }),
    toTexts: noteOf,
  }),
  accept: act('accept', {
    summary: '受理',
    body: z.strictObject({ ...on, ...note }),
    toAsked: () => ({}),
    toTexts: noteOf,
  }),
  decline: act('decline', {
    summary: '不予受理',
    body: z.strictObject({ ...on, note: words(), reason: z.enum(declineReasons) }),
    toAsked: ({ reason }) => ({ reason }),
    toTexts: noteOf,
  }),
  withdraw: act('withdraw', {
    summary: '申请人撤回',
    body: z.strictObject({ ...on, note: words() }),
    toAsked: () => ({}),
    toTexts: noteOf,
  }),
  refer: act('refer', {
    summary: '移送其他单位',
    body: z.strictObject({
      ...on,
      body: bodyId,
      reason: words(),
      request: words(),
      materials: z.array(line(200)).max(50).default([]),
      urgency: z.enum(urgencies).default('ordinary'),
      contact: phone,
      /** Their file goes to another body only as they wish. */
      isWorkerConsenting: z.literal(true, '须为 true：劳动者同意移送并转交材料后才能移送'),
    }),
    toAsked: ({ body }, { newId }) => ({ referral: newId() as CaseId, body }),
    toTexts: ({ on: _on, body: _body, ...given }, me) => ({ ...given, fromBody: me.body }),
  }),
  'plan-session': act('plan-session', {
    summary: '安排调解会议',
    body: z.strictObject({ ...on, ...note, plannedOn: day, place: line(200) }),
    toAsked: ({ plannedOn }) => ({ plannedOn }),
    toTexts: ({ place, note: said }) => ({ place, ...noteOf({ note: said }) }),
  }),
  'hold-session': act('hold-session', {
    summary: '记录调解会议',
    body: z.strictObject({
      ...on,
      no: z.int().min(1),
      minutes: words(20_000),
      undisputed: words().optional(),
    }),
    toAsked: ({ no }) => ({ no }),
    toTexts: ({ minutes, undisputed }) => ({ minutes, ...(undisputed === undefined ? {} : { undisputed }) }),
  }),
  'draft-agreement': act('draft-agreement', {
    summary: '拟定调解协议书',
    body: z.strictObject({
      ...on,
      door: z.enum(doors),
      lockInAt: line(200),
      instalments: z
        .array(z.strictObject({ dueOn: day, amount: yuan }))
        .min(1)
        .max(60),
      place: line(200),
      item: line(200),
      method: line(400),
      dispute: words().optional(),
      undisputed: words().optional(),
      breach: words(),
      settlesAll: z.boolean(),
    }),
    toAsked: ({ door, instalments }) => ({ door, instalments }),
    toTexts: ({ on: _on, door: _door, instalments: _instalments, ...given }) => given as Texts,
  }),
  'sign-agreement': act('sign-agreement', {
    summary: '记录签字盖章',
    body: z.strictObject({
      ...on,
      signatures: z
        .array(
          z.strictObject({
            party: partyId,
            on: day,
            authority: z.enum(['self', 'legal-representative', 'agent-with-special-authority']),
          }),
        )
        .min(2)
        .max(220),
      mediatorOn: day,
      sealedOn: day,
    }),
    toAsked: ({ signatures, mediatorOn, sealedOn }) => ({ signatures, mediatorOn, sealedOn }),
  }),
  'lock-in': act('lock-in', {
    summary: '记录仲裁审查或者司法确认的结果',
    body: z.strictObject({ ...on, ...note, outcome: z.enum(lockInOutcomes) }),
    toAsked: ({ outcome }) => ({ outcome }),
    toTexts: noteOf,
  }),
  'record-payment': act('record-payment', {
    summary: '登记到账',
    body: z.strictObject({ ...on, ...note, instalment: z.int().min(1), amount: yuan }),
    toAsked: ({ instalment, amount }) => ({ instalment, amount }),
    toTexts: noteOf,
  }),
  'declare-default': act('declare-default', {
    summary: '登记违约',
    body: z.strictObject({ ...on, note: words(), instalment: z.int().min(1) }),
    toAsked: ({ instalment }) => ({ instalment }),
    toTexts: noteOf,
  }),
  'record-visit': act('record-visit', {
    summary: '登记回访',
    body: z.strictObject({
      ...on,
      ...note,
      instalment: z.int().min(1),
      satisfaction: z.enum(['satisfied', 'neutral', 'dissatisfied', 'not-asked']),
    }),
    toAsked: ({ instalment, satisfaction }) => ({ instalment, satisfaction }),
    toTexts: noteOf,
  }),
  fail: act('fail', {
    summary: '调解不成',
    body: z.strictObject({ ...on, note: words(), reason: z.enum(failReasons) }),
    toAsked: ({ reason }) => ({ reason }),
    toTexts: noteOf,
  }),
  close: act('close', {
    summary: '结案归档前关闭；违约的须写明原因和说明',
    body: z
      .strictObject({ ...on, ...note, reason: z.enum(closeReasons).optional() })
      .refine(({ reason, note: said }) => reason === undefined || said !== undefined, {
        error: '没有填写，写明原因时须有说明',
        path: ['note'],
      }),
    toAsked: ({ reason }) => (reason === undefined ? {} : { reason }),
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
} as const satisfies { [A in Exclude<DisputeAction, RoutedElsewhere>]: unknown };

type RoutedElsewhere = 'receive' | 'hear-referral' | 'record-claim-facts' | 'compute-claims';
