/** Days as people and spreadsheets write them. */
import { addDays, addMonths, type Day, isDay } from '../domain/day.ts';

/** The day a spreadsheet counts as 0; it believes that 1900 was a leap year, so this holds from March 1900. */
const SERIAL_ZERO = '1899-12-30' as Day;
const FIRST_SERIAL = 20_000;
const LAST_SERIAL = 75_000;

const WHOLE =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ]?\d{1,2}(?:[:时]\d{1,2}(?:[:分][\d.]+)?)?秒?分?时?Z?)?$/;
const TIGHT = /^(\d{4})(\d{2})(\d{2})$/;
const MONTH = /^(\d{4})[-/.年](\d{1,2})月?份?$/;

/**
 * `2026-3-5`, `2026/03/05 10:20`, `2026年3月5日`, `20260305`, a spreadsheet's serial number; with `ofMonth` also `2026年3月`.
 * Null for anything else, and for days that do not exist.
 */
export function dayIn(text: string, ofMonth?: 'first' | 'last'): Day | null {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/\s*([-/.年月])\s*/g, '$1')
    .replace(/\s+/g, ' ');
  const match = WHOLE.exec(plain) ?? TIGHT.exec(plain);
  if (match !== null) return existing(match[1], match[2], match[3]);
  if (/^\d{5}(\.\d+)?$/.test(plain)) {
    const serial = Math.floor(Number(plain));
    return serial >= FIRST_SERIAL && serial <= LAST_SERIAL ? addDays(SERIAL_ZERO, serial) : null;
  }
  const month = ofMonth && MONTH.exec(plain);
  if (!month) return null;
  const first = existing(month[1], month[2], '1');
  return first === null || ofMonth === 'first' ? first : addDays(addMonths(first, 1), -1);
}

function existing(year = '', month = '', date = ''): Day | null {
  const text = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(text) ? text : null;
}

const EDGE = String.raw`\d{4}[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?|月)?`;
const BETWEEN = String.raw`\s*(?:至|到|~|—+|–|-+)\s*`;
const PERIOD = new RegExp(`^(${EDGE})(?:${BETWEEN}(${EDGE}|\\d{1,2}月))?$`);

/** `2026-01-01至2026-03-31`, `2026.1-2026.3`, `2026年1-3月`, `2026年3月`: from the first day to the last. */
export function periodIn(text: string): { since: Day; until: Day } | null {
  const match = PERIOD.exec(text.normalize('NFKC').replace(/\s+/g, ''));
  if (match === null) return null;
  const [, from = '', to = from] = match;
  const isMonthOnly = /^\d{1,2}月$/.test(to);
  const since = dayIn(from, 'first');
  const until = dayIn(isMonthOnly ? `${from.slice(0, 4)}年${to}` : to, 'last');
  return since === null || until === null ? null : { since, until };
}
