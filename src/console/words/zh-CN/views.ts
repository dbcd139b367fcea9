/** Words of views: ready ones, and those people make. */
export const viewWords = {
  name: '视图',
  keep: '存为视图',
  manage: '管理我的视图',
  called: '视图名称',
  nameIt: '请给视图起个名称',
  example: '例如：欠薪超期',
  nameOf: '“{name}”的名称',
  up: '“{name}”前移',
  down: '“{name}”后移',
  takeFilters: '换成现在的筛选',
  discard: '删去“{name}”',
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

export const referralViewWords = {
  all: '全部',
  toReceive: '待签收',
  toDecide: '待决定',
  toReport: '待反馈',
  overdue: '超期',
  incoming: '来件',
  outgoing: '去件',
} as const;
