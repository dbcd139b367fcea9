import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { PaperStart } from '../domain/case.ts';
import type { Changes } from '../domain/changes.ts';
import type { Day } from '../domain/day.ts';
import type { AccountId, BodyId, CommandId, DistrictCode } from '../domain/ids.ts';

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
    /** From this day on nothing is sent to it and nobody is set up there; what it has stays. */
    closedOn: p.date().$type<Day>().nullable(),
  },
});
export type Body = InferEntity<typeof Body>;

export const cityThings = ['district', 'body', 'capacity'] as const;
export type CityThing = (typeof cityThings)[number];

/** Who changed what of the city's register 城市配置. Rows are added only. */
export const CityEvent = defineEntity({
  name: 'CityEvent',
  primaryKeys: ['thing', 'id', 'no'],
  triggers: [
    {
      name: 'city_event_row_stays',
      timing: 'before',
      events: ['update', 'delete'],
      body: `raise exception 'what happened to the city''s register is never changed or deleted'`,
    },
  ],
  properties: {
    thing: p.string().$type<CityThing>().primary(),
    id: p.string().primary(),
    no: p.integer().primary(),
    kind: p.string().$type<'added' | 'changed'>(),
    district: p.string().$type<DistrictCode>().index(),
    by: p.string().$type<AccountId>(),
    at: p.datetime(),
    changes: p.json<Changes>(),
    /** Sent twice with one key, it is done once. */
    commandId: p.string().$type<CommandId>().unique(),
    fingerprint: p.string(),
  },
});
export type CityEvent = InferEntity<typeof CityEvent>;
