/** What every page for workers and enterprises says around its matter. */
export const publicWords = {
  house: '宛和 · 劳动争议调解',
  skip: '跳到正文',
  largeType: '大字版',
  normalType: '标准字号',
  pages: '其他页面',
  navigation: [
    ['/', '首页'],
    ['/apply', '申请调解'],
    ['/follow', '查询进度'],
    ['/privacy', '个人信息处理告知书'],
  ],
  problems: '请先改正这些内容',
  notPossible: '现在办不了',
} as const;

/** The front page. */
export const homeWords = {
  title: '劳动争议调解',
  lead: '工会调解劳动争议，不收费。您要办什么？',
  doors: [
    ['/apply', '申请调解', '劳动者或者单位在手机上申请，大约 10 分钟'],
    ['/follow', '查询进度', '用受理编号和查询码，看办到哪一步'],
    ['/reply', '单位答复移送函', '收到移送函的单位，用函上的回复码答复'],
    ['/check', '核验文书', '用文书上的核验码，核对真伪'],
  ],
  staff: '工作人员登录',
} as const;
