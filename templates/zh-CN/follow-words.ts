/** What a worker or an enterprise reads of its own case, by receipt number and check code. */
export const followWords = {
  title: '查询办理进度',
  intro: '用回执上的受理编号和查询码，可以看到案件办到哪一步、下一步是什么、到什么时候。',
  number: '受理编号',
  numberHint: '例如 2026-000031',
  code: '查询码',
  codeHint: '8 个字母和数字，大小写都可以；横线不用输入',
  open: '查询',
  lost: '没有查询码，或者找不到了：请带身份证件到受理窗口，或者联系您的调解员，可以换发。',
  caseTitle: '我的案件',
  leave: '退出查询',
  left: '已经退出。在网吧或者别人的手机上查询后，请记得退出。',
} as const;
