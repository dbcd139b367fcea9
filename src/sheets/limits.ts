/** What a sheet may measure; an import beyond it is taken in parts. */
export const limits = {
  /** Of the file as it comes, or of pasted text. */
  bytes: 10 * 1024 * 1024,
  /** Of a workbook's parts together, once unpacked. */
  unpackedBytes: 50 * 1024 * 1024,
  rows: 20_000,
  columns: 60,
  /** Of the reading of one workbook. */
  seconds: 20,
  heapMegabytes: 400,
} as const;
