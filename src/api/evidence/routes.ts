import { z } from 'zod';
import type { DisputeState } from '../../domain/dispute/state.ts';
import { evidenceLimits, isShownInline } from '../../domain/evidence.ts';
import { Refusal } from '../../domain/refusal.ts';
import {
  evidenceIdOf,
  evidenceSorts,
  findEvidenceFile,
  listEvidenceFiles,
  readContent,
} from '../../persistence/evidence.listing.ts';
import { visibleDispute } from '../dispute/visible.ts';
import { caseId, day, words } from '../fields.ts';
import { FileAnswer } from '../file-answer.ts';
import { pageOf, pageQuery, searchWords, sendPage } from '../lists.ts';
import { commandAnswer, orderCommand } from '../order-command.ts';
import { maySeeDispute } from '../policies.ts';
import { type AnyRoute, route } from '../route.ts';
import { addEvidence } from './add-evidence.ts';
import { evidenceCsv, evidenceItem, presentEvidence } from './present.ts';

const tag = '证据';
const params = z.object({ id: caseId });

export const evidenceRoutes: AnyRoute[] = [
  route({
    method: 'post',
    path: '/disputes/:id/evidence',
    wall: 'evidence.act',
    reads: null,
    tag,
    summary: '上传一份证据（PDF、图片、Word、Excel、文本、录音、录像，20 MB 以内）',
    params,
    upload: { field: 'file', maxBytes: evidenceLimits.fileBytes },
    body: z.strictObject({ on: day.optional(), note: words(1000).optional() }),
    answer: commandAnswer,
    status: 201,
    async handle({ deps, me, params: { id }, body, file, request, response }) {
      await visibleDispute(deps, me, id);
      return addEvidence(deps, me, request, response, {
        caseId: id,
        on: body.on,
        note: body.note,
        file: file!,
      });
    },
  }),
  route({
    method: 'get',
    path: '/disputes/:id/evidence',
    wall: 'evidence.read',
    reads: 'dispute',
    tag,
    summary: '一件劳动争议的证据：可查找、排序、分页，可导出 CSV 和 Excel',
    params,
    query: pageQuery(evidenceSorts, 'no').extend({
      q: searchWords.optional(),
      state: z.enum(['pending', 'kept', 'withdrawn']).optional(),
    }),
    answer: pageOf(evidenceItem),
    async handle({ deps, me, params: { id }, query, response }) {
      await visibleDispute(deps, me, id);
      const { state: status, ...asked } = query;
      const page = await listEvidenceFiles(deps.orm.em.fork(), { ...asked, status, caseId: id });
      return sendPage(
        response,
        query,
        { ...page, items: page.items.map(presentEvidence) },
        evidenceCsv,
        '证据',
      );
    },
  }),
  route({
    method: 'get',
    path: '/evidence/:id/file',
    wall: 'evidence.read',
    reads: 'evidence',
    tag,
    summary: '证据的文件',
    params,
    answer: { mediaType: 'application/octet-stream' },
    async handle({ deps, me, params: { id }, shows }) {
      const em = deps.orm.em.fork();
      const evidence = await findEvidenceFile(em, id);
      if (evidence === null || !maySeeDispute(me, evidence.snapshot as DisputeState))
        throw new Refusal('case/not-found');
      const { name, mediaType, sha256 } = evidence;
      const way = isShownInline(mediaType) ? 'inline' : 'attachment';
      shows({ case: evidence.snapshot.id, about: id });
      return new FileAnswer(await readContent(em, id), {
        'Content-Type': mediaType,
        'Content-Disposition': `${way}; filename*=UTF-8''${encodeName(name)}`,
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'private, no-cache',
        ETag: `"${sha256}"`,
      });
    },
  }),
  route({
    method: 'post',
    path: '/disputes/:id/evidence/:no/withdraw',
    wall: 'evidence.act',
    reads: null,
    tag,
    summary: '撤回一份证据，写明原因；文件留档',
    params: z.object({ id: caseId, no: z.coerce.number().int().min(1).max(1_000_000) }),
    body: z.strictObject({ on: day.optional(), note: words(1000) }),
    answer: commandAnswer,
    async handle({ deps, me, params: { id, no }, body, request, response }) {
      await visibleDispute(deps, me, id);
      const evidence = await evidenceIdOf(deps.orm.em.fork(), id, no);
      if (evidence === null) throw new Refusal('evidence/unknown');
      const wanted = { story: 'dispute', caseId: id, kind: 'withdraw-evidence', on: body.on } as const;
      return orderCommand(deps, me, request, response, {
        ...wanted,
        asked: { evidence },
        texts: { note: body.note },
      });
    },
  }),
];

/** RFC 8187: also what `encodeURIComponent` leaves alone. */
function encodeName(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
