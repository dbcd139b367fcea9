/** The case file 卷宗 of a dispute: its drawn papers in the order of their days, then its evidence, bound into one PDF. */
import { type DisputeState, ownerOf } from '../src/domain/dispute/state.ts';
import type { CaseId } from '../src/domain/ids.ts';
import { readSnapshot } from '../src/domain/story.ts';
import {
  type BoundCaseFile,
  bindCaseFile as bind,
  type CaseFileCover,
  type CaseFileItem,
  isBindable,
  MOST_BOUND_BYTES,
} from '../src/papers/case-file.ts';
import { type PaperKind, paperKinds } from '../src/papers/index.ts';
import { Account } from '../src/persistence/account.entity.ts';
import { CaseEvent } from '../src/persistence/case-event.entity.ts';
import { CaseRecord } from '../src/persistence/case-record.entity.ts';
import { Evidence } from '../src/persistence/evidence.entity.ts';
import { readContent } from '../src/persistence/evidence.listing.ts';
import type { Em } from '../src/persistence/orm.ts';
import { Paper } from '../src/persistence/paper.entity.ts';
import { Referral } from '../src/persistence/referral.entity.ts';
import { caseFileWords as words } from '../templates/zh-CN/case-file-words.ts';
import { codeWords } from '../templates/zh-CN/words.ts';
import { causeOf, mediationBodyOf, readDispute } from './read-dispute.ts';

const KIND = 'case-file';

/** The same record gives the same bytes. Throws, to be tried again, while a paper that belongs in it is not drawn yet. */
export async function bindCaseFile(em: Em, caseId: CaseId): Promise<BoundCaseFile> {
  const papers = await papersOf(em, caseId);
  const room = MOST_BOUND_BYTES - papers.reduce((sum, { size }) => sum + size, 0);
  return bind({
    cover: await coverOf(em, caseId),
    items: [...papers, ...(await evidenceOf(em, caseId, room))],
  });
}

async function coverOf(em: Em, caseId: CaseId): Promise<CaseFileCover> {
  const record = await em.findOneOrFail(CaseRecord, { id: caseId });
  const state = readSnapshot(record.snapshot) as DisputeState;
  const { dispute, claims, workers, employers } = await readDispute(em, caseId);
  const centre = await mediationBodyOf(em, state);
  const mediator = await em.findOneOrFail(Account, { id: ownerOf(state) });
  const [result] = await em.find(
    CaseEvent,
    { caseId, kind: { $in: Object.keys(words.outcomes) } },
    { orderBy: { seq: 'desc' }, limit: 1 },
  );
  return {
    issuer: centre.name,
    number: dispute.receiptNumber,
    cause: causeOf(claims.map(({ head }) => head)),
    workers: workers.map(({ name }) => name),
    employers: employers.map(({ name }) => name),
    receivedOn: state.receivedOn,
    acceptedOn: state.acceptedOn,
    closedOn: state.closedOn,
    mediator: mediator.name,
    outcome: result ? words.outcomes[result.kind as keyof typeof words.outcomes] : words.none,
    retention: words.retentionSet,
    boundOn: state.archivedOn ?? state.closedOn ?? state.lastActOn,
  };
}

/** Papers of the case and of the referrals that came out of it. */
async function papersOf(em: Em, caseId: CaseId): Promise<CaseFileItem[]> {
  const referrals = await em.find(Referral, { parentId: caseId });
  const papers = await em.find(
    Paper,
    {
      caseId: { $in: [caseId, ...referrals.map(({ id }) => id)] },
      // Codes by which parties come to their case go to nobody else.
      kind: { $nin: [KIND, 'receipt-slip'] },
      status: { $ne: 'void' },
    },
    { orderBy: { issuedOn: 'asc', seq: 'asc', number: 'asc' }, populate: ['file'] },
  );
  return papers.map(({ id, kind, number, issuedOn, file, sha256 }) => {
    if (!file || !sha256) throw new Error(`the paper ${id} is not drawn yet`);
    const { title, isForm } = paperKinds[kind as PaperKind] ?? { title: titleOf(kind), isForm: false };
    return {
      title,
      on: issuedOn,
      number: isForm ? null : number,
      mediaType: 'application/pdf',
      size: file.length,
      sha256,
      bytes: Buffer.from(file),
    };
  });
}

const titleOf = (kind: string) => (codeWords as Record<string, string>)[kind] ?? kind;

/** `room`: how many bytes may still be bound in; recordings and what goes beyond are named on a sheet. */
async function evidenceOf(em: Em, caseId: CaseId, room: number): Promise<CaseFileItem[]> {
  const files = await em.find(Evidence, { caseId, status: 'kept' }, { orderBy: { no: 'asc' } });
  const items: CaseFileItem[] = [];
  let left = room;
  for (const { id, no, name, addedOn, mediaType, bytes: size, sha256 } of files) {
    const isBound = isBindable(mediaType) && size <= left;
    if (isBound) left -= size;
    items.push({
      title: words.evidence.replace('{no}', String(no)).replace('{name}', () => name),
      on: addedOn,
      number: null,
      mediaType,
      size,
      sha256,
      bytes: isBound ? await readContent(em, id) : null,
    });
  }
  return items;
}
