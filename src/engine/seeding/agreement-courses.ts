/** From the draft to the last payment. */
import { addDays, type Day } from '../../domain/day.ts';
import { doorFacts } from '../../domain/dispute/door-facts.ts';
import { doorsFor } from '../../domain/dispute/doors.ts';
import type { Door, Remedy } from '../../domain/dispute/parts.ts';
import type { DisputeState } from '../../domain/dispute/state.ts';
import { fen } from '../../domain/money.ts';
import { page } from '../../persistence/seeds/city/sample-files.ts';
import type { Course, Now } from './course.ts';

/** When each instalment is due. One on the day of the draft is paid on the spot. */
export type Terms = { dueOn: readonly Day[]; part: number };

const doorOf = (dispute: DisputeState, isPaidOnTheSpot: boolean): Door =>
  doorsFor(doorFacts(dispute, { hasDuties: false, isPaidOnTheSpot })).find(({ isDefault }) => isDefault)
    ?.door ?? 'none';

const whoLocks: Record<Door, (place: string) => string> = {
  'arbitration-review': (place) => `南阳市${place}劳动人事争议仲裁委员会`,
  'judicial-confirmation': (place) => `南阳市${place}人民法院`,
  none: () => '款项按约定付清，双方不申请固定效力',
};

/** What each worker gets in each instalment, in whole yuan; the last takes the rest. */
function sharesOf(course: Course, { workers, employers }: DisputeState, { dueOn, part }: Terms) {
  const { claims } = course.setting.told;
  const owed = workers.map((_, index) =>
    claims
      .filter(({ worker }) => (worker ?? 1) === index + 1)
      .reduce((sum, { amount }) => sum + Math.round((amount * part) / 10_000) * 100, 0),
  );
  return dueOn.map((day, index) => {
    const payer = employers[index === 0 && employers.length > 1 ? 1 : 0]!;
    const shares = workers.map((payee, place) => {
      const each = Math.floor(owed[place]! / dueOn.length);
      const rest = owed[place]! - each * (dueOn.length - 1);
      return { payer, payee, amount: fen((index === dueOn.length - 1 ? rest : each) * 100) };
    });
    return { dueOn: day, amount: fen(shares.reduce((sum, { amount }) => sum + amount, 0)), shares };
  });
}

export function draft(course: Course, terms: Terms): Course {
  const { told, placeName } = course.setting;
  const isOnTheSpot = terms.dueOn.length === 1 && terms.dueOn[0] === course.on;
  return course.act(
    'draft-agreement',
    ({ dispute }) => ({
      door: doorOf(dispute, isOnTheSpot),
      instalments: sharesOf(course, dispute, terms),
    }),
    ({ dispute }) => ({
      lockInAt: whoLocks[doorOf(dispute, isOnTheSpot)](placeName),
      place: `${placeName}总工会劳动争议调解室`,
      item: told.item,
      method: isOnTheSpot ? '当场支付现金，劳动者出具收条' : '银行转账至劳动者本人账户',
      undisputed: told.undisputed,
      breach: '任何一期逾期未付的，劳动者可以就全部未付款项申请支付令或者仲裁。',
      settlesAll: true,
    }),
  );
}

const signedBy = ({ dispute }: Now, on: Day) => {
  const { representatives, workers, employers } = dispute;
  const [speaker] = representatives;
  return [
    ...workers.map((party) =>
      speaker === undefined || representatives.includes(party)
        ? ({ party, on, authority: 'self' } as const)
        : ({ party, on, authority: 'representative', by: speaker } as const),
    ),
    ...employers.map((party) => ({ party, on, authority: 'legal-representative' }) as const),
  ];
};

export function sign(course: Course): Course {
  course.act(
    'record-member-consents',
    ({ dispute }) =>
      dispute.representatives.length > 0 ? { parties: dispute.workers, isGiven: true } : null,
    { note: '逐人签名' },
  );
  const { on } = course;
  return course.act('sign-agreement', (now) => ({
    signatures: signedBy(now, on),
    mediatorOn: on,
    sealedOn: on,
  }));
}

