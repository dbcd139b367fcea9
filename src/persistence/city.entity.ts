import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { PaperStart } from '../domain/case.ts';
import type { BodyId, DistrictCode } from '../domain/ids.ts';

/** A district in the tree: a city, its counties. */
export const District = defineEntity({
  name: 'District',
  properties: {
    code: p.string().$type<DistrictCode>().primary(),
    name: p.text(),
    parent: p.string().$type<DistrictCode>().nullable(),
  },
});
export type District = InferEntity<typeof District>;

export const bodyKinds = ['union', 'mediation-centre', 'court', 'procuratorate', 'hr', 'justice'] as const;
export type BodyKind = (typeof bodyKinds)[number];

/** A body of the linkage chain, or a mediation centre; `numbering` gives each kind of paper its number's form, with {year} and {n}. */
export const Body = defineEntity({
  name: 'Body',
  properties: {
    id: p.string().$type<BodyId>().primary(),
    kind: p.string().$type<BodyKind>(),
    name: p.text(),
    district: p.string().$type<DistrictCode>().index(),
    numbering: p.json<Partial<Record<PaperStart['kind'], string>>>(),
  },
});
export type Body = InferEntity<typeof Body>;
