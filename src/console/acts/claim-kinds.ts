/** The sums the law knows: for each what it asks for. */
import { type ClaimHead, claimHeads } from '../../domain/claim.ts';
import type { Schema } from './schema.ts';

/** By kind, out of the body that takes one of them. `kind` itself is chosen, not filled in. */
export function claimKindsOf(body: Schema): Record<string, Schema> {
  return Object.fromEntries(
    (body.oneOf ?? body.anyOf ?? []).flatMap((one): [string, Schema][] => {
      const { kind: named, ...properties } = one.properties ?? {};
      const name = named?.enum?.[0] ?? '';
      if (name === '' || aids.has(name)) return [];
      const required = (one.required ?? []).filter((field) => field !== 'kind');
      return [[name, { ...one, properties, required }]];
    }),
  );
}

/** They help another sum and are none to ask for. */
const aids: ReadonlySet<string> = new Set(['average-wage', 'final-award']);
const headOf: Partial<Record<string, ClaimHead>> = {
  'wage-arrears': 'wages',
  deduction: 'wages',
  probation: 'wages',
  injury: 'injury-benefits',
};

export const headOfKind = (kind: string): ClaimHead =>
  headOf[kind] ?? claimHeads.find((head) => head === kind) ?? 'other';
