/** What papers say beside their wordings. */
import type { ClaimHead } from '../../src/domain/claim.ts';

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
  limitationUnknown: '本案记录未载明时效期间的最后一日，请贵单位及时办理',
} as const;

/** What an agreement says of each claim. */
export const agreementWords = { disputed: '{head}：{basis}，金额{amount}元。' } as const;

/** Where a certificate rests on the case's own record. */
export const certificateWords = { ownRecord: '本单位案件记录（编号：{number}）' } as const;

/** Clocks that no single rule of law names. */
export const clockWords = {
  instalment: '分期履行期限',
  agreed: '调解协议约定',
  agreedDay: '协议约定的固定日期：{day}',
  lastSafeDay: '仲裁时效最后安全日',
  ofHead: '请求事项：{head}。',
} as const;

/** The number of a kind of paper the city gives no form for. */
export const plainNumber = '{body}{title}〔{year}〕{n}号';
