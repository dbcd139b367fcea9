/** What a change of something on the register says: each field, the value before and the one after. */
export type Changes = Record<string, { from: unknown; to: unknown }>;

/** Each field given that differs from what stands. */
export function differences(stands: Readonly<Record<string, unknown>>, given: object): Changes {
  const isSame = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
  return Object.fromEntries(
    Object.entries(given)
      .filter(([field, to]) => to !== undefined && !isSame(stands[field], to))
      .map(([field, to]) => [field, { from: stands[field] ?? null, to: (to as unknown) ?? null }]),
  );
}
