import type { Response } from 'express';
import { z } from 'zod';
import type { DisputeState } from '../../domain/dispute/state.ts';
import type { ReferralState } from '../../domain/referral/state.ts';
import { Refusal } from '../../domain/refusal.ts';
import { snapshotOf } from '../../persistence/case.listing.ts';
import { CaseEvent } from '../../persistence/case-event.entity.ts';
import type { Em } from '../../persistence/orm.ts';
import { Paper } from '../../persistence/paper.entity.ts';
import { isTakenBack } from '../../persistence/referral.repository.ts';
import type { ApiDeps } from '../app.ts';
import { visibleDispute } from '../dispute/visible.ts';
import { caseId } from '../fields.ts';
import { FileAnswer } from '../file-answer.ts';
import { mayReadSent, maySeeDispute, maySeeReferral } from '../policies.ts';
import { type AnyRoute, route } from '../route.ts';
import type { SignedIn } from '../sign-in.ts';

export const paperRoutes: AnyRoute[] = [
  route({
    method: 'get',
    path: '/papers/:id/file',
    wall: 'paper.read',
    reads: 'paper',
    tag: '文书',
    summary: '文书的 PDF；尚在绘制时答 202',
    params: z.object({ id: caseId }),
    answer: { mediaType: 'application/pdf' },
    async handle({ deps, me, params: { id }, shows, response }) {
      const paper = await visiblePaper(deps, me, id);
      shows({ case: paper.caseId, about: paper.id });
      return fileOf(response, paper);
    },
  }),
  route({
    method: 'get',
    path: '/disputes/:id/case-file',
    wall: 'case-file.read',
    reads: 'case-file',
    tag: '文书',
    summary: '归档时装订的卷宗：封面、目录、全部文书和证据，一个 PDF；尚在装订时答 202',
    params: z.object({ id: caseId }),
    answer: { mediaType: 'application/pdf' },
    async handle({ deps, me, params: { id }, shows, response }) {
      await visibleDispute(deps, me, id);
      const [latest] = await deps.orm.em
        .fork()
        .find(
          Paper,
          { caseId: id, kind: 'case-file', status: { $ne: 'void' } },
          { orderBy: { seq: 'desc' }, limit: 1, populate: ['file'] },
        );
      if (latest === undefined) throw new Refusal('paper/not-bound');
      shows({ about: latest.id });
      return fileOf(response, latest);
    },
  }),
];

function fileOf(response: Response, { file, number, sha256 }: Paper): { status: 'drawing' } | FileAnswer {
  if (!file) {
    response.status(202).set('Retry-After', '1');
    return { status: 'drawing' };
  }
  return new FileAnswer(file, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': `inline; filename*=UTF-8''${encodeURIComponent(number)}.pdf`,
    ETag: `"${sha256}"`,
  });
}

/** Whoever may see the case may see its papers. */
async function visiblePaper(deps: ApiDeps, me: SignedIn, id: string): Promise<Paper> {
  const em = deps.orm.em.fork();
  const paper = await em.findOne(Paper, { id }, { populate: ['file'] });
  const state = paper && (await snapshotOf(em, paper.caseId));
  const isMine =
    state &&
    (state.story === 'dispute'
      ? maySeeDispute(me, state as DisputeState)
      : maySeeReferral(me, state as ReferralState) &&
        // The slip is the body's own answer.
        (paper.kind === 'hand-over-slip' ||
          mayReadSent(me, state as ReferralState, await isTakenBack(em, state.id))));
  if (!paper || !isMine) throw new Refusal('case/not-found');
  if (paper.kind === 'receipt-slip') await needOwnSlip(em, me, paper);
  return paper;
}

/** By the code on a slip its party acts: it is printed by whoever ordered it, and by nobody else. Refuses `paper/of-its-party`. */
async function needOwnSlip(em: Em, me: SignedIn, { caseId: of, seq }: Paper): Promise<void> {
  const ordered = await em.count(CaseEvent, { caseId: of, seq, actor: me.actor.account });
  if (ordered === 0) throw new Refusal('paper/of-its-party');
}
