/** Verifies the cases: every event in its place and as it was, every text, each case's end, and what anchors saw of it. */
import { DriverException, IsolationLevel } from '@mikro-orm/core';
import type { CaseId } from '../domain/ids.ts';
import { AuditAnchorHead } from './audit-anchor.entity.ts';
import { type AnchoredChains, chainKey } from './audit-anchors.ts';
import { CaseEvent, CaseText } from './case-event.entity.ts';
import { CaseRecord } from './case-record.entity.ts';
import { type Fault, firstFault, type Link } from './chain-fault.ts';
import { hashEvent, hashTexts } from './hash-chain.ts';
import { KeyDestroyed, MasterMissing } from './keys/data-keys.ts';
import type { Em } from './orm.ts';

export type BadEvent = {
  case: CaseId;
  seq: number;
  why:
    | Fault['why']
    | 'text-changed'
    | 'text-missing'
    | 'text-added'
    | 'end-cut'
    | 'case-missing'
    /** Consistent in itself, and not what an anchor saw: events from `seq` to `until` are in question. */
    | 'rewritten';
  /** The anchor that saw it otherwise. */
  anchor?: number;
  until?: number;
};
export type CasesReport = { cases: number; events: number; firstBad: BadEvent | null };

const BATCH = 200;

/** `broken`: their seal was tampered with; `destroyed`: their key was, so that nobody reads them any more. */
type Words = CaseText['texts'] | 'broken' | 'destroyed';
type TextsBySeq = ReadonlyMap<number, Words>;

/** Walks every case by id; `firstBad` is the first fault in that order. */
export async function verifyCases(
  em: Em,
  chains: AnchoredChains,
  say: (cases: number) => void,
): Promise<CasesReport> {
  const report: CasesReport = { cases: 0, events: 0, firstBad: null };
  const bad = (found: BadEvent | null) => {
    if (found !== null && (report.firstBad === null || found.case < report.firstBad.case))
      report.firstBad = found;
  };
  const gone = new Map([...chains].filter(([key]) => key.startsWith('case/')));
  for (let after = '' as CaseId; ; ) {
    const { cases, eventsOf, textsOf } = await readCases(em, after);
    if (cases.length === 0) break;
    for (const record of cases) {
      const own = eventsOf.get(record.id) ?? [];
      report.cases += 1;
      report.events += own.length;
      gone.delete(chainKey('case', record.id));
      bad(
        faultWithin(record, own, textsOf.get(record.id) ?? new Map()) ??
          (await faultSinceAnchor(em, chains, record.id, own)),
      );
    }
    say(report.cases);
    after = cases.at(-1)!.id;
  }
  for (const [key, { seq, anchor }] of gone)
    bad({ case: key.slice('case/'.length) as CaseId, seq, why: 'case-missing', anchor });
  for (const { id, seq } of await withoutRecord(em)) bad({ case: id, seq, why: 'case-missing' });
  return report;
}

/** Cases of which events are left, and nothing else. */
async function withoutRecord(em: Em): Promise<{ id: CaseId; seq: number }[]> {
  return em.fork().execute<{ id: CaseId; seq: number }[]>(
    `select e.case_id as id, max(e.seq) as seq from case_event e
     where not exists (select 1 from case_record c where c.id = e.case_id) group by e.case_id order by 1 limit 1`,
  );
}

async function readCases(em: Em, after: CaseId) {
  const where = after === '' ? {} : { id: { $gt: after } };
  return em.fork().transactional(
    async (one) => {
      const cases = await one.find(CaseRecord, where, { orderBy: { id: 'asc' }, limit: BATCH });
      const ids = cases.map(({ id }) => id);
      const events = await one.find(CaseEvent, { caseId: { $in: ids } }, { orderBy: { seq: 'asc' } });
      const eventsOf = Map.groupBy(events, ({ caseId }) => caseId);
      return { cases, eventsOf, textsOf: await readTexts(one, ids) };
    },
    // One moment for all three: cases go on while they are read.
    { isolationLevel: IsolationLevel.REPEATABLE_READ, readOnly: true },
  );
}

