/** Acts that write down what comes in: parties, claims, elements, calls, notes. */
import { z } from 'zod';
import { privacyNotices } from '../../../templates/zh-CN/privacy-notice.ts';
import { callWays, privacyConsentWays, privacyMatters, sides } from '../../domain/dispute/parts.ts';
import type { PartyId } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import { Body } from '../../persistence/city.entity.ts';
import { bodyId, line, partyId, words } from '../fields.ts';
import { act, given, note, noteOf, on, textsBut } from './act.ts';
import { codesOf, intakeClaim, MOST_CLAIMS, needPlaces, partyClaim, wordsOf } from './claim-schema.ts';
import { elements } from './elements.ts';
import { agent, fitSide, newcomer, person } from './party-schema.ts';

const claimsOf = z.array(intakeClaim).max(MOST_CLAIMS).default([]);

export const intakeActs = {
  'complete-party': act('complete-party', {
    summary: '补充当事人信息',
    body: person,
    toAsked: ({ party, kind }) => given({ party, kind }),
    toTexts: (body) => textsBut(body, 'party'),
  }),
  'record-elements': act('record-elements', {
    summary: '填写要素（劳动合同、履行、解除、工伤、仲裁情况、送达地址等），按节合并',
    body: z.strictObject({ ...on, elements }),
    toAsked: (body) => ({ sections: Object.keys(body.elements) }),
    toTexts: (body) => ({ elements: JSON.parse(JSON.stringify(body.elements)) }),
  }),
  'add-parties': act('add-parties', {
    summary: '追加劳动者（可由工资表带入）或者用人单位',
    body: z
      .strictObject({
        ...on,
        ...note,
        side: z.enum(sides),
        people: z.array(newcomer).min(1).max(200),
        /** Of workers; `worker`: its place among these people, from one. */
        claims: claimsOf,
      })
      .superRefine(fitSide)
      .superRefine(({ people, claims }, context) => needPlaces(people, claims, context)),
    toAsked: (body, { newId }) => {
      const parties = body.people.map(() => newId() as PartyId);
      return {
        side: body.side,
        parties,
        kinds: body.people.map(({ kind }) => kind ?? null),
        claims: body.claims.map(({ head, amount, worker: place }) => ({
          head,
          amount,
          party: parties[(place ?? 0) - 1] ?? null,
        })),
      };
    },
    toTexts: (body) => ({
      people: JSON.parse(JSON.stringify(body.people)),
      claims: body.claims.map(wordsOf),
      ...noteOf(body),
    }),
  }),
  'change-claims': act('change-claims', {
    summary: '变更请求事项（整体替换；已填写的计算事实须重新填写）',
    body: z.strictObject({ ...on, ...note, claims: z.array(partyClaim).min(1).max(MOST_CLAIMS) }),
    toAsked: ({ claims }) => ({ claims: claims.map(codesOf) }),
    toTexts: (body) => ({ claims: body.claims.map(wordsOf), ...noteOf(body) }),
  }),
  'appoint-agent': act('appoint-agent', {
    summary: '登记委托代理人及权限',
    body: agent,
    toAsked: ({ party, scope }) => ({ party, scope }),
    toTexts: (body) => textsBut(body, 'party', 'scope'),
  }),
  'log-call': act('log-call', {
    summary: '登记一次联系（谁、怎么联系、是否联系上）',
    body: z.strictObject({
      ...on,
      ...note,
      party: partyId,
      way: z.enum(callWays).default('phone'),
      isReached: z.boolean(),
      at: z
        .string()
        .regex(/^([01]\d|2[0-3]):[0-5]\d$/, '应为时刻，例如 09:30')
        .optional(),
    }),
    toAsked: ({ party, way, isReached }) => ({ party, way, isReached }),
    toTexts: (body) => textsBut(body, 'party', 'way', 'isReached'),
  }),
  'record-privacy-consent': act('record-privacy-consent', {
    summary: '登记当事人同意或者撤回同意处理个人信息：告知书、向其他单位提供、敏感信息',
    body: z
      .strictObject({
        ...on,
        ...note,
        party: partyId,
        matter: z.enum(privacyMatters),
        isGiven: z.boolean(),
        notice: z.enum(privacyNotices.map(({ version }) => version)),
        way: z.enum(privacyConsentWays),
        evidence: z.uuid('不是有效的编号，请从证据列表中选取').optional(),
        body: bodyId.optional(),
      })
      .refine(({ matter, body }) => (matter === 'share-with-body') === (body !== undefined), {
        path: ['body'],
        error: '应在同意向其他单位提供时填写，并且只在那时填写',
      }),
    toAsked: ({ on: _on, note: _note, ...asked }) => given(asked),
    async resolve({ body }, { deps }) {
      if (body !== undefined && (await deps.orm.em.fork().count(Body, { id: body })) === 0)
        throw new Refusal('body/unknown', { body });
      return {};
    },
    toTexts: noteOf,
  }),
  'give-check-code': act('give-check-code', {
    summary: '发放查询码，出具回执；换发的，原来的查询码失效',
    body: z.strictObject({ ...on, ...note, party: partyId }),
    toAsked: ({ party }) => ({ party }),
    toTexts: noteOf,
  }),
  'add-note': act('add-note', {
    summary: '记事；保密的只有承办人和管理者可见',
    body: z.strictObject({
      ...on,
      isConfidential: z.boolean().default(true),
      note: words(8000),
      title: line(100).optional(),
    }),
    toAsked: ({ isConfidential }) => ({ isConfidential }),
    toTexts: (body) => textsBut(body, 'isConfidential'),
  }),
} as const;
