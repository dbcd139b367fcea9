/** At the table: sessions, proposals, the group, mediation that fails. */
import { addDays } from '../../domain/day.ts';
import { isCollective } from '../../domain/dispute/group.ts';
import type { FailReason } from '../../domain/dispute/parts.ts';
import type { PartyId } from '../../domain/ids.ts';
import { type Fen, fen, sumFen } from '../../domain/money.ts';
import type { Course, Now } from './course.ts';
import { accept, consent, contact } from './intake-courses.ts';

export const sumOf = ({ setting }: Course): Fen => sumFen(setting.told.claims.map(({ amount }) => amount));

const roomOf = ({ setting }: Course) => `${setting.placeName}总工会劳动争议调解室`;

/** Twelve workers do not come all: three speak for them. */
function elect(course: Course): Course {
  return course.act(
    'appoint-representatives',
    ({ dispute }) => (isCollective(dispute) ? { parties: dispute.workers.slice(0, 3) } : null),
    { note: '全体推举，签名册附卷' },
  );
}

export const atTable = (course: Course): Course => accept(consent(elect(contact(course))));

export function plan(course: Course, days: number): Course {
  course.sessions += 1;
  const at = course.setting.cast.pick(['09:00', '09:30', '10:00', '14:30', '15:00']);
  const plannedOn = course.workday(addDays(course.on, days));
  return course.act('plan-session', { plannedOn, way: 'on-site' }, { at, place: roomOf(course) });
}

/** Planned for a day that is still to come. */
export function planAhead(course: Course, daysFromToday: number): Course {
  course.sessions += 1;
  const plannedOn = course.workday(addDays(course.setting.today, daysFromToday));
  return course.act('plan-session', { plannedOn, way: 'on-site' }, { at: '09:30', place: roomOf(course) });
}

export function postponeAhead(course: Course, daysFromToday: number): Course {
  const plannedOn = course.workday(addDays(course.setting.today, daysFromToday));
  return course.act(
    'postpone-session',
    { no: course.sessions, plannedOn, by: 'employer' },
    { note: '单位负责人出差，书面申请改期，劳动者同意', at: '14:30' },
  );
}

const presence = ({ dispute }: Now) => {
  const speakers = dispute.representatives.length > 0 ? dispute.representatives : dispute.workers;
  const come = (party: PartyId, how: 'self' | 'representative') => ({ party, presence: how });
  return [
    ...speakers.map((party) => come(party, dispute.representatives.length > 0 ? 'representative' : 'self')),
    ...dispute.employers.map((party) => come(party, 'self')),
  ];
};

export function hold(course: Course, result = '双方同意回去考虑，另行约时间。'): Course {
  const { told, cast } = course.setting;
  const no = course.sessions;
  const hour = cast.pick(['09', '14']);
  return course.act('hold-session', (now) => ({ no, attendance: presence(now) }), {
    from: `${hour}:30`,
    to: `${hour === '09' ? '11' : '16'}:${cast.pick(['10', '25', '40'])}`,
    minutes: `双方到场，调解员宣布纪律，告知权利义务。\n劳动者陈述：${told.applicantSays}\n单位陈述：${told.respondentSays}\n调解员分别做了工作。`,
    applicantSays: told.applicantSays,
    respondentSays: told.respondentSays,
    undisputed: told.undisputed,
    result,
    told: ['rights', 'rules', 'effect', 'confirmation'],
    answer: '双方均表示听清，不申请回避。',
    recorder: '记录员（示例）',
  });
}

/** A session some days after it was planned. */
export function meet(course: Course, days: number, result?: string): Course {
  plan(course, days);
  return hold(course.until(addDays(course.on, days)), result);
}

export function propose(course: Course, by: 'mediator' | 'worker' | 'employer', part: number): Course {
  course.proposals += 1;
  const amount = fen(Math.max(10_000, Math.round((sumOf(course) * part) / 10_000) * 10_000));
  const notes = { mediator: '调解员提出的方案', worker: '劳动者愿意让一步', employer: '单位提出的数额' };
  return course.act('record-proposal', { by, amount }, { note: notes[by] });
}

export const answer = (course: Course, side: 'worker' | 'employer', said: 'accepted' | 'refused'): Course =>
  course.act('answer-proposal', { no: course.proposals, side, answer: said });

/** One session, sometimes a refused offer first, then terms both take. `part`: of what was asked. */
export function agreeOn(course: Course, part: number): Course {
  const { cast } = course.setting;
  atTable(course).wait(cast.between(0, 1));
  meet(course, cast.between(3, 7));
  if (cast.chance(0.35)) {
    answer(propose(course, 'employer', part * 0.7), 'worker', 'refused');
    course.wait(1);
    meet(course, cast.between(3, 6), '双方接受调解员的方案。');
  }
  propose(course, 'mediator', part);
  return answer(answer(course, 'worker', 'accepted'), 'employer', 'accepted');
}

const failNotes: Record<FailReason, string> = {
  'time-over': '期限届满，双方未能达成一致',
  refused: '单位表示不再参加调解',
  'too-far-apart': '双方数额差距过大，经两次调解仍不能一致',
  unreachable: '单位负责人失联，多次联系未果',
  'would-not-sign': '协议拟定后单位反悔，拒绝签字',
};

export const fail = (course: Course, reason: FailReason): Course =>
  course.act('fail', { reason }, { note: failNotes[reason] });

export function failed(course: Course, reason: Exclude<FailReason, 'would-not-sign'>): Course {
  const { cast, receivedOn } = course.setting;
  atTable(course).wait(1);
  if (reason !== 'unreachable')
    answer(propose(meet(course, cast.between(3, 6)), 'employer', 0.4), 'worker', 'refused');
  else
    for (const way of ['phone', 'phone', 'visit'] as const)
      course
        .wait(1)
        .act(
          'log-call',
          ({ dispute }) => ({ party: dispute.employers[0] as PartyId, way, isReached: false }),
          {
            note: '没有联系上',
          },
        );
  if (reason === 'too-far-apart') meet(course, 5, '差距仍然很大。');
  // The worker's own period from receipt is over by then.
  if (reason === 'time-over') course.until(addDays(receivedOn, 50));
  return fail(course.wait(1), reason);
}
