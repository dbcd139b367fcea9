/** A file and the command that adds it, written down in one transaction. */
import { createHash, randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Order } from '../../domain/case.ts';
import type { Day } from '../../domain/day.ts';
import type { CaseId } from '../../domain/ids.ts';
import { type CommandDraft, createCommand, fingerprintOf } from '../../persistence/command.repository.ts';
import { dropRefused, type EvidenceGiven, writeEvidence } from '../../persistence/evidence.repository.ts';
import type { ApiDeps } from '../app.ts';
import { commandIdOf, dayOf, seenOf, settle, writeOnce } from '../order-command.ts';
import type { SignedIn } from '../sign-in.ts';
import type { Upload } from '../upload.ts';
import { evidenceTypeOf } from './media-type.ts';

/** The row and the command of one file that has been looked into. */
export function evidenceOf(
  caseId: CaseId,
  order: Order,
  { name, bytes: content, mediaType }: Upload & { mediaType: string },
  note: string | null,
  at: Date,
): { row: EvidenceGiven; draft: CommandDraft } {
  const sha256 = createHash('sha256').update(content).digest('hex');
  const id = randomUUID();
  const asked = { evidence: id, sha256, bytes: content.length, mediaType };
  const whose = { addedBy: order.by.account, addedOn: order.on, addedAt: at, commandId: order.id };
  return {
    row: { id, caseId, name, mediaType, content, sha256, note, ...whose },
    draft: { story: 'dispute', caseId, kind: 'add-evidence', order, asked, texts: { name, note } },
  };
}

export async function addEvidence(
  deps: ApiDeps,
  me: SignedIn,
  request: Request,
  response: Response,
  given: { caseId: CaseId; on: Day | undefined; note: string | undefined; file: Upload },
) {
  const { caseId, file } = given;
  const mediaType = await evidenceTypeOf(file.name, file.bytes);
  const on = dayOf(deps, given.on);
  const order = { id: commandIdOf(me, request), on, by: me.actor, ...seenOf(request) };
  const at = deps.now();
  const { row, draft } = evidenceOf(caseId, order, { ...file, mediaType }, given.note ?? null, at);
  const { path, body } = request;
  const fingerprint = fingerprintOf({ caseId, path, body: body as unknown });
  const written = await writeOnce(deps, order.id, fingerprint, async (em) => {
    await writeEvidence(em, row);
    return createCommand(em, draft, fingerprint, at, true);
  });
  // A refused command leaves no file behind.
  return settle(deps, response, written).finally(() => dropRefused(deps.orm.em.fork(), caseId));
}
