/** 仲裁审查申请书: its blanks. */
import { type Book, text } from './blanks.ts';
import type { PaperIssue } from './facts.ts';
import { jointApplicationBook } from './joint-application.ts';
import type { ReviewApplicationFacts } from './review-application-facts.ts';

export const reviewApplicationBook: Book<{ facts: ReviewApplicationFacts; issue: PaperIssue }> = {
  ...jointApplicationBook,
  仲裁委员会: text(({ facts }) => facts.commission),
};
