/** An act of a party on its own case, with the file that comes with it: written down once, however often its page is sent. */
import { createHash, randomUUID } from 'node:crypto';
import { dayAt } from '../../domain/day.ts';
import type { DisputeAction, DisputeAsked } from '../../domain/dispute/commands.ts';
import type { EvidenceAdded } from '../../domain/dispute/decisions.ts';
import { type CommandId, PARTY } from '../../domain/ids.ts';
import type { Texts } from '../../persistence/case-event.entity.ts';
import { createCommand, fingerprintOf } from '../../persistence/command.repository.ts';
import { dropRefused, writeEvidence } from '../../persistence/evidence.repository.ts';
import type { ApiDeps } from '../app.ts';
import { evidenceTypeOf } from '../evidence/media-type.ts';
import { countUse } from '../limits.ts';
import { writeOnce } from '../order-command.ts';
import { type InTurn, sendInTurn } from '../order-in-turn.ts';
import type { Upload } from '../upload.ts';
import type { PartyVisit } from './visit.ts';

/** A file that comes with an act, and what the record calls it. */
export type PartyFile = Upload & { note: string };

export type PartyOrder<A extends DisputeAction> = {
  kind: A;
  /** With a file, the codes it goes on record with. */
  asked(added: EvidenceAdded | undefined): DisputeAsked<A>;
  texts?: Texts;
  file?: PartyFile | undefined;
  /** Of the page it was sent from. */
  once: string;
};

/** Refuses what the dispute's table and decisions refuse, and `form/too-often`. */
export async function orderAsParty<A extends DisputeAction>(
  deps: ApiDeps,
  { caseId, party, actor }: PartyVisit,
  { kind, asked, texts = {}, file, once }: PartyOrder<A>,
): Promise<InTurn> {
  await countUse(deps, 'party-acts', party);
  const at = deps.now();
  const on = dayAt(at.getTime());
  const id = idOf(`${party}/${once}/${kind}`);
  const added = file && (await addedBy(file));
  const order = { id, on, by: actor };
  const fingerprint = fingerprintOf({ caseId, party, kind, once });
  const draft = { story: 'dispute', caseId, kind, order, asked: asked(added), texts } as const;
  const written = await writeOnce(deps, id, fingerprint, async (em) => {
    if (file !== undefined && added !== undefined) {
      const { bytes: content, name, note } = file;
      const { evidence, sha256, mediaType } = added;
      const whose = { addedBy: PARTY, addedOn: on, addedAt: at, commandId: id };
      await writeEvidence(em, { id: evidence, caseId, name, mediaType, content, sha256, note, ...whose });
    }
    return createCommand(em, draft, fingerprint, at, true);
  });
  return sendInTurn(deps, written).finally(() => dropRefused(deps.orm.em.fork(), caseId));
}

async function addedBy({ name, bytes }: Upload): Promise<EvidenceAdded> {
  const mediaType = await evidenceTypeOf(name, bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { evidence: randomUUID(), sha256, bytes: bytes.length, mediaType };
}

const idOf = (key: string) =>
  createHash('sha256').update(`${PARTY}\0${key}`).digest('hex').slice(0, 40) as CommandId;
