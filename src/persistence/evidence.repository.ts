/** Evidence files: written down beside the command that adds them, kept and withdrawn by the recording. */
import type { Day } from '../domain/day.ts';
import { evidenceLimits } from '../domain/evidence.ts';
import type { AccountId, CaseId, CommandId } from '../domain/ids.ts';
import { Refusal } from '../domain/refusal.ts';
import { Evidence } from './evidence.entity.ts';
import type { Em } from './orm.ts';

export type EvidenceGiven = {
  id: string;
  caseId: CaseId;
  name: string;
  mediaType: string;
  content: Buffer;
  sha256: string;
  note: string | null;
  addedBy: AccountId;
  addedOn: Day;
  addedAt: Date;
  commandId: CommandId;
};

/**
 * In the caller's transaction, beside the command. Refuses `evidence/already-there` for the same bytes twice,
 * `evidence/being-added` while the first is not recorded, `evidence/too-many` and `evidence/case-full` at a case's limits.
 */
export async function writeEvidence(em: Em, given: EvidenceGiven): Promise<void> {
  const { caseId, sha256, content } = given;
  // Two files at once are weighed one after the other; a recording of the same case does not wait.
  await em.execute(`select pg_advisory_xact_lock(hashtextextended('evidence/' || ?, 0))`, [caseId]);
  await dropRefused(em, caseId);
  const [there] = await em.execute<{ no: number | null }[]>(
    `select no from evidence where case_id = ? and sha256 = ? and status <> 'withdrawn'`,
    [caseId, sha256],
  );
  if (there !== undefined && there.no === null) throw new Refusal('evidence/being-added');
  if (there !== undefined) throw new Refusal('evidence/already-there', { no: Number(there.no) });
  const [held] = await em.execute<{ files: number; bytes: number }[]>(
    `select count(*)::int as files, coalesce(sum(bytes), 0)::float8 as bytes from evidence
     where case_id = ? and status <> 'withdrawn'`,
    [caseId],
  );
  if (held!.files >= evidenceLimits.files)
    throw new Refusal('evidence/too-many', { most: evidenceLimits.files });
  if (held!.bytes + content.length > evidenceLimits.bytes)
    throw new Refusal('evidence/case-full', { megabytes: evidenceLimits.megabytes });
  em.create(Evidence, {
    ...given,
    bytes: content.length,
    no: null,
    status: 'pending',
    seq: null,
    withdrawnSeq: null,
  });
}

/** Files whose command was refused: nobody has kept them. */
export async function dropRefused(em: Em, caseId: CaseId): Promise<void> {
  await em.execute(
    `delete from evidence e using command c
     where e.case_id = ? and e.status = 'pending' and c.id = e.command_id and c.status = 'refused'`,
    [caseId],
  );
}

/** In the recording's transaction: gives the file the case's next number. Refuses `evidence/unknown`. */
export async function keepEvidence(em: Em, caseId: CaseId, seq: number, evidenceId: string): Promise<void> {
  const evidence = await em.findOne(Evidence, { id: evidenceId, caseId });
  if (evidence?.status !== 'pending') throw new Refusal('evidence/unknown');
  const [last] = await em.execute<{ no: number }[]>(
    'select coalesce(max(no), 0)::int as no from evidence where case_id = ?',
    [caseId],
  );
  em.assign(evidence, { status: 'kept', seq, no: last!.no + 1 });
}

/** In the recording's transaction. The bytes stay: what was once on file is taken out of use, not destroyed. */
export async function withdrawEvidence(
  em: Em,
  caseId: CaseId,
  seq: number,
  evidenceId: string,
): Promise<void> {
  const evidence = await em.findOne(Evidence, { id: evidenceId, caseId });
  if (evidence?.status !== 'kept') throw new Refusal('evidence/unknown');
  em.assign(evidence, { status: 'withdrawn', withdrawnSeq: seq });
}
