/** What an account is told of without having asked. */
export const noticeWords = {
  'case-opened': {
    title: '紧急查阅',
    sentence: '{by}紧急查阅了案件 {case}，可查看到 {until}；理由见紧急查阅记录',
  },
} as const;
