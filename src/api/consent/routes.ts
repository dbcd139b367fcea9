import { z } from 'zod';
import { codeWords } from '../../../templates/zh-CN/words.ts';
import type { PrivacyConsent } from '../../domain/dispute/decisions.ts';
import { type EventRow, listEvents } from '../../persistence/case.listing.ts';
import { visibleDispute } from '../dispute/visible.ts';
import { caseId, text } from '../fields.ts';
import { type AnyRoute, route } from '../route.ts';

const consentItem = z.object({
  seq: z.int(),
  party: text,
  matter: text,
  matterName: text,
  isGiven: z.boolean(),
  notice: text,
  way: text,
  wayName: text,
  evidence: text.nullable(),
  body: text.nullable(),
  on: text,
  recordedBy: text,
  recordedAt: text,
  /** Whether it is what this party said last of this matter, and of this body. */
  isCurrent: z.boolean(),
});

/** Consents are events of the case, so that its chain vouches for them; this is their list. */
export const consentRoutes: AnyRoute[] = [
  route({
    method: 'get',
    path: '/disputes/:id/consents',
    wall: 'dispute.read',
    reads: 'dispute',
    tag: '隐私',
    summary: '当事人同意或者撤回同意处理个人信息的记录，最近的在前',
    params: z.object({ id: caseId }),
    answer: z.object({ items: z.array(consentItem) }),
    async handle({ deps, me, params: { id } }) {
      await visibleDispute(deps, me, id);
      const events = await listEvents(deps.orm.em.fork(), id);
      const said = new Set<string>();
      const rows = events.filter(({ kind }) => kind === 'privacy-consent-recorded').toReversed();
      return { items: rows.map((row) => present(row, said)) };
    },
  }),
];

/** The newest come first: `said` holds what was said later. */
function present(row: EventRow, said: Set<string>): z.infer<typeof consentItem> {
  const facts = row.facts as unknown as PrivacyConsent;
  const { party, matter, isGiven, notice, way, evidence = null, body = null } = facts;
  const about = [party, matter, body].join('/');
  const isCurrent = !said.has(about);
  said.add(about);
  return {
    ...{ seq: row.seq, party, matter, isGiven, notice, way, evidence, body, on: row.on, isCurrent },
    ...{ matterName: codeWords[matter], wayName: codeWords[way] },
    ...{ recordedBy: row.actorName, recordedAt: new Date(row.recordedAt).toISOString() },
  };
}
