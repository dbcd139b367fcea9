/** Acts from terms on the table to the last payment. */
import { z } from 'zod';
import { satisfactions } from '../../domain/dispute/decisions.ts';
import { needFixed } from '../../domain/dispute/fixed-terms.ts';
import {
  authorities,
  collectiveVisits,
  doors,
  lockInOutcomes,
  remedies,
} from '../../domain/dispute/parts.ts';
import { caseId, day, line, partyId, words, yuan } from '../fields.ts';
import { act, given, note, noteOf, on, textsBut } from './act.ts';

const share = z.strictObject({ payer: partyId, payee: partyId, amount: yuan });
const instalment = z.strictObject({
  dueOn: day,
  amount: yuan,
  shares: z.array(share).min(1).max(400).optional(),
});
const duty = z.strictObject({ who: partyId, duty: words(1000), dueOn: day });

/** What one agreement may hold: a hundred workers over five years of months, within what a history carries. */
const MOST_SHARES = 6000;

type Terms = { instalments: readonly { shares?: readonly object[] | undefined }[] };

function needFewShares({ instalments }: Terms, context: z.RefinementCtx): void {
  const count = instalments.reduce((sum, { shares = [] }) => sum + shares.length, 0);
  if (count <= MOST_SHARES) return;
  const message = `的逐人明细各期合计 ${count} 条，一份协议最多 ${MOST_SHARES} 条；请减少期数，或者分成几份协议`;
  context.addIssue({ code: 'custom', path: ['instalments'], message });
}

export const agreementActs = {
  'draft-agreement': act('draft-agreement', {
    summary: '拟定调解协议书；多名劳动者或者多家单位的逐人写明',
    body: z
      .strictObject({
        ...on,
        door: z.enum(doors),
        lockInAt: line(200),
        instalments: z.array(instalment).max(60),
        duties: z.array(duty).max(30).optional(),
        place: line(200),
        item: line(200),
        method: line(400),
        dispute: words().optional(),
        undisputed: words().optional(),
        breach: words(),
        settlesAll: z.boolean(),
      })
      .superRefine(needFewShares),
    toAsked: ({ door, instalments, duties, method, breach }) => {
      // A term names a day: what waits for something else is refused before it is written down.
      needFixed(method, 'method');
      needFixed(breach, 'breach');
      for (const one of duties ?? []) needFixed(one.duty, 'duty');
      return {
        door,
        instalments: instalments.map((one) => given(one)),
        ...(duties === undefined ? {} : { duties: duties.map(({ who, dueOn }) => ({ who, dueOn })) }),
      };
    },
    toTexts: ({ duties, ...body }) => ({
      ...textsBut(body, 'door', 'instalments'),
      ...(duties === undefined ? {} : { duties: duties.map((one) => one.duty) }),
    }),
  }),
  'drop-draft': act('drop-draft', {
    summary: '撤下协议草稿，其文书作废；此后可以变更请求、追加当事人',
    body: z.strictObject({ ...on, note: words() }),
    toAsked: () => ({}),
    toTexts: noteOf,
  }),
  'check-agreement': act('check-agreement', {
    summary: '核稿（由拟稿人以外的人办理）',
    body: z.strictObject({ ...on, ...note }),
    toAsked: () => ({}),
    toTexts: noteOf,
  }),
  'sign-off-agreement': act('sign-off-agreement', {
    summary: '签发（由管理者办理）',
    body: z.strictObject({ ...on, ...note }),
    toAsked: () => ({}),
    toTexts: noteOf,
  }),
  'sign-agreement': act('sign-agreement', {
    summary: '记录签字盖章；已在手机上签名的当事人不用再填，由本次办理一并采用',
    body: z.strictObject({
      ...on,
      signatures: z
        .array(
          z.strictObject({
            party: partyId,
            on: day,
            authority: z.enum(authorities),
            by: partyId.optional(),
          }),
        )
        .max(220)
        .default([]),
      mediatorOn: day,
      sealedOn: day,
    }),
    toAsked: ({ signatures, mediatorOn, sealedOn }) => ({
      signatures: signatures.map((one) => given(one)),
      mediatorOn,
      sealedOn,
    }),
  }),
  'scan-back': act('scan-back', {
    summary: '登记签字盖章后的扫描件（先上传到证据材料）',
    body: z.strictObject({ ...on, ...note, evidence: caseId }),
    toAsked: ({ evidence }) => ({ evidence }),
    toTexts: noteOf,
  }),
  'apply-lock-in': act('apply-lock-in', {
    summary: '登记双方已共同申请仲裁审查或者司法确认',
    body: z.strictObject({ ...on, ...note }),
    toAsked: () => ({}),
    toTexts: noteOf,
  }),
  'lock-in': act('lock-in', {
    summary: '记录仲裁审查或者司法确认的结果',
    body: z.strictObject({ ...on, ...note, outcome: z.enum(lockInOutcomes) }),
    toAsked: ({ outcome }) => ({ outcome }),
    toTexts: noteOf,
  }),
  'record-payment': act('record-payment', {
    summary: '登记到账；多人的期次写明付给谁、多家单位的写明谁付的，或者一次付清',
    body: z.strictObject({
      ...on,
      ...note,
      instalment: z.int().min(1),
      amount: yuan,
      payee: partyId.optional(),
      /** Which employer sent it. */
      payer: partyId.optional(),
    }),
    toAsked: ({ instalment: no, amount, payee, payer }) => given({ instalment: no, amount, payee, payer }),
    toTexts: noteOf,
  }),
  'record-duty': act('record-duty', {
    summary: '登记其他义务已经履行',
    body: z.strictObject({ ...on, ...note, no: z.int().min(1) }),
    toAsked: ({ no }) => ({ no }),
    toTexts: noteOf,
  }),
  'declare-default': act('declare-default', {
    summary: '登记违约（某一期款项，或者某一项其他义务）',
    body: z
      .strictObject({
        ...on,
        note: words(),
        instalment: z.int().min(1).optional(),
        duty: z.int().min(1).optional(),
      })
      .refine(({ instalment: no, duty: which }) => (no === undefined) !== (which === undefined), {
        error: '和义务须填写其中一项，也只能填写一项',
        path: ['instalment'],
      }),
    toAsked: ({ instalment: no, duty: which }) => given({ instalment: no, duty: which }),
    toTexts: noteOf,
  }),
  'choose-remedy': act('choose-remedy', {
    summary: '登记劳动者对违约的选择：等待、支付令、强制执行、仲裁、起诉',
    body: z.strictObject({ ...on, note: words(), remedy: z.enum(remedies) }),
    toAsked: ({ remedy }) => ({ remedy }),
    toTexts: noteOf,
  }),
  'record-visit': act('record-visit', {
    summary: '登记回访（某一期之后，或者集体案件的第一、二、三次）',
    body: z
      .strictObject({
        ...on,
        ...note,
        instalment: z.int().min(1).optional(),
        after: z.enum(collectiveVisits).optional(),
        satisfaction: z.enum(satisfactions),
        way: line(20).optional(),
        visited: line(100).optional(),
        newClaims: words(2000).optional(),
        risks: words(2000).optional(),
        next: words(2000).optional(),
      })
      .refine(({ instalment: no, after }) => (no === undefined) !== (after === undefined), {
        error: '和集体案件的第几次回访须填写其中一项，也只能填写一项',
        path: ['instalment'],
      }),
    toAsked: ({ instalment: no, after, satisfaction }) => given({ instalment: no, after, satisfaction }),
    toTexts: (body) => textsBut(body, 'instalment', 'after', 'satisfaction'),
  }),
} as const;
