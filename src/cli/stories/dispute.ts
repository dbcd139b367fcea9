/** One dispute from intake to follow-up: unpaid wages, labour inspection asked and heard, settled in two instalments. Everyone in it is invented. */
import type { Telling } from './telling.ts';

type Dispute = {
  owner: string;
  parties: { id: string; side: string }[];
  referrals: { id: string; state: string }[];
};

export async function tellDispute({ step, as, asOwner }: Telling): Promise<string> {
  const clerk = await as('clerk');
  const inspection = await as('liaison-hr');

  const id = await step('登记', async () => {
    const answer = await clerk.post<{ case: string }>('/api/disputes', {
      receivedOn: '2026-03-02',
      channel: 'desk',
      district: '411303',
      workers: [{ name: '周大明', phone: '13800000001', address: '南阳市卧龙区七一路1号' }],
      employers: [
        { name: '南阳示例建筑劳务有限公司', phone: '0377-6000001', address: '南阳市卧龙区中州西路1号' },
      ],
      place: '南阳市卧龙区某住宅项目工地',
      since: '2025-12-31',
      claims: [{ head: 'wages', amount: '12600.00', basis: '2025年10月至12月工资未付，每月4200元' }],
      facts: '2025年10月起在工地做木工，约定月工资4200元。\n三个月工资未付，多次催要未果。',
      isConsentGiven: true,
    });
    return answer.case;
  });
  const path = `/api/disputes/${id}`;
  const dispute = await clerk.get<Dispute>(path);
  const mediator = await asOwner(dispute.owner);
  const act = (action: string, body: object) => mediator.post(`${path}/${action}`, body);
  const party = (side: string) => dispute.parties.find((one) => one.side === side)?.id;
  const [worker, employer] = [party('worker'), party('employer')];

  await step('补充当事人信息', async () => {
    await act('complete-party', {
      on: '2026-03-02',
      party: worker,
      gender: '男',
      bornOn: '1985-06-15',
      idNumber: '411303198506150014',
    });
    await act('complete-party', {
      on: '2026-03-02',
      party: employer,
      creditCode: '91411303MA0000000W',
      representative: '吴示例',
      representativeTitle: '总经理',
    });
  });
  await step('征询对方', () =>
    act('consult', { on: '2026-03-03', result: 'reached', note: '电话说明调解自愿原则' }),
  );
  await step('对方同意', () => act('record-consent', { on: '2026-03-04', isGiven: true }));
  await step('受理', () => act('accept', { on: '2026-03-05' }));

  await step('移送劳动保障监察', () =>
    act('refer', {
      on: '2026-03-06',
      body: 'hr-411303',
      reason: '涉嫌拖欠工资，请监察部门核实并督促支付',
      request: '核实欠薪事实\n依法责令限期支付',
      materials: ['调解申请书', '工资欠条复印件'],
      urgency: 'ordinary',
      contact: '0377-6000002',
      isWorkerConsenting: true,
    }),
  );
  const [referral] = (await mediator.get<Dispute>(path)).referrals;
  const hop = `/api/referrals/${referral?.id}`;
  await step('发出移送函', () => mediator.post(`${hop}/send`, { on: '2026-03-06' }));
  await step('对方签收', () => inspection.post(`${hop}/receive`, { on: '2026-03-09' }));
  await step('对方接受', () => inspection.post(`${hop}/accept`, { on: '2026-03-09' }));
  await step('对方办理', () => inspection.post(`${hop}/start-work`, { on: '2026-03-10' }));
  await step('对方反馈', () =>
    inspection.post(`${hop}/report`, {
      on: '2026-03-12',
      outcome: 'ordered',
      note: '已责令限期支付，单位表示愿意调解',
    }),
  );
  await step('收悉办结移送', () => mediator.post(`${hop}/close`, { on: '2026-03-12' }));

  await step('安排调解会议', () =>
    act('plan-session', { on: '2026-03-11', plannedOn: '2026-03-13', place: '卧龙区工会劳动争议调解室' }),
  );
  await step('召开调解会议', () =>
    act('hold-session', {
      on: '2026-03-13',
      no: 1,
      minutes: '双方到场。单位承认拖欠三个月工资，因工程款未结算请求分两期支付；劳动者同意。',
      undisputed: '2025年10月至12月工资共12600元未付。',
    }),
  );
  await step('拟定协议', () =>
    act('draft-agreement', {
      on: '2026-03-16',
      door: 'arbitration-review',
      lockInAt: '南阳市卧龙区劳动人事争议仲裁委员会',
      instalments: [
        { dueOn: '2026-04-15', amount: '6000.00' },
        { dueOn: '2026-05-15', amount: '6600.00' },
      ],
      place: '卧龙区工会劳动争议调解室',
      item: '2025年10月至12月的工资',
      method: '银行转账至劳动者本人工资账户',
      undisputed: '2025年10月至12月工资共12600元未付。',
      breach: '任何一期逾期未付，劳动者可以就全部未付款项申请支付令或者仲裁。',
      settlesAll: true,
    }),
  );
  await step('签字盖章', () =>
    act('sign-agreement', {
      on: '2026-03-17',
      signatures: [
        { party: worker, on: '2026-03-17', authority: 'self' },
        { party: employer, on: '2026-03-17', authority: 'legal-representative' },
      ],
      mediatorOn: '2026-03-17',
      sealedOn: '2026-03-17',
    }),
  );
  await step('仲裁审查', () =>
    act('lock-in', { on: '2026-03-27', outcome: 'granted', note: '已送达仲裁调解书' }),
  );
  await step('第一期到账', () =>
    act('record-payment', { on: '2026-04-15', instalment: 1, amount: '6000.00' }),
  );
  await step('第一期回访', () =>
    act('record-visit', { on: '2026-04-17', instalment: 1, satisfaction: 'satisfied' }),
  );
  await step('第二期到账', () =>
    act('record-payment', { on: '2026-05-14', instalment: 2, amount: '6600.00' }),
  );
  await step('第二期回访', () =>
    act('record-visit', { on: '2026-05-18', instalment: 2, satisfaction: 'satisfied' }),
  );
  return id;
}

/** The last act: everything else is settled by now. */
export async function closeDispute({ step, asOwner }: Telling, id: string, owner: string): Promise<void> {
  const mediator = await asOwner(owner);
  await step('办结', () => mediator.post(`/api/disputes/${id}/close`, { on: '2026-05-20' }));
}
