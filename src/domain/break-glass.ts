/** Breaking the glass 紧急查阅: a case behind a wall of districts is opened to be read, for a reason and a time, and those concerned are told. */

/** How long a case stays open to whoever broke the glass. */
const HOURS_OPEN = 24;

export function closesAgain(openedAt: Date): Date {
  return new Date(openedAt.getTime() + HOURS_OPEN * 3_600_000);
}

/** What an account is told of without having asked. */
export const noticeKinds = ['case-opened'] as const;
export type NoticeKind = (typeof noticeKinds)[number];
