/** What somebody who owns the database might do to the record, and what the verification must then say. */
import fc from 'fast-check';
import type { BadAnchor } from '../../src/persistence/audit-anchors.ts';
import type { BadEvent } from '../../src/persistence/audit-cases.ts';
import type { BadReading } from '../../src/persistence/audit-readings.ts';
import { CaseEvent } from '../../src/persistence/case-event.entity.ts';
import { hashEvent, hashReading } from '../../src/persistence/hash-chain.ts';
import type { Em } from '../../src/persistence/orm.ts';
import { Reading } from '../../src/persistence/reading.entity.ts';
import type { RecordedCase, RecordedReader, RecordedSet } from './recorded-set.ts';

export type Expected = {
  firstBad?: Partial<BadEvent>;
  readings?: Partial<BadReading>;
  anchors?: Partial<BadAnchor>;
  /** Where only the stretch between two anchors can be told: the row in question. */
  within?: number;
};
export type Tampering = { apply(em: Em): Promise<unknown>; expected: Expected };

const TABLES = ['case_event', 'case_text', 'case_record', 'reading', 'audit_anchor', 'audit_anchor_head'];

/** As a superuser does it; what is left are the chains and their anchors. */
export async function disarm(em: Em): Promise<void> {
  for (const table of TABLES) {
    await em.execute(`alter table ${table} disable trigger all`);
    await em.execute(`create table ${table}_kept as table ${table}`);
  }
}

export async function restore(em: Em): Promise<void> {
  for (const table of TABLES) {
    await em.execute(`delete from ${table}`);
    await em.execute(`insert into ${table} select * from ${table}_kept`);
  }
}

const renumber = (em: Em, id: string, from: number, to: number) =>
  em.execute('update case_event set seq = ? where case_id = ? and seq = ?', [to, id, from]);
const eventsOf = (em: Em, id: RecordedCase['id']) =>
  em.fork().find(CaseEvent, { caseId: id }, { orderBy: { seq: 'asc' } });

/** Gives every event from `from` on the hash it would have had. */
async function rehash(em: Em, id: RecordedCase['id'], from: number, until: number): Promise<void> {
  const rows = await eventsOf(em, id);
  for (const row of rows.filter(({ seq }) => from <= seq && seq <= until)) {
    const previousHash = seqBefore(rows, row.seq)?.hash ?? '';
    row.previousHash = previousHash;
    row.hash = hashEvent(row);
    await em.execute('update case_event set previous_hash = ?, hash = ? where case_id = ? and seq = ?', [
      ...[previousHash, row.hash, id, row.seq],
    ]);
  }
}
const seqBefore = (rows: CaseEvent[], seq: number) => rows.find((one) => one.seq === seq - 1);

const change = (em: Em, id: string, seq: number) =>
  em.execute(`update case_event set actor = 'mallory' where case_id = ? and seq = ?`, [id, seq]);
const setHead = (em: Em, id: string) =>
  em.execute(
    `update case_record c set seq = coalesce(e.seq, 0), head_hash = coalesce(e.hash, '')
     from (select 1) one left join lateral (select seq, hash from case_event where case_id = ?::uuid order by seq desc limit 1) e on true
     where c.id = ?::uuid`,
    [id, id],
  );

