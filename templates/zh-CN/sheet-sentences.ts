/** What is said of a wrong cell in an imported sheet, and what sheets made here are called. */

/** What is said of a cell; each goes on after 第 5 行「身份证号」. */
export const cellSentences = {
  missing: '没有填写，请补上',
  'too-long': '太长，最多 {most} 个字，请缩短',
  'not-clean': '含有看不见的控制字符或者不完整的字符，请删去后重新输入',
  'not-a-name': '“{text}”不像姓名或者名称：不能只有数字和符号，请核对',
  'not-one-person': '“{text}”像是几个人：工资表一人一行，请分开填写各自的金额',
  'run-together': '“{text}”中间只有空格：是几个人的请用顿号隔开（工资表一人一行），是一个人的请去掉空格',
  'not-everyone': '“{text}”没有写全：请写出每个人的姓名，用顿号隔开',
  'wrong-id-number': '不是有效的公民身份号码：应为 18 位，末位是校验码（可以是 X），请对照证件核对',
  'id-number-lost': '被表格存成了数字，后几位已经丢失：请把这一列设为“文本”格式，再重新输入 18 位号码',
  'wrong-phone': '不是有效的电话：请填 11 位手机号，或者带区号的座机号',
  'phones-not-as-many': '有 {phones} 个电话、{people} 个人，对不上号：请一人一个按顺序填写，或者只填一个',
  'wrong-credit-code': '不是有效的统一社会信用代码：应为 18 位，末位是校验码，请对照营业执照核对',
  'wrong-amount': '“{text}”不是有效的金额：请填元，至多两位小数，例如 12345.60',
  'too-many-decimals': '“{text}”有两位以上的小数：请四舍五入到分，例如 12345.60',
  'not-positive': '应当大于零，请核对',
  negative: '“{text}”是负数：请核对，只填欠付的数额',
  'wrong-day': '“{text}”不是有效的日期：请按 2026-11-23 的格式填写真实存在的日期',
  'out-of-range': '“{text}”不在 1990 年到 2100 年之间，请核对年份',
  'wrong-period': '“{text}”读不出起止：请按 2026-01-01至2026-03-31 的格式填写',
  'in-the-future': '{day} 在今天（{today}）之后：请核对年份和月份',
  'before-other': '{day} 早于「{other}」的 {otherDay}：请核对先后',
  'wrong-yes-no': '“{text}”看不出是否同意：请填“是”或者“否”，没有问过的留空',
  'unknown-head': '“{text}”不是可以识别的请求：请填{known}之一，几项之间用顿号隔开',
  'unknown-channel': '“{text}”不是可以识别的渠道：请填{known}之一',
  'unknown-state': '“{text}”不是可以识别的状态：请填{known}之一',
  'unknown-district': '“{text}”不是可以登记的县区：请填区划代码或者全称，例如{known}',
  'unknown-mediator': '“{text}”不是该县区在册的调解员：请核对姓名，或者先请管理员建账号',
  'mediator-not-alone': '有不止一位在册的调解员叫“{text}”：请留空，导入后再指派',
  'needed-by-state': '没有填写：状态是“{state}”的须有这一项',
  'more-than-agreed': '{amount} 元多于协议金额 {agreed} 元，请核对',
  'not-paid-in-full': '只有 {amount} 元，协议金额是 {agreed} 元：没有付清的状态请填“履行中”或者“违约”',
  'paid-in-full': '{amount} 元等于协议金额：已经付清的，状态请填“已履行”',
  'same-person': '与第 {other} 行是同一人、同一请求、同一期间：请合并成一行，或者写明各自的期间',
  'same-name': '与第 {other} 行姓名相同，没有身份证号和电话可以区分：请补上身份证号或者电话，重复的删去一行',
  'same-id-other-name': '与第 {other} 行的身份证号相同而姓名不同：请核对是谁的号码',
  'total-differs': '写的是 {total} 元，而上面 {rows} 行相加是 {sum} 元：请核对有没有漏行或者改动',
  'same-old-number': '与第 {other} 行的原编号相同：请核对，重复的删去一行',
  'not-countable': '算不出期限：{why}',
  'same-case': '与第 {other} 行的申请人、被申请人和登记日期都相同：请核对，重复的删去一行',
} as const;

export const place = '第 {row} 行「{column}」{sentence}';

/** Names of sheets and files. */
export const sheetTitles = {
  'wage-sheet': '工资表（欠薪明细）',
  register: '调解台账',
  problems: '问题清单',
} as const;
export const problemColumns = { row: '行', column: '列', sentence: '问题' } as const;
