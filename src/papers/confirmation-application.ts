/** 司法确认申请书: its blanks. */
import { type Book, flag, text } from './blanks.ts';
import type { ConfirmationApplicationFacts } from './confirmation-application-facts.ts';
import type { PaperIssue } from './facts.ts';
import { jointApplicationBook } from './joint-application.ts';

export const confirmationApplicationBook: Book<{ facts: ConfirmationApplicationFacts; issue: PaperIssue }> = {
  ...jointApplicationBook,
  人民法院: text(({ facts }) => facts.court),
  法院邀请: flag(({ facts }) => facts.ground === 'invited'),
  当事人所在地: flag(({ facts }) => facts.ground === 'party'),
  调解组织所在地: flag(({ facts }) => facts.ground === 'mediation-body'),
};
