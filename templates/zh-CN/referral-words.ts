/** Words of referrals 移送 alone: outcomes, reasons, ways in, kinds of bodies. Words of their acts stand in words.ts. */

export const referralWords = {
  // kinds of bodies
  union: '工会',
  'mediation-centre': '调解组织',
  court: '法院',
  procuratorate: '检察院',
  hr: '人社部门',
  justice: '司法行政部门',
  inspection: '劳动保障监察',
  // returns
  'not-competent': '不属于职责范围',
  incomplete: '材料不齐',
  'already-pending': '已在其他程序中处理',
  recalled: '已撤回移送',
  silent: '对方逾期未答复',
  // outcomes
  settled: '已调解解决',
  ordered: '已责令处理',
  'no-violation': '未发现违法',
  filed: '已立案（受理）',
  'not-filed': '不予受理（立案）',
  supported: '已予支持',
  other: '其他',
  confirmed: '裁定有效',
  'confirmation-dismissed': '裁定驳回申请',
  'application-withdrawn': '申请人撤回申请',
  'payment-ordered': '责令支付',
  'correction-ordered': '责令改正',
  'additional-pay-ordered': '责令加付赔偿金',
  'enforcement-applied': '申请强制执行',
  'handed-to-police': '涉嫌犯罪，移送公安机关',
  'award-by-consent': '制作仲裁调解书',
  'document-refused': '不予制作仲裁调解书',
  'other-jurisdiction': '告知向有管辖权的机构申请',
  'suit-supported': '支持起诉',
  'procuratorial-proposal': '制发检察建议',
  'public-interest-suit': '提起公益诉讼',
  'conditions-not-met': '不符合条件',
  'aid-granted': '给予法律援助',
  'aid-refused': '不予法律援助',
  'lawyer-assigned': '已指派律师',
  agreed: '达成协议',
  'settled-and-withdrawn': '自行和解撤回',
  unreachable: '无法联系当事人',
  refused: '一方拒绝调解',
  'too-far-apart': '分歧较大',
  'time-over': '期限届满未达成协议',
  'would-not-sign': '达成一致后拒绝签字',
  // ways in
  'court-delegated': '法院委派（立案前）',
  'court-entrusted': '法院委托（立案后）',
  'arbitration-entrusted': '仲裁委托',
  transferred: '转来',
  ordinary: '普通',
  summary: '简易程序',
  evidence: '证据',
  // sides, directions
  sender: '移送单位',
  incoming: '来件',
  outgoing: '去件',
} as const;

/** A file that goes along, as a list of materials names it. */
export const enclosedWords = { name: '{title}（{number}）', electronic: '电子件' } as const;

/** What a slip says of a return; what was written beside it is in the thread. */
export const slipWords = { returned: '{reason}，说明见往来回复' } as const;
