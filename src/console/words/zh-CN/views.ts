/** Words of views: ready ones, and those people make. */
export const viewWords = {
  name: '视图',
} as const;

export const disputeViewWords = {
  all: '全部',
  open: '未办结',
  overdue: '超期',
  week: '本周到期',
  undecided: '待受理',
  mine: '我的未办结',
  mineOverdue: '我的超期',
  mineWeek: '我的本周到期',
} as const;
