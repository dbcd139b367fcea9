/** Acts after which the law stands otherwise for the sides: whoever does one is first shown what will be recorded. */
import type { DisputeAction } from './commands.ts';

export const actsOfLegalEffect: ReadonlySet<DisputeAction> = new Set([
  'accept',
  'decline',
  'settle-between-sides',
  'withdraw',
  'extend-period',
  'fail',
  'sign-off-agreement',
  'sign-agreement',
  'lock-in',
  'choose-remedy',
  'declare-default',
  'approve-request',
  'separate-members',
  'certify-limitation',
  'withdraw-limitation-event',
  'close',
  'archive',
]);
