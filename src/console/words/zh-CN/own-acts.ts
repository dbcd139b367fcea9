/** What the case's page says of the parties' own acts. */
export const ownActWords = {
  onScreen: '在手机上的签名',
  takenOver:
    '已在手机上签名的当事人，记录签字盖章时不用再填；其余当事人签纸质的，可以在“文书”里出具带签名的协议书。',
  signatureOf: '的签名',
  picture: '签名图像 SHA-256：',
  read: '所签文本 SHA-256：',
  words: '当事人说的付款情况（没有计入到账）',
  instalment: '第{no}期',
  paid: '说已付 {amount} 元',
  unpaid: '说没有收到',
  proof: '转账凭证',
  answers: '当事人答复',
} as const;
