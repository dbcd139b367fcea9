/** The fields of a dispute's parties. */
import { z } from 'zod';
import { creditCode, day, idNumber, line, partyId, phone } from '../fields.ts';

export const worker = z.strictObject({
  name: line(50),
  phone: phone.optional(),
  address: line(200).optional(),
});
export const employer = z.strictObject({
  name: line(120),
  phone: phone.optional(),
  address: line(200).optional(),
  creditCode: creditCode.optional(),
});
export const person = z
  .strictObject({
    on: day.optional(),
    party: partyId,
    phone: phone.optional(),
    address: line(200).optional(),
    gender: z.enum(['男', '女']).optional(),
    bornOn: day.optional(),
    idNumber: idNumber.optional(),
    creditCode: creditCode.optional(),
    representative: line(50).optional(),
    representativeTitle: line(30).optional(),
  })
  .superRefine(({ idNumber: id, bornOn, gender }, context) => {
    // GB 11643: the birthday stands in places 7 to 14, an odd place 17 is a man's.
    if (id === undefined) return;
    const born = `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`;
    const differs = (path: string) =>
      context.addIssue({ code: 'custom', path: [path], message: '与公民身份号码不符，请核对' });
    if (bornOn !== undefined && bornOn !== born) differs('bornOn');
    if (gender !== undefined && gender !== (Number(id[16]) % 2 === 1 ? '男' : '女')) differs('gender');
  });