type Kinds = Record<string, (one: RecordedCase, a: number, b: number) => Tampering>;
/** `a` < `b`, both of the case's events. */
const withCases: Kinds = {
  'an event is changed': ({ id }, a) => ({
    apply: (em) => change(em, id, a),
    expected: { firstBad: { case: id, seq: a, why: 'changed' } },
  }),
  'an event is changed, hash and all': ({ id }, a) => ({
    apply: async (em) => {
      await change(em, id, a);
      await rehash(em, id, a, a);
    },
    expected: { firstBad: { case: id, seq: a, why: 'changed' } },
  }),
  'an event is deleted': ({ id }, a) => ({
    apply: (em) => em.execute('delete from case_event where case_id = ? and seq = ?', [id, a]),
    expected: { firstBad: { case: id, seq: a, why: 'missing' } },
  }),
  'an event is deleted and the gap closed': ({ id, events }, a) => ({
    apply: async (em) => {
      await em.execute('delete from case_event where case_id = ? and seq = ?', [id, a]);
      for (let seq = a + 1; seq <= events; seq += 1) await renumber(em, id, seq, seq - 1);
      await em.execute('update case_record set seq = seq - 1 where id = ?', [id]);
    },
    expected: { firstBad: { case: id, seq: a, why: 'missing' } },
  }),
  'two events are swapped': ({ id }, a, b) => ({
    apply: async (em) => {
      await renumber(em, id, a, -1);
      await renumber(em, id, b, a);
      await renumber(em, id, -1, b);
    },
    expected: { firstBad: { case: id, seq: a, why: 're-ordered' } },
  }),
  'an event is put in between': ({ id, events }, a) => ({
    apply: async (em) => {
      for (let seq = events; seq >= a; seq -= 1) await renumber(em, id, seq, seq + 1);
      await em.execute(
        `insert into case_event select case_id, ?::int, 'planted', kind, on_day, 'mallory', recorded_at, event, texts_hash, previous_hash, hash
         from case_event where case_id = ? and seq = ?`,
        [a, id, a + 1],
      );
      await rehash(em, id, a, a);
      await em.execute('update case_record set seq = seq + 1 where id = ?', [id]);
    },
    expected: { firstBad: { case: id, seq: a, why: 'added' } },
  }),
  'the end is cut off': ({ id }, a) => ({
    apply: (em) => em.execute('delete from case_event where case_id = ? and seq > ?', [id, a]),
    expected: { firstBad: { case: id, seq: a + 1, why: 'end-cut' } },
  }),
  'the end is cut off, words, head and all': ({ id, anchored }, a) => {
    const last = Math.min(a, anchored - 1);
    return {
      apply: async (em) => {
        for (const table of ['case_event', 'case_text'])
          await em.execute(`delete from ${table} where case_id = ? and seq > ?`, [id, last]);
        await setHead(em, id);
      },
      expected: {
        firstBad: { case: id, seq: last + 1, why: 'end-cut', anchor: expect.any(Number) as never },
      },
    };
  },
  'a whole case is deleted': ({ id, anchored }) => ({
    apply: async (em) => {
      for (const table of ['case_event', 'case_text'])
        await em.execute(`delete from ${table} where case_id = ?`, [id]);
      await em.execute('delete from case_record where id = ?', [id]);
    },
    expected: { firstBad: { case: id, seq: anchored, why: 'case-missing', anchor: 2 } },
  }),
  'a chain is rewritten to its end': ({ id, anchored, events }, a) => {
    const from = Math.min(a, anchored);
    return {
      apply: async (em) => {
        await change(em, id, from);
        await rehash(em, id, from, events);
        await setHead(em, id);
      },
      expected: { firstBad: { case: id, why: 'rewritten' }, within: from },
    };
  },
  'words are changed': ({ id, worded }, a, b) => {
    const [seq, other] = [
      worded[a % worded.length]!,
      worded[(a + 1 + (b % (worded.length - 1))) % worded.length]!,
    ];
    return {
      apply: (em) =>
        em.execute(
          'update case_text set texts = (select texts from case_text where case_id = ? and seq = ?) where case_id = ? and seq = ?',
          [id, other, id, seq],
        ),
      expected: seq === other ? {} : { firstBad: { case: id, seq, why: 'text-changed' } },
    };
  },
  'words are deleted': ({ id, worded }, a) => {
    const seq = worded[a % worded.length]!;
    return {
      apply: (em) => em.execute('delete from case_text where case_id = ? and seq = ?', [id, seq]),
      expected: { firstBad: { case: id, seq, why: 'text-missing' } },
    };
  },
  'words are added': ({ id, worded }, a) => {
    const seq = worded[a % worded.length]! + 1;
    return {
      apply: (em) =>
        em.execute(
          'insert into case_text select case_id, ?::int, texts from case_text where case_id = ? and seq = ?',
          [seq, id, seq - 1],
        ),
      expected: { firstBad: { case: id, seq, why: 'text-added' } },
    };
  },
};

type ReaderKinds = Record<string, (one: RecordedReader, a: number, b: number) => Tampering>;
const moveReading = (em: Em, account: string, from: number, to: number) =>
  em.execute('update reading set no = ? where account = ? and no = ?', [to, account, from]);
