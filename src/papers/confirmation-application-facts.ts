import type { JointApplicationFacts } from './joint-application-facts.ts';

/** 司法确认申请书 (民事诉讼法 205). */
export type ConfirmationApplicationFacts = JointApplicationFacts & {
  /** The court it is addressed to. */
  court: string;
  /** Why this court: it invited the mediation, or its district holds a party's home or seat, or the mediation body. */
  ground: 'invited' | 'party' | 'mediation-body';
};
