import { z } from 'zod';
import { capacityKindWords } from '../../../templates/zh-CN/advice.ts';
import { capacityKinds, isInForce } from '../../domain/dispute/capacity.ts';
import { type CapacityRow, listCapacities } from '../../persistence/capacity.repository.ts';
import { day, districtCode, text } from '../fields.ts';
import { dayOf } from '../order-command.ts';
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
});

export const capacityRoutes: AnyRoute[] = [
  route({
    method: 'get',
    path: '/capacities',
    wall: 'capacity.read',
    reads: null,
    tag: '调解中心',
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
];

function present(row: CapacityRow, isNow: boolean): z.infer<typeof capacityItem> {
  return { ...row, kindName: capacityKindWords[row.kind], isInForce: isNow };
}
