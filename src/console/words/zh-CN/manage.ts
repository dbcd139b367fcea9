/** Words of the manager's pages. */
export const manageWords = {
  mediators: {
    name: '姓名',
    district: '区县',
    skills: '专长',
    skill: '专长',
    load: '在办件数',
    max: '上限',
    noMax: '不限',
    away: '请假',
    awayOr: '是否请假',
    isAway: '请假中',
    isHere: '在岗',
    set: '设置',
    setTitle: '专长、上限和请假',
    changed: '最近设置',
    full: '已满',
  },
} as const;
