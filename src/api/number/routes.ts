/** People's numbers: masked everywhere, shown whole one at a time with a reason that stays on record, found by a keyed hash. */
import { z } from 'zod';
import { wordOf } from '../../../templates/zh-CN/word-of.ts';
import { Refusal } from '../../domain/refusal.ts';
import { districtsWithin, isWithin } from '../../domain/walls.ts';
import type { PartyRow } from '../../persistence/dispute.listing.ts';
import { findByNumber } from '../../persistence/number.listing.ts';
import { visibleDispute } from '../dispute/visible.ts';
import { caseId, idNumber, line, partyId, phone, text } from '../fields.ts';
import { type AnyRoute, route } from '../route.ts';

const tag = '劳动争议';

const numbers = {
  'id-number': ({ idNumber: number }: PartyRow) => number,
  phone: ({ phone: number }: PartyRow) => number,
  'agent-phone': ({ agent }: PartyRow) => agent?.phone ?? null,
} as const;

const found = z.object({
  case: text,
  receiptNumber: text,
  state: text,
  stateName: text,
  receivedOn: text,
  /** Whose number it is. */
  party: text,
  name: text,
});

export const numberRoutes: AnyRoute[] = [
  route({
    method: 'post',
    path: '/disputes/:id/numbers',
    wall: 'number.show',
    reads: 'number',
    tag,
    summary: '完整显示一个当事人的身份证号或电话：须写明理由，记入查阅记录',
    params: z.object({ id: caseId }),
    body: z.strictObject({
      party: partyId,
      what: z.enum(Object.keys(numbers) as [keyof typeof numbers]),
      reason: line(200),
    }),
    answer: z.object({ number: text.nullable() }),
    async handle({ deps, me, params: { id }, body: { party, what, reason }, shows, response }) {
      const { snapshot, parties } = await visibleDispute(deps, me, id);
      const { district, owner } = snapshot;
      if (!isWithin(me, 'number.show', { district, owner })) throw new Refusal('case/not-found');
      const row = parties.find((one) => one.id === party);
      if (row === undefined) throw new Refusal('party/unknown', { party });
      shows({ about: `${party}/${what}`, reason });
      response.set('Cache-Control', 'no-store');
      return { number: numbers[what](row) };
    },
  }),
  route({
    method: 'post',
    path: '/disputes/by-number',
    wall: 'look-alike.ask',
    reads: 'look-alike',
    tag,
    summary: '按身份证号或电话找案件：号码只在请求体中，不进网址和日志',
    body: z
      .strictObject({ idNumber: idNumber.optional(), phone: phone.optional() })
      .refine((given) => (given.idNumber === undefined) !== (given.phone === undefined), {
        message: '请填身份证号或电话，二者取一',
        path: ['idNumber'],
      }),
    answer: z.object({ items: z.array(found), elsewhere: z.int() }),
    async handle({ deps, me, body }) {
      const districts = districtsWithin(me, 'look-alike.ask');
      const { items, elsewhere } = await findByNumber(deps.orm.em.fork(), body, districts);
      return { items: items.map((one) => ({ ...one, stateName: wordOf(one.state) })), elsewhere };
    },
  }),
];
