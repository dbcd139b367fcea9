/** Verifies the chains: every event's hash, every text's hash, each case's end. */
import { IsolationLevel } from '@mikro-orm/core';
import type { CaseId } from '../domain/ids.ts';
import { CaseEvent, CaseText } from './case-event.entity.ts';
import { CaseRecord } from './case-record.entity.ts';
import { CHAIN_START, hashEvent, hashTexts } from './hash-chain.ts';
import type { Em } from './orm.ts';

export type BadEvent = {
  case: CaseId;
  seq: number;
  why: 'missing' | 'changed' | 'text-changed' | 'broken-chain' | 'end-cut';
};
export type AuditReport = { ok: boolean; cases: number; events: number; firstBad: BadEvent | null };

const BATCH = 200;

/** Walks every case by id; `firstBad` is the first fault in that order. */
export async function verifyAudit(
  em: Em,
  say: (cases: number) => void = () => undefined,
): Promise<AuditReport> {
  const report: AuditReport = { ok: true, cases: 0, events: 0, firstBad: null };
  for (let after = '' as CaseId; ; ) {
    const where = after === '' ? {} : { id: { $gt: after } };
    const { cases, events, texts } = await em.fork().transactional(
      async (one) => {
        const some = await one.find(CaseRecord, where, { orderBy: { id: 'asc' }, limit: BATCH });
        const caseId = { $in: some.map(({ id }) => id) };
        return {
          cases: some,
          events: await one.find(CaseEvent, { caseId }, { orderBy: { caseId: 'asc', seq: 'asc' } }),
          texts: await one.find(CaseText, { caseId }),
        };
      },
      // One moment for all three: cases go on while they are read.
      { isolationLevel: IsolationLevel.REPEATABLE_READ, readOnly: true },
    );
    if (cases.length === 0) return report;
    const textsOf = new Map(texts.map((row) => [`${row.caseId}/${row.seq}`, row.texts]));
    for (const record of cases) {
      const own = events.filter(({ caseId }) => caseId === record.id);
      report.cases += 1;
      report.events += own.length;
      report.firstBad ??= firstBadOf(record, own, (seq) => textsOf.get(`${record.id}/${seq}`));
    }
    report.ok = report.firstBad === null;
    say(report.cases);
    after = cases.at(-1)!.id;
  }
}

function firstBadOf(
  record: CaseRecord,
  events: CaseEvent[],
  textOf: (seq: number) => CaseText['texts'] | undefined,
): BadEvent | null {
  let previous = CHAIN_START;
  for (const [index, event] of events.entries()) {
    const bad = (why: BadEvent['why'], seq = event.seq): BadEvent => ({ case: record.id, seq, why });
    if (event.seq !== index + 1) return bad('missing', index + 1);
    if (event.previousHash !== previous) return bad('broken-chain');
    if (hashEvent(event) !== event.hash) return bad('changed');
    if (hashTexts(textOf(event.seq) ?? {}) !== event.textsHash) return bad('text-changed');
    previous = event.hash;
  }
  const isWhole = record.seq === events.length && record.headHash === previous;
  return isWhole ? null : { case: record.id, seq: events.length + 1, why: 'end-cut' };
}
