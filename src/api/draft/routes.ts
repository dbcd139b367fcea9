import type { Request } from 'express';
import { z } from 'zod';
import { codeWords } from '../../../templates/zh-CN/words.ts';
import {
  createDraft,
  type DraftRow,
  discardDraft,
  draftSorts,
  listDrafts,
  readDraft,
  saveDraft,
} from '../../persistence/draft.repository.ts';
import { type CsvColumns, pageOf, pageQuery, searchWords, sendPage } from '../lists.ts';
import { commandIdFor, commandIdOf, uuidOutOf } from '../order-command.ts';
import { type AnyRoute, route } from '../route.ts';
import type { SignedIn } from '../sign-in.ts';
import { draftAnswer, draftDetail, draftItem, newDraft, savedDraft } from './schema.ts';

const tag = '草稿';
const params = z.object({ id: z.uuid('不是有效的编号，请从列表中选取') });

const present = <T extends Pick<DraftRow, 'savedAt'>>(row: T) => ({
  ...row,
  savedAt: new Date(row.savedAt).toISOString(),
});

const draftCsv: CsvColumns<z.infer<typeof draftItem>> = {
  名称: (draft) => draft.title,
  种类: (draft) => codeWords[draft.kind as DraftRow['kind']],
  保存时间: (draft) => draft.savedAt,
  版本: (draft) => draft.version,
  已登记为: (draft) => draft.sentAs,
};

export const draftRoutes: AnyRoute[] = [
  route({
    method: 'post',
    path: '/drafts',
    wall: 'draft.keep',
    reads: null,
    tag,
    summary: '存一份草稿；登记时以草稿编号作为 Idempotency-Key，一份草稿只成一件',
    body: newDraft,
    answer: draftAnswer,
    status: 201,
    async handle({ deps, me, body, request, response }) {
      const id = draftIdOf(me, request);
      const owner = me.actor.account;
      const draft = { ...body, id, owner, savedAt: deps.now(), commandId: commandIdFor(me, id) };
      const saved = await deps.orm.em.fork().transactional((em) => createDraft(em, draft));
      response.set('Location', `/api/drafts/${id}`);
      return present(saved);
    },
  }),
  route({
    method: 'get',
    path: '/drafts',
    wall: 'draft.keep',
    reads: null,
    tag,
    summary: '我的草稿：可查找、排序、分页',
    query: pageQuery(draftSorts, '-savedAt').extend({
      q: searchWords.optional(),
      isSent: z.stringbool().optional(),
    }),
    answer: pageOf(draftItem),
    async handle({ deps, me, query, response }) {
      const page = await listDrafts(deps.orm.em.fork(), { ...query, owner: me.actor.account });
      return sendPage(response, query, { ...page, items: page.items.map(present) }, draftCsv, tag);
    },
  }),
  route({
    method: 'get',
    path: '/drafts/:id',
    wall: 'draft.keep',
    reads: 'draft',
    tag,
    summary: '一份草稿',
    params,
    answer: draftDetail,
    async handle({ deps, me, params: { id } }) {
      return present(await readDraft(deps.orm.em.fork(), id, me.actor.account));
    },
  }),
  route({
    method: 'post',
    path: '/drafts/:id',
    wall: 'draft.keep',
    reads: null,
    tag,
    summary: '保存草稿；别处已保存过的答 409，并指出不同的栏目',
    params,
    body: savedDraft,
    answer: draftAnswer,
    async handle({ deps, me, params: { id }, body }) {
      const wanted = { ...body, id, owner: me.actor.account, at: deps.now() };
      return present(await deps.orm.em.fork().transactional((em) => saveDraft(em, wanted)));
    },
  }),
  route({
    method: 'post',
    path: '/drafts/:id/discard',
    wall: 'draft.keep',
    reads: null,
    tag,
    summary: '丢弃草稿；已经登记的案件不受影响',
    params,
    answer: z.object({ discarded: z.literal(true) }),
    async handle({ deps, me, params: { id } }) {
      await discardDraft(deps.orm.em.fork(), id, me.actor.account);
      return { discarded: true };
    },
  }),
];

/** Out of who asks and their `Idempotency-Key`: a draft whose answer was lost is not stored twice. */
function draftIdOf(me: SignedIn, request: Request): string {
  return uuidOutOf(`draft/${commandIdOf(me, request)}`);
}
