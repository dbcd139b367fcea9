/** The public page that confirms a paper, in words. */

/** The public page that confirms a paper. */
export const checkPage = {
  title: '文书核验',
  enter: '输入核验码',
  enterHint: '12 个字母和数字，印在文书首页的二维码下面',
  open: '核验',
  kind: '文书种类',
  number: '文号',
  issuer: '出具单位',
  issuedOn: '成文日期',
  status: '状态',
  pages: '页数',
  hash: 'SHA-256',
  isVoid: '已作废',
  isUnsigned: '已出具，尚未签字盖章生效',
  isValid: '有效',
  drawing: '正在生成',
  found: '本系统出具过这份文书。请核对文号、页数与手中文书一致。',
  foundVoid: '这份文书已经作废，请勿使用，以重新出具的文书为准。',
  unknown: '没有查到这份文书。请核对核验码；仍查不到的，请与出具单位联系。',
  note: '为保护当事人隐私，本页不显示姓名和内容。',
} as const;
