import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { applicationOf } from '../../domain/dispute/limitation.ts';
import { receiptRules } from '../../domain/dispute/rules.ts';
import { channels, disputeStates } from '../../domain/dispute/state.ts';
import { Refusal } from '../../domain/refusal.ts';
import { caseLimitation } from '../../law/case-limitation.ts';
import { deadline } from '../../law/deadline.ts';
import {
  listClocks,
  listEvents,
  listEvidence,
  listPapers,
  listTasks,
} from '../../persistence/case.listing.ts';
import { fingerprintOf } from '../../persistence/command.repository.ts';
import { disputeSorts, listDisputes } from '../../persistence/dispute.listing.ts';
import { takeIn } from '../../persistence/dispute.repository.ts';
import { listReferrals } from '../../persistence/referral.listing.ts';
import { eventItem, presentEvent } from '../case-parts.ts';
import { accountId, caseId, type day, districtCode, line } from '../fields.ts';
import { pageQuery, sendPage } from '../lists.ts';
import { commandAnswer, commandIdOf, dayOf, orderCommand, settle, writeOnce } from '../order-command.ts';
import { mayOpenDispute } from '../policies.ts';
import { type AnyRoute, route } from '../route.ts';
import { packFor, readPack } from '../rule-pack/read-pack.ts';
import { disputeCsv, disputeDetail, disputeRow, presentDispute, presentRow } from './present.ts';
import { presentLaw } from './present-law.ts';
import { disputeActs, intake } from './schema.ts';
import { visibleDispute } from './visible.ts';

const tag = '劳动争议';
const params = z.object({ id: caseId });
const readers = ['intake-clerk', 'mediator', 'manager', 'auditor'] as const;

export const disputeRoutes: AnyRoute[] = [
  route({
    method: 'post',
    path: '/disputes',
    who: ['intake-clerk', 'mediator', 'manager'],
    tag,
    summary: '登记一件劳动争议（八项即可）',
    body: intake,
    answer: commandAnswer,
    status: 201,
    async handle({ deps, me, body, request, response }) {
      if (!mayOpenDispute(me, body.district))
        throw new Refusal('district/not-yours', { district: body.district });
      const receivedOn = dayOf(deps, body.receivedOn);
      if (receivedOn > dayOf(deps, undefined))
        throw new Refusal('day/in-the-future', { on: receivedOn, today: dayOf(deps, undefined) });
      if (body.since > receivedOn)
        throw new Refusal('dispute/since-after-receipt', { since: body.since, receivedOn });
      if (body.employmentEndedOn !== undefined && body.employmentEndedOn > receivedOn)
        throw new Refusal('day/reversed', {
          from: body.employmentEndedOn,
          to: receivedOn,
          field: 'employmentEndedOn',
        });
      // From a day the law cannot count from no case begins: refused before anything is written.
      const pack = await packFor(deps, receivedOn);
      for (const rule of receiptRules) deadline(rule, receivedOn, pack);
      const heads = body.claims.map(({ head }) => head);
      const events = [applicationOf({ receivedOn }, 1)];
      caseLimitation({ heads, endedOn: body.employmentEndedOn ?? null, events }, pack);
      const fingerprint = fingerprintOf({ body: request.body as unknown });
      // Without a key the day and the content are the key: a form sent twice on a day is one case.
      const id = commandIdOf(me, request, `${receivedOn}/${fingerprint}`);
      const written = await writeOnce(deps, id, fingerprint, (em) =>
        takeIn(em, {
          id,
          intake: body,
          receivedOn,
          pack: pack.id,
          by: me.actor,
          fingerprint,
          at: deps.now(),
        }),
      );
      response.set('Location', `/api/disputes/${written.caseId}`);
      return settle(deps, response, written);
    },
  }),
  route({
    method: 'get',
    path: '/disputes',
    who: readers,
    tag,
    summary: '劳动争议列表：可查找、排序、分页，可导出 CSV',
    query: pageQuery(disputeSorts, '-receivedOn').extend({
      q: line(50).optional(),
      state: z.enum(disputeStates).optional(),
      channel: z.enum(channels).optional(),
      district: districtCode.optional(),
      owner: accountId.optional(),
      isOpen: z.stringbool().optional(),
    }),
    answer: z.object({ items: z.array(disputeRow), nextCursor: z.string().nullable() }),
    async handle({ deps, me, query, response }) {
      const page = await listDisputes(deps.orm.em.fork(), { ...query, districts: me.districts });
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
    who: readers,
    tag,
    summary: '一件劳动争议：当事人、请求、期限、待办、文书、可以做的事',
    params,
    answer: disputeDetail,
    async handle({ deps, me, params: { id }, response }) {
      const em = deps.orm.em.fork();
      const dispute = await visibleDispute(deps, me, id);
      const asked = { districts: me.districts, sort: 'dueOn', limit: 100, case: id };
      const pack = await readPack(deps, dispute.snapshot.pack);
      const [clocks, papers, tasks, evidence, referrals] = await Promise.all([
        listClocks(em, id),
        listPapers(em, id),
        listTasks(em.fork(), asked),
        listEvidence(em.fork(), id),
        listReferrals(em.fork(), {
          districts: me.districts,
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
      });
    },
  }),
  route({
    method: 'get',
    path: '/disputes/:id/events',
    who: readers,
    tag,
    summary: '一件劳动争议的经过：谁、哪天、做了什么、为什么',
    params,
    answer: z.object({ items: z.array(eventItem) }),
    async handle({ deps, me, params: { id } }) {
      await visibleDispute(deps, me, id);
      return { items: (await listEvents(deps.orm.em.fork(), id)).map(presentEvent) };
    },
  }),
  ...Object.entries(disputeActs).map(([kind, act]) =>
    route({
      method: 'post',
      path: `/disputes/:id/${kind}`,
      who: ['intake-clerk', 'mediator', 'manager'],
      tag,
      summary: act.summary,
      params,
      body: act.body as z.ZodType<{ on?: z.infer<typeof day> }>,
      answer: commandAnswer,
      async handle({ deps, me, params: { id }, body, request, response }) {
        await visibleDispute(deps, me, id);
        // The table's entries differ in their bodies; each is parsed by its own schema just above.
        const { toAsked, toTexts } = act as unknown as {
          toAsked(body: object, fresh: { newId(): string }): object;
          toTexts?(body: object, me: { body: string | null }): Record<string, string>;
        };
        const asked = toAsked(body, { newId: randomUUID });
        const texts = toTexts?.(body, { body: me.actor.body }) ?? {};
        return orderCommand(deps, me, request, response, {
          story: 'dispute',
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
