/** What the search box says of what it has found. */
export const searchWords = {
  dispute: '{number} {worker}与{employer} {state}',
  workers: '{worker}等{n}人',
  referral: '{number} {from}移送{to} {state}',
  noNumber: '（无编号）',
  paper: '{number} {kind} {receiptNumber}',
  draft: '{title}（草稿）',
  matched: '{by}：{text}',
  by: {
    worker: '劳动者',
    employer: '用人单位',
    party: '当事人',
    'receipt-number': '受理编号',
    'external-number': '外部编号',
    'other-number': '来件编号',
    'paper-number': '文号',
    title: '标题',
  },
} as const;
