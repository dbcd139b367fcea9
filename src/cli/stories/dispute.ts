/**
 * Twelve workers of a building site and two respondents, from a pasted wage sheet to the last visit: a referral that comes
 * back, a session put off, an agreement signed by representatives, an instalment that comes late. Everyone in it is invented.
 */
import { type Act, agree, perform } from './dispute-agreement.ts';
import type { Telling } from './telling.ts';
import type { Visitor } from './visitor.ts';
import { wageSheet } from './wage-sheet.ts';

type Dispute = {
  owner: string;
  parties: { id: string; side: string; name: string }[];
  referrals: { id: string; state: string }[];
};
type WageRow = {
  name: string;
  idNumber: string;
  phone: string;
  amount: string;
  since: string;
  until: string;
  isConsenting: boolean;
  head: string;
};

const firms = {
  labour: { name: '南阳示例建筑劳务有限公司', phone: '0377-6000001', address: '南阳市卧龙区中州西路1号' },
  builder: { name: '南阳示例建设集团有限公司', phone: '0377-6000009', address: '南阳市卧龙区人民路9号' },
} as const;
const place = '卧龙区工会劳动争议调解室';
const undisputed = '十二名劳动者2025年10月至12月的工资按工资表所列数额未付。';

export async function tellDispute(telling: Telling): Promise<string> {
  const { step, as, asOwner } = telling;
  const clerk = await as('clerk');
  const manager = await as('manager');

  const rows = await step('读取工资表', async () => {
    const read = await clerk.post<{ rows: WageRow[]; problems: object[] }>('/api/sheets/wage-sheet/read', {
      text: wageSheet,
    });
    if (read.problems.length > 0) throw new Error(`工资表有 ${read.problems.length} 处问题`);
    return read.rows;
  });
  const id = await step('登记', async () => {
    const answer = await clerk.post<{ case: string }>('/api/disputes', {
      receivedOn: '2026-03-02',
      channel: 'desk',
      district: '411303',
      workers: rows.map(({ name, idNumber, phone, isConsenting }) => ({
        name,
        idNumber,
        phone,
        isConsenting,
      })),
      employers: [
        { ...firms.labour, kind: 'employer' },
        { ...firms.builder, kind: 'contractor' },
      ],
      place: '南阳市卧龙区某住宅项目工地',
      since: '2025-12-31',
      claims: rows.map(({ head, amount, since, until }, index) => ({
        head,
        amount,
        basis: '2025年10月至12月工资未付，有工资表',
        from: since,
        until,
        worker: index + 1,
      })),
      facts:
        '十二名劳动者2025年10月起在工地做工，工资由劳务公司发放。\n三个月工资未付，总承包单位称尚未结算。',
      isConsentGiven: true,
    });
    return answer.case;
  });
  const path = `/api/disputes/${id}`;
  const dispute = await clerk.get<Dispute>(path);
  const mediator = await asOwner(dispute.owner);
  const act = (action: string, body: object, by: Visitor = mediator) => by.post(`${path}/${action}`, body);
  const workers = dispute.parties.filter(({ side }) => side === 'worker').map((one) => one.id);
  const [labour = '', builder = ''] = dispute.parties
    .filter(({ side }) => side === 'employer')
    .map((one) => one.id);

  await step('补充当事人信息', async () => {
    for (const [index, party] of workers.entries()) {
      const number = rows[index]?.idNumber ?? '';
      await act('complete-party', {
        on: '2026-03-02',
        party,
        gender: Number(number[16]) % 2 === 1 ? '男' : '女',
        bornOn: `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`,
        address: `南阳市卧龙区七一路${index + 1}号`,
      });
    }
    await act('complete-party', {
      on: '2026-03-02',
      party: labour,
      creditCode: '91411303MA0000000W',
      representative: '吴示例',
      representativeTitle: '总经理',
    });
    await act('complete-party', {
      on: '2026-03-02',
      party: builder,
      creditCode: '91411303MA00000010',
      representative: '陆示例',
      representativeTitle: '董事长',
    });
    await act('appoint-agent', {
      on: '2026-03-03',
      party: builder,
      scope: 'special',
      name: '贾示例',
      occupation: '该公司法务部职员',
      phone: '13800000099',
    });
  });
  await step('上传证据', () =>
    clerk.upload(
      `${path}/evidence`,
      { name: '工资表.txt', bytes: Buffer.from(wageSheet) },
      { on: '2026-03-02', note: '劳动者提交' },
    ),
  );
  await step('推举代表人', () =>
    act('appoint-representatives', {
      on: '2026-03-02',
      parties: workers.slice(0, 3),
      note: '全体推举，签名册附卷',
    }),
  );
  await step('首次联系', async () => {
    await act('log-call', {
      on: '2026-03-02',
      party: workers[0],
      way: 'phone',
      isReached: true,
      at: '16:20',
    });
    await act('log-call', { on: '2026-03-02', party: builder, way: 'phone', isReached: false, at: '16:40' });
  });
  await step('研判分流', () =>
    act('triage', { on: '2026-03-02', result: 'mediate', note: '事实清楚，人数较多，先行调解' }),
  );
  await step('征询两家单位', async () => {
    await act('consult', { on: '2026-03-03', result: 'reached', note: '电话说明调解自愿原则' });
    await act('record-consent', { on: '2026-03-04', party: labour, isGiven: true });
    await act('record-consent', { on: '2026-03-04', party: builder, isGiven: true });
  });
  await step('受理', () => act('accept', { on: '2026-03-05' }));
  await goThroughChain(telling, path, mediator);
  await meet(telling, act, [...workers.slice(0, 3), labour, builder]);
  const owed = rows.map(({ amount }) => Number(amount));
  const settling = { act, manager, workers, labour, builder, owed, place, undisputed };
  await agree(telling, settling);
  await perform(telling, settling);
  return id;
}

