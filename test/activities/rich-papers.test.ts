/** Papers of a case of which everything is known: twelve workers, two employers, agents, representatives, a session put off, proposals, duties, a default. */
import { writeFileSync } from 'node:fs';
import { parseDay } from '../../src/domain/day.ts';
import type { PartyId } from '../../src/domain/ids.ts';
import { type Fen, parseYuan } from '../../src/domain/money.ts';
import { isCreditCode, isIdNumber } from '../../src/domain/numbers.ts';
import { type Drawn, eightFields, startTown, ToldCase, type Town } from './told-case.ts';

const MEMBERS = 12;
const FIRMS = ['南阳示例建筑劳务有限公司', '南阳示例置业有限公司'];
const CAPACITY = { id: 'court-roster-411303', kind: 'court-roster', isSignOffRequired: false } as const;

/** The number with its right check character. */
function completed(start: string, letters: string, isRight: (number: string) => boolean): string {
  return [...letters].map((letter) => start + letter).find(isRight) ?? '';
}
const names = Array.from({ length: MEMBERS }, (_, index) => `张喆${'一二三四五六七八九十甲乙'[index]}`);
const idOf = (no: number) => completed(`4113031990031500${no % 10}`, '0123456789X', isIdNumber);
const creditOf = (no: number) =>
  completed(`91411303MA4000000`.slice(0, 16) + no, '0123456789ABCDEFGHJKLMNPQRTUWXY', isCreditCode);

const yuan = (amount: number): Fen => parseYuan(String(amount));
const on = (day: string) => parseDay(day);

let town: Town;
let told: ToldCase;
const papers = new Map<string, Drawn>();

function keep(drawn: readonly Drawn[]): void {
  for (const paper of drawn) {
    papers.set(`${paper.kind}${paper.about ? ` ${paper.about}` : ''}`, paper);
    if (process.env.PAPERS_TO)
      writeFileSync(`${process.env.PAPERS_TO}/${paper.kind}-${paper.about.slice(0, 8)}.pdf`, paper.pdf);
  }
}

beforeAll(async () => {
  town = await startTown();
  await tell();
}, 180_000);
afterAll(() => town.stop());

