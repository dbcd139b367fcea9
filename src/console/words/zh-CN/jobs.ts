/** Words of what was ordered in bulk. */
export const jobWords = {
  title: '批量办理的进度',
  running: '进行中 {n} 项，{percent}%',
  ended: '批量办理已完成',
  counts: '共 {total} 件，已办 {done} 件',
  refused: '，没有办成 {n} 件',
  unnamed: '其余 {n} 件没有列出',
} as const;
