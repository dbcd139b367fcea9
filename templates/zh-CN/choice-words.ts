/** Choices of a field that are called otherwise than the same code elsewhere. */
export const choiceWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  way: { visit: '上门', online: '线上' },
  by: { other: '其他原因' },
  answer: { accepted: '接受', refused: '不接受' },
  why: {
    arrears: '拖欠劳动报酬',
    'group-and-uncooperative': '群体性争议，单位不配合',
    'special-group': '特殊群体',
    'no-means': '经济困难',
    'exempt-from-means': '免予核查经济困难',
    'review-of-agreement': '协议仲裁审查',
    'confirmation-of-agreement': '协议司法确认',
  },
  urgency: { urgent: '紧急' },
  told: {
    rights: '双方的权利义务',
    rules: '调解规则',
    effect: '协议的效力',
    confirmation: '司法确认和仲裁审查',
  },
  what: { 'id-number': '公民身份号码', 'agent-phone': '代理人电话' },
  skills: { collective: '集体争议' },
  track: {
    man: '男职工',
    'woman-55': '女职工（原退休年龄五十五周岁）',
    'woman-50': '女职工（原退休年龄五十周岁）',
  },
  presence: { self: '本人到场', agent: '代理人到场', representative: '代表人到场' },
  remedy: { arbitration: '申请仲裁', suit: '直接起诉' },
  side: { worker: '劳动者一方', employer: '用人单位一方' },
  isGiven: { true: '同意', false: '不同意' },
};
