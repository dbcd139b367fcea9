/** Whole courses to an agreement, and what became of it. */
import { addDays, type Day } from '../../domain/day.ts';
import { collectiveVisits } from '../../domain/dispute/parts.ts';
import * as agreement from './agreement-courses.ts';
import type { Course } from './course.ts';
import { agreeOn } from './table-courses.ts';

export const from = (course: Course, days: readonly number[]): Day[] =>
  days.map((count) => addDays(course.on, count));
const fromToday = ({ setting }: Course, days: number): Day => addDays(setting.today, days);

/** Signed, with the other body's paper where there is a door. */
export function settled(course: Course, dueOn: (course: Course) => Day[], part = 0.85): Day[] {
  agreeOn(course, part).wait(course.setting.cast.between(0, 1));
  const days = dueOn(course);
  agreement.draft(course, { dueOn: days, part });
  agreement.checkedAndSigned(course);
  return days;
}

export function onTheSpot(course: Course): Course {
  settled(course, ({ on }) => [on], course.setting.cast.pick([0.7, 0.8, 0.9, 1]));
  agreement.pay(course, 1, '当场付清，劳动者出具收条');
  return agreement.visit(course.wait(2), 1);
}

export function kept(course: Course, days: readonly number[]): Course {
  const due = settled(course, (at) => from(at, days), course.setting.cast.pick([0.75, 0.85, 1]));
  if (course.setting.cast.chance(0.3))
    course.act('issue-papers', { papers: [{ kind: 'minutes', about: String(course.sessions) }] });
  return agreement.payOff(agreement.lockIn(course), due);
}

/** A gang of a building site, paid in two parts, visited three times. */
export function gang(course: Course): Course {
  const due = settled(course, (at) => from(at, [15, 40]), 1);
  agreement.payOff(agreement.lockIn(course), due);
  const last = due.at(-1)!;
  for (const [after, days] of [
    [collectiveVisits[0], 6],
    [collectiveVisits[1], 28],
    [collectiveVisits[2], 85],
  ] as const)
    course
      .until(addDays(last, days))
      .act(
        'record-visit',
        { after, satisfaction: 'satisfied' },
        { way: '电话', note: '代表人反映款项已全部到账' },
      );
  return course;
}

export function performing(course: Course, nextIn: number): Course {
  const due = settled(course, (at) => [addDays(at.on, 12), fromToday(at, nextIn)]);
  agreement.lockIn(course);
  return agreement.payOff(course, due.slice(0, 1));
}

export function overdue(course: Course, daysAgo: number): Course {
  settled(course, (at) => [fromToday(at, -daysAgo)]);
  return agreement.lockIn(course);
}

export function broken(course: Course, isLocked = true): Course {
  settled(course, (at) => from(at, [14]));
  if (isLocked) agreement.lockIn(course);
  else agreement.lockIn(course, 'waived');
  return agreement.defaulted(course.until(addDays(course.on, 17)), 1);
}
