import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { DisputeCommand } from '../../domain/dispute/commands.ts';
import { channels } from '../../domain/dispute/parts.ts';
import { disputeStates } from '../../domain/dispute/state.ts';
import { dueSpans, spanOf } from '../../domain/due.ts';
import type { CommandId } from '../../domain/ids.ts';
import { listClocks, listEvents, listEvidence, listPapers } from '../../persistence/case.listing.ts';
import type { Texts } from '../../persistence/case-event.entity.ts';
import { disputeSorts, listDisputes } from '../../persistence/dispute.listing.ts';
import { listReferrals } from '../../persistence/referral.listing.ts';
import { listTasks } from '../../persistence/task.listing.ts';
import { courseQuery, eventItem, pageOfCourse, presentCourse } from '../case-parts.ts';
import { accountId, caseId, type day, districtCode } from '../fields.ts';
import { pageOf, pageQuery, searchWords, sendPage } from '../lists.ts';
import { commandAnswer, dayOf, orderCommand } from '../order-command.ts';
import { districtsRead, mayReadNotes } from '../policies.ts';
import { type AnyRoute, route } from '../route.ts';
import { readPack } from '../rule-pack/read-pack.ts';
import type { At } from './act.ts';
import { openDispute } from './open-dispute.ts';
import { disputeCsv, disputeDetail, disputeRow, presentDispute, presentRow } from './present.ts';
import { presentLaw } from './present-law.ts';
import { actPreview, previewAct } from './preview.ts';
import { disputeActs, intake, shortRecord } from './schema.ts';
import { visibleDispute } from './visible.ts';

const tag = '劳动争议';
/** A case shows all there is to do in it, however many instalments it has. */
const EVERY_TASK = 10_000;
const params = z.object({ id: caseId });

