/** The kinds of disputes of the first city, told in plain words. */

import type { ClaimHead } from '../../../domain/claim.ts';
import { addDays, addMonths, type Day } from '../../../domain/day.ts';
import { type Fen, fen } from '../../../domain/money.ts';
import type { Intake } from '../../dispute.repository.ts';
import { type Cast, firm, monthsBefore, worker } from './people.ts';

/** What a dispute is taken in with, and the words that go with its course. */
export type Told = Pick<
  Intake,
  'workers' | 'employers' | 'place' | 'since' | 'employmentEndedOn' | 'claims' | 'facts' | 'elements'
> & {
  /** What is paid, in the agreement. */
  item: string;
  undisputed: string;
  applicantSays: string;
  respondentSays: string;
  /** What the worker hands in. */
  proof: string;
};

type Place = { name: string; spots: readonly string[] };
export type Telling = { cast: Cast; receivedOn: Day; place: Place; workers: number };
export type KindName = keyof typeof kinds;

const yuan = (amount: number): Fen => fen(Math.round(amount) * 100);
const tens = (cast: Cast, least: number, most: number) => cast.between(least / 10, most / 10) * 10;
const line = (head: ClaimHead, amount: number, basis: string, more: object = {}) => ({
  head,
  amount: yuan(amount),
  basis,
  ...more,
});
const monthOfDay = (day: Day) => `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月`;

const siteTrades = ['建筑劳务有限公司', '建筑工程有限公司', '装饰工程有限公司', '市政工程有限公司'];
const siteJobs = ['木工', '钢筋工', '瓦工', '架子工', '水电工', '抹灰工'];
const shopTrades = [
  '餐饮管理有限公司',
  '商贸有限公司',
  '物流有限公司',
  '农业开发有限公司',
  '汽车维修有限公司',
  '玉器有限公司',
];

/** Wages of a building site: one worker or a whole gang, the labour firm and often the general contractor. */
function site({ cast, receivedOn, place, workers: count }: Telling): Told {
  const until = addDays(monthsBefore(receivedOn, 1), -1);
  const from = monthsBefore(receivedOn, cast.between(3, 5));
  const job = cast.pick(siteJobs);
  const workers = Array.from({ length: count }, () =>
    worker(cast, receivedOn, place.name, { gender: cast.chance(0.9) ? '男' : '女', years: [28, 57] }),
  );
  const owed = workers.map(() => tens(cast, 6000, 26000));
  const isWithBuilder = count > 1 || cast.chance(0.3);
  return {
    workers,
    employers: [
      firm(cast, place.name, cast.pick(siteTrades)),
      ...(isWithBuilder ? [firm(cast, place.name, '建设集团有限公司', 'contractor')] : []),
    ],
    place: `${place.name}${cast.pick(place.spots)}项目工地`,
    since: until,
    claims: owed.map((amount, index) =>
      line('wages', amount, `${monthOfDay(from)}至${monthOfDay(until)}工资未付`, {
        from,
        until,
        ...(count > 1 ? { worker: index + 1 } : {}),
      }),
    ),
    facts: `${count > 1 ? `${count}名劳动者` : '劳动者'}${monthOfDay(from)}起在工地做${job}，约定按月结算。\n几个月的工资只付了生活费，余款经多次催要未付，单位称上家工程款没有拨下来。`,
    item: `${monthOfDay(from)}至${monthOfDay(until)}的工资`,
    undisputed: '双方对出勤天数和欠付工资数额没有异议。',
    applicantSays: '要求付清全部工资，家里等钱用。',
    respondentSays: '认可欠薪，工程款未到位，请求分期。',
    proof: '考勤表和工资欠条',
  };
}

/** A courier whose platform's agent denies the relation. */
function courier({ cast, receivedOn, place }: Telling): Told {
  const since = monthsBefore(receivedOn, cast.between(1, 3));
  return {
    workers: [worker(cast, receivedOn, place.name, { gender: '男', years: [20, 42] })],
    employers: [firm(cast, place.name, '即时配送服务有限公司', 'employer')],
    place: `${place.name}${cast.pick(place.spots)}配送站`,
    since,
    claims: [
      line('confirm-relation', 0, '按站点排班出勤、接受考核和罚款'),
      line('overtime', tens(cast, 3000, 12000), '法定节假日和休息日跑单未付加班费', {
        from: monthsBefore(receivedOn, 9),
        until: since,
      }),
    ],
    facts:
      '劳动者由站点招聘、培训、排班，每天打卡，迟到罚款。\n平台的合作商让他注册了个体户，称双方是合作关系，不承认劳动关系，也不付加班费。',
    item: '加班费及补偿',
    undisputed: '双方对跑单时段和单量没有异议。',
    applicantSays: '要求确认劳动关系，补发加班费。',
    respondentSays: '不认可劳动关系，但愿意补偿一部分。',
    proof: '跑单记录和排班群截图',
  };
}

