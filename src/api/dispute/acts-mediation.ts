/** Acts at the table: the group, the chain, sessions, proposals, the period, failure. */
import { z } from 'zod';
import {
  answers,
  failReasons,
  leaveReasons,
  postponers,
  presences,
  proposers,
  sessionWays,
  sides,
} from '../../domain/dispute/parts.ts';
import type { CaseId } from '../../domain/ids.ts';
import { urgencies } from '../../domain/referral/state.ts';
import { chainWhys } from '../../law/chain.ts';
import { bodyId, day, line, partyId, phone, words, yuan } from '../fields.ts';
import { act, given, note, noteOf, on, textsBut } from './act.ts';

/** Why a station: what the law's advice says, or another reason, which is then in the note. */
const stationReasons = [...chainWhys, 'other'] as const;

const parties = z.array(partyId).min(1).max(200);
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '应为时刻，例如 09:30');

function needOrder(hours: { from?: string | undefined; to?: string | undefined }, context: z.RefinementCtx) {
  const { from, to } = hours;
  if (from === undefined || to === undefined || from <= to) return;
  const message = `不能早于开始时刻 ${from}，请核对`;
  context.addIssue({ code: 'custom', path: ['to'], message });
}

/** What a letter to another body says. */
const referring = {
  body: bodyId,
  station: z.int().min(1).max(20).optional(),
  reason: words(),
  request: words(),
  materials: z.array(line(200)).max(50).default([]),
  urgency: z.enum(urgencies).default('ordinary'),
  contact: phone,
  /** Their file goes to another body only as they wish. */
  isWorkerConsenting: z.literal(true, '须为 true：劳动者同意移送并转交材料后才能移送'),
};