/** Checked and signed off by others first, where the capacity asks for it. */
export function checkedAndSigned(course: Course): Course {
  const isRequired = ({ dispute }: Now) => (dispute.capacity?.isSignOffRequired === true ? {} : null);
  course.act('check-agreement', isRequired, { note: '条款、金额核对无误' }, 'manager');
  course.act('sign-off-agreement', isRequired, { note: '同意签发' }, 'manager');
  return sign(course);
}

const hasDoor = ({ dispute }: Now) => dispute.agreement !== null && dispute.agreement.door !== 'none';

export const applyLockIn = (course: Course): Course =>
  course
    .wait(course.setting.cast.between(1, 4))
    .act('apply-lock-in', (now) => (hasDoor(now) ? {} : null), { note: '双方共同提交了申请' });

export const lockIn = (course: Course, outcome: 'granted' | 'refused' | 'waived' = 'granted'): Course =>
  applyLockIn(course)
    .wait(course.setting.cast.between(2, 4))
    .act('lock-in', (now) => (hasDoor(now) ? { outcome } : null), {
      note: outcome === 'granted' ? '文书已送达双方' : '双方不再申请',
    });

/** All that is still owed of an instalment. */
export function pay(course: Course, no: number, note = '劳动者确认收到'): Course {
  return course.act(
    'record-payment',
    ({ dispute }) => {
      const one = dispute.agreement?.instalments.find((instalment) => instalment.no === no);
      return one === undefined ? null : { instalment: no, amount: fen(one.amount - one.paid) };
    },
    { note },
  );
}

/** A part of the first share, whoever it is of. */
export function payPart(course: Course, no: number, part: number): Course {
  return course.act(
    'record-payment',
    ({ dispute }) => {
      const share = dispute.agreement?.instalments.find((one) => one.no === no)?.shares[0];
      if (share === undefined) return null;
      const { payee, payer } = share;
      return { instalment: no, amount: fen(Math.round((share.amount * part) / 100) * 100), payee, payer };
    },
    { note: '单位先付了一部分' },
  );
}

export function visit(course: Course, no: number): Course {
  const { cast } = course.setting;
  const satisfaction = cast.chance(0.86) ? 'satisfied' : cast.pick(['neutral', 'not-asked'] as const);
  return course.act(
    'record-visit',
    { instalment: no, satisfaction },
    {
      way: cast.pick(['电话', '微信', '上门']),
      note: cast.pick(['款项已到账，表示感谢', '已收到', '没有新的要求']),
    },
  );
}

/** Paid on the day or a few before or after, visited within days. */
export function payOff(course: Course, dueOn: readonly Day[]): Course {
  const { cast } = course.setting;
  for (const [index, day] of dueOn.entries()) {
    pay(course.until(addDays(day, -cast.between(0, 3))), index + 1);
    visit(course.until(day).wait(cast.between(0, 1)), index + 1);
  }
  return course;
}

/** The signed and sealed copy comes back as a scan. */
export function scanned(course: Course): Course {
  course.bring(
    page('调解协议书（签章扫描件）.pdf', '双方签字盖章后扫描', `Sample scan ${course.setting.cast.number()}`),
  );
  return course.act('scan-back', ({ dispute }) => ({ evidence: dispute.evidence.at(-1)! }));
}

const remedyNotes: Record<Remedy, string> = {
  wait: '单位书面承诺一周内付清，劳动者同意等待',
  'payment-order': '劳动者选择申请支付令',
  enforcement: '劳动者选择申请强制执行',
  arbitration: '劳动者选择申请仲裁',
  suit: '劳动者选择起诉',
};

export function defaulted(course: Course, no: number): Course {
  return course.act('declare-default', { instalment: no }, { note: '到期未付，电话催告后仍未支付' });
}

export const choose = (course: Course, remedy: Remedy): Course =>
  course.wait(1).act('choose-remedy', { remedy }, { note: remedyNotes[remedy] });
