import type { JointApplicationFacts } from './joint-application-facts.ts';

/** 仲裁审查申请书 (劳动人事争议仲裁办案规则 74). */
export type ReviewApplicationFacts = JointApplicationFacts & {
  /** The arbitration commission it is addressed to. */
  commission: string;
};