async function tell(): Promise<void> {
  told = await ToldCase.takenIn(town, {
    ...eightFields,
    channel: 'court-delegated',
    workers: names.map((name, index) => ({
      name,
      idNumber: idOf(index),
      address: `南阳市卧龙区示例路${index + 1}号`,
      phone: `138000000${String(index).padStart(2, '0')}`,
    })),
    employers: FIRMS.map((name, index) => ({
      name,
      creditCode: creditOf(index),
      address: `南阳市宛城区示例大道${index + 1}号`,
      representative: `李堃${index + 1}`,
      representativeTitle: '法定代表人',
      phone: `0377-6000000${index}`,
      ...(index === 1 ? { kind: 'contractor' } : {}),
    })),
    claims: names.map((_, index) => ({
      head: 'wages' as const,
      amount: yuan(10_000),
      basis: '五月、六月工资未付',
      worker: index + 1,
      from: on('2025-12-01'),
      until: on('2026-01-31'),
    })),
    elements: {
      earlier: { hasArbitrated: false, hasComplained: true, complaint: '2026年2月向监察大队投诉，未结' },
      evidence: { list: '考勤表\n工资欠条' },
      service: {
        address: '南阳市卧龙区示例路1号',
        recipient: '张喆一',
        phone: '13800000000',
        isElectronic: true,
        way: '13800000000',
      },
    },
  });
  const parties = await told.parties();
  const workers = parties.slice(0, MEMBERS);
  const [firm, owner] = parties.slice(MEMBERS) as [PartyId, PartyId];
  const [first, second, third] = workers as [PartyId, PartyId, PartyId];
  told.on('2026-03-03');
  await told.act('appoint-representatives', { parties: [first, second, third] });
  await told.act(
    'appoint-agent',
    { party: owner, scope: 'special' },
    { name: '王翀', occupation: '该公司法务', phone: '13900000000' },
  );
  await told.act(
    'appoint-agent',
    { party: first, scope: 'general' },
    { name: '赵律', occupation: '河南示例律师事务所律师', phone: '13700000000' },
  );
  await told.act('consult', { result: 'reached' });
  await told.act('record-consent', { isGiven: true });
  keep(await told.act('accept', { capacity: CAPACITY }));
  await told.act('plan-session', { plannedOn: on('2026-03-09') }, { place: '第一调解室', at: '09:00' });
  await told.act(
    'postpone-session',
    { no: 1, plannedOn: on('2026-03-11'), by: 'employer' },
    { note: '法务出差', at: '14:30', place: '第二调解室' },
  );
  told.on('2026-03-11');
  await told.act(
    'hold-session',
    {
      no: 1,
      attendance: [
        ...[first, second].map((party) => ({ party, presence: 'self' as const })),
        { party: third, presence: 'absent' as const },
        ...workers.slice(3).map((party) => ({ party, presence: 'representative' as const })),
        { party: firm, presence: 'self' as const },
        { party: owner, presence: 'agent' as const },
      ],
    },
    {
      from: '14:30',
      to: '17:10',
      minutes: '调解员逐项核对了欠款。',
      applicantSays: '每人欠一万元。',
      respondentSays: '欠款属实，一次拿不出。',
      disputed: '付款的期限',
      undisputed: '拖欠十二人工资共120,000元',
      result: '双方同意分期支付',
      recorder: '陈玥',
    },
  );
  await told.act('record-proposal', { by: 'mediator', amount: yuan(120_000) }, { note: '分两期付清' });
  await told.act('answer-proposal', { no: 1, side: 'worker', answer: 'accepted' });
  await told.act('answer-proposal', { no: 1, side: 'employer', answer: 'accepted' }, { note: '四月起付' });
  const shares = (payer: PartyId, each: number) =>
    workers.map((payee) => ({ payer, payee, amount: yuan(each) }));
  keep(
    await told.act(
      'draft-agreement',
      {
        door: 'judicial-confirmation',
        instalments: [
          { dueOn: on('2026-04-15'), amount: yuan(60_000), shares: shares(firm, 5000) },
          {
            dueOn: on('2026-05-15'),
            amount: yuan(60_000),
            shares: [...shares(firm, 3000), ...shares(owner, 2000)],
          },
        ],
        duties: [{ who: firm, dueOn: on('2026-03-31') }],
      },
      {
        place: '第二调解室',
        item: '2025年12月、2026年1月的工资',
        method: '银行转账至各人工资卡',
        breach: '任何一期逾期的，未付部分全部到期',
        settlesAll: true,
        lockInAt: '南阳市卧龙区人民法院',
        duties: ['为全体劳动者出具工资证明'],
      },
    ),
  );
  await told.act('record-member-consents', { parties: workers, isGiven: true });
  await told.act('sign-agreement', {
    signatures: [
      ...workers.map((party) => ({
        party,
        on: on('2026-03-11'),
        authority: 'representative' as const,
        by: first,
      })),
      { party: firm, on: on('2026-03-11'), authority: 'legal-representative' },
      { party: owner, on: on('2026-03-11'), authority: 'agent-with-special-authority' },
    ],
    mediatorOn: on('2026-03-11'),
    sealedOn: on('2026-03-11'),
  });
  keep(
    await told.act('issue-papers', {
      papers: [
        { kind: 'application' },
        { kind: 'mediation-notice', about: '1' },
        { kind: 'minutes', about: '1' },
        { kind: 'confirmation-application' },
        { kind: 'mediation-proof' },
        { kind: 'service-address', about: first },
        { kind: 'service-address', about: owner },
        { kind: 'authority-letter' },
        { kind: 'authority-letter', about: owner },
      ],
    }),
  );
  told.on('2026-04-16');
  await told.act('record-payment', { instalment: 1, amount: yuan(5000), payee: first }, { note: '银行回单' });
  await told.act('declare-default', { instalment: 1 }, { note: '公司称工程款没有到账。' });
  await told.act(
    'record-visit',
    { instalment: 1, satisfaction: 'neutral' },
    {
      note: '只收到一人的款。',
      way: '电话',
      visited: '张喆一（劳动者）',
      risks: '可能集体上访',
      next: '告知可以申请支付令',
    },
  );
  await told.on('2026-04-20').act('record-payment', { instalment: 1, amount: yuan(5000), payee: second });
  await told.act('declare-default', { instalment: 1 }, { note: '余款经催要仍未付。' });
  keep(
    await told.act('issue-papers', {
      papers: [{ kind: 'visit-record' }, { kind: 'payment-order-application' }],
    }),
  );
}

