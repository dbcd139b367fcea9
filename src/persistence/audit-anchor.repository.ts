/** The daily anchors: where every chain stood that had grown, signed, so that even a chain rewritten as a whole is found out. */
import { IsolationLevel } from '@mikro-orm/core';
import type { Day } from '../domain/day.ts';
import { AuditAnchor, AuditAnchorHead } from './audit-anchor.entity.ts';
import { CHAIN_START, canonical, sha256 } from './hash-chain.ts';
import type { Em } from './orm.ts';

export type AnchorHead = Omit<AuditAnchorHead, 'anchorNo'>;

/** What is hashed and signed, and exported as a file. */
export type AnchorDocument = Omit<AuditAnchor, 'at' | 'hash' | 'signature'> & {
  at: string;
  heads: AnchorHead[];
};
export type SignedAnchor = { anchor: AnchorDocument; hash: string; signature: string };

/** Signs the hash of a document. */
export type Signer = { keyId: string; sign(hash: string): string };

export const hashAnchor = (document: AnchorDocument): string => sha256(canonical(document));

const GROWN = `select 'case' as kind, c.id::text as chain, c.seq, c.head_hash as hash from case_record c
    where c.seq > 0 and not exists (
      select 1 from audit_anchor_head h where h.kind = 'case' and h.chain = c.id::text and h.seq = c.seq)
  union all
  select 'reader', r.account, r.no, r.hash from reading r
    join (select account, max(no) as no from reading group by account) l on l.account = r.account and l.no = r.no
    where not exists (
      select 1 from audit_anchor_head h where h.kind = 'reader' and h.chain = r.account and h.seq = r.no)`;

const TOTALS = `select count(*)::int as cases, coalesce(sum(seq), 0)::int as events,
    (select count(*)::int from reading) as readings
  from case_record where seq > 0`;

/** Anchors what has grown since the last anchor. One a day: on a day that has its anchor, answers that one. */
export async function anchorDay(
  em: Em,
  { day, at, signer }: { day: Day; at: Date; signer: Signer },
): Promise<{ anchor: AuditAnchor; isNew: boolean }> {
  return em.fork().transactional(
    async (one) => {
      // Before anything is read: whoever waited here sees the other's anchor.
      await one.execute('lock table audit_anchor in share row exclusive mode');
      const earlier = await one.findOne(AuditAnchor, { day });
      if (earlier !== null) return { anchor: earlier, isNew: false };
      const [last] = await one.find(AuditAnchor, {}, { orderBy: { no: 'desc' }, limit: 1 });
      const [totals] = await one.execute<Pick<AuditAnchor, 'cases' | 'events' | 'readings'>[]>(TOTALS);
      const heads = inOrder(await one.execute<AnchorHead[]>(GROWN));
      const row = {
        ...{ no: (last?.no ?? 0) + 1, day, at, ...totals!, keyId: signer.keyId },
        previousHash: last?.hash ?? CHAIN_START,
      };
      const hash = hashAnchor(documentOf(row, heads));
      const anchor = one.create(AuditAnchor, { ...row, hash, signature: signer.sign(hash) });
      await one.flush();
      await one.execute(
        `insert into audit_anchor_head (kind, chain, seq, hash, anchor_no)
         select kind, chain, seq, hash, ? from json_to_recordset(?::json) as h(kind text, chain text, seq int, hash text)`,
        [row.no, JSON.stringify(heads)],
      );
      return { anchor, isNew: true };
    },
    { isolationLevel: IsolationLevel.REPEATABLE_READ },
  );
}

/** As the database has it: of a row or head that was changed, the hash is another one. */
export async function readSignedAnchor(em: Em, row: AuditAnchor): Promise<SignedAnchor> {
  const heads = await em.fork().find(AuditAnchorHead, { anchorNo: row.no });
  const plain = inOrder(heads.map(({ kind, chain, seq, hash }) => ({ kind, chain, seq, hash })));
  return { anchor: documentOf(row, plain), hash: row.hash, signature: row.signature };
}

export async function listAnchors(em: Em, after = 0): Promise<AuditAnchor[]> {
  return em.fork().find(AuditAnchor, { no: { $gt: after } }, { orderBy: { no: 'asc' }, limit: 100 });
}

function documentOf(
  { no, day, at, cases, events, readings, previousHash, keyId }: Omit<AuditAnchor, 'hash' | 'signature'>,
  heads: AnchorHead[],
): AnchorDocument {
  return { no, day, at: at.toISOString(), cases, events, readings, previousHash, keyId, heads };
}

/** By code unit: the database's collation is its own. */
function inOrder(heads: AnchorHead[]): AnchorHead[] {
  const keyOf = ({ kind, chain, seq }: AnchorHead) => `${kind}/${chain}/${String(seq).padStart(10, '0')}`;
  return heads.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
