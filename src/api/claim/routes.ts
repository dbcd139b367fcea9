import { z } from 'zod';
import type { Texts } from '../../persistence/case-event.entity.ts';
import { MOST_CLAIMS } from '../dispute/claim-schema.ts';
import { visibleDispute } from '../dispute/visible.ts';
import { caseId } from '../fields.ts';
import { claimInput } from '../law/schema.ts';
import { commandAnswer, orderCommand } from '../order-command.ts';
import { type AnyRoute, route } from '../route.ts';

const tag = '请求计算';
const params = z.object({ id: caseId });

/** Claims of a case worked out by law: their facts line by line, then all of them with one act. */
export const claimRoutes: AnyRoute[] = [
  route({
    method: 'post',
    path: '/disputes/:id/claims/:no/facts',
    wall: 'dispute.act',
    reads: null,
    tag,
    summary: '填写一项请求的计算事实，替换以前填写的',
    params: params.extend({ no: z.coerce.number().int().min(1).max(MOST_CLAIMS) }),
    bodyShape: claimInput,
    answer: commandAnswer,
    async handle({ deps, me, params: { id, no }, request, response }) {
      await visibleDispute(deps, me, id);
      const texts: Texts = { facts: JSON.stringify(request.body ?? null) };
      const kind = 'record-claim-facts';
      const wanted = { story: 'dispute', caseId: id, kind, on: undefined, asked: { no }, texts } as const;
      return orderCommand(deps, me, request, response, wanted);
    },
  }),
  route({
    method: 'post',
    path: '/disputes/:id/claims/compute',
    wall: 'dispute.act',
    reads: null,
    tag,
    summary: '按已填写的事实计算本案各项请求，保存步骤和依据',
    params,
    body: z.strictObject({}),
    answer: commandAnswer,
    async handle({ deps, me, params: { id }, request, response }) {
      await visibleDispute(deps, me, id);
      const kind = 'compute-claims';
      const wanted = { story: 'dispute', caseId: id, kind, on: undefined, asked: {}, texts: {} } as const;
      return orderCommand(deps, me, request, response, wanted);
    },
  }),
];
