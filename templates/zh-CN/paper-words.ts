/** What papers say beside their wordings. */
import type { ClaimHead } from '../../src/domain/claim.ts';

/** Kinds of paper. */
export const paperNames = {
  application: '调解申请书',
  'acceptance-notice': '受理通知书',
  'non-acceptance': '不予受理通知书',
  'mediation-notice': '调解通知书',
  minutes: '调解笔录',
  termination: '终止调解通知书',
  agreement: '调解协议书',
  'review-application': '仲裁审查申请书',
  'confirmation-application': '司法确认申请书',
  'mediation-proof': '调解组织主持调解的证明',
  'service-address': '送达地址确认书',
  'authority-letter': '授权委托书',
  'payment-order-application': '支付令申请书',
  'visit-record': '回访记录',
  'same-day-record': '简易调解登记表',
  'hand-over-slip': '移送回执',
  'referral-letter': '移送函',
  'limitation-certificate': '时效证明',
  'receipt-slip': '调解申请回执',
} as const;

/** 案由, after 民事案件案由规定. */
export const causes = {
  'confirm-relation': '确认劳动关系纠纷',
  wages: '追索劳动报酬纠纷',
  overtime: '追索劳动报酬纠纷',
  'annual-leave': '追索劳动报酬纠纷',
  'double-wage': '追索劳动报酬纠纷',
  'economic-compensation': '经济补偿金纠纷',
  'unlawful-dismissal': '劳动合同纠纷',
  'injury-medical': '工伤保险待遇纠纷',
  'injury-benefits': '工伤保险待遇纠纷',
  'social-insurance-loss': '社会保险纠纷',
  deposit: '劳动合同纠纷',
  other: '劳动争议',
} as const satisfies Record<ClaimHead, string>;

/** What an event does to the year of limitation, as its certificate says it. */
export const limitationEffects = {
  starts: '时效起算',
  restarts: '时效中断，重新计算',
  suspends: '时效中止，期间顺延',
  none: '不影响时效',
} as const;

/** 移送依据 by the kind of body that receives. */
export const referralGrounds = {
  hr: ['《中华人民共和国劳动争议调解仲裁法》第九条', '《河南省工会条例》第二十五条、第二十六条'],
  court: ['《中华人民共和国民事诉讼法》', '诉调对接的有关规定'],
  procuratorate: [
    '最高人民检察院、中华全国总工会《关于协同推进运用“一函两书”制度保障劳动者权益工作的通知》',
    '《中华人民共和国民事诉讼法》第十五条',
  ],
  justice: ['《中华人民共和国法律援助法》第三十一条'],
  union: ['《企业劳动争议协商调解规定》'],
  'mediation-centre': ['《企业劳动争议协商调解规定》'],
} as const;

/** What a 移送函 says of consent and of limitation, by what is on record. */
export const letterWords = {
  onPaper: '纸质',
  consent: '劳动者已于{day}同意移送并转交案件材料',
  consentUnknown: '本案记录未载明劳动者是否同意移送，请贵单位向劳动者核实',
  limitationProvisional:
    '申请劳动争议仲裁的时效期间的最后一日所依据的放假安排尚未公布，待公布并算定后另行函告',
  limitationNone:
    '本案没有劳动关系终止的记录。劳动关系存续期间因拖欠劳动报酬发生争议的，劳动者申请仲裁不受一年时效期间的限制；劳动关系终止的，应当自终止之日起一年内提出（《中华人民共和国劳动争议调解仲裁法》第二十七条第四款）',
  limitationCivil:
    '本案当事人之间按现有记录不存在劳动关系，请求按民事合同纠纷处理，不适用劳动争议仲裁时效。向人民法院请求保护民事权利的诉讼时效期间为三年，自权利人知道或者应当知道权利受到损害以及义务人之日起计算，法律另有规定的，依照其规定（《中华人民共和国民法典》第一百八十八条）',
  limitationUnknown: '本案记录未载明时效期间的最后一日，请贵单位及时办理',
} as const;

/** What notices of the mediation body say where nothing more exact is on record. */
export const noticeWords = {
  usualBodies: {
    arbitration: '有管辖权的劳动人事争议仲裁委员会',
    court: '有管辖权的人民法院',
    inspection: '用工所在地的劳动保障监察机构',
  },
  limitationProvisional:
    '申请劳动争议仲裁的时效期间的最后一日所依据的放假安排尚未公布，待公布并算定后另行告知',
  limitationNone:
    '本案没有劳动关系终止的记录，按现有记录，各项请求均属于劳动关系存续期间拖欠的劳动报酬，不受上述一年期间的限制',
} as const;

/** What an agreement says of each claim, or of each head where they are many; what those sign under who speak for a group. */
export const agreementWords = {
  disputed: '{head}：{basis}，金额{amount}元。',
  disputedNoMoney: '{head}：{basis}。',
  disputedOf: '{name}，{line}',
  disputedHead: '{head}，共{count}项，金额合计{amount}元。',
  disputedHeadNoMoney: '{head}，共{count}项。',
  consents: '推选代表人书和全体成员同意本协议的签名册',
} as const;

