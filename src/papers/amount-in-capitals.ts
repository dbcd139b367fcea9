import type { Fen } from '../domain/money.ts';
import { Refusal } from '../domain/refusal.ts';

const DIGITS = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'] as const;
const PLACES = ['', '拾', '佰', '仟'] as const;
const SECTIONS = ['', '万', '亿', '万亿'] as const;

/**
 * `1200000` fen -> 人民币壹万贰仟元整, by 支付结算办法 附件一 (正确填写票据和结算凭证的基本规定): 整 after 元 and 角, none after 分; one 零
 * for a run of noughts between digits. Where 一（四）3 leaves a choice, its first examples are followed: 壹仟陆佰捌拾元零叁角贰分,
 * 壹拾万柒仟元零伍角叁分.
 * Throws `money/negative`.
 */
export function amountInCapitals(amount: Fen): string {
  if (amount < 0) throw new Refusal('money/negative', { text: String(amount) });
  const yuan = Math.floor(amount / 100);
  const jiao = Math.floor(amount / 10) % 10;
  const cents = amount % 10;
  let text = yuan > 0 ? `${yuanInCapitals(yuan)}元` : '';
  if (jiao === 0 && cents === 0) return `人民币${text || '零元'}整`;
  if (jiao > 0) {
    if (yuan > 0 && yuan % 10 === 0) text += '零';
    text += `${DIGITS[jiao]}角`;
  } else if (yuan > 0) text += '零';
  return `人民币${text}${cents > 0 ? `${DIGITS[cents]}分` : '整'}`;
}

function yuanInCapitals(yuan: number): string {
  let text = '';
  let owesNought = false;
  for (let section = SECTIONS.length - 1; section >= 0; section -= 1) {
    const four = Math.floor(yuan / 10_000 ** section) % 10_000;
    for (let place = 3; place >= 0; place -= 1) {
      const digit = Math.floor(four / 10 ** place) % 10;
      if (digit === 0) {
        owesNought ||= text !== '';
        continue;
      }
      text += `${owesNought ? '零' : ''}${DIGITS[digit]}${PLACES[place]}`;
      owesNought = false;
    }
    if (four === 0) continue;
    text += section === 3 && Math.floor(yuan / 1e8) % 10_000 > 0 ? '万' : SECTIONS[section];
    owesNought = false;
  }
  return text;
}
