/** Words of the inbox. */
export const inboxWords = {
  counters: '待办分类',
  whose: '谁的待办',
  mine: '我的',
  everybodys: '本区县全部',
  views: [
    { name: '待办', due: '' },
    { name: '超期', due: 'overdue' },
    { name: '今日到期', due: 'today' },
    { name: '本周到期', due: 'week' },
  ],
  due: '期限',
  what: '要做的事',
  why: '为什么',
  case: '案件',
  owner: '承办人',
  follows: '接着上一步办，没有法定期限',
  since: '{day} 起，已 {n} 天',
  accept: '接受',
  acceptMeans: '签收并接受这件移送，反馈结果的期限随即起算。',
  giveBack: '退回',
  referral: '移送',
} as const;