/** A driver on a platform without a labour relation: what the contract owes. */
function platform({ cast, receivedOn, place }: Telling): Told {
  return {
    workers: [worker(cast, receivedOn, place.name, { years: [25, 50], kind: 'platform' })],
    employers: [firm(cast, place.name, '网络货运科技有限公司', 'platform')],
    place: `${place.name}${cast.pick(place.spots)}货运集散点`,
    since: monthsBefore(receivedOn, 2),
    claims: [line('other', tens(cast, 2600, 15000), '平台扣下的运费和保证金未结')],
    facts:
      '劳动者通过平台接单拉货，平台以差评为由扣下三个月的运费和保证金。\n双方没有劳动合同，按平台规则结算。',
    item: '运费和保证金',
    undisputed: '双方对接单记录没有异议。',
    applicantSays: '要求退还扣款。',
    respondentSays: '平台规则写明可以扣，愿意退一部分。',
    proof: '接单记录和扣款截图',
  };
}

function pregnancy({ cast, receivedOn, place }: Telling): Told {
  const ended = addDays(receivedOn, -cast.between(8, 45));
  return {
    workers: [worker(cast, receivedOn, place.name, { gender: '女', years: [23, 36] })],
    employers: [
      firm(
        cast,
        place.name,
        cast.pick(['教育咨询有限公司', '电子科技有限公司', '百货有限公司', '口腔门诊部有限公司']),
      ),
    ],
    place: `${place.name}${cast.pick(place.spots)}`,
    since: ended,
    employmentEndedOn: ended,
    claims: [line('unlawful-dismissal', tens(cast, 18000, 68000), '孕期被解除劳动合同，要求支付赔偿金')],
    facts:
      '劳动者把怀孕的检查单交给人事后，第二周收到解除通知，单位称岗位撤销。\n她在单位工作三年多，社会保险一直缴纳。',
    item: '违法解除劳动合同赔偿金',
    undisputed: '双方对入职时间、工资标准和解除日期没有异议。',
    applicantSays: '不愿再回去上班，要求赔偿。',
    respondentSays: '岗位确已撤销，愿意按经济补偿的标准支付。',
    proof: '解除通知和孕检单',
  };
}

/** Overtime in a textile mill. */
function mill({ cast, receivedOn, place, workers: count }: Telling): Told {
  const until = addDays(monthsBefore(receivedOn, 1), -1);
  const from = addMonths(until, -cast.between(6, 12));
  return {
    workers: Array.from({ length: count }, () =>
      worker(cast, receivedOn, place.name, { gender: cast.chance(0.8) ? '女' : '男', years: [24, 48] }),
    ),
    employers: [firm(cast, place.name, cast.pick(['纺织有限公司', '服饰有限公司', '棉业有限公司']))],
    place: `${place.name}${cast.pick(['产业集聚区', '纺织园', '工业园'])}`,
    since: until,
    claims: Array.from({ length: count }, (_, index) =>
      line('overtime', tens(cast, 2800, 16000), '两班倒每班十二小时，休息日不休，未按标准付加班费', {
        from,
        until,
        ...(count > 1 ? { worker: index + 1 } : {}),
      }),
    ),
    facts: '车间两班倒，每班十二小时，每月休两天。\n工资条上只有计件工资，没有加班费，考勤机有记录。',
    item: '加班费差额',
    undisputed: '双方对考勤记录没有异议，对计件工资是否含加班费有争议。',
    applicantSays: '要求按考勤补发加班费。',
    respondentSays: '计件单价里已经含加班，愿意补一部分。',
    proof: '工资条和考勤照片',
  };
}

/** Injured at work, the employer never insured. */
function injury({ cast, receivedOn, place }: Telling): Told {
  const on = monthsBefore(receivedOn, cast.between(5, 9));
  return {
    workers: [worker(cast, receivedOn, place.name, { gender: '男', years: [26, 56] })],
    employers: [
      firm(cast, place.name, cast.pick(['机械制造有限公司', '石材有限公司', '木业有限公司', '建材有限公司'])),
    ],
    place: `${place.name}${cast.pick(['产业集聚区', '工业园', '石材园'])}`,
    since: on,
    claims: [
      line('injury-benefits', tens(cast, 38000, 96000), '九级伤残，单位未参加工伤保险，各项待遇由单位支付'),
      line('injury-medical', tens(cast, 3000, 18000), '住院期间的医疗费和护理费'),
    ],
    facts: '劳动者操作机器时伤了手指，已认定工伤，鉴定为九级。\n单位没有给他缴工伤保险，只付了住院押金。',
    elements: { injury: { on, grade: '九级' } },
    item: '工伤保险待遇',
    undisputed: '双方对受伤经过、工伤认定和伤残等级没有异议。',
    applicantSays: '要求按九级的标准一次付清。',
    respondentSays: '数额较大，请求减少并分期。',
    proof: '工伤认定决定书和鉴定结论',
  };
}

