/** Which rule of law times which hop. */
import type { ReferralState } from './state.ts';

type Hop = 'receive' | 'decide' | 'report';

const usual = { receive: 'referral.receive', decide: 'referral.decide', report: 'referral.report' } as const;
const incoming = {
  'court-delegated': {
    ...usual,
    decide: 'mediation.court-delegated.accept',
    report: 'mediation.court-delegated',
  },
  'court-entrusted': { ...usual, report: 'mediation.court-entrusted.ordinary' },
  'arbitration-entrusted': { ...usual, report: 'mediation.arbitration-entrusted' },
  transferred: usual,
} as const;

export function ruleOf({ channel, procedure }: ReferralState, hop: Hop): string {
  if (channel === null) return usual[hop];
  const isSummary = channel === 'court-entrusted' && procedure === 'summary' && hop === 'report';
  return isSummary ? 'mediation.court-entrusted.summary' : incoming[channel][hop];
}

const everyTimes = [usual, ...Object.values(incoming)];

/** Every rule that times a hop. */
export const hopRules: readonly string[] = [
  ...new Set([...everyTimes.flatMap((times) => Object.values(times)), 'mediation.court-entrusted.summary']),
];

/** The hop a clock's rule times; null: none. */
export function hopOf(rule: string): Hop | null {
  for (const times of everyTimes)
    for (const hop of ['receive', 'decide', 'report'] as const) if (times[hop] === rule) return hop;
  return rule === 'mediation.court-entrusted.summary' ? 'report' : null;
}
