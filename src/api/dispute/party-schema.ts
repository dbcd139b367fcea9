/** The fields of a dispute's parties. */
import { z } from 'zod';
import type { Side } from '../../domain/dispute/parts.ts';
import { employerKinds, workerKinds } from '../../domain/dispute/party-kinds.ts';
import { creditCode, day, idNumber, line, partyId, phone } from '../fields.ts';

const common = { phone: phone.optional(), address: line(200).optional() };
const ofWorker = {
  gender: z.enum(['男', '女']).optional(),
  bornOn: day.optional(),
  idNumber: idNumber.optional(),
};
const ofEmployer = {
  creditCode: creditCode.optional(),
  representative: line(50).optional(),
  representativeTitle: line(30).optional(),
};

type Identified = { idNumber?: string | undefined; bornOn?: string | undefined; gender?: string | undefined };

/** GB 11643: the birthday stands in places 7 to 14, an odd place 17 is a man's. */
function fitNumber({ idNumber: id, bornOn, gender }: Identified, context: z.RefinementCtx): void {
  if (id === undefined) return;
  const born = `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`;
  const differs = (path: string) =>
    context.addIssue({ code: 'custom', path: [path], message: '与公民身份号码不符，请核对' });
  if (bornOn !== undefined && bornOn !== born) differs('bornOn');
  if (gender !== undefined && gender !== (Number(id[16]) % 2 === 1 ? '男' : '女')) differs('gender');
}

export const worker = z
  .strictObject({
    name: line(50),
    ...common,
    ...ofWorker,
    kind: z.enum(workerKinds).optional(),
    /** As a wage sheet says it; left out: not asked yet. */
    isConsenting: z.boolean().optional(),
  })
  .superRefine(fitNumber);

export const employer = z.strictObject({
  name: line(120),
  ...common,
  ...ofEmployer,
  kind: z.enum(employerKinds).optional(),
});

/** Someone who joins later, of either side. */
export const newcomer = z
  .strictObject({
    name: line(120),
    ...common,
    ...ofWorker,
    ...ofEmployer,
    kind: z.enum([...workerKinds, ...employerKinds]).optional(),
    isConsenting: z.boolean().optional(),
  })
  .superRefine(fitNumber);

const kindsOf: Record<Side, readonly string[]> = { worker: workerKinds, employer: employerKinds };

type Joining = { side: Side; people: readonly { kind?: string | undefined }[]; claims: readonly object[] };

/** A firm claims nothing here, and nobody is of the other side's kind. */
export function fitSide({ side, people, claims }: Joining, context: z.RefinementCtx): void {
  if (side === 'employer' && claims.length > 0)
    context.addIssue({ code: 'custom', path: ['claims'], message: '只有追加劳动者才填写，请删去' });
  for (const [index, { kind }] of people.entries())
    if (kind !== undefined && !kindsOf[side].includes(kind))
      context.addIssue({
        code: 'custom',
        path: ['people', index, 'kind'],
        message: '不是这一方当事人的种类，请改选',
      });
}

/** Further fields of the court's form; each may be left out. */
const details = z.strictObject({
  ethnicity: line(20).optional(),
  workplace: line(120).optional(),
  job: line(60).optional(),
  residence: line(200).optional(),
  idKind: line(30).optional(),
  registeredAt: line(200).optional(),
  enterpriseKind: line(60).optional(),
  serviceAddress: line(200).optional(),
  recipient: line(50).optional(),
  isElectronicService: z.boolean().optional(),
  electronicWay: line(60).optional(),
});

/** What is completed of one party, whichever side it is on. */
export const person = z
  .strictObject({
    on: day.optional(),
    party: partyId,
    ...common,
    ...ofWorker,
    ...ofEmployer,
    kind: z.enum([...workerKinds, ...employerKinds]).optional(),
    details: details.optional(),
  })
  .superRefine(fitNumber);

export const agent = z.strictObject({
  on: day.optional(),
  party: partyId,
  scope: z.enum(['general', 'special']),
  name: line(50),
  occupation: line(100),
  phone,
});
