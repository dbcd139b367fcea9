/** Verifies the anchors themselves, and tells where they saw each chain. */
import {
  type AnchorDocument,
  type AnchorHead,
  hashAnchor,
  listAnchors,
  readSignedAnchor,
  type SignedAnchor,
} from './audit-anchor.repository.ts';
import { CHAIN_START } from './hash-chain.ts';
import type { Em } from './orm.ts';

export type BadAnchor = {
  no: number;
  day: string;
  why: 'missing' | 'changed' | 'file-changed' | 'broken-chain' | 'wrong-signature' | 'unknown-key';
};

/** The anchors as they were exported, apart from the database. */
export type AnchorFiles = { days: readonly string[]; read(day: string): SignedAnchor | null };

/** Whether the hash was signed with the key of that id; null: nobody said whom to trust. */
export type Trust =
  | ((keyId: string, hash: string, signature: string) => 'right' | 'wrong' | 'unknown')
  | null;

export type AnchorsReport = {
  ok: boolean;
  anchors: number;
  /** How many signatures were found right. */
  signatures: number;
  /** How many were compared with their exported file. */
  files: number;
  firstBad: BadAnchor | null;
};

/** The latest place at which an anchor saw a chain; what came before it follows from the chain. */
export type Anchored = { anchor: number; seq: number; hash: string };
export type AnchoredChains = Map<string, Anchored>;
export const chainKey = (kind: AnchorHead['kind'], chain: string): string => `${kind}/${chain}`;

export async function verifyAnchors(
  em: Em,
  trust: Trust,
  files: AnchorFiles | null,
): Promise<{ report: AnchorsReport; chains: AnchoredChains }> {
  const report: AnchorsReport = { ok: true, anchors: 0, signatures: 0, files: 0, firstBad: null };
  const chains: AnchoredChains = new Map();
  const unseen = new Set(files?.days);
  const bad = ({ no, day }: Pick<AnchorDocument, 'no' | 'day'>, why: BadAnchor['why']) => {
    if (report.firstBad === null || no < report.firstBad.no) report.firstBad = { no, day, why };
  };
  let previous = CHAIN_START;
  let no = 0;
  for (let rows = await listAnchors(em); rows.length > 0; rows = await listAnchors(em, no))
    for (const row of rows) {
      const signed = await readSignedAnchor(em, row);
      const file = unseen.delete(row.day) ? (files?.read(row.day) ?? null) : null;
      report.anchors += 1;
      if (row.no !== no + 1) bad({ no: no + 1, day: row.day }, 'missing');
      const why = faultOf(signed, trust);
      if (why !== null) bad(row, why);
      else if (row.previousHash !== previous) bad(row, 'broken-chain');
      if (trust?.(row.keyId, row.hash, row.signature) === 'right') report.signatures += 1;
      const isFileTrue = file !== null && faultOf(file, trust) === null;
      if (file !== null) {
        report.files += 1;
        if (file.hash !== row.hash || !isFileTrue) bad(row, isFileTrue ? 'changed' : 'file-changed');
      }
      note(chains, (isFileTrue ? file : signed).anchor);
      previous = row.hash;
      no = row.no;
    }
  for (const day of [...unseen].sort()) {
    const file = files?.read(day);
    if (!file) continue;
    report.files += 1;
    const why = faultOf(file, trust);
    bad(file.anchor, why === null ? 'missing' : 'file-changed');
    if (why === null) note(chains, file.anchor);
  }
  report.ok = report.firstBad === null;
  return { report, chains };
}

function faultOf({ anchor, hash, signature }: SignedAnchor, trust: Trust): BadAnchor['why'] | null {
  if (hashAnchor(anchor) !== hash) return 'changed';
  const found = trust?.(anchor.keyId, hash, signature) ?? 'right';
  if (found === 'right') return null;
  return found === 'wrong' ? 'wrong-signature' : 'unknown-key';
}

function note(chains: AnchoredChains, { no, heads }: AnchorDocument): void {
  for (const { kind, chain, seq, hash } of heads) {
    const known = chains.get(chainKey(kind, chain));
    if (known === undefined || known.seq <= seq) chains.set(chainKey(kind, chain), { anchor: no, seq, hash });
  }
}
