/** The words that go with the acts of a course, as its forms would bring them. Everyone in them is invented. */
import type { Day } from '../../src/domain/day.ts';
import type { DisputeAction, DisputeAsked } from '../../src/domain/dispute/commands.ts';
import type { Texts } from '../../src/persistence/case-event.entity.ts';

/** A whole person, so that every paper on them can be drawn. */
export const wholeWorker = (name: string) => ({
  ...{ name, phone: '13800000001', address: '南阳市卧龙区七一路1号', gender: '男' as const },
  ...{ bornOn: '1985-06-15' as Day, idNumber: '411303198506150014' },
});
export const wholeEmployer = (name: string) => ({
  ...{ name, phone: '0377-6000001', address: '南阳市卧龙区示例路1号', creditCode: '91411303MA0000000W' },
  ...{ representative: '吴示例', representativeTitle: '总经理' },
});

const NOTE = '按当事人的意见办理。';
const letter = {
  ...{ fromBody: 'union-411303', reason: '单位拒不支付', request: '请依法处理', materials: [] },
  ...{ urgency: 'ordinary', contact: '0377-6000009', isWorkerConsenting: true },
};
const arrears = {
  kind: 'wage-arrears',
  periods: [{ from: '2025-10-01', to: '2025-12-20', monthlyWage: '4200', paid: '1000' }],
};

/** The words of an act, as its form would bring them. */
export function textsOf(action: DisputeAction, asked: DisputeAsked<DisputeAction>): Texts {
  const special: { [A in DisputeAction]?: object } = {
    'complete-party': { phone: '13800000002' },
    'appoint-agent': { name: '郑代理', occupation: '律师' },
    'record-elements': { elements: { service: { address: '南阳市卧龙区七一路1号' } } },
    'add-parties': {
      people: [
        (asked as { side?: string }).side === 'worker' ? wholeWorker('新到工') : wholeEmployer('新到单位'),
      ],
      claims: [{ basis: '工资未付' }],
      note: NOTE,
    },
    'change-claims': { claims: [{ basis: '变更的请求' }, { basis: '工资未付' }], note: NOTE },
    refer: letter,
    fail: { ...letter, note: NOTE },
    'plan-session': { place: '调解室', at: '09:30' },
    'hold-session': { minutes: '双方到场。', undisputed: '欠付工资属实。' },
    'draft-agreement': {
      ...{ lockInAt: '双方选择的机构', place: '调解室', item: '工资', method: '银行转账' },
      ...{ breach: '逾期可以依法主张权利。', settlesAll: true, duties: ['出具离职证明'] },
    },
    'record-claim-facts': { facts: JSON.stringify(arrears) },
    'record-limitation-event': { evidence: '微信记录' },
    'receive-settled': { terms: '单位当场付清，双方别无争议。' },
  };
  return JSON.parse(JSON.stringify(special[action] ?? { note: NOTE })) as Texts;
}
