/** A file and the command that adds it, written down in one transaction. */
import { createHash, randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Day } from '../../domain/day.ts';
import type { CaseId } from '../../domain/ids.ts';
import { createCommand, fingerprintOf } from '../../persistence/command.repository.ts';
import { dropRefused, writeEvidence } from '../../persistence/evidence.repository.ts';
import type { ApiDeps } from '../app.ts';
import { commandIdOf, dayOf, seenOf, settle, writeOnce } from '../order-command.ts';
import type { SignedIn } from '../sign-in.ts';
import type { Upload } from '../upload.ts';
import { evidenceTypeOf } from './media-type.ts';

export async function addEvidence(
  deps: ApiDeps,
  me: SignedIn,
  request: Request,
  response: Response,
  given: { caseId: CaseId; on: Day | undefined; note: string | undefined; file: Upload },
) {
  const { caseId, file } = given;
  const { name, bytes: content } = file;
  const mediaType = await evidenceTypeOf(name, content);
  const sha256 = createHash('sha256').update(content).digest('hex');
  const id = randomUUID();
  const on = dayOf(deps, given.on);
  const order = { id: commandIdOf(me, request), on, by: me.actor, ...seenOf(request) };
  const asked = { evidence: id, sha256, bytes: content.length, mediaType };
  const note = given.note ?? null;
  const draft = {
    story: 'dispute',
    caseId,
    kind: 'add-evidence',
    order,
    asked,
    texts: { name, note },
  } as const;
  const { path, body } = request;
  const fingerprint = fingerprintOf({ caseId, path, body: body as unknown });
  const at = deps.now();
  const written = await writeOnce(deps, order.id, fingerprint, async (em) => {
    const whose = { addedBy: me.actor.account, addedOn: on, addedAt: at, commandId: order.id };
    await writeEvidence(em, { id, caseId, name, mediaType, content, sha256, note, ...whose });
    return createCommand(em, draft, fingerprint, at, true);
  });
  // A refused command leaves no file behind.
  return settle(deps, response, written).finally(() => dropRefused(deps.orm.em.fork(), caseId));
}
