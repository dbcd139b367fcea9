/** Stories that other bodies have a part in. */
import { addDays } from '../../domain/day.ts';
import * as agreement from './agreement-courses.ts';
import type { Course, StoryTold } from './course.ts';
import { closing, contact } from './intake-courses.ts';
import * as referral from './referral-courses.ts';
import { onTheSpot } from './settled-courses.ts';
import { agreeOn, atTable, failed, meet, planAhead } from './table-courses.ts';

const arrears = ['wages', 'site'] as const;
const near = ['411303', '411302'] as const;

function agreedFor(course: Course): Course {
  agreeOn(referral.takenIn(course), 0.8);
  agreement.draft(course, { dueOn: [addDays(course.on, 15)], part: 0.8 });
  return agreement.checkedAndSigned(course.wait(1));
}

const out: readonly StoryTold[] = [
  ...(['drafted', 'sent', 'received', 'accepted', 'working', 'reported'] as const).map(
    (stage): StoryTold => ({
      name: `referred-${stage}`,
      count: 1,
      ended: [0, 2],
      kinds: arrears,
      districts: near,
      tell: (course) => referral.goOut(atTable(course).wait(1), 'hr', stage, { planned: true }),
    }),
  ),
  {
    name: 'referred-returned',
    count: 1,
    ended: [0, 2],
    kinds: arrears,
    districts: near,
    tell: (course) => referral.sentBack(atTable(course), 'procuratorate', 'incomplete', false),
  },
  {
    name: 'referred-in-silence',
    count: 1,
    ended: [0, 2],
    kinds: arrears,
    districts: ['411303'],
    tell: (course) => referral.silent(atTable(course), 'hr'),
  },
  {
    name: 'referred-materials',
    count: 1,
    ended: [0, 2],
    kinds: ['insurance'],
    districts: ['411303'],
    tell: (course) => referral.withMaterials(atTable(course), 'justice'),
  },
  {
    name: 'ordered-then-settled',
    count: 4,
    ended: [10, 320],
    kinds: arrears,
    tell: (course) => closing(settledAfter(course)),
  },
  {
    name: 'aid-after-failure',
    count: 3,
    ended: [12, 320],
    kinds: ['injury', 'insurance'],
    tell: (course) => closing(referral.goOut(failed(course, 'too-far-apart').wait(1), 'justice', 'closed')),
  },
  {
    name: 'aid-lately',
    count: 1,
    ended: [0, 2],
    kinds: ['injury'],
    districts: ['411302'],
    tell: (course) => referral.goOut(failed(course, 'refused').wait(1), 'justice', 'accepted'),
  },
  {
    name: 'came-back-closed',
    count: 1,
    ended: [15, 120],
    kinds: arrears,
    districts: near,
    tell: (course) => closing(failedAfterReturn(course)),
  },
];

function settledAfter(course: Course): Course {
  referral.goOut(contact(course), 'hr', 'closed', { planned: true });
  return onTheSpot(course);
}

function failedAfterReturn(course: Course): Course {
  referral.sentBack(contact(course), 'procuratorate', 'not-competent', true);
  return failed(course, 'refused');
}

const into = (name: string, given: Omit<StoryTold, 'name' | 'districts'>): StoryTold => ({
  name,
  districts: ['411303'],
  ...given,
});

const incoming: readonly StoryTold[] = [
  into('court-sends', {
    count: 2,
    ended: [0, 1],
    from: 'court',
    channels: ['court-delegated'],
    tell: referral.arrived,
  }),
  into('commission-sends', {
    count: 1,
    ended: [0, 1],
    from: 'hr',
    channels: ['arbitration-entrusted'],
    tell: referral.arrived,
  }),
  into('court-letter-signed-for', {
    count: 1,
    ended: [0, 1],
    from: 'court',
    channels: ['court-entrusted'],
    tell: referral.signedFor,
  }),
  into('court-delegated', {
    count: 1,
    ended: [0, 2],
    from: 'court',
    channels: ['court-delegated'],
    tell: (course) => planAhead(atTable(referral.takenIn(course)), 4),
  }),
  into('court-entrusted', {
    count: 1,
    ended: [0, 2],
    from: 'court',
    channels: ['court-entrusted'],
    kinds: ['uncontracted'],
    tell: (course) => meet(atTable(referral.takenIn(course)), 3),
  }),
  into('commission-agreed', {
    count: 1,
    ended: [0, 2],
    from: 'hr',
    channels: ['arbitration-entrusted'],
    kinds: ['leave'],
    tell: agreedFor,
  }),
  into('court-agreed', {
    count: 3,
    ended: [15, 300],
    from: 'court',
    channels: ['court-delegated'],
    kinds: ['wages', 'mill'],
    tell: (course) => closing(referral.reportedBack(onTheSpot(referral.takenIn(course)), 'agreed', true)),
  }),
  into('court-entrusted-agreed', {
    count: 2,
    ended: [15, 300],
    from: 'court',
    channels: ['court-entrusted'],
    kinds: ['wages', 'deposit'],
    tell: (course) => closing(referral.reportedBack(onTheSpot(referral.takenIn(course)), 'agreed', true)),
  }),
  into('court-failed', {
    count: 2,
    ended: [10, 300],
    from: 'court',
    channels: ['court-delegated'],
    kinds: ['injury', 'pregnancy'],
    tell: (course) =>
      closing(
        referral.reportedBack(failed(referral.takenIn(course), 'too-far-apart'), 'too-far-apart', true),
      ),
  }),
  into('court-reported', {
    count: 1,
    ended: [0, 2],
    from: 'court',
    channels: ['court-delegated'],
    kinds: ['leave'],
    tell: (course) => referral.reportedBack(onTheSpot(referral.takenIn(course)), 'agreed', false),
  }),
  into('handed-over', {
    count: 2,
    ended: [2, 30],
    from: 'hr',
    channels: ['transferred'],
    tell: (course) => atTable(referral.takenIn(course)),
  }),
  into('turned-away', {
    count: 1,
    ended: [20, 200],
    from: 'hr',
    channels: ['transferred'],
    tell: (course) => referral.turnedAway(course, 'already-pending'),
  }),
];

export const referralStories: readonly StoryTold[] = [...out, ...incoming];
