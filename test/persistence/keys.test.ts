/** Sealed columns: what is written through the ORM is ciphertext in the table, bound to its place, and reads as it was written. */
import { randomUUID } from 'node:crypto';
import type { Day } from '../../src/domain/day.ts';
import type { AccountId, CaseId, CommandId } from '../../src/domain/ids.ts';
import { needKeysOf } from '../../src/engine/key-file.ts';
import { CaseText } from '../../src/persistence/case-event.entity.ts';
import { Draft } from '../../src/persistence/draft.entity.ts';
import { Evidence } from '../../src/persistence/evidence.entity.ts';
import { blindOf, blindsOf } from '../../src/persistence/keys/blind-index.ts';
import { mastersMissing } from '../../src/persistence/keys/data-keys.ts';
import { type KeyFile, newKeyFile, ringIn, withNewKeys } from '../../src/persistence/keys/key-ring.ts';
import { renewKeys } from '../../src/persistence/keys/renew.ts';
import { type Em, type Orm, openOrm } from '../../src/persistence/orm.ts';
import { freshDatabase } from '../api/instance.ts';
import { testKeyFile, testRing } from '../engine/keys.ts';

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

describe('what is sealed', () => {
  const sealedDraft = async () => {
    const one = draft({ phone: '13800000000' });
    await inOne(async (em) => void em.create(Draft, one));
    return one;
  };
  const read = (id: string) => orm.em.fork().findOneOrFail(Draft, { id });

  test('does not open in another row', async () => {
    const [one, other] = [await sealedDraft(), await sealedDraft()];
    await orm.em
      .fork()
      .execute('update draft set content = (select content from draft where id = ?) where id = ?', [
        one.id,
        other.id,
      ]);
    await expect(read(other.id)).rejects.toThrow(/does not open/);
  });

  test('does not open in another column', async () => {
    const one = evidence(randomUUID() as string as CaseId);
    await inOne(async (em) => void em.create(Evidence, one));
    await orm.em.fork().execute('update evidence set note = content where id = ?', [one.id]);
    await expect(orm.em.fork().findOneOrFail(Evidence, { id: one.id })).rejects.toThrow(/does not open/);
  });

  test.each([0, 1, 4, 5, 17, 30])('does not open once its byte %s is changed', async (place) => {
    const one = await sealedDraft();
    await orm.em
      .fork()
      .execute('update draft set content = set_byte(content, ?, get_byte(content, ?) # 1) where id = ?', [
        place,
        place,
        one.id,
      ]);
    await expect(read(one.id)).rejects.toThrow();
  });

  test('is not written under a condition, only into a row that is named', async () => {
    const one = await sealedDraft();
    const change = orm.em.fork().nativeUpdate(Draft, { title: '稿' }, { content: {} });
    await expect(change).rejects.toThrow(/row by row/);
    expect((await read(one.id)).content).toEqual({ phone: '13800000000' });
  });

  test('a key whose transaction came to nothing is never used again', async () => {
    const owner = randomUUID() as string as AccountId;
    const first = inOne(async (em) => {
      em.create(Draft, { ...draft({ a: 1 }), owner });
      await em.flush();
      throw new Error('put back');
    });
    await expect(first).rejects.toThrow('put back');
    const one = { ...draft({ a: 2 }), owner };
    await inOne(async (em) => void em.create(Draft, one));
    expect((await read(one.id)).content).toEqual({ a: 2 });
  });

  test('is gone once its key is destroyed', async () => {
    const one = { ...(await sealedDraft()) };
    await orm.em
      .fork()
      .execute('update data_key set wrapped = null, destroyed_at = now() where owner = ?', [one.owner]);
    const later = await openOrm(orm.config.get('clientUrl')!, testRing, 1);
    await expect(later.em.fork().findOneOrFail(Draft, { id: one.id })).rejects.toThrow(/destroyed/);
    await later.close(true);
  });
});

describe('rotation', () => {
  const ringOfFile = (file: KeyFile) => ringIn(file)!;
  const newer = withNewKeys(testKeyFile, new Date());

  test('cut off half way goes on; afterwards the old keys are not needed', async () => {
    const own = await freshDatabase();
    const url = own.config.get('clientUrl')!;
    const drafts = Array.from({ length: 450 }, (_, n) => ({
      ...draft({ n }),
      owner: randomUUID() as string as AccountId,
    }));
    await own.em.fork().transactional(async (em) => {
      for (const one of drafts) em.create(Draft, one);
    });
    const both = ringOfFile(newer);
    await expect(
      renewKeys(own, both, () => {
        throw new Error('cut off');
      }),
    ).rejects.toThrow('cut off');
    const left = await own.em
      .fork()
      .execute<{ n: number }[]>(`select count(*)::int as n from data_key where master = 'm-test'`);
    expect(left).toEqual([{ n: 250 }]);
    expect(await renewKeys(own, both)).toEqual({ dataKeys: 250, numbers: 0 });
    await own.close(true);
    const onlyNew = ringOfFile({ masters: newer.masters.slice(1), indexes: newer.indexes.slice(1) });
    const again = await openOrm(url, onlyNew, 2);
    expect((await again.em.fork().find(Draft, {})).map(({ content }) => content.n).sort()).toEqual(
      drafts.map(({ content }) => content.n).sort(),
    );
    await again.close(true);
  });

  test('a ring without the key that is needed is told by the key’s name', async () => {
    const other = newKeyFile(new Date());
    expect(
      await mastersMissing((sql, params) => orm.em.fork().execute(sql, params), ringOfFile(other)),
    ).toEqual(['m-test']);
    await expect(needKeysOf(orm, ringOfFile(other), '/x/keys.json')).rejects.toThrow(
      /m-test.*WANHE_KEYS_FILE/,
    );
  });

  test('a number is found while some rows are hashed with the old key and some with the new', () => {
    const both = ringOfFile(newer);
    const old = blindOf(testRing, 'phone', '0377-63100001');
    expect(blindsOf(both, 'phone', ['037763100001'])).toEqual([old, blindOf(both, 'phone', '037763100001')]);
    expect(blindOf(both, 'phone', '037763100001')).not.toBe(old);
    expect(blindOf(testRing, 'id-number', '037763100001')).not.toBe(old);
  });

  test.each([
    ['no JSON', null],
    ['no key', { masters: [], indexes: [] }],
    ['a short key', { ...newer, masters: [{ id: 'a', key: 'AAAA', madeAt: '' }] }],
    ['one id twice', { ...newer, masters: [newer.masters[0], newer.masters[0]] }],
  ])('a file with %s is no key file', (_what, content) => {
    expect(ringIn(content)).toBeNull();
  });
});
