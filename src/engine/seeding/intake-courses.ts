/** From the window to acceptance, and what ends before it. */
import type { PartyId } from '../../domain/ids.ts';
import { page, picture } from '../../persistence/seeds/city/sample-files.ts';
import type { Course, Now } from './course.ts';

const firstWorker = ({ dispute }: Now) => dispute.workers[0] as PartyId;
const firstEmployer = ({ dispute }: Now) => dispute.employers[0] as PartyId;
const call =
  (party: (now: Now) => PartyId, isReached: boolean, way: 'phone' | 'visit' = 'phone') =>
  (now: Now) => ({
    party: party(now),
    way,
    isReached,
  });

/** The first contact, in the first days, and what the desk makes of it. */
export function contact(course: Course): Course {
  const { cast } = course.setting;
  course.wait(cast.between(0, 1)).act('log-call', call(firstWorker, true), {
    at: `${cast.between(9, 16)}:${cast.pick(['05', '20', '35', '50'])}`.padStart(5, '0'),
    note: cast.pick(['核对了请求和经过，告知调解自愿。', '约好把材料带来。', '问清了欠付的月份。']),
  });
  if (cast.chance(0.2)) bringProof(course);
  if (cast.chance(0.15))
    course.act(
      'add-note',
      { isConfidential: cast.chance(0.5) },
      {
        title: cast.pick(['来访情况', '对方态度', '家庭情况']),
        note: cast.pick([
          '劳动者情绪平稳，希望尽快拿到钱，不想打官司。',
          '单位负责人口头认账，只说账上没钱。',
          '家里有老人住院，可以了解困难帮扶的条件。',
        ]),
      },
    );
  return course.act(
    'triage',
    { result: 'mediate' },
    { note: cast.pick(['事实清楚，先行调解', '双方仍有联系，适合调解', '数额不大，建议调解']) },
  );
}

/** A picture as from a telephone, or a scanned page. */
function bringProof(course: Course): void {
  const { cast, told } = course.setting;
  const note = '劳动者提交，已与原件核对';
  if (cast.chance(0.6)) course.bring(picture(`${told.proof}.png`, note, cast.between(1, 9999)));
  else course.bring(page(`${told.proof}.pdf`, note, `Sample evidence ${cast.number()}`));
}

/** The other side is asked and says yes. */
export function consent(course: Course): Course {
  const { cast } = course.setting;
  course
    .wait(cast.between(1, 2))
    .act('consult', { result: 'reached' }, { note: '电话说明了调解的自愿原则和期限' });
  return course
    .wait(cast.between(0, 1))
    .act('record-consent', { isGiven: true }, { note: '电话答复同意调解' });
}

const rosters: Readonly<Record<string, string>> = {
  'court-delegated': 'court-roster',
  'court-entrusted': 'court-roster',
  'arbitration-entrusted': 'arbitration-entrusted',
};

export function accept(course: Course): Course {
  const { district, channel, cast } = course.setting;
  const kind = (rosters[channel] ?? 'people-mediation') as 'people-mediation';
  const isSignOffRequired = channel === 'arbitration-entrusted';
  return course
    .wait(cast.between(0, 1))
    .act('accept', { capacity: { id: `${kind}-${district}`, kind, isSignOffRequired } });
}

/** Received and nobody has called yet. */
export const untouched = (course: Course): Course => course;

export const contacted = (course: Course): Course => contact(course);

/** The only mediator of the district knows one side: a manager has to find another. */
export function withoutMediator(course: Course): Course {
  return contact(course)
    .wait(1)
    .act('recuse', ({ dispute }) => ({ mediator: dispute.owner!, reason: 'kin' }), {
      note: '调解员与单位负责人是亲属，申请回避',
    });
}

export const consulting = (course: Course): Course =>
  contact(course)
    .wait(1)
    .act('consult', { result: 'reached' }, { note: '单位称要请示负责人，答应两日内答复' });

export function consultingInVain(course: Course): Course {
  contact(course).wait(1).act('consult', { result: 'not-reached' }, { note: '无人接听' });
  return course.wait(1).act('log-call', call(firstEmployer, false), { note: '再次拨打，无人接听' });
}

export const consentGiven = (course: Course): Course => consent(contact(course));
export const consentRefused = (course: Course): Course =>
  contact(course)
    .wait(1)
    .act('consult', { result: 'reached' })
    .wait(1)
    .act('record-consent', { isGiven: false }, { note: '单位表示走仲裁' });

export const acceptedOnly = (course: Course): Course => accept(consent(contact(course)));

export const declined = {
  refused: (course: Course) =>
    consentRefused(course).act(
      'decline',
      { reason: 'refused' },
      { note: '单位明确不同意调解，已告知仲裁时效' },
    ),
  unreachable(course: Course) {
    consultingInVain(course)
      .wait(1)
      .act('log-call', call(firstEmployer, false, 'visit'), { note: '上门，大门紧锁' });
    return course.wait(1).act('decline', { reason: 'unreachable' }, { note: '多次联系并上门，均找不到单位' });
  },
  'out-of-scope': (course: Course) =>
    contact(course)
      .wait(1)
      .act('decline', { reason: 'out-of-scope' }, { note: '属于承揽关系，不是劳动争议，已告知其他途径' }),
  'other-path': (course: Course) =>
    contact(course)
      .wait(1)
      .act('decline', { reason: 'other-path' }, { note: '劳动者已经申请仲裁，仲裁委已受理' }),
} as const;

export const withdrawn = (course: Course): Course =>
  accept(consent(contact(course)))
    .wait(2)
    .act(
      'withdraw',
      {},
      { note: course.setting.cast.pick(['劳动者改变主意，书面撤回', '单位已答应补发，劳动者撤回']) },
    );

export const negotiated = (course: Course): Course =>
  contact(course)
    .wait(course.setting.cast.between(1, 3))
    .act('settle-between-sides', {}, { note: '电话沟通后双方自行和解，款项已当面付清' });

export const closing = (course: Course): Course =>
  course.wait(course.setting.cast.between(1, 4)).act('close', {}, { note: '材料齐全，办结' });

/** Bound some weeks after it was closed. */
export const archiving = (course: Course): Course =>
  closing(course).wait(course.setting.cast.between(5, 20)).act('archive', {}, { note: '装订入库' });
