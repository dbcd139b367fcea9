/** Sealed columns: what is written through the ORM is ciphertext in the table, bound to its place, and reads as it was written. */
import { randomUUID } from 'node:crypto';
import type { Day } from '../../src/domain/day.ts';
import type { AccountId, CaseId, CommandId } from '../../src/domain/ids.ts';
import { CaseText } from '../../src/persistence/case-event.entity.ts';
import { Draft } from '../../src/persistence/draft.entity.ts';
import { Evidence } from '../../src/persistence/evidence.entity.ts';
import type { Em, Orm } from '../../src/persistence/orm.ts';
import { freshDatabase } from '../api/instance.ts';

let orm: Orm;
beforeAll(async () => {
  orm = await freshDatabase();
  // The rows of this suite belong to no case.
  for (const table of ['evidence', 'case_text'])
    await orm.em.fork().execute(`alter table ${table} drop constraint ${table}_case_id_foreign`);
});
afterAll(() => orm.close(true));

const inOne = <T>(use: (em: Em) => Promise<T>) => orm.em.fork().transactional(use);

const draft = (content: Record<string, unknown>): Draft => ({
  id: randomUUID(),
  owner: 'someone' as AccountId,
  kind: 'dispute-intake',
  title: '稿',
  content,
  savedAt: new Date(),
  version: 1,
  commandId: 'c' as CommandId,
});

const evidence = (caseId: CaseId): Evidence =>
  ({
    id: randomUUID(),
    caseId,
    no: null,
    name: '诊断书.pdf',
    mediaType: 'application/pdf',
    bytes: 3,
    sha256: 'x',
    note: '工伤诊断',
    addedBy: 'someone' as AccountId,
    addedAt: new Date(),
    addedOn: '2026-03-02' as Day,
    status: 'pending',
    seq: null,
    withdrawnSeq: null,
    commandId: 'c' as CommandId,
    content: Buffer.from([1, 2, 3]),
  }) as Evidence;

test('a file and its note are sealed, and read as they were written', async () => {
  const one = evidence(randomUUID() as string as CaseId);
  await inOne(async (em) => void em.create(Evidence, one));
  const [row] = await orm.em
    .fork()
    .execute<{ note: Buffer; content: Buffer }[]>('select note, content from evidence where id = ?', [
      one.id,
    ]);
  expect(row!.note.includes('工伤')).toBe(false);
  expect(row!.content.length).toBe(3 + 33);
  const read = await orm.em.fork().findOneOrFail(Evidence, { id: one.id }, { populate: ['content'] });
  expect([read.note, [...read.content]]).toEqual(['工伤诊断', [1, 2, 3]]);
});

test('a row changed elsewhere leaves what is sealed alone', async () => {
  const one = evidence(randomUUID() as string as CaseId);
  await inOne(async (em) => void em.create(Evidence, one));
  const before = await orm.em.fork().execute('select note, content from evidence where id = ?', [one.id]);
  await inOne(async (em) => {
    const found = await em.findOneOrFail(Evidence, { id: one.id });
    em.assign(found, { status: 'kept', no: 1, seq: 2 });
  });
  const after = await orm.em.fork().execute('select note, content from evidence where id = ?', [one.id]);
  expect(after).toEqual(before);
});

test('a form changed in place is sealed anew, once', async () => {
  const one = draft({ workers: [{ phone: '13800000000' }] });
  await inOne(async (em) => void em.create(Draft, one));
  await inOne(async (em) => {
    const found = await em.findOneOrFail(Draft, { id: one.id });
    expect(found.content).toEqual({ workers: [{ phone: '13800000000' }] });
    found.content = { workers: [] };
  });
  await inOne(async (em) => {
    await em.nativeUpdate(Draft, { id: one.id }, { content: { a: 1 }, version: 2 });
  });
  expect((await orm.em.fork().findOneOrFail(Draft, { id: one.id })).content).toEqual({ a: 1 });
});

test('texts of two events of one case share its key', async () => {
  const caseId = randomUUID() as string as CaseId;
  await inOne(async (em) => {
    for (const seq of [1, 2]) em.create(CaseText, { caseId, seq, texts: { reason: `理由${seq}` } });
  });
  const rows = await orm.em.fork().find(CaseText, { caseId }, { orderBy: { seq: 'asc' } });
  expect(rows.map(({ texts }) => texts)).toEqual([{ reason: '理由1' }, { reason: '理由2' }]);
  expect(
    await orm.em.fork().execute('select count(*)::int as n from data_key where owner = ?', [caseId]),
  ).toEqual([{ n: 1 }]);
});
