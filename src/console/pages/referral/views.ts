/** Ready ways of looking at hand-overs: an officer's by what is owed, ours by the way they go. */
import type { View } from '../../parts/views.tsx';
import { referralViewWords as said } from '../../words/zh-CN/views.ts';

export function referralViews(isOfficer: boolean): View[] {
  const all = { name: said.all, query: '' };
  const overdue = { name: said.overdue, query: 'due=overdue&sort=nextOn' };
  if (isOfficer)
    return [
      all,
      { name: said.toReceive, query: 'direction=incoming&state=sent&sort=nextOn' },
      { name: said.toDecide, query: 'direction=incoming&state=received&sort=nextOn' },
      { name: said.toReport, query: 'direction=incoming&state=accepted&sort=nextOn' },
      overdue,
    ];
  return [
    all,
    { name: said.incoming, query: 'direction=incoming' },
    { name: said.outgoing, query: 'direction=outgoing' },
    overdue,
  ];
}