const text = (kind: string) => papers.get(kind)?.read.text ?? '';

test('every paper of the case was drawn under the name its capacity gives the mediation body', () => {
  expect([...papers.keys()].map((key) => key.split(' ')[0])).toEqual([
    'acceptance-notice',
    'agreement',
    'application',
    'mediation-notice',
    'minutes',
    'confirmation-application',
    'mediation-proof',
    'service-address',
    'service-address',
    'authority-letter',
    'authority-letter',
    'visit-record',
    'payment-order-application',
  ]);
  for (const paper of papers.values())
    expect(paper.issuer).toBe('卧龙区总工会劳动争议调解服务中心（卧龙区人民法院特邀调解组织）');
});

test('a court’s case has the court’s period and no freedom after fifteen days', () => {
  const said = text('acceptance-notice');
  expect(said).toContain('调解期限为30日（自然日）');
  expect(said).not.toContain('收到调解申请之日起15日内');
  for (const name of names) expect(said).toContain(name);
});

test('an agreement of a group: what each gets of whom, its duties, and who signs for whom', () => {
  const said = text('agreement');
  for (const words of [
    '南阳示例建筑劳务有限公司分2期向张喆一等12人支付2025年12月、2026年1月的工资，共计人民币96,000.00元',
    '南阳示例置业有限公司于2026年5月15日前（含当日）一次性向张喆一等12人支付',
    '合计人民币120,000.00元',
    '南阳示例建筑劳务有限公司于2026年3月31日前（含当日）为全体劳动者出具工资证明。',
    '拖欠十二人工资共120,000元。',
    '1.劳动报酬：五月、六月工资未付，共12项，金额合计120,000.00元。',
    '共同向南阳市卧龙区人民法院提出申请',
    '应当自本协议生效之日起30日内',
    '甲方：张喆一等12人（签署人：张喆三，推选的代表人，附推选代表人书和全体成员同意本协议的签名册）',
    '乙方：南阳示例置业有限公司（签署人：王翀，委托代理人，附特别授权委托书）',
    '乙方：南阳示例建筑劳务有限公司（签署人：李堃1，法定代表人或者负责人）',
    '施工总承包单位',
    '本协议书一式六份',
    '持本协议书依法向人民法院申请支付令',
  ])
    expect(said).toContain(words);
  expect(said).toContain(`12张喆乙5,000.003,000.008,000.00合计12人60,000.0036,000.0096,000.00`);
  expect(said).toContain('男，1990年3月15日');
});

test('an application lists claims by worker, the evidence, and what is begun elsewhere', () => {
  const said = text('application');
  for (const words of [
    '劳动报酬（张喆乙）10,000.00五月、六月工资未付（2025年12月1日至2026年1月31日）',
    '120,000.00元',
    '考勤表',
    '工资欠条',
    '未就本争议申请仲裁',
    '已就本争议向有关部门投诉',
    '2026年2月向监察大队投诉，未结。',
    '劳动者推选张喆一、张喆二、张喆三为代表',
    '同意电子送达：13800000000',
  ])
    expect(said).toContain(words);
  expect(said).not.toContain('提起诉讼');
});

