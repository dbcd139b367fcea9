/** A cell of a workbook as text: days as `YYYY-MM-DD`, numbers in figures without exponent. */

/** What the reader gives: a number keeps the text it has in the file. */
type Cell = string | boolean | { number: string } | Date | null;

export function cellText(given: unknown): string {
  const cell = given as Cell;
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (cell instanceof Date) return dayText(cell);
  return numberText(cell.number);
}

/** A spreadsheet keeps no more; what stands behind is the noise of its binary fractions. */
const FIGURES = 15;

/** `1234.5600000000001` -> `1234.56`; `4.11302E+17` -> `411302000000000000`. */
export function numberText(text: string): string {
  const number = Number(text);
  if (!Number.isFinite(number)) return text;
  const [mantissa = '', exponent = ''] = number.toExponential(FIGURES - 1).split('e');
  const sign = mantissa.startsWith('-') ? '-' : '';
  const figures = mantissa.replace(/[-.]/g, '').replace(/0+$/, '');
  if (figures === '') return '0';
  const point = Number(exponent) + 1;
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${figures}`;
  const whole = figures.slice(0, point).padEnd(point, '0');
  return `${sign}${whole}${figures.length > point ? `.${figures.slice(point)}` : ''}`;
}

/** Half a second early or late is the noise of a day's fraction; the hour is not read. */
function dayText(at: Date): string {
  const moment = at.getTime() + 500;
  return Number.isFinite(moment) ? new Date(moment).toISOString().slice(0, 10) : '';
}
