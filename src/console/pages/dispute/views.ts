/** Ready ways of looking at the disputes: whoever carries cases sees their own first, others all of them. */
import type { Role } from '../../../domain/role.ts';
import type { View } from '../../parts/views.tsx';
import { disputeViewWords as said } from '../../words/zh-CN/views.ts';

export function disputeViews({ account, roles }: { account: string; roles: readonly Role[] }): View[] {
  const all = { name: said.all, query: '' };
  const undecided = { name: said.undecided, query: 'state=consulting' };
  if (!roles.includes('mediator'))
    return [
      all,
      { name: said.open, query: 'isOpen=true' },
      { name: said.overdue, query: 'due=overdue&sort=nextOn' },
      { name: said.week, query: 'due=week&sort=nextOn' },
      undecided,
    ];
  const mine = `owner=${account}`;
  return [
    all,
    { name: said.mine, query: `${mine}&isOpen=true` },
    { name: said.mineOverdue, query: `${mine}&due=overdue&sort=nextOn` },
    { name: said.mineWeek, query: `${mine}&due=week&sort=nextOn` },
    undecided,
  ];
}
