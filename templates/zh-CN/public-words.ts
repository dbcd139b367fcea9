/** What every page for workers and enterprises says around its matter. */
export const publicWords = {
  house: '宛和 · 劳动争议调解',
  skip: '跳到正文',
  largeType: '大字版',
  normalType: '标准字号',
  pages: '其他页面',
  navigation: [['/privacy', '个人信息处理告知书']],
  problems: '请先改正这些内容',
  notPossible: '现在办不了',
} as const;