export const mediationActs = {
  'appoint-representatives': act('appoint-representatives', {
    summary: '集体争议推举三至五名代表人',
    body: z.strictObject({ ...on, ...note, parties }),
    toAsked: (body) => ({ parties: body.parties }),
    toTexts: noteOf,
  }),
  'record-member-consents': act('record-member-consents', {
    summary: '登记各劳动者是否同意现在的协议条款',
    body: z.strictObject({ ...on, ...note, parties, isGiven: z.boolean() }),
    toAsked: (body) => ({ parties: body.parties, isGiven: body.isGiven }),
    toTexts: noteOf,
  }),
  'separate-members': act('separate-members', {
    summary:
      '部分劳动者退出：另案办理（各人名下的请求、代理人和收件日一并转去，证据留在原案）、撤回或者单独和解',
    body: z.strictObject({ ...on, note: words(), parties, why: z.enum(leaveReasons) }),
    toAsked: (body, { newId }) => ({
      parties: body.parties,
      why: body.why,
      ...(body.why === 'own-case' ? { dispute: newId() as CaseId } : {}),
    }),
    toTexts: noteOf,
  }),
  'plan-chain': act('plan-chain', {
    summary: '拟定或者调整联动计划；调整须写明原因',
    body: z.strictObject({
      ...on,
      ...note,
      stations: z
        .array(
          z.strictObject({
            no: z.int().min(1).max(20),
            body: bodyId,
            after: z.array(z.int().min(1).max(20)).max(20).default([]),
            why: z.enum(stationReasons),
          }),
        )
        .min(1)
        .max(20),
    }),
    toAsked: ({ stations, note: reason }) => ({ stations, hasReason: reason !== undefined }),
    toTexts: noteOf,
  }),
  'skip-station': act('skip-station', {
    summary: '跳过联动计划的一站',
    body: z.strictObject({ ...on, note: words(), no: z.int().min(1).max(20) }),
    toAsked: ({ no }) => ({ no }),
    toTexts: noteOf,
  }),
  refer: act('refer', {
    summary: '移送其他单位',
    body: z.strictObject({ ...on, ...referring }),
    toAsked: ({ body, station }, { newId }) => ({
      referral: newId() as CaseId,
      body,
      ...(station === undefined ? {} : { station }),
    }),
    toTexts: (body, me) => ({ ...textsBut(body, 'body', 'station'), fromBody: me.body }),
  }),
  'plan-session': act('plan-session', {
    summary: '安排调解会议',
    body: z.strictObject({
      ...on,
      ...note,
      plannedOn: day,
      at: clock.optional(),
      place: line(200),
      way: z.enum(sessionWays).optional(),
    }),
    toAsked: ({ plannedOn, way }) => given({ plannedOn, way }),
    toTexts: (body) => textsBut(body, 'plannedOn', 'way'),
  }),
  'postpone-session': act('postpone-session', {
    summary: '调解会议改期：谁提出、为什么、改到哪天',
    body: z.strictObject({
      ...on,
      note: words(),
      no: z.int().min(1),
      plannedOn: day,
      at: clock.optional(),
      place: line(200).optional(),
      by: z.enum(postponers),
    }),
    toAsked: ({ no, plannedOn, by }) => ({ no, plannedOn, by }),
    toTexts: (body) => textsBut(body, 'no', 'plannedOn', 'by'),
  }),
  'hold-session': act('hold-session', {
    summary: '记录调解会议：到场、笔录、无争议事实',
    body: z
      .strictObject({
        ...on,
        no: z.int().min(1),
        from: clock.optional(),
        to: clock.optional(),
        attendance: z
          .array(z.strictObject({ party: partyId, presence: z.enum(presences) }))
          .max(220)
          .optional(),
        minutes: words(20_000),
        applicantSays: words(8000).optional(),
        respondentSays: words(8000).optional(),
        disputed: words(4000).optional(),
        undisputed: words().optional(),
        /** What the mediator told both sides, and what they answered. */
        told: z
          .array(z.enum(['rights', 'rules', 'effect', 'confirmation']))
          .max(4)
          .optional(),
        answer: words(1000).optional(),
        result: words(4000).optional(),
        recorder: line(50).optional(),
      })
      .superRefine(needOrder),
    toAsked: ({ no, attendance }) => given({ no, attendance }),
    toTexts: (body) => textsBut(body, 'no', 'attendance'),
  }),
  'record-proposal': act('record-proposal', {
    summary: '登记调解方案：谁提的、多少钱',
    body: z.strictObject({ ...on, note: words(), by: z.enum(proposers), amount: yuan.optional() }),
    toAsked: ({ by, amount }) => ({ by, amount: amount ?? null }),
    toTexts: noteOf,
  }),
  'answer-proposal': act('answer-proposal', {
    summary: '登记一方对方案的答复',
    body: z.strictObject({
      ...on,
      ...note,
      no: z.int().min(1),
      side: z.enum(sides),
      answer: z.enum(answers),
    }),
    toAsked: ({ no, side, answer }) => ({ no, side, answer }),
    toTexts: noteOf,
  }),
  'extend-period': act('extend-period', {
    summary: '双方同意延长调解期限',
    body: z.strictObject({ ...on, note: words(), until: day, workerOn: day, employerOn: day }),
    toAsked: ({ until, workerOn, employerOn }) => ({ until, workerOn, employerOn }),
    toTexts: noteOf,
  }),
  fail: act('fail', {
    summary: '调解不成，出具书面通知；可以同时移送',
    body: z.strictObject({
      ...on,
      note: words(),
      reason: z.enum(failReasons),
      referral: z.strictObject(referring).optional(),
    }),
    toAsked: ({ reason, referral }, { newId }) => ({
      reason,
      ...(referral === undefined
        ? {}
        : given({ referral: newId() as CaseId, body: referral.body, station: referral.station })),
    }),
    toTexts: (body, me) => ({
      note: body.note,
      ...(body.referral ? { ...textsBut(body.referral, 'body', 'station'), fromBody: me.body } : {}),
    }),
  }),
} as const;
