/** A few cases with many events, readings by three accounts, two anchors: written by the record's own hands. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CaseState, Recorded } from '../../src/domain/case.ts';
import type { Day } from '../../src/domain/day.ts';
import type { AccountId, CaseId, CommandId } from '../../src/domain/ids.ts';
import { exportAnchors } from '../../src/engine/anchor-files.ts';
import { makeAnchorKey, readAnchorKey } from '../../src/engine/anchor-key.ts';
import { anchorDay } from '../../src/persistence/audit-anchor.repository.ts';
import { appendEvent } from '../../src/persistence/case.repository.ts';
import type { Texts } from '../../src/persistence/case-event.entity.ts';
import { CaseRecord } from '../../src/persistence/case-record.entity.ts';
import { CHAIN_START } from '../../src/persistence/hash-chain.ts';
import type { Orm } from '../../src/persistence/orm.ts';
import { noteReading } from '../../src/persistence/reading.repository.ts';
import { plantCity } from '../../src/persistence/seeds/plant.ts';
import { freshDatabase } from '../api/instance.ts';

export type RecordedCase = { id: CaseId; anchored: number; events: number; worded: number[] };
export type RecordedReader = { account: AccountId; readings: number };
export type RecordedSet = {
  orm: Orm;
  cases: RecordedCase[];
  readers: RecordedReader[];
  dir: string;
  signer: NonNullable<ReturnType<typeof readAnchorKey>>;
};

const lengths = [5, 9, 13];
const readers = ['ada', 'ben', 'cleo'] as AccountId[];
const READINGS = 7;
export const days = ['2026-03-02', '2026-03-03'] as Day[];
/** Words come with every third event. */
const isWorded = (seq: number) => seq % 3 === 1;

export async function recordSet(): Promise<RecordedSet> {
  const orm = await freshDatabase();
  await plantCity(orm);
  const dir = mkdtempSync(join(tmpdir(), 'wanhe-anchors-'));
  const keyFile = join(dir, 'anchor-key.json');
  makeAnchorKey(keyFile);
  const signer = readAnchorKey(keyFile)!;
  const ids = lengths.map(() => randomUUID() as CaseId).sort();
  for (const id of ids) await openCase(orm, id);
  // Some of each before the first anchor, most before the second, two more after it.
  const anchored = lengths.map((length) => length - 2);
  for (const [part, day] of days.entries()) {
    for (const [n, id] of ids.entries())
      await appendUntil(orm, id, part === 0 ? Math.ceil(anchored[n]! / 2) : anchored[n]!);
    await readUntil(orm, part === 0 ? 3 : READINGS);
    await anchorDay(orm.em, { day, at: new Date(`${day}T01:00:00Z`), signer });
  }
  for (const [n, id] of ids.entries()) await appendUntil(orm, id, lengths[n]!);
  await exportAnchors(orm, join(dir, 'anchors'), signer.publicKey);
  return {
    orm,
    dir: join(dir, 'anchors'),
    signer,
    cases: ids.map((id, n) => ({
      id,
      anchored: anchored[n]!,
      events: lengths[n]!,
      worded: Array.from({ length: lengths[n]! }, (_, index) => index + 1).filter(isWorded),
    })),
    readers: readers.map((account) => ({ account, readings: READINGS })),
  };
}

const openCase = (orm: Orm, id: CaseId) =>
  orm.em.fork().execute(
    `insert into case_record (id, story, district, state, seq, snapshot, owner, opened_on, is_open, head_hash, created_at, updated_at)
     values (?, 'dispute', '411303', 'new', 0, ?::jsonb, 'ada', '2026-03-02', true, ?, now(), now())`,
    [id, JSON.stringify({ id, story: 'dispute', state: 'received', owner: 'ada', seq: 0 }), CHAIN_START],
  );

async function appendUntil(orm: Orm, id: CaseId, last: number): Promise<void> {
  for (;;) {
    const isDone = await orm.em.fork().transactional(async (em) => {
      const row = await em.findOneOrFail(CaseRecord, { id });
      const seq = row.seq + 1;
      if (seq > last) return true;
      const event = {
        ...{
          seq,
          kind: 'contact-recorded',
          on: '2026-03-02',
          by: 'ada',
          commandId: `${id}/${seq}` as CommandId,
        },
        ...{ facts: { step: seq }, starts: [], ends: [] },
      } as unknown as Recorded;
      const texts: Texts = isWorded(seq) ? { note: `第${seq}次联系：${id}` } : {};
      const next = { ...row.snapshot, seq } as CaseState;
      const recordedAt = new Date(Date.UTC(2026, 2, 2, 1, seq));
      await appendEvent(em, row, { event, texts, state: next, tasks: [], recordedAt });
      return false;
    });
    if (isDone) return;
  }
}

async function readUntil(orm: Orm, last: number): Promise<void> {
  for (const by of readers)
    for (let n = 0; n < last; n += 1)
      await noteReading(orm.em.fork(), {
        ...{ by, at: new Date(Date.UTC(2026, 2, 2, 2, n)), what: 'paper', about: `paper-${n}` },
      });
}