/** Two stations: the procuratorate sends it back, labour inspection reports. */
async function goThroughChain({ step, as }: Telling, path: string, mediator: Visitor): Promise<void> {
  const letter = {
    reason: '涉嫌拖欠十二名农民工工资',
    materials: ['调解申请书', '工资表复印件'],
    urgency: 'urgent',
    contact: '0377-6000002',
    isWorkerConsenting: true,
  };
  await step('拟定联动计划', () =>
    mediator.post(`${path}/plan-chain`, {
      on: '2026-03-05',
      stations: [
        { no: 1, body: 'procuratorate-411303', why: 'special-group' },
        { no: 2, body: 'hr-411303', why: 'arrears' },
      ],
    }),
  );
  const refer = async (station: number, body: string, request: string) => {
    await mediator.post(`${path}/refer`, { on: '2026-03-06', station, body, request, ...letter });
    const { referrals } = await mediator.get<Dispute>(path);
    const hop = `/api/referrals/${referrals.find(({ state }) => state === 'drafted')?.id}`;
    await mediator.post(`${hop}/send`, { on: '2026-03-06' });
    return hop;
  };
  const first = await step('移送检察院', () => refer(1, 'procuratorate-411303', '请审查是否支持起诉'));
  await step('检察院退回', async () => {
    const prosecutor = await as('liaison-procuratorate');
    await prosecutor.post(`${first}/receive`, { on: '2026-03-06' });
    await prosecutor.post(`${first}/return`, {
      on: '2026-03-09',
      reason: 'incomplete',
      note: '尚未经行政机关处理，请先由劳动保障监察核实',
    });
    await mediator.post(`${first}/close`, { on: '2026-03-09' });
  });
  const second = await step('移送劳动保障监察', () =>
    refer(2, 'hr-411303', '核实欠薪事实\n依法责令限期支付'),
  );
  await step('监察办理并反馈', async () => {
    const inspection = await as('liaison-hr');
    await inspection.post(`${second}/receive`, { on: '2026-03-09' });
    await inspection.post(`${second}/accept`, { on: '2026-03-09' });
    await inspection.post(`${second}/start-work`, { on: '2026-03-10' });
    await inspection.post(`${second}/report`, {
      on: '2026-03-12',
      outcome: 'payment-ordered',
      note: '已责令限期支付，两家单位表示愿意调解',
    });
    await mediator.post(`${second}/close`, { on: '2026-03-12' });
  });
}

/** `present`: three representatives and both firms, the second by its agent. */
async function meet({ step }: Telling, act: Act, present: readonly string[]): Promise<void> {
  await step('安排调解会议', () =>
    act('plan-session', { on: '2026-03-10', plannedOn: '2026-03-12', at: '09:00', place, way: 'on-site' }),
  );
  await step('会议改期', () =>
    act('postpone-session', {
      on: '2026-03-11',
      no: 1,
      plannedOn: '2026-03-16',
      at: '14:30',
      by: 'employer',
      note: '总承包单位负责人出差，书面申请改期，劳动者代表同意',
    }),
  );
  await step('出具调解通知', () =>
    act('issue-papers', {
      on: '2026-03-11',
      papers: [{ kind: 'application' }, { kind: 'mediation-notice', about: '1' }],
    }),
  );
  await step('召开调解会议', () =>
    act('hold-session', {
      on: '2026-03-16',
      no: 1,
      from: '14:30',
      to: '17:10',
      attendance: present.map((party, index) => ({
        party,
        presence: index < 3 ? 'representative' : index === 3 ? 'self' : 'agent',
      })),
      minutes: '双方到场。劳务公司承认拖欠三个月工资，总承包单位表示可以先行清偿一半。',
      applicantSays: '要求付清三个月工资。',
      respondentSays: '认可工资表，请求分两期支付。',
      undisputed,
      result: '双方同意分两期付清。',
      told: ['rights', 'rules', 'effect', 'confirmation'],
      answer: '双方均表示听清，不申请回避。',
      recorder: '示例记录员',
    }),
  );
  await step('提出方案', async () => {
    await act('record-proposal', {
      on: '2026-03-16',
      by: 'mediator',
      amount: '136600.00',
      note: '两期付清，总承包单位先付一半',
    });
    await act('answer-proposal', { on: '2026-03-16', no: 1, side: 'worker', answer: 'accepted' });
    await act('answer-proposal', { on: '2026-03-16', no: 1, side: 'employer', answer: 'accepted' });
  });
}

/** The last act: everything else is settled by now. */
export async function closeDispute({ step, asOwner }: Telling, id: string, owner: string): Promise<void> {
  const mediator = await asOwner(owner);
  await step('办结', () => mediator.post(`/api/disputes/${id}/close`, { on: '2026-08-14' }));
}
