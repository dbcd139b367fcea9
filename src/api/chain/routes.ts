import { z } from 'zod';
import { chainWhyWords, workerGroupWords } from '../../../templates/zh-CN/advice.ts';
import type { DisputeState } from '../../domain/dispute/state.ts';
import { type ChainFacts, chainFor, type WorkerGroup, workerGroups } from '../../law/chain.ts';
import { nearestBodies } from '../../persistence/city.listing.ts';
import { visibleDispute } from '../dispute/visible.ts';
import { caseId, text } from '../fields.ts';
import { type AnyRoute, route } from '../route.ts';

const isGroup = (one: string): one is WorkerGroup => (workerGroups as readonly string[]).includes(one);

const groups = z
  .string()
  .max(100)
  .transform((given) => given.split(','))
  .refine(
    (all): all is WorkerGroup[] => all.every(isGroup),
    `应为 ${workerGroups.join('、')} 中的一项或者几项，以逗号分隔`,
  )
  .meta({ example: 'migrant,woman' });

const stationItem = z.object({
  no: z.int(),
  kind: text,
  /** Null where the district and those above it have no such body. */
  body: text.nullable(),
  bodyName: text.nullable(),
  /** The stations that have acted before; empty: at once, side by side. */
  after: z.array(z.int()),
  why: text,
  sentence: text,
  article: text,
});

export const chainRoutes: AnyRoute[] = [
  route({
    method: 'get',
    path: '/disputes/:id/chain-suggestion',
    wall: 'dispute.read',
    reads: null,
    tag: '联动',
    summary: '按请求事项和当事人情况建议联动哪些单位、先后次序和依据；不写入，由调解员取舍',
    params: z.object({ id: caseId }),
    query: z.strictObject({
      groups: groups.optional(),
      isEmployerUncooperative: z.stringbool().optional(),
      hasMeans: z.stringbool().optional(),
    }),
    answer: z.object({
      stations: z.array(stationItem),
      /** What the suggestion was drawn from. */
      facts: z.object({
        workers: z.int(),
        isEmployerUncooperative: z.boolean(),
        hasMeans: z.boolean().nullable(),
        groups: z.array(z.object({ code: text, name: text })),
        agreed: text.nullable(),
      }),
    }),
    async handle({ deps, me, params: { id }, query }) {
      const { snapshot } = await visibleDispute(deps, me, id);
      const facts = factsOf(snapshot, query);
      const stations = chainFor(facts);
      const kinds = [...new Set(stations.map(({ body }) => body))];
      const near = await nearestBodies(deps.orm.em.fork(), snapshot.district, kinds);
      const { heads: _, ...shown } = facts;
      return {
        stations: stations.map(({ body: kind, ...station }) => {
          const body = near.find((one) => one.kind === kind);
          return {
            ...station,
            kind,
            body: body?.id ?? null,
            bodyName: body?.name ?? null,
            sentence: chainWhyWords[station.why],
          };
        }),
        facts: { ...shown, groups: facts.groups.map((code) => ({ code, name: workerGroupWords[code] })) },
      };
    },
  }),
];

type Asked = {
  groups?: WorkerGroup[] | undefined;
  isEmployerUncooperative?: boolean | undefined;
  hasMeans?: boolean | undefined;
};

/** A side that refused mediation does not cooperate, unless the asker says otherwise. */
function factsOf(
  { heads, workers, isConsentGiven, agreement }: DisputeState,
  { groups: given = [], isEmployerUncooperative, hasMeans }: Asked,
): ChainFacts {
  return {
    heads,
    workers: workers.length,
    isEmployerUncooperative: isEmployerUncooperative ?? isConsentGiven === false,
    hasMeans: hasMeans ?? null,
    groups: given,
    agreed: agreement !== null && agreement.effectiveOn !== null ? agreement.door : null,
  };
}
