/** The court's element form 要素式 for labour disputes: what a mediation, an arbitration and a suit ask alike, by section. */
import { z } from 'zod';
import { day, line, phone, words } from '../fields.ts';

const text = line(200).optional();
const long = words(2000).optional();
const on = day.optional();
const yes = z.boolean().optional();

/** Every field may be left out: papers name what they still need. */
export const elementSections = {
  /** 劳动合同签订 */
  contract: z.strictObject({
    isWritten: yes,
    signedBy: text,
    signedOn: on,
    place: text,
    name: text,
    until: on,
  }),
  /** 劳动合同履行 */
  performance: z.strictObject({
    startedOn: on,
    unit: text,
    post: text,
    place: text,
    agreedWage: text,
    wageParts: long,
    paidWage: text,
    paidParts: long,
    socialInsurance: long,
    overtimeBase: text,
    overtime: long,
    annualLeave: long,
  }),
  /** 解除或者终止 */
  termination: z.strictObject({ on, by: text, reason: long, compensation: text }),
  /** 工伤 */
  injury: z.strictObject({ on, recognisedOn: on, grade: text, cost: text, treatment: long }),
  /** 仲裁、诉讼、投诉情况 */
  earlier: z.strictObject({
    hasArbitrated: yes,
    arbitratedOn: on,
    request: long,
    document: text,
    outcome: long,
    hasSued: yes,
    suit: long,
    hasComplained: yes,
    complaint: long,
  }),
  /** 其他 */
  other: z.strictObject({
    isMigrantWorker: yes,
    thirdParty: text,
    jurisdiction: text,
    legalBasis: long,
    remarks: long,
  }),
  /** 证据清单 */
  evidence: z.strictObject({ list: words(4000).optional() }),
  /** 送达地址 */
  service: z.strictObject({
    address: text,
    recipient: text,
    phone: phone.optional(),
    isElectronic: yes,
    way: text,
  }),
  /** 诉前保全 */
  preservation: z.strictObject({ isAsked: yes, court: text, document: text }),
  /** 调解意愿 */
  willingness: z.strictObject({ knowsMediation: yes, knowsAdvantages: yes, considers: yes }),
} as const;

export const elements = z.strictObject(
  Object.fromEntries(
    Object.entries(elementSections).map(([section, fields]) => [section, fields.optional()]),
  ) as { [S in keyof typeof elementSections]: z.ZodOptional<(typeof elementSections)[S]> },
);
