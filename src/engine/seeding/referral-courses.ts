/** Referrals of the linkage chain: ours to other bodies as far as they got, and what courts and the commission send us. */
import { addDays } from '../../domain/day.ts';
import type { CaseId } from '../../domain/ids.ts';
import type { ReportOutcome, ReturnReason } from '../../domain/referral/state.ts';
import type { Course } from './course.ts';

type Body = 'hr' | 'court' | 'procuratorate' | 'justice';

const asks: Record<Body, { reason: string; request: string }> = {
  hr: { reason: '单位无故拖欠工资，经多次催要未付', request: '核实欠薪事实\n依法责令限期支付' },
  court: { reason: '双方同意对调解协议申请司法确认', request: '依法审查调解协议' },
  procuratorate: { reason: '劳动者诉讼能力较弱，维权困难', request: '请审查是否支持起诉' },
  justice: { reason: '劳动者经济困难，申请法律援助', request: '指派律师代理仲裁' },
};

const reports: Record<Body, { outcome: ReportOutcome; note: string }> = {
  hr: { outcome: 'payment-ordered', note: '已向单位下达限期支付决定书' },
  court: { outcome: 'confirmed', note: '已裁定确认调解协议有效' },
  procuratorate: { outcome: 'suit-supported', note: '已制发支持起诉意见书' },
  justice: { outcome: 'lawyer-assigned', note: '已指派援助律师' },
};

const stages = ['drafted', 'sent', 'received', 'accepted', 'working', 'reported', 'closed'] as const;
export type Stage = (typeof stages)[number];

/** Opens the nth referral of the course; `planned`: as the only station of a plan. */
function refer(course: Course, body: Body, planned: boolean): void {
  const { district } = course.setting;
  if (planned)
    course.act('plan-chain', {
      stations: [
        { no: 1, body: course.body(body), after: [], why: body === 'justice' ? 'no-means' : 'arrears' },
      ],
      hasReason: false,
    });
  course.act(
    'refer',
    ({ newId }) => ({
      referral: newId<CaseId>(),
      body: course.body(body),
      ...(planned ? { station: 1 } : {}),
    }),
    {
      fromBody: `union-${district}`,
      ...asks[body],
      materials: ['调解申请书', '身份证复印件', course.setting.told.proof],
      urgency: course.setting.told.workers.length > 5 ? 'urgent' : 'ordinary',
      contact: '0377-6000002',
      isWorkerConsenting: true,
    },
  );
}

/** As far as `stage`, with the days other bodies take. */
export function goOut(
  course: Course,
  body: Body,
  stage: Stage,
  given: { no?: number; planned?: boolean } = {},
): Course {
  const { no = 1, planned = false } = given;
  const { cast } = course.setting;
  refer(course, body, planned);
  const isBy = (one: Stage) => stages.indexOf(one) <= stages.indexOf(stage);
  if (isBy('sent')) course.hop(no, 'send', {}, 'sender');
  if (isBy('received')) course.wait(1).hop(no, 'receive', {}, 'receiver');
  if (isBy('accepted')) course.wait(cast.between(1, 2)).hop(no, 'accept', {}, 'receiver');
  if (isBy('working')) course.wait(1).hop(no, 'start-work', {}, 'receiver', { note: '已派员核实' });
  if (isBy('reported')) {
    const { outcome, note } = reports[body];
    course.wait(cast.between(3, 7)).hop(no, 'report', { outcome }, 'receiver', { note });
  }
  if (isBy('closed')) course.wait(1).hop(no, 'close', {}, 'sender', { note: '收悉' });
  return course;
}

export function sentBack(course: Course, body: Body, reason: ReturnReason, isClosed: boolean): Course {
  goOut(course, body, 'received')
    .wait(2)
    .hop(1, 'return', { reason }, 'receiver', { note: '材料不全，请补齐后再行移送' });
  return isClosed ? course.wait(1).hop(1, 'close', {}, 'sender', { note: '收悉' }) : course;
}

/** Nobody answers: reminded, then put before a manager. */
export function silent(course: Course, body: Body): Course {
  goOut(course, body, 'sent').wait(5).hop(1, 'remind', {}, 'sender', { note: '电话催办，对方称正在核实' });
  return course
    .wait(2)
    .hop(1, 'escalate', ({ manager }) => ({ manager }), 'sender', { note: '逾期未签收，请协调' });
}

export function withMaterials(course: Course, body: Body): Course {
  goOut(course, body, 'accepted').wait(1);
  const neededOn = course.workday(addDays(course.on, 5));
  course.hop(1, 'ask-materials', { neededOn }, 'receiver', { text: '请补充考勤记录。' });
  return course.hop(1, 'reply', {}, 'sender', { text: '已通知劳动者，三日内送到。' });
}

/** What came in is signed for and taken: it opens a dispute of ours. */
export const takenIn = (course: Course): Course =>
  course
    .wait(1)
    .hop('incoming', 'receive', {}, 'receiver')
    .hop('incoming', 'accept', ({ newId }) => ({ child: newId<CaseId>() }), 'receiver', { note: '同意接收' });

/** The sender is told what its case came to, and takes note. */
export const reportedBack = (course: Course, outcome: ReportOutcome, isClosed: boolean): Course => {
  course.wait(1).hop('incoming', 'report', { outcome }, 'receiver', { note: '调解结果见所附文书' });
  return isClosed ? course.wait(2).hop('incoming', 'close', {}, 'sender', { note: '收悉' }) : course;
};

export const turnedAway = (course: Course, reason: ReturnReason): Course =>
  course
    .wait(1)
    .hop('incoming', 'receive', {}, 'receiver')
    .wait(1)
    .hop('incoming', 'return', { reason }, 'receiver', {
      note: '劳动者已向外地仲裁委申请，不宜再行调解',
    })
    .wait(1)
    .hop('incoming', 'close', {}, 'sender', { note: '收悉' });

export const arrived = (course: Course): Course => course;
export const signedFor = (course: Course): Course =>
  course.wait(1).hop('incoming', 'receive', {}, 'receiver');
