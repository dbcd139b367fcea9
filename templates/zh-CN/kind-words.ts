/** Kinds of parties, and heads of claim that only other bodies hear. */
export const kindWords = {
  // kinds of parties
  employee: '劳动关系',
  platform: '平台用工',
  'past-retirement': '超龄用工',
  service: '劳务关系',
  contractor: '施工总承包单位',
  dispatch: '劳务派遣单位',
  // heads of claim that are heard elsewhere
  'social-insurance': '社会保险',
  'maternity-pay': '生育待遇',
  'probation-damages': '违法约定试用期赔偿',
  'working-time': '工作时间、休息休假',
  safety: '劳动安全卫生',
  reinstatement: '恢复劳动关系',
  training: '培训服务期',
  'non-compete': '竞业限制',
  certificate: '离职证明、档案',
} as const;