function leave({ cast, receivedOn, place }: Telling): Told {
  const ended = addDays(receivedOn, -cast.between(10, 60));
  return {
    workers: [worker(cast, receivedOn, place.name)],
    employers: [firm(cast, place.name, cast.pick(shopTrades))],
    place: `${place.name}${cast.pick(place.spots)}`,
    since: ended,
    employmentEndedOn: ended,
    claims: [line('annual-leave', tens(cast, 900, 5200), '离职前两年的带薪年休假没有安排，也没有折算工资')],
    facts: '劳动者辞职时才知道还有年休假没有休。\n单位称公司没有这项规定。',
    item: '未休年休假工资',
    undisputed: '双方对工作年限和月工资没有异议。',
    applicantSays: '要求折算未休的年休假。',
    respondentSays: '愿意按规定补发。',
    proof: '离职证明和工资流水',
  };
}

/** A lay-off: a group asks for what the law gives them for their years. */
function layoff({ cast, receivedOn, place, workers: count }: Telling): Told {
  const ended = addDays(receivedOn, -cast.between(5, 20));
  const workers = Array.from({ length: count }, () =>
    worker(cast, receivedOn, place.name, { years: [27, 53] }),
  );
  return {
    workers,
    employers: [
      firm(
        cast,
        place.name,
        cast.pick(['电子有限公司', '光电科技有限公司', '食品有限公司', '防爆电气有限公司']),
      ),
    ],
    place: `${place.name}${cast.pick(['产业集聚区', '高新技术产业园', '工业园'])}`,
    since: ended,
    employmentEndedOn: ended,
    claims: workers.map((_, index) =>
      line('economic-compensation', tens(cast, 9000, 38000), '停产裁员，未按工作年限支付经济补偿', {
        ...(count > 1 ? { worker: index + 1 } : {}),
      }),
    ),
    facts: `单位因订单减少停产，${count > 1 ? `一次裁减${count}人` : '通知劳动者不用再来'}，只说明了情况，没有支付经济补偿。\n劳动者要求按工作年限补偿。`,
    item: '经济补偿',
    undisputed: '双方对停产、裁减的事实和各人工作年限没有异议。',
    applicantSays: '要求按工作年限支付经济补偿。',
    respondentSays: '愿意补偿，资金紧张，请求分两期。',
    proof: '裁员通知和劳动合同',
  };
}

/** Past the age of retirement, hurt at work. */
function retired({ cast, receivedOn, place }: Telling): Told {
  const on = monthsBefore(receivedOn, cast.between(2, 5));
  return {
    workers: [worker(cast, receivedOn, place.name, { years: [63, 69], kind: 'past-retirement' })],
    employers: [
      firm(cast, place.name, cast.pick(['环境服务有限公司', '物业服务有限公司', '园林绿化有限公司'])),
    ],
    place: `${place.name}${cast.pick(place.spots)}`,
    since: on,
    claims: [line('injury-medical', tens(cast, 6000, 32000), '清扫道路时摔伤，医疗费、误工费由单位承担')],
    facts: '劳动者过了退休年龄，给单位做保洁，清扫时摔伤手臂，住院二十天。\n单位称已经超龄，不算工伤。',
    elements: { injury: { on } },
    item: '医疗费及误工损失',
    undisputed: '双方对受伤的时间、地点和医疗费数额没有异议。',
    applicantSays: '要求单位承担医疗费和误工费。',
    respondentSays: '出于人道愿意承担大部分。',
    proof: '住院病历和收费票据',
  };
}

/** A security company keeps the deposit for the uniform. */
function deposit({ cast, receivedOn, place }: Telling): Told {
  const ended = addDays(receivedOn, -cast.between(6, 40));
  return {
    workers: [worker(cast, receivedOn, place.name, { gender: '男', years: [24, 57] })],
    employers: [firm(cast, place.name, cast.pick(['保安服务有限公司', '安保护卫有限公司']))],
    place: `${place.name}${cast.pick(place.spots)}`,
    since: ended,
    employmentEndedOn: ended,
    claims: [
      line('deposit', tens(cast, 500, 2000), '入职时收取的服装押金不退'),
      line('wages', tens(cast, 1800, 4200), '离职当月工资未付'),
    ],
    facts: '入职时收了服装押金，写有收据。\n离职时单位以干不满一年为由不退押金，并扣下当月工资。',
    item: '服装押金和离职当月工资',
    undisputed: '双方对押金收据和出勤天数没有异议。',
    applicantSays: '要求退押金、付工资。',
    respondentSays: '同意退还。',
    proof: '押金收据',
  };
}