export const disputeRoutes: AnyRoute[] = [
  route({
    method: 'post',
    path: '/disputes',
    wall: 'dispute.open',
    reads: null,
    tag,
    summary: '登记一件劳动争议（八项即可）',
    body: intake,
    answer: commandAnswer,
    status: 201,
    handle: (asked) => openDispute(asked),
  }),
  route({
    method: 'post',
    path: '/disputes/short',
    wall: 'dispute.open',
    reads: null,
    tag,
    summary: '简易登记：当日受理、当日调成、当场履行的，一次登记办结',
    body: shortRecord,
    answer: commandAnswer,
    status: 201,
    handle: (asked) => {
      const { amount, terms, satisfaction, note } = asked.body.settlement;
      const texts = { terms, ...(note === undefined ? {} : { note }) };
      return openDispute(asked, { asked: { amount, satisfaction }, texts });
    },
  }),
  route({
    method: 'get',
    path: '/disputes',
    wall: 'dispute.read',
    reads: null,
    scope: 'disputes:read',
    tag,
    summary: '劳动争议列表：可查找、排序、分页，可导出 CSV 和 Excel',
    query: pageQuery(disputeSorts, '-receivedOn').extend({
      q: searchWords.optional(),
      state: z.enum(disputeStates).optional(),
      channel: z.enum(channels).optional(),
      district: districtCode.optional(),
      owner: accountId.optional(),
      isOpen: z.stringbool().optional(),
      due: z.enum(dueSpans).optional(),
    }),
    answer: pageOf(disputeRow),
    async handle({ deps, me, query: { due, ...query }, response }) {
      const span = due === undefined ? {} : spanOf(due, dayOf(deps, undefined));
      const asked = { ...query, ...span, districts: districtsRead(me) };
      const page = await listDisputes(deps.orm.em.fork(), asked);
      return sendPage(
        response,
        query,
        { ...page, items: page.items.map(presentRow) },
        disputeCsv,
        '劳动争议',
      );
    },
  }),
  route({
    method: 'get',
    path: '/disputes/:id',
    wall: 'dispute.read',
    reads: 'dispute',
    scope: 'disputes:read',
    tag,
    summary: '一件劳动争议：当事人、请求、期限、待办、文书、可以做的事',
    params,
    answer: disputeDetail,
    async handle({ deps, me, params: { id }, response }) {
      const em = deps.orm.em.fork();
      const dispute = await visibleDispute(deps, me, id);
      // Whoever sees the case sees what there is to do in it, and where it was sent.
      const districts = [dispute.snapshot.district];
      const asked = { districts, sort: 'dueOn', limit: EVERY_TASK, case: id };
      const pack = await readPack(deps, dispute.snapshot.pack);
      const [clocks, papers, tasks, evidence, referrals] = await Promise.all([
        listClocks(em, id),
        listPapers(em, id),
        listTasks(em.fork(), asked),
        listEvidence(em.fork(), dispute.snapshot),
        listReferrals(em.fork(), {
          districts,
          toBody: null,
          sort: 'openedOn',
          limit: 100,
          parent: id,
        }),
      ]);
      response.set('ETag', `"${dispute.snapshot.seq}"`);
      return presentDispute(me, dispute, {
        ...{ clocks, papers, tasks: tasks.items, referrals: referrals.items },
        law: presentLaw(dispute, pack, evidence),
        today: dayOf(deps, undefined),
      });
    },
  }),
  route({
    method: 'get',
    path: '/disputes/:id/events',
    wall: 'dispute.read',
    reads: 'dispute',
    scope: 'disputes:read',
    tag,
    summary: '一件劳动争议的经过：谁、哪天、做了什么、为什么',
    params,
    query: courseQuery,
    answer: z.object({ items: z.array(eventItem), nextCursor: z.string().nullable() }),
    async handle({ deps, me, params: { id }, query }) {
      const { snapshot } = await visibleDispute(deps, me, id);
      const readNotes = mayReadNotes(me, snapshot);
      return pageOfCourse(presentCourse(await listEvents(deps.orm.em.fork(), id), { readNotes }), query);
    },
  }),
  route({
    method: 'post',
    path: '/disputes/:id/preview',
    wall: 'dispute.act',
    reads: null,
    tag,
    summary: '办理之前先看：会记下什么、哪些期限开始和结束、出具哪些文书；不写入',
    params,
    body: z.strictObject({
      act: z.enum(Object.keys(disputeActs) as [keyof typeof disputeActs]),
      asked: z.record(z.string(), z.unknown()).default({}),
    }),
    answer: actPreview,
    async handle({ deps, me, params: { id }, body: { act, asked } }) {
      const dispute = await visibleDispute(deps, me, id);
      const parsed = disputeActs[act].body.parse(asked, { reportInput: true }) as {
        on?: z.infer<typeof day>;
      };
      const order = { id: '' as CommandId, on: dayOf(deps, parsed.on), by: me.actor };
      const command = { kind: act, order, asked: await askedFor(act, parsed, { deps, id, dispute }) };
      return previewAct(dispute.snapshot, command as DisputeCommand, dayOf(deps, undefined), {
        pack: await readPack(deps, dispute.snapshot.pack),
        clocks: await listClocks(deps.orm.em.fork(), id),
      });
    },
  }),
  ...Object.entries(disputeActs).map(([kind, act]) =>
    route({
      method: 'post',
      path: `/disputes/:id/${kind}`,
      wall: 'dispute.act',
      reads: null,
      tag,
      summary: act.summary,
      params,
      body: act.body as z.ZodType<{ on?: z.infer<typeof day> }>,
      answer: commandAnswer,
      async handle({ deps, me, params: { id }, body, request, response }) {
        const dispute = await visibleDispute(deps, me, id);
        const asked = await askedFor(kind as keyof typeof disputeActs, body, { deps, id, dispute });
        const texts = partsOf(act).toTexts?.(body, { body: me.actor.body }) ?? {};
        return orderCommand(deps, me, request, response, {
          story: 'dispute',
          caseId: id,
          kind,
          on: body.on,
          asked,
          texts,
          // A double click on money is one payment; an equal one later finds the case further on.
          readAt: kind === 'record-payment' ? dispute.snapshot.seq : undefined,
        });
      },
    }),
  ),
];

/** The table's entries differ in their bodies; each is parsed by its own schema before. */
const partsOf = (act: (typeof disputeActs)[keyof typeof disputeActs]) =>
  act as unknown as {
    toAsked(body: object, fresh: { newId(): string }): object;
    resolve?(body: object, at: At): Promise<object>;
    toTexts?(body: object, me: { body: string | null }): Texts;
  };

async function askedFor(kind: keyof typeof disputeActs, body: object, at: At): Promise<object> {
  const { toAsked, resolve } = partsOf(disputeActs[kind]);
  return { ...toAsked(body, { newId: randomUUID }), ...(await resolve?.(body, at)) };
}
