/** Stories that come to an agreement: kept, kept late, broken. */
import { closeReasons, remedies } from '../../domain/dispute/parts.ts';
import * as agreement from './agreement-courses.ts';
import type { StoryTold } from './course.ts';
import { archiving, closing } from './intake-courses.ts';
import { broken, from, gang, kept, onTheSpot, overdue, performing, settled } from './settled-courses.ts';
import { agreeOn, fail } from './table-courses.ts';

const alone = [
  'wages',
  'mill',
  'injury',
  'pregnancy',
  'leave',
  'deposit',
  'uncontracted',
  'insurance',
  'retired',
  'teacher',
  'layoff',
] as const;

export const settledStories: readonly StoryTold[] = [
  { name: 'paid-on-the-spot', count: 20, ended: [6, 390], tell: (course) => closing(onTheSpot(course)) },
  {
    name: 'paid-on-the-spot-archived',
    count: 8,
    ended: [20, 330],
    tell: (course) => archiving(onTheSpot(course)),
  },
  {
    name: 'courier-settled',
    count: 3,
    ended: [15, 330],
    kinds: ['courier', 'platform'],
    tell: (course) => closing(onTheSpot(course)),
  },
  { name: 'kept', count: 10, ended: [8, 330], kinds: alone, tell: (course) => closing(kept(course, [15])) },
  {
    name: 'kept-in-two',
    count: 5,
    ended: [8, 300],
    kinds: alone,
    tell: (course) => closing(kept(course, [10, 40])),
  },
  {
    name: 'kept-archived',
    count: 3,
    ended: [20, 300],
    kinds: alone,
    tell: (course) => archiving(kept(course, [15])),
  },
  {
    name: 'gang-paid',
    count: 1,
    ended: [100, 150],
    kinds: ['site'],
    districts: ['411303'],
    workers: 12,
    tell: (course) => closing(gang(course)),
  },
  {
    name: 'gang-of-four-paid',
    count: 2,
    ended: [40, 300],
    kinds: ['site', 'mill'],
    workers: 4,
    tell: (course) => closing(kept(course, [20])),
  },
  {
    name: 'signed',
    count: 3,
    ended: [0, 3],
    kinds: alone,
    tell: (course) => settled(course, (at) => from(at, [20, 50])),
  },
  {
    name: 'lock-in-applied',
    count: 2,
    ended: [0, 2],
    kinds: alone,
    tell: (course) => {
      settled(course, (at) => from(at, [25]));
      return agreement.applyLockIn(course);
    },
  },
  {
    name: 'drafted',
    count: 2,
    ended: [0, 2],
    kinds: alone,
    tell: (course) => agreement.draft(agreeOn(course, 0.8).wait(1), { dueOn: from(course, [30]), part: 0.8 }),
  },
  {
    name: 'drafted-and-checked',
    count: 1,
    ended: [0, 1],
    channels: ['arbitration-entrusted'],
    districts: ['411303'],
    kinds: ['leave'],
    tell: (course) =>
      agreement
        .draft(agreeOn(course, 0.9), { dueOn: from(course, [30]), part: 0.9 })
        .act('check-agreement', {}, { note: '金额、期限核对无误' }, 'manager'),
  },
  {
    name: 'drafted-and-signed-off',
    count: 1,
    ended: [0, 1],
    channels: ['arbitration-entrusted'],
    districts: ['411303'],
    kinds: ['uncontracted'],
    tell: (course) =>
      agreement
        .draft(agreeOn(course, 0.8), { dueOn: from(course, [28]), part: 0.8 })
        .act('check-agreement', {}, { note: '条款核对无误' }, 'manager')
        .act('sign-off-agreement', {}, { note: '同意签发' }, 'manager'),
  },
  {
    name: 'would-not-sign',
    count: 2,
    ended: [15, 360],
    kinds: alone,
    tell: (course) => {
      agreement.draft(agreeOn(course, 0.7), { dueOn: from(course, [20]), part: 0.7 });
      return closing(fail(course.wait(3), 'would-not-sign'));
    },
  },
  {
    name: 'due-this-week',
    count: 4,
    ended: [3, 20],
    kinds: alone,
    tell: (course) => performing(course, course.setting.cast.between(1, 6)),
  },
  {
    name: 'due-later',
    count: 3,
    ended: [2, 25],
    kinds: alone,
    tell: (course) => performing(course, course.setting.cast.between(15, 60)),
  },
  {
    name: 'gang-being-paid',
    count: 1,
    ended: [2, 8],
    kinds: ['site'],
    districts: ['411303'],
    workers: 12,
    tell: (course) => performing(course, 12),
  },
  {
    name: 'partly-paid',
    count: 2,
    ended: [2, 10],
    kinds: alone,
    tell: (course) => agreement.payPart(performing(course, 5).wait(2), 2, 0.4),
  },
  {
    name: 'overdue',
    count: 4,
    ended: [14, 24],
    kinds: alone,
    tell: (course) => overdue(course, course.setting.cast.between(2, 9)),
  },
  {
    name: 'sum-to-be-corrected',
    count: 1,
    ended: [1, 3],
    kinds: ['wages'],
    tell: (course) =>
      agreement
        .payPart(performing(course, 14).wait(2), 2, 0.5)
        .wait(1)
        .act(
          'correct-payment',
          ({ dispute }) => ({
            instalment: 2,
            paid: (Math.round(dispute.agreement!.instalments[1]!.paid / 2 / 100) * 100) as never,
          }),
          {
            note: '银行回单显示只到账一半，登记有误',
          },
        ),
  },
  {
    name: 'words-to-be-corrected',
    count: 1,
    ended: [1, 3],
    kinds: ['leave'],
    tell: (course) =>
      performing(course, 20)
        .wait(1)
        .act(
          'correct',
          ({ seqOf }) => ({ seq: seqOf('agreement-drafted'), act: 'agreement-drafted', field: 'method' }),
          { text: '银行转账至劳动者本人的工资账户', note: '账户名称写得不完整' },
        ),
  },
  { name: 'broken', count: 1, ended: [0, 2], kinds: alone, tell: (course) => broken(course) },
  ...remedies.map(
    (remedy): StoryTold => ({
      name: `broken-${remedy}`,
      count: 1,
      ended: [1, 6],
      kinds: ['wages', 'mill', 'injury'],
      tell: (course) => agreement.choose(broken(course, remedy === 'enforcement'), remedy),
    }),
  ),
  ...closeReasons.map(
    (reason): StoryTold => ({
      name: `broken-closed-${reason}`,
      count: 1,
      ended: [20, 250],
      kinds: ['wages', 'injury'],
      tell: (course) =>
        agreement
          .choose(
            broken(course, reason === 'handed-to-enforcement'),
            reason === 'payment-order'
              ? 'payment-order'
              : reason === 'handed-to-enforcement'
                ? 'enforcement'
                : 'arbitration',
          )
          .wait(4)
          .act('close', { reason }, { note: '已告知劳动者后续途径，材料移交' }),
    }),
  ),
  { name: 'performed', count: 3, ended: [0, 3], kinds: alone, tell: (course) => kept(course, [12]) },
  {
    name: 'performed-with-scan',
    count: 1,
    ended: [0, 3],
    kinds: ['pregnancy'],
    districts: ['411303'],
    tell: (course) => agreement.scanned(kept(course, [10])),
  },
];
