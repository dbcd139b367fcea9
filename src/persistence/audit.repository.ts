/** Verifies everything that stays on record: the cases' chains, the reading log, and both against their signed anchors. */
import { type AnchorFiles, type AnchorsReport, type Trust, verifyAnchors } from './audit-anchors.ts';
import { type BadEvent, type CasesReport, verifyCases } from './audit-cases.ts';
import { type ReadingsReport, verifyReadings } from './audit-readings.ts';
import type { Em } from './orm.ts';

export type AuditReport = CasesReport & {
  ok: boolean;
  firstBad: BadEvent | null;
  anchors: AnchorsReport;
  readings: ReadingsReport;
};

/** `firstBad` is the first fault by case id and seq; anchors and readings tell theirs apart. */
export async function verifyAudit(
  em: Em,
  {
    say = () => undefined,
    trust = null,
    files = null,
  }: { say?: (cases: number) => void; trust?: Trust; files?: AnchorFiles | null } = {},
): Promise<AuditReport> {
  // The anchors first: chains only grow meanwhile.
  const { report: anchors, chains } = await verifyAnchors(em, trust, files);
  const cases = await verifyCases(em, chains, say);
  const readings = await verifyReadings(em, chains);
  const ok = cases.firstBad === null && anchors.ok && readings.ok;
  return { ok, ...cases, anchors, readings };
}
