/** Whatever is done to the record behind its triggers, the verification finds it and names the row. */
import { generateKeyPairSync } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { anchorFilesIn, publicKeysIn } from '../../src/engine/anchor-files.ts';
import { trustIn } from '../../src/engine/anchor-key.ts';
import { type AuditReport, verifyAudit } from '../../src/persistence/audit.repository.ts';
import { anchorDay } from '../../src/persistence/audit-anchor.repository.ts';
import { sayBadAnchor, sayBadEvent, sayBadReading } from '../../templates/zh-CN/audit-words.ts';
import { days, type RecordedSet, recordSet } from './recorded-set.ts';
import { disarm, kindsOfTampering, restore, type Tampering, tamperingsOf } from './tampering.ts';

let set: RecordedSet;
beforeAll(async () => {
  set = await recordSet();
  await disarm(set.orm.em.fork());
});
afterAll(() => set.orm.close(true));

const verify = (): Promise<AuditReport> =>
  verifyAudit(set.orm.em, { trust: trustIn([set.signer.publicKey]), files: anchorFilesIn(set.dir) });

test('what was written verifies: events, words, readings, anchors, signatures, files', async () => {
  expect(await verify()).toEqual({
    ok: true,
    cases: 3,
    events: 27,
    firstBad: null,
    anchors: { ok: true, anchors: 2, signatures: 2, files: 2, firstBad: null },
    readings: { ok: true, readings: 21, firstBad: null },
  });
});

describe('tampering is found, and the row is named, where', () => {
  test.each(kindsOfTampering)('%s', async (kind) => {
    await fc.assert(
      fc.asyncProperty(tamperingsOf(kind, set), async (tampering) => {
        const em = set.orm.em.fork();
        try {
          await tampering.apply(em);
          check(await verify(), tampering);
        } finally {
          await restore(em);
        }
      }),
      { numRuns: 5, endOnFailure: true },
    );
  });

  test('nothing is left of it', async () => {
    expect((await verify()).ok).toBe(true);
  });

  function check(report: AuditReport, { expected }: Tampering): void {
    const { firstBad, readings, anchors, within } = expected;
    expect(report.ok).toBe(firstBad === undefined && readings === undefined && anchors === undefined);
    if (firstBad) expect(report.firstBad).toMatchObject(firstBad);
    if (readings) expect(report.readings.firstBad).toMatchObject(readings);
    if (anchors) expect(report.anchors.firstBad).toMatchObject(anchors);
    if (within !== undefined) {
      expect(report.firstBad!.seq).toBeLessThanOrEqual(within);
      expect(report.firstBad!.until).toBeGreaterThanOrEqual(within);
    }
    const said = [
      ...(report.firstBad ? [sayBadEvent(report.firstBad)] : []),
      ...(report.readings.firstBad ? [sayBadReading(report.readings.firstBad)] : []),
      ...(report.anchors.firstBad ? [sayBadAnchor(report.anchors.firstBad)] : []),
    ];
    for (const sentence of said) expect(sentence).toMatch(/^[^{}]*\p{Script=Han}[^{}]*$/u);
  }
});

describe('an anchor', () => {
  test('is made once a day, however many ask, and lists what has grown', async () => {
    const em = set.orm.em.fork();
    const day = '2026-03-04' as (typeof days)[number];
    const made = await Promise.all(
      [1, 2, 3, 4].map(() => anchorDay(set.orm.em, { day, at: new Date(), signer: set.signer })),
    );
    expect(made.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(new Set(made.map(({ anchor }) => anchor.hash)).size).toBe(1);
    const grown = await em.execute<{ kind: string; seq: number }[]>(
      'select kind, seq from audit_anchor_head where anchor_no = 3 order by seq',
    );
    expect(grown).toEqual(set.cases.map(({ events }) => ({ kind: 'case', seq: events })));
    await restore(em);
  });

  test('signed by a key nobody trusts is named; so is a file that was altered', async () => {
    const other = generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }).toString();
    const strange = await verifyAudit(set.orm.em, { trust: trustIn([other]) });
    expect(strange.anchors.firstBad).toEqual({ no: 1, day: days[0], why: 'unknown-key' });
    expect(publicKeysIn(set.dir)).toEqual([set.signer.publicKey]);
    const path = join(set.dir, `${days[1]}.json`);
    const kept = readFileSync(path, 'utf8');
    for (const spoilt of [kept.replace(/"seq": \d+/, '"seq": 1'), 'not JSON', '{}']) {
      writeFileSync(path, spoilt);
      expect((await verify()).anchors.firstBad).toEqual({ no: 2, day: days[1], why: 'file-changed' });
    }
    writeFileSync(path, kept);
  });

  test('is believed from its file where the database’s was rewritten with a key of their own', async () => {
    const em = set.orm.em.fork();
    await em.execute(`delete from audit_anchor_head; delete from audit_anchor`);
    const [one] = set.cases;
    await em.execute('delete from case_event where case_id = ?', [one!.id]);
    await em.execute('delete from case_text where case_id = ?', [one!.id]);
    await em.execute('delete from case_record where id = ?', [one!.id]);
    const report = await verify();
    expect(report.anchors.firstBad).toMatchObject({ no: 1, why: 'missing' });
    expect(report.firstBad).toMatchObject({ case: one!.id, why: 'case-missing', anchor: 2 });
    await restore(em);
  });
});
