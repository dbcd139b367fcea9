import { z } from 'zod';
import { capacityKindWords } from '../../../templates/zh-CN/advice.ts';
import { capacityKinds, isInForce } from '../../domain/dispute/capacity.ts';
import { Refusal } from '../../domain/refusal.ts';
import { Capacity } from '../../persistence/capacity.entity.ts';
import { type CapacityRow, listCapacities } from '../../persistence/capacity.repository.ts';
import { Body } from '../../persistence/city.entity.ts';
import type { Em } from '../../persistence/orm.ts';
import { wishOf } from '../account/routes.ts';
import type { ApiDeps } from '../app.ts';
import { addToCity, changeInCity, ownBody } from '../city/change.ts';
import { bodyId, day, districtCode, line, text } from '../fields.ts';
import { dayOf, seenOf } from '../order-command.ts';
import { type AnyRoute, route } from '../route.ts';

const capacityItem = z.object({
  id: text,
  body: text,
  bodyName: text,
  district: text,
  kind: z.enum(capacityKinds),
  kindName: text,
  validFrom: text,
  validUntil: text.nullable(),
  /** On the day asked about. */
  isInForce: z.boolean(),
  ofBody: text.nullable(),
  ofBodyName: text.nullable(),
  isSignOffRequired: z.boolean(),
  heading: text,
  /** False: a setting of the city that is still to be checked. */
  confirmed: z.boolean(),
  version: z.int(),
});

const capacityDraft = z.strictObject({
  body: bodyId,
  kind: z.enum(capacityKinds),
  heading: line(100),
  validFrom: day,
  validUntil: day.nullable().default(null),
  ofBody: bodyId.nullable().default(null),
  isSignOffRequired: z.boolean().default(false),
  confirmed: z.boolean().default(false),
});
/** What is left out stays; the last day emptied, there is none. */
const capacityChange = capacityDraft
  .pick({ heading: true, validUntil: true, isSignOffRequired: true, confirmed: true })
  .partial();

const tag = '调解中心';

export const capacityRoutes: AnyRoute[] = [
  route({
    method: 'get',
    path: '/capacities',
    wall: 'capacity.read',
    reads: null,
    tag,
    summary: '调解中心以什么身份调解：名称、有效期、由谁授予；可按区县、按日期查',
    query: z.strictObject({ district: districtCode.optional(), on: day.optional() }),
    answer: z.object({ items: z.array(capacityItem) }),
    async handle({ deps, query: { district, on } }) {
      const asked = dayOf(deps, on);
      const rows = await listCapacities(deps.orm.em.fork(), district);
      const shown = on === undefined ? rows : rows.filter((row) => isInForce(row, on));
      return { items: shown.map((row) => present(row, isInForce(row, asked))) };
    },
  }),
  route({
    method: 'post',
    path: '/capacities',
    wall: 'city.set',
    reads: null,
    tag,
    summary: '登记调解中心取得的身份：由谁授予、有效期、文书抬头、是否须签发、是否已核实授予文件',
    body: capacityDraft,
    answer: capacityItem,
    status: 201,
    async handle(asked) {
      const { deps, me, body } = asked;
      const wish = wishOf(asked);
      const added = await addToCity(deps, wish, 'capacity', async (em) => {
        const centre = await ownBody(em, me, body.body);
        if (centre.kind !== 'mediation-centre') throw new Refusal('body/not-a-centre', { body: centre.id });
        await needSource(em, body);
        needOrder(body);
        const id = `${body.kind}-${wish.commandId.slice(0, 12)}`;
        em.create(Capacity, { id, ...body });
        return { id, district: centre.district, changes: {} };
      });
      return capacityOf(deps, added);
    },
  }),
  route({
    method: 'post',
    path: '/capacities/:id/change',
    wall: 'city.set',
    reads: null,
    tag,
    summary: '更改身份：有效期止、文书抬头、是否须签发、是否已核实；已受理的案件照旧',
    params: z.object({ id: line(100) }),
    body: capacityChange,
    answer: capacityItem,
    async handle(asked) {
      const { deps, me, params, body, request } = asked;
      const { id } = params;
      await changeInCity(
        deps,
        wishOf(asked),
        { thing: 'capacity', id, seen: seenOf(request).seen },
        async (em) => {
          const of = await em.findOne(Capacity, { id });
          if (of === null) throw new Refusal('capacity/unknown', { capacity: id });
          const { district } = await ownBody(em, me, of.body);
          needOrder({ validFrom: of.validFrom, validUntil: body.validUntil ?? null });
          return { of, district, given: body as Partial<Capacity> };
        },
      );
      return capacityOf(deps, id);
    },
  }),
];

/** Who sends cases of a court's or a commission's kind is named. Refuses `capacity/source-missing`, `body/unknown`. */
async function needSource(em: Em, { kind, ofBody }: z.infer<typeof capacityDraft>): Promise<void> {
  const isGranted = kind === 'court-roster' || kind === 'arbitration-entrusted';
  if (isGranted !== (ofBody !== null)) throw new Refusal('capacity/source-missing', { kind });
  if (ofBody !== null && (await em.count(Body, { id: ofBody })) === 0)
    throw new Refusal('body/unknown', { body: ofBody });
}

function needOrder({ validFrom, validUntil }: Pick<CapacityRow, 'validFrom' | 'validUntil'>): void {
  if (validUntil !== null && validUntil < validFrom)
    throw new Refusal('day/reversed', { from: validFrom, to: validUntil, field: 'validUntil' });
}

async function capacityOf(deps: ApiDeps, id: string) {
  const found = (await listCapacities(deps.orm.em.fork())).find((one) => one.id === id);
  if (found === undefined) throw new Refusal('capacity/unknown', { capacity: id });
  return present(found, isInForce(found, dayOf(deps, undefined)));
}

function present({ isOpen, ...row }: CapacityRow, isNow: boolean): z.infer<typeof capacityItem> {
  return { ...row, kindName: capacityKindWords[row.kind], isInForce: isNow && isOpen };
}