/** A teacher of a private school, bound not to compete. */
function teacher({ cast, receivedOn, place }: Telling): Told {
  const ended = monthsBefore(receivedOn, cast.between(4, 7));
  return {
    workers: [worker(cast, receivedOn, place.name, { years: [25, 45] })],
    employers: [firm(cast, place.name, cast.pick(['实验学校', '外国语学校', '艺术培训学校']))],
    place: `${place.name}${cast.pick(place.spots)}`,
    since: ended,
    employmentEndedOn: ended,
    claims: [line('other', tens(cast, 6000, 24000), '履行了竞业限制，学校没有按月支付补偿')],
    facts: '劳动者离职时签了竞业限制条款，半年内没有到其他学校任教。\n学校一直没有支付补偿。',
    item: '竞业限制补偿',
    undisputed: '双方对竞业限制条款和履行期间没有异议。',
    applicantSays: '要求支付半年的补偿。',
    respondentSays: '愿意支付，并解除以后的限制。',
    proof: '劳动合同和竞业限制协议',
  };
}

/** Months of work without a written contract. */
function uncontracted({ cast, receivedOn, place }: Telling): Told {
  const ended = addDays(receivedOn, -cast.between(6, 40));
  return {
    workers: [worker(cast, receivedOn, place.name, { years: [19, 52] })],
    employers: [firm(cast, place.name, cast.pick(shopTrades))],
    place: `${place.name}${cast.pick(place.spots)}`,
    since: ended,
    employmentEndedOn: ended,
    claims: [
      line('double-wage', tens(cast, 6000, 32000), '在职八个月未签书面劳动合同，要求支付二倍工资差额', {
        from: addMonths(ended, -7),
        until: ended,
      }),
    ],
    facts: '劳动者在职八个月，单位一直没有签书面劳动合同，也没有缴社会保险。\n离职时要求补偿，单位不同意。',
    item: '未签书面劳动合同二倍工资差额',
    undisputed: '双方对入职、离职时间和月工资没有异议。',
    applicantSays: '要求支付二倍工资差额。',
    respondentSays: '愿意支付一部分。',
    proof: '微信工作群和转账记录',
  };
}

/** One worker's wages: a shop, an inn, a lorry. */
function wages({ cast, receivedOn, place }: Telling): Told {
  const until = addDays(monthsBefore(receivedOn, 1), -1);
  const from = monthsBefore(receivedOn, cast.between(2, 4));
  return {
    workers: [worker(cast, receivedOn, place.name)],
    employers: [firm(cast, place.name, cast.pick(shopTrades))],
    place: `${place.name}${cast.pick(place.spots)}`,
    since: until,
    claims: [
      line('wages', tens(cast, 2600, 19000), `${monthOfDay(from)}至${monthOfDay(until)}工资未付`, {
        from,
        until,
      }),
    ],
    facts: `劳动者${monthOfDay(from)}起没有领到工资，单位称生意不好，让他再等等。\n他已经离开，要求付清。`,
    item: `${monthOfDay(from)}至${monthOfDay(until)}的工资`,
    undisputed: '双方对欠付的月份和数额没有异议。',
    applicantSays: '要求付清工资。',
    respondentSays: '认可数额，请求宽限。',
    proof: '工资流水和聊天记录',
  };
}

/** Years without pension insurance. */
function insurance({ cast, receivedOn, place }: Telling): Told {
  const ended = addDays(receivedOn, -cast.between(12, 80));
  return {
    workers: [worker(cast, receivedOn, place.name, { years: [45, 59] })],
    employers: [firm(cast, place.name, cast.pick(['粮油有限公司', '酒业有限公司', '医药有限公司']))],
    place: `${place.name}${cast.pick(place.spots)}`,
    since: ended,
    employmentEndedOn: ended,
    claims: [
      line(
        'social-insurance-loss',
        tens(cast, 8000, 36000),
        '在职期间未缴养老保险，现已不能补缴，要求赔偿损失',
      ),
    ],
    facts: '劳动者在单位干了六年，单位没有给他缴养老保险。\n社保经办机构答复现在不能补缴。',
    item: '养老保险待遇损失',
    undisputed: '双方对工作年限没有异议。',
    applicantSays: '要求赔偿不能补缴的损失。',
    respondentSays: '当时劳动者自己不愿缴，愿意补偿一部分。',
    proof: '工作证和社保经办机构的答复',
  };
}

export const kinds = {
  ...{ site, courier, platform, pregnancy, mill, injury, leave, layoff },
  ...{ retired, deposit, teacher, uncontracted, wages, insurance },
} satisfies Record<string, (telling: Telling) => Told>;
