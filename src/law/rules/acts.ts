/** Acts that several rule sets bind at once: every clock is shown, the earliest is acted on. */
import type { RuleId } from './rules.ts';

export const acts = {
  'offer.reply.wage': ['offer.reply.henan-wage', 'offer.reply.national-wage', 'offer.reply.national'],
  'offer.reply.general': ['offer.reply.henan-general', 'offer.reply.national'],
  'contract.file.wage': ['contract.file.henan-wage', 'contract.file.national-wage', 'contract.file.national'],
  'contract.file.general': ['contract.file.henan-general', 'contract.file.national'],
  'contract.review.wage': [
    'contract.review.henan-wage',
    'contract.review.national-wage',
    'contract.review.national',
  ],
  'contract.review.general': ['contract.review.henan-general', 'contract.review.national'],
  'contract.publish.wage': ['contract.publish.henan-wage', 'contract.publish.national-wage'],
  'contract.publish.general': ['contract.publish.henan-general'],
  'contract.renew.wage': [
    'contract.renew.henan-wage',
    'contract.renew.national-wage',
    'contract.renew.national',
  ],
  'contract.renew.general': ['contract.renew.henan-general', 'contract.renew.national'],
  'coordination.finish.wage': ['coordination.finish.henan-wage', 'coordination.finish.national'],
  'coordination.finish.general': ['coordination.finish.henan-general', 'coordination.finish.national'],
  'inspection.close': ['inspection.close.henan', 'inspection.close.national'],
} as const satisfies Record<string, readonly RuleId[]>;

export type ActId = keyof typeof acts;

export function isActId(text: string): text is ActId {
  return Object.hasOwn(acts, text);
}