test('a session is announced and written down as last arranged, with who came for whom', () => {
  const notice = text('mediation-notice 1');
  expect(notice).toContain('2026年3月11日14时30分');
  expect(notice).toContain('地点：第二调解室');
  const said = text('minutes 1');
  for (const words of [
    '2026年3月11日14时30分至17时10分',
    '记录人：陈玥',
    '张喆一等11人张喆一推选的代表人',
    '南阳示例置业有限公司王翀委托代理人',
    '南阳示例建筑劳务有限公司李堃1法定代表人或者负责人',
    '未到场：张喆三。',
    '每人欠一万元。',
    '调解员提出：分两期付清（金额120,000.00元）。',
    '劳动者一方答复：同意。',
    '用人单位一方答复：同意，四月起付。',
    '双方同意分期支付。',
  ])
    expect(said).toContain(words);
});

test('what locks the agreement in says the same as the agreement', () => {
  const said = text('confirmation-application');
  for (const words of [
    papers.get('agreement')?.number ?? '—',
    '自2026年3月11日起生效',
    '南阳示例建筑劳务有限公司分2期向张喆一等12人支付2025年12月、2026年1月的工资共计96,000.00元：2026年4月15日前60,000.00元，2026年5月15日前36,000.00元。',
    '贵院邀请',
    '此致南阳市卧龙区人民法院',
    '授权委托书一份',
    '张喆二13800000001南阳市卧龙区示例路2号',
  ])
    expect(said).toContain(words);
  const proof = text('mediation-proof');
  for (const words of [
    '我单位系卧龙区人民法院特邀调解组织名册所列的调解组织',
    '2026年3月11日在第二调解室主持',
    '南阳市卧龙区人民法院：',
  ])
    expect(proof).toContain(words);
});

test('slips name whose they are, and letters of authority what they give', async () => {
  const parties = await told.parties();
  const own = text(`service-address ${parties[0]}`);
  expect(own).toContain('送达地址南阳市卧龙区示例路1号收件人张喆一联系电话13800000000');
  expect(own).toContain('手机短信13800000000');
  expect(text(`service-address ${parties[13]}`)).toContain('对方当事人：张喆一等12人');
  const election = text('authority-letter');
  expect(election).toContain('我们共12人，因与南阳示例建筑劳务有限公司等2家单位追索劳动报酬纠纷有共同请求');
  expect(election).toContain('3张喆三');
  const agency = text(`authority-letter ${parties[13]}`);
  for (const words of [
    '受托人：王翀',
    '身份：该公司法务',
    '受托人还有下列权限',
    '1.代为承认、放弃、变更调解请求。',
    '自2026年3月3日起',
  ])
    expect(agency).toContain(words);
});

test('a visit’s record shows the money as it stood at the visit', () => {
  const said = text('visit-record');
  for (const words of [
    '回访日期2026年4月16日',
    '受访人张喆一（劳动者）',
    '12026年4月15日60,000.005,000.002026年4月16日，银行回单逾期，部分未付',
    '22026年5月15日60,000.000.00—未到期',
    '为全体劳动者出具工资证明逾期未履行',
    '可能集体上访。',
    '告知可以申请支付令。',
  ])
    expect(said).toContain(words);
});

test('a payment order is asked for what is due and unpaid, by those it is owed to', () => {
  const said = text('payment-order-application');
  for (const words of [
    '张喆三等10人',
    '被申请人（用人单位）：南阳示例建筑劳务有限公司',
    '劳动报酬：2025年12月、2026年1月的工资第1期2026年4月15日50,000.000.0050,000.00',
    '余款经催要仍未付。',
    '此致卧龙区人民法院',
  ])
    expect(said).toContain(words);
  expect(said).not.toContain('张喆二');
});