/** One that cannot be read is told by its row, not by all that were asked for with it. */
async function readTexts(em: Em, ids: readonly CaseId[]): Promise<Map<CaseId, TextsBySeq>> {
  try {
    const rows = await em.find(CaseText, { caseId: { $in: [...ids] } });
    const byCase = Map.groupBy(rows, ({ caseId }) => caseId);
    return new Map([...byCase].map(([id, own]) => [id, new Map(own.map(({ seq, texts }) => [seq, texts]))]));
  } catch (error) {
    whyUnread(error);
  }
  const found = new Map<CaseId, Map<number, Words>>();
  const keys = await em.execute<{ id: CaseId; seq: number }[]>(
    'select case_id as id, seq from case_text where case_id in (?) order by 1, 2',
    [ids],
  );
  for (const { id, seq } of keys) {
    const own = found.get(id) ?? new Map<number, Words>();
    found.set(id, own);
    try {
      own.set(seq, (await em.findOneOrFail(CaseText, { caseId: id, seq })).texts);
    } catch (error) {
      own.set(seq, whyUnread(error));
    }
  }
  return found;
}

/** What is no fault of the words, a database that is away or a key file that is not whole, is thrown on. */
function whyUnread(error: unknown): 'broken' | 'destroyed' {
  if (error instanceof DriverException || error instanceof MasterMissing) throw error;
  return error instanceof KeyDestroyed ? 'destroyed' : 'broken';
}

const linkOf = (event: CaseEvent): Link => ({
  place: event.seq,
  hash: event.hash,
  previousHash: event.previousHash,
  isWholeAt: (seq) => hashEvent({ ...event, seq }) === event.hash,
});

function faultWithin(record: CaseRecord, own: CaseEvent[], texts: TextsBySeq): BadEvent | null {
  const isEndKnown = record.seq === own.length;
  const fault = firstFault(own.map(linkOf), isEndKnown ? { head: record.headHash } : {});
  const text = textFault(own, texts);
  if (text !== null && (fault === null || text.seq < fault.place)) return { case: record.id, ...text };
  if (fault !== null) return { case: record.id, seq: fault.place, why: fault.why };
  if (record.seq > own.length) return { case: record.id, seq: own.length + 1, why: 'end-cut' };
  if (record.seq < own.length) return { case: record.id, seq: record.seq + 1, why: 'added' };
  const [stray] = [...texts.keys()].filter((seq) => seq < 1 || seq > own.length).sort((a, b) => a - b);
  return stray === undefined ? null : { case: record.id, seq: stray, why: 'text-added' };
}

const NO_WORDS = hashTexts({});

function textFault(own: readonly CaseEvent[], texts: TextsBySeq): Pick<BadEvent, 'seq' | 'why'> | null {
  for (const { seq, textsHash } of own) {
    const given = texts.get(seq);
    if (given === undefined) {
      if (textsHash !== NO_WORDS) return { seq, why: 'text-missing' };
    } else if (given !== 'destroyed' && (given === 'broken' || hashTexts(given) !== textsHash))
      return { seq, why: textsHash === NO_WORDS ? 'text-added' : 'text-changed' };
  }
  return null;
}

/** The chain holds together: is it also the one that the anchors saw? */
async function faultSinceAnchor(
  em: Em,
  chains: AnchoredChains,
  id: CaseId,
  own: readonly CaseEvent[],
): Promise<BadEvent | null> {
  const latest = chains.get(chainKey('case', id));
  if (latest === undefined || own[latest.seq - 1]?.hash === latest.hash) return null;
  const rows = await em
    .fork()
    .find(AuditAnchorHead, { kind: 'case', chain: id }, { orderBy: { seq: 'asc' } });
  const seen = [...rows.map(({ anchorNo, seq, hash }) => ({ anchor: anchorNo, seq, hash })), latest];
  const first = seen.find(({ seq, hash }) => own[seq - 1]?.hash !== hash) ?? latest;
  const before = seen.filter(({ seq }) => seq < first.seq).at(-1)?.seq ?? 0;
  if (own.length < first.seq && own.length >= before)
    return { case: id, seq: own.length + 1, why: 'end-cut', anchor: first.anchor };
  return { case: id, seq: before + 1, why: 'rewritten', anchor: first.anchor, until: first.seq };
}