/** What the parties are called on papers beside their names. */
export const partyWords = {
  genders: { man: '男', woman: '女' },
  units: { worker: '人', employer: '家单位' },
  employerRoles: { contractor: '施工总承包单位', dispatch: '劳务派遣单位', platform: '平台企业' },
  workerKinds: {
    employee: '劳动关系',
    platform: '平台用工',
    'past-retirement': '超龄用工',
    service: '劳务关系',
  },
  sides: { worker: '劳动者一方', employer: '用人单位一方', mediator: '调解员' },
  authority: {
    general: '一般授权',
    special: '特别授权（代为承认、放弃、变更调解请求，进行和解，签署调解协议）',
  },
} as const;

/** Powers an authority letter spells out one by one. */
export const powerWords = {
  special: ['代为承认、放弃、变更调解请求', '代为进行和解', '代为签署调解协议', '代为签收有关文书'],
  election: ['代表全体推选人提交和接收材料', '代表全体推选人陈述事实和意见', '代表全体推选人参加调解会议'],
} as const;

/** A claim on an application and on the record of a day. */
export const claimLineWords = {
  ofParty: '{head}（{name}）',
  ofKind: '{head}（{kind}）',
  period: '{basis}（{from}至{until}）',
  since: '{basis}（自{from}起）',
} as const;

/** What an application says of evidence, and of the same dispute elsewhere. */
export const applicationWords = { electronic: '电子件', on: '{day}，{what}' } as const;

/** How someone was tried, and what came of it. */
export const attemptWords = {
  ways: { phone: '电话', visit: '上门', message: '短信或者微信', letter: '信函' },
  way: '{way}联系{name}',
  at: '{way}（{time}）',
  reached: '已联系上',
  notReached: '未联系上',
  result: '{result}，{note}',
} as const;

/** Where a head goes when mediation has failed, by its path in law. */
export const onwardWords = {
  arbitration: { path: '申请劳动仲裁', to: '有管辖权的劳动人事争议仲裁委员会' },
  court: { path: '向人民法院起诉', to: '有管辖权的人民法院' },
  authority: { path: '请求行政部门依法处理', to: '用工所在地的劳动保障监察机构或者有关行政部门' },
} as const;

/** What minutes say of a proposal and of the answers to it. */
export const minutesWords = {
  money: '{terms}（金额{amount}元）',
  accepted: '同意',
  refused: '不同意',
  answer: '{answer}，{note}',
} as const;

/** What a joint application says in short of what was agreed, and what is annexed. */
export const jointWords = {
  once: '{payer}于{day}前（含当日）一次性向{payee}支付{item}{amount}元。',
  parts: '{payer}分{count}期向{payee}支付{item}共计{amount}元：{days}。',
  part: '{day}前{amount}元',
  manyParts: '{payer}分{count}期向{payee}支付{item}共计{amount}元，各期付款日和金额见调解协议书。',
  duty: '{who}于{day}前（含当日）{duty}。',
  attachments: {
    agreement: '调解协议书原件',
    identity: '双方当事人身份、资格证明复印件',
    authority: '授权委托书',
    election: '推选代表人书和全体成员同意协议的签名册',
    proof: '调解组织主持调解的证明',
    address: '送达地址确认书',
  },
} as const;

/** What a mediation body is by law, by the capacity in which it took the case; `{body}` the court or commission. */
export const capacityWords = {
  'people-mediation': '依法设立的人民调解委员会',
  'court-roster': '{body}特邀调解组织名册所列的调解组织',
  'arbitration-entrusted': '受{body}委托的调解组织',
  'enterprise-committee': '依法设立的企业劳动争议调解委员会',
} as const;

/** What an application for a payment order says of its own. */
export const paymentOrderWords = {
  line: '{item}第{no}期',
  fact: '至{day}，被申请人没有按照调解协议书的约定付清已经到期的款项。',
  agreement: '调解协议书原件',
  election: '推选代表人书',
  /** The law's four words, each with its code on the paper. */
  heads: {
    劳动报酬: 'wages',
    工伤医疗费: 'injury-medical',
    经济补偿: 'economic-compensation',
    赔偿金: 'damages',
  },
} as const;

/** What a visit's record says where nothing more exact is on record. */
export const visitWords = {
  notSaid: '—',
  done: '{day}已履行',
  late: '逾期未履行',
  notYet: '未到期',
  next: '继续关注协议的履行',
} as const;

/** Where a certificate rests on the case's own record. */
export const certificateWords = {
  centre: '本调解组织窗口',
  ownRecord: '本单位案件记录（编号：{number}）',
} as const;

/** Clocks that no single rule of law names. */
export const clockWords = {
  instalment: '分期履行期限',
  duty: '其他义务履行期限',
  extended: '双方同意延长的调解期限',
  agreed: '调解协议约定',
  agreedDay: '协议约定的固定日期：{day}',
  lastSafeDay: '仲裁时效最后安全日',
  ofHead: '请求事项：{head}。',
} as const;

/** Clocks of days the parties agreed on, by rule; what is not here is an instalment's. */
export const fixedClockNames: Readonly<Record<string, string>> = {
  'agreement.duty': clockWords.duty,
  'mediation.extended': clockWords.extended,
};

/** The number of a kind of paper the city gives no form for. */
export const plainNumber = '{body}{title}〔{year}〕{n}号';

/** How the register calls a copy of the agreement with the signatures given on a screen. */
export const signedCopy = '{number}（签署件{no}）';
