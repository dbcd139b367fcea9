/** What imports are called, and what is written down where a register says nothing. */

export const importStatusWords = {
  pending: '等待导入',
  done: '已导入',
  refused: '有误，未导入',
  skipped: '已有此案，跳过',
} as const;

/** What a case of a register may lack. */
export const registerWords = {
  agreedAmount: '协议金额',
  acceptedOn: '受理日期',
  concludedOn: '结果日期',
  closedOn: '结案日期',
} as const;

/** Goes into the case's facts: what nobody wrote in the register. */
export const notInRegister = '原台账未记：{fields}';
export const noteInRegister = '原台账备注：{note}';
/** Stands where the register leaves the place empty. */
export const placeNotInRegister = '原台账未记';

export const claimBasis = {
  one: '原台账登记的请求',
  sum: '原台账登记的请求；各项金额没有分列，合计记在这一项',
  rest: '原台账登记的请求；金额没有分列，已合计在第一项',
} as const;

/** A line that nobody could write down. */
export const lineFault = '这一行没有能写入：系统出错，请稍后把这一行单独再导入；仍不成的，请联系管理员';
