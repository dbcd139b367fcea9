import { z } from 'zod';
import type { BreakGlassRow } from '../../persistence/break-glass.listing.ts';
import { text, words } from '../fields.ts';
import type { CsvColumns } from '../lists.ts';

/** A dispute by its id, or by its receipt number as people tell it on the phone. */
export const caseOrNumber = z
  .string()
  .trim()
  .regex(/^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{4}-\d{6})$/i, '应为案件编号，例如 2026-000123');

export const breaking = z.strictObject({ reason: words(1000) });

export const opened = z.object({ id: text, case: text, receiptNumber: text, at: text, until: text });

export const breakGlassItem = z.object({
  ...{ id: text, at: text, until: text },
  ...{ account: text, accountName: text, accountDistrictName: text },
  ...{ case: text, receiptNumber: text, district: text, districtName: text },
  reason: text,
});
type Item = z.infer<typeof breakGlassItem>;

export const presentBreakGlass = ({ at, until, ...row }: BreakGlassRow): Item => ({
  ...row,
  at: new Date(at).toISOString(),
  until: new Date(until).toISOString(),
});

export const breakGlassCsv: CsvColumns<Item> = {
  时间: (row) => row.at,
  查阅人: (row) => row.accountName,
  查阅人区县: (row) => row.accountDistrictName,
  案件: (row) => row.receiptNumber,
  案件区县: (row) => row.districtName,
  理由: (row) => row.reason,
  可查看到: (row) => row.until,
};
