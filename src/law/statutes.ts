/** The texts the rules are read from, each with its time in force. A new version is a new entry; the old one gets its last day. */

/** How well a text is known: V read in full, V2 read in a secondary copy, M from memory, S a setting of the city. */
export type Tag = 'V' | 'V2' | 'M' | 'S';

export type Statute = {
  title: string;
  /** Document number or edition. */
  number: string;
  jurisdiction: 'CN' | 'CN-41' | 'CN-4113';
  /** First and last day in force; null where not known or not ended. */
  validFrom: string | null;
  validTo: string | null;
  note?: string;
};

export const statutes = {
  'mediation-arbitration-law': {
    title: '劳动争议调解仲裁法',
    number: '主席令第80号',
    jurisdiction: 'CN',
    validFrom: '2008-05-01',
    validTo: null,
  },
  'labour-contract-law': {
    title: '劳动合同法',
    number: '2012年修正',
    jurisdiction: 'CN',
    validFrom: '2008-01-01',
    validTo: null,
  },
  'arbitration-rules': {
    title: '劳动人事争议仲裁办案规则',
    number: '人社部令第33号',
    jurisdiction: 'CN',
    validFrom: '2017-07-01',
    validTo: null,
  },
  'negotiation-rules': {
    title: '企业劳动争议协商调解规定',
    number: '人社部令第17号',
    jurisdiction: 'CN',
    validFrom: '2012-01-01',
    validTo: null,
  },
  'invited-mediation': {
    title: '最高人民法院关于人民法院特邀调解的规定',
    number: '法释〔2016〕14号',
    jurisdiction: 'CN',
    validFrom: '2016-07-01',
    validTo: null,
  },
  'online-mediation': {
    title: '人民法院在线调解规则',
    number: '法释〔2021〕23号',
    jurisdiction: 'CN',
    validFrom: '2022-01-01',
    validTo: null,
  },
  'people-mediation-law': {
    title: '人民调解法',
    number: '主席令第34号',
    jurisdiction: 'CN',
    validFrom: '2011-01-01',
    validTo: null,
  },
  'civil-procedure-2021': {
    title: '民事诉讼法（2021年修正）',
    number: '2021年修正',
    jurisdiction: 'CN',
    validFrom: '2022-01-01',
    validTo: '2023-12-31',
  },
  'civil-procedure': {
    title: '民事诉讼法',
    number: '2023年修正',
    jurisdiction: 'CN',
    validFrom: '2024-01-01',
    validTo: null,
  },
  'inspection-regulation': {
    title: '劳动保障监察条例',
    number: '国务院令第423号',
    jurisdiction: 'CN',
    validFrom: '2004-12-01',
    validTo: null,
  },
  'henan-inspection': {
    title: '河南省劳动保障监察条例',
    number: '河南省人大常委会',
    jurisdiction: 'CN-41',
    validFrom: null,
    validTo: null,
  },
  'legal-aid-law': {
    title: '法律援助法',
    number: '主席令第93号',
    jurisdiction: 'CN',
    validFrom: '2022-01-01',
    validTo: null,
  },
  'legal-aid-procedure-2012': {
    title: '办理法律援助案件程序规定（2012年）',
    number: '司法部令第124号',
    jurisdiction: 'CN',
    validFrom: '2012-07-01',
    validTo: '2021-12-31',
    note: '2022-01-01起以法律援助法的七日、三日为准',
  },
  'legal-aid-procedure': {
    title: '办理法律援助案件程序规定（2023年）',
    number: '司法部令第148号',
    jurisdiction: 'CN',
    validFrom: '2023-09-01',
    validTo: null,
  },
  'volunteer-rules': {
    title: '法律援助志愿者管理办法',
    number: '司法部、中央文明办2021年12月',
    jurisdiction: 'CN',
    validFrom: '2021-12-31',
    validTo: null,
  },
  'collective-contract-rules': {
    title: '集体合同规定',
    number: '劳动和社会保障部令第22号',
    jurisdiction: 'CN',
    validFrom: '2004-05-01',
    validTo: null,
  },
  'wage-bargaining-rules': {
    title: '工资集体协商试行办法',
    number: '劳动和社会保障部令第9号',
    jurisdiction: 'CN',
    validFrom: '2000-11-08',
    validTo: null,
  },
  'henan-wage-bargaining': {
    title: '河南省企业工资集体协商条例',
    number: '河南省人大常委会2013年',
    jurisdiction: 'CN-41',
    validFrom: '2014-01-01',
    validTo: null,
  },
  'henan-collective-contract': {
    title: '河南省企业集体合同条例',
    number: '河南省人大常委会1999年',
    jurisdiction: 'CN-41',
    validFrom: '1999-12-01',
    validTo: null,
    note: '1999年文本是否仍有效待核',
  },
  'henan-union': {
    title: '河南省工会条例（2024年）',
    number: '河南省人大常委会2024-09-28',
    jurisdiction: 'CN-41',
    validFrom: '2025-01-01',
    validTo: null,
    note: '2004年条例同时废止',
  },
  setting: {
    title: '本市规则包设定',
    number: '',
    jurisdiction: 'CN-4113',
    validFrom: null,
    validTo: null,
  },
} as const satisfies Record<string, Statute>;

export type StatuteId = keyof typeof statutes;
