import { z } from 'zod';
import type { CaseState } from '../../domain/case.ts';
import type { BodyId, CaseId } from '../../domain/ids.ts';
import { referralTable } from '../../domain/referral/decide.ts';
import { type ReferralState, referralStates, senderOf } from '../../domain/referral/state.ts';
import { Refusal } from '../../domain/refusal.ts';
import { hatsOf, openActions } from '../../domain/role.ts';
import { listClocks, listEvents, listPapers, snapshotOf } from '../../persistence/case.listing.ts';
import { Referral } from '../../persistence/referral.entity.ts';
import { listReferrals } from '../../persistence/referral.listing.ts';
import type { ApiDeps } from '../app.ts';
import { clockItem, eventItem, paperItem, presentEvent, presentPaper } from '../case-parts.ts';
import { caseId, type day, text, texts } from '../fields.ts';
import { pageQuery, sendPage } from '../lists.ts';
import { commandAnswer, orderCommand } from '../order-command.ts';
import { districtsRead, maySeeReferral } from '../policies.ts';
import { type AnyRoute, route } from '../route.ts';
import type { SignedIn } from '../sign-in.ts';
import { referralCsv, referralRow } from './present.ts';
import { noteOf, referralActs } from './schema.ts';

const tag = '移送';
const params = z.object({ id: caseId });
const parties = ['mediator', 'manager', 'liaison', 'intake-clerk', 'auditor'] as const;

const referralDetail = z.object({
  id: text,
  story: z.literal('referral'),
  state: text,
  seq: z.int(),
  parent: text.nullable(),
  fromBody: text,
  toBody: text,
  urgency: text,
  openedOn: text,
  closedOn: text.nullable(),
  outcome: text.nullable(),
  reason: text,
  request: text,
  materials: texts,
  clocks: z.array(clockItem),
  papers: z.array(paperItem),
  events: z.array(eventItem),
  actions: z.array(text),
});

export const referralRoutes: AnyRoute[] = [
  route({
    method: 'get',
    path: '/referrals',
    who: parties,
    tag,
    summary: '移送列表：本区县发出的，或者移送给本单位的',
    query: pageQuery(['openedOn', 'nextOn'], '-openedOn').extend({
      state: z.enum(referralStates).optional(),
      parent: caseId.optional(),
    }),
    answer: z.object({ items: z.array(referralRow), nextCursor: z.string().nullable() }),
    async handle({ deps, me, query, response }) {
      const districts = districtsRead(me);
      const toBody: BodyId | null = me.actor.roles.includes('liaison') ? me.actor.body : null;
      const page = await listReferrals(deps.orm.em.fork(), { ...query, districts, toBody });
      return sendPage(response, query, page, referralCsv, '移送');
    },
  }),
  route({
    method: 'get',
    path: '/referrals/:id',
    who: parties,
    tag,
    summary: '一件移送：事由、材料、各环节期限、函件、经过',
    params,
    answer: referralDetail,
    async handle({ deps, me, params: { id }, response }) {
      const em = deps.orm.em.fork();
      const state = await visibleReferral(deps, me, id);
      const { reason, request, materials } = await em.findOneOrFail(Referral, { id });
      const [clocks, papers, events] = [
        await listClocks(em, id),
        await listPapers(em, id),
        await listEvents(em, id),
      ];
      response.set('ETag', `"${state.seq}"`);
      const { story, seq, parent, fromBody, toBody, urgency, openedOn, closedOn, outcome } = state;
      return {
        ...{
          id,
          story,
          state: state.state,
          seq,
          parent,
          fromBody,
          toBody,
          urgency,
          openedOn,
          closedOn,
          outcome,
        },
        ...{ reason, request, materials },
        clocks,
        papers: papers.map(presentPaper),
        events: events.map(presentEvent),
        actions: openActions(
          referralTable,
          state.state,
          hatsOf(me.actor, { owner: senderOf(state), receiver: state.toBody }),
        ).filter((action) => action !== 'open'),
      };
    },
  }),
  ...Object.entries(referralActs).map(([kind, act]) =>
    route({
      method: 'post',
      path: `/referrals/:id/${kind}`,
      who: ['mediator', 'manager', 'liaison', 'intake-clerk'],
      tag,
      summary: act.summary,
      params,
      body: act.body as z.ZodType<{ on?: z.infer<typeof day>; note?: string }>,
      answer: commandAnswer,
      async handle({ deps, me, params: { id }, body, request, response }) {
        await visibleReferral(deps, me, id);
        const asked = (act.toAsked as (body: object) => object)(body);
        const texts = noteOf(body);
        return orderCommand(deps, me, request, response, {
          story: 'referral',
          caseId: id,
          kind,
          on: body.on,
          asked,
          texts,
        });
      },
    }),
  ),
];

async function visibleReferral(deps: ApiDeps, me: SignedIn, id: CaseId): Promise<ReferralState> {
  const state: CaseState | null = await snapshotOf(deps.orm.em.fork(), id);
  if (state?.story !== 'referral' || !maySeeReferral(me, state as ReferralState))
    throw new Refusal('case/not-found');
  return state as ReferralState;
}
