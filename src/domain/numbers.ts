/** Checksums of the numbers people and organisations carry. */

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ID_CHECKS = '10X98765432';

/** 公民身份号码 (GB 11643-1999, ISO 7064 mod 11-2): 17 digits and a check character; upper case. */
export function isIdNumber(text: string): boolean {
  if (!/^\d{17}[\dX]$/.test(text)) return false;
  const sum = ID_WEIGHTS.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  return text[17] === ID_CHECKS[sum % 11];
}

const CREDIT_LETTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** 统一社会信用代码 (GB 32100-2015, mod 31): 18 characters without I O S V Z; upper case. */
export function isCreditCode(text: string): boolean {
  if (!/^[0-9A-HJ-NP-RTUWXY]{18}$/.test(text)) return false;
  let sum = 0;
  let weight = 1;
  for (const letter of text.slice(0, 17)) {
    sum += CREDIT_LETTERS.indexOf(letter) * weight;
    weight = (weight * 3) % 31;
  }
  return text[17] === CREDIT_LETTERS[(31 - (sum % 31)) % 31];
}
