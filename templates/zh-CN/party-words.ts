/** What parties do themselves, what they consent to, and the code by which they come to their case. */
export const partyWords = {
  'give-check-code': '发放查询码',
  'privacy-notice': '已阅告知书并同意',
  'share-with-body': '同意向其他单位提供',
  'sensitive-information': '同意处理敏感个人信息',
  'signed-paper': '书面签字',
  'oral-on-record': '口头，有记录',
  'answer-session': '答复会议时间',
  'sign-on-screen': '在手机上签名',
  'report-paid': '告知已付款',
  'report-unpaid': '告知没有收到',
} as const;
