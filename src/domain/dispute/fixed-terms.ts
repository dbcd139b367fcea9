/**
 * Finds a condition where an agreement should name a fixed day: such terms are refused as unclear when they are to be
 * locked in (办案规则 74-79, 民诉法解释 353-358), and nobody can say when they are broken.
 *
 * What fires: vague times (尽快, 有能力时, 3月20日左右), what depends on money or on others' acts (工程款到账后, 待…后支付,
 * 视经营情况, 甲方付款后, 账户解冻之日起五日内), and payments under an `if`. What does not: days, and such as a calendar tells
 * (年内, 春节前); spans from the agreement's own signing, effect or receipt, which are on the file; what follows a breach
 * (逾期, 违约, 未按期); duties after payment that are not payments themselves (收到款项后撤回投诉).
 */
import { Refusal } from '../refusal.ts';

const PAY = /付|交付|偿还|归还|清偿|结清|发放|补发|打款|转账|汇款|汇入|兑现|履行|返还/;
/** What is said of no more claims is no payment. */
const NO_MORE = /[不无免撤]|再/;
const FIXED_DAY = /\d{4}\s*年\s*\d+\s*月\s*\d+\s*[日号]|\d{4}-\d{2}-\d{2}/;
/** A span of days that begins with the event: 起五个工作日内. */
const SPAN = /^起?的?[\d一二三四五六七八九十百两]+个?(?:工作日|自然日|日|天|周|星期|月|年)(?:之?内)?/;
/** The agreement's own acts, whose days are on the file, and days by the calendar. */
const ON_FILE =
  /协议(?:书)?的?(?:签订|签署|签字|签名|签收|盖章|生效|送达|达成|[、和并])*$|(?:签订|签署|签字|签收|收到|送达|达成)(?:本|该|调解)?(?:调解)?协议(?:书)?$|双方(?:签字|签名|盖章|签字盖章)$|[年月]\s*\d+\s*[日号]$|\d{4}-\d{2}-\d{2}$/;
const BREACH =
  /违约|违反|逾期|迟延|拖延|拒[不绝付]|未[按足能付支履兑如]|不[按履支付]|没有(?:按|支付|履行)|少付|漏付|提前|到期|应付|欠付/;
/** 最后, 然后, 税后 …: no point in time. */
const NO_TIME = /(?:最|然|今|此|先|税|售|善|扣除[^，,]{0,15}|抵扣[^，,]{0,15}|减去[^，,]{0,15})$/;

/** What money or another's decision brings about: as a point in time it is a condition, whatever follows. */
const EVENT =
  '(?:到账|到位|解冻|解封|回款|回笼|收回|结算|决算|审计|验收|竣工|完工|变现|变卖|拍卖|处置|放款|融资|批准|审批|复工|复产|盈利|好转|恢复)(?:完成|完毕|成功|通过|正常)?';

const vague: readonly RegExp[] = [
  /尽快|尽早|尽量|抓紧|适时|择日|择期|择机|近期|(?:^|[，,、：:方位司])日后|待定|酌情|力争|争取(?=[^，,。；;]{0,12}(?:付|给|还))/,
  /另行?(?:协商|约定|通知|商定|商量|确定|定|议)|什么时候/,
  /(?:及|随)时(?:支付|给付|付清|付款|发放|偿还)/,
  /(?:有|具备|具有)(?:了)?(?:支付|履行|偿还|付款)?(?:能力|条件|钱|资金|余款|收入)(?:时|后|了|再|的时候|的情况下)/,
  /条件(?:成熟|允许|具备)|资金(?:充裕|宽裕|周转|允许|状况|好转)|经济(?:好转|宽裕|允许)/,
  /视(?!为|同|频|作)[^，,。；;]{0,14}(?:情况|情形|状况|进度|能力|收入|营业额|利润|效益|回款|而定)|看[^，,。；;]{0,8}情况/,
  /(?:按照?|根据|依据|依照?)(?:甲方|乙方|单位|公司|项目|企业)?(?:的)?(?:工程|回款|经营|资金|到款|收款|销售|施工|效益)[^，,。；;]{0,6}(?:情况|状况|进度|比例|能力)/,
  /(?:\d\s*[日号月]|[上中下]旬|月底|年底)(?:左右|前后|上下)|(?:大约|大概|预计|估计|原则上)(?=[^，,。；;]{0,20}(?:[日月年]|付|给|还))/,
  /以[^，,。；;]{2,25}为(?:前提|条件)|以[^，,。；;]{0,12}(?:到账|结算|审计|回款|通知)[^，,。；;]{0,6}为准/,
  /(?:项目|工程|工地)[^，,。；;]{0,6}(?:结束|完工|竣工|交付|验收)之?前/,
  new RegExp(`[^，,。；;]{0,12}${EVENT}(?:之?时(?!间)|[，,]?(?:就|即|便|立即|立刻|马上|当日|当天))`),
  /(?:钱|款|款项|资金|贷款)(?:回来|下来|到手|来)(?:了|就|即|再|时)/,
];

