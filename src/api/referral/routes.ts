import { z } from 'zod';
import { dueSpans, spanOf } from '../../domain/due.ts';
import { incomingChannels, referralStates } from '../../domain/referral/state.ts';
import { Refusal } from '../../domain/refusal.ts';
import { listEvents } from '../../persistence/case.listing.ts';
import { readContent } from '../../persistence/evidence.listing.ts';
import { Paper } from '../../persistence/paper.entity.ts';
import { listReferrals } from '../../persistence/referral.listing.ts';
import { isTakenBack, namesOfFiles } from '../../persistence/referral.repository.ts';
import { bodyId, caseId, type day } from '../fields.ts';
import { FileAnswer } from '../file-answer.ts';
import { pageOf, pageQuery, searchWords, sendPage } from '../lists.ts';
import { commandAnswer, dayOf, orderCommand, settle } from '../order-command.ts';
import { bodySpokenFor, districtsRead, mayReadSent } from '../policies.ts';
import { type AnyRoute, route } from '../route.ts';
import { bringReferral } from './bring.ts';
import { readReferral } from './detail.ts';
import { findFor, untilDrawn, visibleReferral } from './find.ts';
import { enclosedOf, referralCsv, referralDetail, referralRow } from './present.ts';
import { type Found, incoming, referralActs, textsOf } from './schema.ts';

const tag = '移送';
const params = z.object({ id: caseId });

export const referralRoutes: AnyRoute[] = [
  route({
    method: 'post',
    path: '/referrals',
    wall: 'referral.bring',
    reads: null,
    scope: 'referrals:bring',
    tag,
    summary: '登记来件：其他单位移送给工会或者调解组织，由其联络员填写，或者收到纸质函件后由窗口录入',
    body: incoming,
    answer: commandAnswer,
    status: 201,
    async handle({ deps, me, body, request, response }) {
      const written = await bringReferral(deps, me, body, request);
      response.set('Location', `/api/referrals/${written.caseId}`);
      return settle(deps, response, written);
    },
  }),
  route({
    method: 'get',
    path: '/referrals',
    wall: 'referral.read',
    reads: null,
    scope: 'referrals:read',
    tag,
    summary: '移送列表：来件和去件；联络员看移送给本单位的和本单位移送来的',
    query: pageQuery(['openedOn', 'nextOn'], '-openedOn').extend({
      q: searchWords.optional(),
      state: z.enum(referralStates).optional(),
      parent: caseId.optional(),
      direction: z.enum(['incoming', 'outgoing']).optional(),
      body: bodyId.optional(),
      channel: z.enum(incomingChannels).optional(),
      due: z.enum(dueSpans).optional(),
    }),
    answer: pageOf(referralRow),
    async handle({ deps, me, query: { due, ...query }, response }) {
      const page = await listReferrals(deps.orm.em.fork(), {
        ...query,
        districts: districtsRead(me),
        toBody: bodySpokenFor(me),
        ...(due === undefined ? {} : spanOf(due, dayOf(deps, undefined))),
      });
      return sendPage(response, query, page, referralCsv, '移送');
    },
  }),
  route({
    method: 'get',
    path: '/referrals/:id',
    wall: 'referral.read',
    reads: 'referral',
    scope: 'referrals:read',
    tag,
    summary: '一件移送：事由、材料、各环节期限、往来回复、函件、经过、可以做的事',
    params,
    answer: referralDetail,
    async handle({ deps, me, params: { id }, response }) {
      const state = await visibleReferral(deps, me, id);
      response.set('ETag', `"${state.seq}"`);
      return readReferral(deps, me, state);
    },
  }),
  route({
    method: 'get',
    path: '/referrals/:id/files/:file',
    wall: 'referral.read',
    reads: 'enclosure',
    scope: 'referrals:read',
    tag,
    summary: '随移送附上的一件文书或者证据',
    params: params.extend({ file: z.uuid('不是有效的文件编号') }),
    answer: { mediaType: 'application/octet-stream' },
    async handle({ deps, me, params: { id, file }, shows }) {
      const state = await visibleReferral(deps, me, id);
      const em = deps.orm.em.fork();
      if (!mayReadSent(me, state, await isTakenBack(em, id))) throw new Refusal('case/not-found');
      const enclosed = (await listEvents(em, id)).flatMap(enclosedOf).find((one) => one.id === file);
      if (enclosed === undefined) throw new Refusal('case/not-found');
      const { number = file } = (await namesOfFiles(em, [enclosed])).get(file) ?? {};
      const isPaper = enclosed.kind === 'paper';
      const content = isPaper
        ? (await em.findOneOrFail(Paper, { id: file }, { populate: ['file'] })).file
        : await readContent(em, file);
      // Whatever it is, it is saved and not opened here: it was brought by someone.
      shows({ about: file });
      return new FileAnswer(content ?? '', {
        'Content-Type': isPaper ? 'application/pdf' : 'application/octet-stream',
        'X-Content-Type-Options': 'nosniff',
        'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(isPaper ? `${number}.pdf` : number)}`,
        ETag: `"${enclosed.sha256}"`,
      });
    },
  }),
  ...Object.entries(referralActs).map(([kind, act]) =>
    route({
      method: 'post',
      path: `/referrals/:id/${kind}`,
      wall: 'referral.act',
      reads: null,
      tag,
      summary: act.summary,
      params,
      body: act.body as z.ZodType<{ on?: z.infer<typeof day>; note?: string; enclosed?: string[] }>,
      answer: commandAnswer,
      async handle({ deps, me, params: { id }, body, request, response }) {
        const state = await visibleReferral(deps, me, id);
        if (kind === 'close') await untilDrawn(deps, id);
        const found = await findFor(deps, me, state, kind, body);
        const asked = (act.toAsked as (body: object, found: Found) => object)(body, found);
        return orderCommand(deps, me, request, response, {
          ...{ story: 'referral', caseId: id, kind, on: body.on, asked, texts: textsOf(body) },
        });
      },
    }),
  ),
];
