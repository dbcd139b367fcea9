/** Which stories the seeded city tells, how many of each, and when each came to where it stands. */
import { addDays } from '../../domain/day.ts';
import { declineReasons } from '../../domain/dispute/parts.ts';
import type { KindName } from '../../persistence/seeds/city/kinds.ts';
import { settledStories } from './agreement-stories.ts';
import type { StoryTold } from './course.ts';
import * as early from './intake-courses.ts';
import { referralStories } from './referral-stories.ts';
import * as table from './table-courses.ts';

const quick: readonly KindName[] = ['wages', 'deposit', 'leave', 'mill'];
const hard: readonly KindName[] = [
  'injury',
  'pregnancy',
  'courier',
  'uncontracted',
  'insurance',
  'teacher',
  'platform',
];

const window: readonly StoryTold[] = [
  { name: 'received', count: 5, ended: [0, 2], tell: early.untouched },
  { name: 'received-and-forgotten', count: 2, ended: [4, 6], tell: early.untouched },
  { name: 'contacted', count: 4, ended: [0, 2], tell: early.contacted },
  { name: 'without-mediator', count: 1, ended: [1, 2], districts: ['411330'], tell: early.withoutMediator },
  { name: 'consulting', count: 3, ended: [0, 2], tell: early.consulting },
  { name: 'consulting-in-vain', count: 2, ended: [0, 1], tell: early.consultingInVain },
  { name: 'consent-given', count: 2, ended: [0, 1], tell: early.consentGiven },
  { name: 'consent-refused', count: 1, ended: [0, 1], kinds: hard, tell: early.consentRefused },
  ...declineReasons.map(
    (reason): StoryTold => ({
      name: `declined-${reason}`,
      count: reason === 'refused' ? 3 : 2,
      ended: [20, 390],
      kinds: hard,
      tell: (course) => early.closing(early.declined[reason](course)),
    }),
  ),
  { name: 'declined-lately', count: 2, ended: [0, 3], kinds: hard, tell: early.declined.refused },
  { name: 'withdrawn', count: 4, ended: [12, 390], tell: (course) => early.closing(early.withdrawn(course)) },
  { name: 'withdrawn-lately', count: 1, ended: [0, 3], tell: early.withdrawn },
  {
    name: 'negotiated',
    count: 9,
    ended: [8, 390],
    kinds: quick,
    tell: (course) => early.closing(early.negotiated(course)),
  },
  { name: 'negotiated-lately', count: 1, ended: [0, 3], kinds: quick, tell: early.negotiated },
  {
    name: 'settled-at-the-window',
    count: 10,
    ended: [1, 380],
    kinds: ['deposit', 'wages', 'leave'],
    channels: ['desk'],
    settled: 1,
    tell: early.untouched,
  },
  {
    name: 'opened-again',
    count: 2,
    ended: [1, 4],
    kinds: ['wages', 'deposit'],
    tell: (course) =>
      early
        .closing(early.negotiated(course))
        .wait(9)
        .act('ask-reopen', {}, { note: '和解的款项只付了一半，劳动者要求重新调解' })
        .wait(1)
        .act(
          'approve-request',
          ({ dispute }) => ({ no: dispute.approvals[0]!.no }),
          { note: '同意' },
          'manager',
        ),
  },
  {
    name: 'asks-to-be-opened',
    count: 2,
    ended: [0, 3],
    tell: (course) =>
      early
        .closing(early.withdrawn(course))
        .wait(12)
        .act('ask-reopen', {}, { note: '单位没有兑现口头承诺，劳动者再次申请' }),
  },
];

const atTable: readonly StoryTold[] = [
  { name: 'accepted', count: 3, ended: [0, 2], tell: early.acceptedOnly },
  {
    name: 'session-ahead',
    count: 4,
    ended: [0, 2],
    tell: (course) => table.planAhead(table.atTable(course).wait(1), course.setting.cast.between(1, 7)),
  },
  {
    name: 'session-put-off',
    count: 2,
    ended: [0, 2],
    tell: (course) => table.postponeAhead(table.planAhead(table.atTable(course).wait(1), 2).wait(1), 6),
  },
  {
    name: 'proposal-open',
    count: 4,
    ended: [0, 3],
    tell: (course) => table.propose(table.meet(table.atTable(course), 4), 'mediator', 0.75),
  },
  {
    name: 'second-session-ahead',
    count: 2,
    ended: [0, 2],
    tell: (course) => {
      table.answer(table.propose(table.meet(table.atTable(course), 4), 'employer', 0.5), 'worker', 'refused');
      return table.planAhead(course.wait(1), 4);
    },
  },
  {
    name: 'period-extended',
    channels: ['desk'],
    count: 1,
    ended: [0, 2],
    kinds: ['injury'],
    tell: (course) => {
      table.meet(table.atTable(course), 3);
      const { on } = course.wait(2);
      return course.act(
        'extend-period',
        { until: addDays(course.setting.receivedOn, 75), workerOn: on, employerOn: on },
        { note: '等待医疗费票据，双方书面同意延长' },
      );
    },
  },
  {
    name: 'laid-off-at-table',
    count: 1,
    ended: [0, 2],
    kinds: ['layoff'],
    districts: ['411302'],
    workers: 26,
    tell: (course) =>
      table.planAhead(table.propose(table.meet(table.atTable(course), 5), 'mediator', 0.8), 3),
  },
  ...(['refused', 'too-far-apart', 'unreachable', 'time-over'] as const).map(
    (reason): StoryTold => ({
      name: `failed-${reason}`,
      count: reason === 'too-far-apart' ? 8 : 4,
      ended: [10, 390],
      kinds: hard,
      tell: (course) => early.closing(table.failed(course, reason)),
    }),
  ),
  {
    name: 'failed-lately',
    count: 2,
    ended: [0, 4],
    kinds: hard,
    tell: (course) => table.failed(course, 'too-far-apart'),
  },
];

export const storiesTold: readonly StoryTold[] = [
  ...window,
  ...atTable,
  ...settledStories,
  ...referralStories,
];