/** 待…后: but 待遇, 待岗, 等待, 招待 are words of their own. */
const WAITING =
  /(?<![等期招对优接])待(?![遇岗业命产定])[^，,。；;]{2,30}?(?:以?后|之后|再|时(?!间)|之日|完毕|完成)/;
const UNTIL = /(?:^|[，,。；;：:])等(?![额级同于])[^，,。；;]{2,25}?(?:后|再|时(?!间)|了)/;
const IF =
  /(?:如果|如若|(?<![例譬比])如(?![下实上约期何数前])|若(?!干)|倘若|假如|只要|一旦|除非)([^，,。；;]{2,30})[，,]([^。；;]*)/;

/** The words that make a term conditional, as written; null where none are found. */
export function conditionIn(text: string): string | null {
  for (const sentence of text.replace(/[ \t]/g, '').split(/[。；;\n\r]/)) {
    const phrase = firstOf(sentence);
    if (phrase !== null) return phrase.replace(/^[，,：:、]+/, '').slice(0, 40);
  }
  return null;
}

/**
 * Refuses `agreement/conditional-term` with the field's name and the words found. Texts stay out of histories: ask where
 * the text comes in, before the command is written down.
 */
export function needFixed(text: string, field: string): void {
  const phrase = conditionIn(text);
  if (phrase !== null)
    throw new Refusal(
      'agreement/conditional-term',
      { field, phrase },
      '劳动人事争议仲裁办案规则 第七十四条至第七十九条',
    );
}

function firstOf(sentence: string): string | null {
  for (const pattern of [...vague, WAITING, UNTIL]) {
    const found = pattern.exec(sentence);
    if (found !== null) return found[0];
  }
  return afterEvent(sentence) ?? fromEvent(sentence) ?? underIf(sentence);
}

/** …后五日内, …后支付: a payment that waits for something to happen. */
function afterEvent(sentence: string): string | null {
  for (const { 0: found, 1: event = '', index } of sentence.matchAll(
    /([^，,、：:]{1,30}?)(?:之|以|过)?后/g,
  )) {
    const isNoEvent = NO_TIME.test(event) || ON_FILE.test(event) || BREACH.test(event);
    if (!isNoEvent && isPayment(dutyOf(sentence.slice(index + found.length)))) return found;
  }
  return null;
}

/** …之日起五日内: unless the day is one of the agreement's own or of the calendar. */
function fromEvent(sentence: string): string | null {
  for (const { 0: found, 1: event = '', index } of sentence.matchAll(/([^，,、：:]{1,30}?)之日/g)) {
    const rest = sentence.slice(index + found.length);
    const isEvent = new RegExp(`(?:${EVENT}|款)$`).test(event) || SPAN.test(rest);
    if (isEvent && !ON_FILE.test(event) && !BREACH.test(event) && isPayment(dutyOf(rest))) return found;
  }
  return null;
}

/** What is to be done then: the next clause that is more than a span of days; empty where the term ends. */
function dutyOf(rest: string): string {
  const clauses = rest.split(/[，,]/).map((clause) => clause.replace(SPAN, ''));
  return clauses.find((clause) => clause !== '') ?? '';
}

/** A term that ends there has its payment before it, or in another field. */
function isPayment(duty: string): boolean {
  return (
    duty === '' || (PAY.test(duty) && !NO_MORE.test(duty) && !FIXED_DAY.test(duty) && !duty.startsWith('的'))
  );
}

/** 如…，则支付: but what is owed on a breach is no condition of the payment itself. */
function underIf(sentence: string): string | null {
  const found = IF.exec(sentence);
  if (found === null) return null;
  const [, condition = '', rest = ''] = found;
  const [duty = ''] = rest.split(/[，,]/);
  const isCondition = !BREACH.test(condition) && duty !== '' && isPayment(duty);
  return isCondition ? found[0].slice(0, found[0].length - rest.length - 1) : null;
}