const withReaders: ReaderKinds = {
  'a reading is changed': ({ account }, a) => ({
    apply: (em) => em.execute(`update reading set about = 'x' where account = ? and no = ?`, [account, a]),
    expected: { readings: { account, no: a, why: 'changed' } },
  }),
  'a reading is deleted': ({ account }, a) => ({
    apply: (em) => em.execute('delete from reading where account = ? and no = ?', [account, a]),
    expected: { readings: { account, no: a, why: 'missing' } },
  }),
  'a reading is deleted and the gap closed': ({ account, readings }, a) => ({
    apply: async (em) => {
      await em.execute('delete from reading where account = ? and no = ?', [account, a]);
      for (let no = a + 1; no <= readings; no += 1) await moveReading(em, account, no, no - 1);
    },
    expected: { readings: { account, no: a, why: 'missing' } },
  }),
  'two readings are swapped': ({ account }, a, b) => ({
    apply: async (em) => {
      await moveReading(em, account, a, -1);
      await moveReading(em, account, b, a);
      await moveReading(em, account, -1, b);
    },
    expected: { readings: { account, no: a, why: 're-ordered' } },
  }),
  'the last readings are cut off': ({ account }, a) => ({
    apply: (em) => em.execute('delete from reading where account = ? and no > ?', [account, a]),
    expected: { readings: { account, no: a + 1, why: 'end-cut', anchor: 2 } },
  }),
  'a reader’s chain is rewritten to its end': ({ account, readings }, a) => ({
    apply: async (em) => {
      await em.execute(`update reading set about = 'x' where account = ? and no = ?`, [account, a]);
      const rows = await em.fork().find(Reading, { account }, { orderBy: { no: 'asc' } });
      for (const [index, row] of rows.entries()) {
        row.previousHash = rows[index - 1]?.hash ?? '';
        row.hash = hashReading(row);
        await em.execute('update reading set previous_hash = ?, hash = ? where account = ? and no = ?', [
          ...[row.previousHash, row.hash, account, row.no],
        ]);
      }
    },
    expected: { readings: { account, no: readings, why: 'rewritten', anchor: 2 } },
  }),
};

const withAnchors: Record<string, (no: number) => Tampering> = {
  'an anchor is changed': (no) => ({
    apply: (em) => em.execute('update audit_anchor set events = events + 1 where no = ?', [no]),
    expected: { anchors: { no, why: 'changed' } },
  }),
  'what an anchor saw is changed': (no) => ({
    apply: (em) => em.execute(`update audit_anchor_head set hash = 'x' where anchor_no = ?`, [no]),
    expected: { anchors: { no, why: 'changed' } },
  }),
  'an anchor is deleted': (no) => ({
    apply: async (em) => {
      await em.execute('delete from audit_anchor_head where anchor_no = ?', [no]);
      await em.execute('delete from audit_anchor where no = ?', [no]);
    },
    expected: { anchors: { no, why: 'missing' } },
  }),
  'a signature is put under another anchor': (no) => ({
    apply: (em) =>
      em.execute(
        'update audit_anchor set signature = (select signature from audit_anchor where no = ?) where no = ?',
        [...[3 - no, no]],
      ),
    expected: { anchors: { no, why: 'wrong-signature' } },
  }),
};

export function tamperingsOf(name: string, { cases, readers }: RecordedSet): fc.Arbitrary<Tampering> {
  const pair = (last: number) =>
    fc
      .tuple(fc.integer({ min: 1, max: last }), fc.integer({ min: 1, max: last }))
      .filter(([a, b]) => a !== b)
      .map(([a, b]): [number, number] => (a < b ? [a, b] : [b, a]));
  const [withCase, withReader, withAnchor] = [withCases[name], withReaders[name], withAnchors[name]];
  if (withCase)
    return fc.constantFrom(...cases).chain((one) => pair(one.events).map(([a, b]) => withCase(one, a, b)));
  if (withReader)
    return fc
      .constantFrom(...readers)
      .chain((one) => pair(one.readings).map(([a, b]) => withReader(one, a, b)));
  return fc.constantFrom(1, 2).map((no) => withAnchor!(no));
}

export const kindsOfTampering = [withCases, withReaders, withAnchors].flatMap((one) => Object.keys(one));
