import { z } from 'zod';
import type { DisputeState } from '../../domain/dispute/state.ts';
import type { ReferralState } from '../../domain/referral/state.ts';
import { Refusal } from '../../domain/refusal.ts';
import { snapshotOf } from '../../persistence/case.listing.ts';
import { Paper } from '../../persistence/paper.entity.ts';
import type { ApiDeps } from '../app.ts';
import { caseId } from '../fields.ts';
import { maySeeDispute, maySeeReferral } from '../policies.ts';
import { type AnyRoute, route } from '../route.ts';
import type { SignedIn } from '../sign-in.ts';

export const paperRoutes: AnyRoute[] = [
  route({
    method: 'get',
    path: '/papers/:id/file',
    who: ['intake-clerk', 'mediator', 'manager', 'liaison', 'auditor'],
    tag: '文书',
    summary: '文书的 PDF；尚在绘制时答 202',
    params: z.object({ id: caseId }),
    answer: { mediaType: 'application/pdf' },
    async handle({ deps, me, params: { id }, response }) {
      const paper = await visiblePaper(deps, me, id);
      if (!paper.file) {
        response.status(202).set('Retry-After', '1');
        return { status: 'drawing' };
      }
      response
        .type('application/pdf')
        .set('Content-Disposition', `inline; filename*=UTF-8''${encodeURIComponent(paper.number)}.pdf`)
        .set('ETag', `"${paper.sha256}"`)
        .send(paper.file);
    },
  }),
];

/** Whoever may see the case may see its papers. */
async function visiblePaper(deps: ApiDeps, me: SignedIn, id: string): Promise<Paper> {
  const em = deps.orm.em.fork();
  const paper = await em.findOne(Paper, { id }, { populate: ['file'] });
  const state = paper && (await snapshotOf(em, paper.caseId));
  const isMine =
    state &&
    (state.story === 'dispute'
      ? maySeeDispute(me, state as DisputeState)
      : maySeeReferral(me, state as ReferralState));
  if (!paper || !isMine) throw new Refusal('case/not-found');
  return paper;
}
