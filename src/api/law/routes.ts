import { z } from 'zod';
import { dayAt, parseDay } from '../../domain/day.ts';
import { Refusal } from '../../domain/refusal.ts';
import { claim } from '../../law/claims/claim.ts';
import { deadline, deadlinesFor, isRuleId } from '../../law/deadline.ts';
import { finalAward } from '../../law/final-award.ts';
import { limitation } from '../../law/limitation.ts';
import { listRules } from '../../law/list-rules.ts';
import type { RulePack } from '../../law/pack.ts';
import { route as routeHeads } from '../../law/route.ts';
import { isActId } from '../../law/rules/acts.ts';
import type { ApiDeps } from '../app.ts';
import { line, text, texts } from '../fields.ts';
import { type AnyRoute, route } from '../route.ts';
import { packFor, readPack } from '../rule-pack/read-pack.ts';
import {
  actAnswer,
  claimInput,
  claimResult,
  deadlineAnswer,
  finalAwardAnswer,
  finalAwardInput,
  limitationAnswer,
  limitationInput,
  routeAnswer,
  routeInput,
  ruleItem,
} from './schema.ts';

const tag = '法律计算';
const onPack = z.strictObject({ pack: line(60).optional() });

/** The pack named, else the one a case opened today would keep. */
async function packOf(deps: ApiDeps, id: string | undefined): Promise<RulePack> {
  return id === undefined ? packFor(deps, dayAt(deps.now().getTime())) : readPack(deps, id);
}

/** One question to the law: what it reads and how it answers. */
const asked = (
  path: string,
  summary: string,
  bodyShape: z.ZodType,
  answer: z.ZodType,
  answerOf: (input: unknown, pack: RulePack) => unknown,
): AnyRoute =>
  route({
    method: 'post',
    path: `/law/${path}`,
    wall: 'law.ask',
    reads: null,
    scope: 'law:use',
    tag,
    summary,
    query: onPack,
    bodyShape,
    answer,
    async handle({ deps, query, request }) {
      return answerOf(request.body as unknown, await packOf(deps, query.pack));
    },
  });

export const lawRoutes: AnyRoute[] = [
  route({
    method: 'get',
    path: '/law/rules',
    wall: 'law.ask',
    reads: null,
    scope: 'law:use',
    tag,
    summary: '期限规则：编号、名称、依据、起算、长度；可按文字查找、按计日方式和效力范围筛选',
    query: onPack.extend({
      q: line(50).optional(),
      dayType: z.enum(['natural', 'working', 'month', 'year']).optional(),
      jurisdiction: z.enum(['CN', 'CN-41', 'CN-4113']).optional(),
      confirmed: z.stringbool().optional(),
    }),
    answer: z.object({ pack: text, items: z.array(ruleItem), acts: z.record(z.string(), texts) }),
    async handle({ deps, query: { q, pack: id, ...wanted } }) {
      const pack = await packOf(deps, id);
      const items = listRules(pack).filter((rule) => {
        const isFound =
          q === undefined ||
          [rule.rule, rule.name, rule.article, rule.trigger].some((one) => one.includes(q));
        return (
          isFound && Object.entries(wanted).every(([key, value]) => rule[key as keyof typeof rule] === value)
        );
      });
      return { pack: pack.id, items, acts: pack.acts };
    },
  }),
  route({
    method: 'get',
    path: '/law/deadline',
    wall: 'law.ask',
    reads: null,
    scope: 'law:use',
    tag,
    summary: '到哪一天：rule 一条规则，或者 act 约束同一行为的全部期限；from 为起算事件之日（不计入）',
    query: onPack.extend({ rule: line(60).optional(), act: line(60).optional(), from: line(40) }),
    answer: z.union([deadlineAnswer, actAnswer]),
    async handle({ deps, query: { rule, act, from, pack: id } }) {
      const pack = await packOf(deps, id);
      const day = parseDay(from, 'from');
      if ((rule === undefined) === (act === undefined))
        throw new Refusal('claim/choose-one-field', { fields: ['rule', 'act'] });
      if (act !== undefined) {
        if (!isActId(act)) throw new Refusal('law/unknown-act', { act, pack: pack.id });
        return deadlinesFor(act, day, pack);
      }
      if (rule === undefined || !isRuleId(rule))
        throw new Refusal('law/unknown-rule', { rule: rule ?? '', pack: pack.id });
      return deadline(rule, day, pack);
    },
  }),
  asked('claim', '多少钱：按种类计算请求数额，列出步骤和依据', claimInput, claimResult, claim),
  asked('limitation', '时效台账：最后安全日，每件事的影响', limitationInput, limitationAnswer, limitation),
  asked('final-award', '逐项判断是否一裁终局', finalAwardInput, finalAwardAnswer, finalAward),
  asked('route', '各项请求走哪条路径', routeInput, routeAnswer, (input) => routeHeads(input)),
];
