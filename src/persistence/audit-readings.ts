/** Verifies the reading log, account by account, and what anchors saw of it. */
import type { AccountId } from '../domain/ids.ts';
import { type AnchoredChains, chainKey } from './audit-anchors.ts';
import { type Fault, firstFault, type Link } from './chain-fault.ts';
import { CHAIN_START, hashReading } from './hash-chain.ts';
import type { Em } from './orm.ts';
import { Reading } from './reading.entity.ts';

export type BadReading = {
  account: AccountId;
  no: number;
  why: Fault['why'] | 'end-cut' | 'rewritten';
  anchor?: number;
};
export type ReadingsReport = { ok: boolean; readings: number; firstBad: BadReading | null };

const BATCH = 1000;

/** By account, in the order of their ids; `firstBad` is the first fault in that order. */
export async function verifyReadings(em: Em, chains: AnchoredChains): Promise<ReadingsReport> {
  const report: ReadingsReport = { ok: true, readings: 0, firstBad: null };
  const rows = await em
    .fork()
    .execute<{ account: AccountId }[]>('select account from reading group by account');
  const anchored = [...chains.keys()].filter((key) => key.startsWith('reader/'));
  const accounts = new Set([
    ...rows.map(({ account }) => account),
    ...anchored.map((key) => key.slice('reader/'.length) as AccountId),
  ]);
  for (const account of [...accounts].sort()) {
    const { readings, bad } = await verifyReader(em, account, chains);
    report.readings += readings;
    report.firstBad ??= bad;
  }
  report.ok = report.firstBad === null;
  return report;
}

async function verifyReader(em: Em, account: AccountId, chains: AnchoredChains) {
  const seen = chains.get(chainKey('reader', account));
  // Of the row before the last, too: a fault may only show at the row after it.
  let last = { no: 0, hash: CHAIN_START };
  let before = last;
  let readings = 0;
  let rewritten: BadReading | null = null;
  const links = async (from: number) =>
    (
      await em.fork().find(Reading, { account, no: { $gte: from } }, { orderBy: { no: 'asc' }, limit: BATCH })
    ).map(linkOf);
  // The first page also holds rows numbered below one.
  for (let page = await links(-BATCH); page.length > 0; page = await links(last.no + 1)) {
    readings += page.length;
    if (firstFault(page, { from: last.no + 1, previous: last.hash }) !== null) {
      const from = Math.min(page[0]!.place, before.no + 1);
      const fault = firstFault(await links(from), { from: before.no + 1, previous: before.hash });
      return { readings, bad: { account, no: fault!.place, why: fault!.why } satisfies BadReading };
    }
    const anchoredAt = page.find(({ place }) => place === seen?.seq);
    if (seen && anchoredAt && anchoredAt.hash !== seen.hash)
      rewritten = { account, no: seen.seq, why: 'rewritten', anchor: seen.anchor };
    before = page.at(-2) ? { no: page.at(-2)!.place, hash: page.at(-2)!.hash } : last;
    last = { no: page.at(-1)!.place, hash: page.at(-1)!.hash };
  }
  const isCut = seen !== undefined && last.no < seen.seq;
  const bad: BadReading | null = isCut
    ? { account, no: last.no + 1, why: 'end-cut', anchor: seen.anchor }
    : rewritten;
  return { readings, bad };
}

const linkOf = (reading: Reading): Link => ({
  place: reading.no,
  hash: reading.hash,
  previousHash: reading.previousHash,
  isWholeAt: (no) => hashReading({ ...reading, no }) === reading.hash,
});
