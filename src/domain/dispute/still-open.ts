/** What keeps a file from closing. */
import { collectiveVisitRules, DUTY, FILE_CLOSE, INSTALMENT, LIMITATION, VISIT } from './rules.ts';
import type { DisputeState } from './state.ts';

/** What money and duties that are still owed keep open: they, their clocks, the visits after them. */
export function owedOf({ agreement }: DisputeState): string[] {
  const unpaid = (agreement?.instalments ?? []).filter((one) => one.paid < one.amount);
  const undone = (agreement?.duties ?? []).filter(({ doneOn }) => doneOn === null);
  return [
    ...unpaid.flatMap(({ no }) => [`instalment:${no}`, `clock:${INSTALMENT}:${no}`, `clock:${VISIT}:${no}`]),
    ...undone.flatMap(({ no }) => [`duty:${no}`, `clock:${DUTY}:${no}`]),
    ...Object.entries(collectiveVisitRules).map(([visit, rule]) => `clock:${rule}:${visit}`),
  ];
}

/** Open clocks (but the one for closing it and the worker's limitation), referrals, unpaid instalments, duties, undrawn papers, requests. */
export function stillOpen(state: DisputeState): string[] {
  const { agreement } = state;
  const isInEffect = agreement !== null && agreement.effectiveOn !== null;
  return [
    ...state.clocks
      .filter(({ rule }) => rule !== FILE_CLOSE && rule !== LIMITATION)
      .map(({ rule, about }) => `clock:${rule}${about ? `:${about}` : ''}`),
    ...state.referrals.filter(({ isOpen }) => isOpen).map(({ id }) => `referral:${id}`),
    ...(isInEffect
      ? [
          ...agreement.instalments.filter((one) => one.paid < one.amount).map(({ no }) => `instalment:${no}`),
          ...agreement.duties.filter(({ doneOn }) => doneOn === null).map(({ no }) => `duty:${no}`),
        ]
      : []),
    ...state.undrawn.map((paper) => `paper:${paper}`),
    ...state.approvals.map(({ no }) => `approval:${no}`),
  ];
}
