/** The lines under a date: rule, start, days counted and left out, roll. Written for a mediator, not for a lawyer. */
import { dateOf, dayFromNumber } from '../domain/day.ts';
import { type Calendar, isWeekend, isWorkingDay, weekdayName, whyOff } from './calendar/calendar.ts';
import type { Count, Gap, Span } from './count.ts';
import { citation, type RulePack } from './pack.ts';
import type { Rule } from './rules/rule.ts';

const unitNames = { natural: '日（自然日）', working: '个工作日', month: '个月', year: '年' } as const;

export const lengthText = (span: Pick<Span, 'length' | 'dayType'>): string =>
  `${span.length}${unitNames[span.dayType]}`;

/** The same few hundred days are written again and again. */
const dayTexts = new Map<number, string>();

/** `2026-10-07（周三）` */
export function dayText(day: number): string {
  let text = dayTexts.get(day);
  if (text === undefined) {
    text = `${dayFromNumber(day)}（${weekdayName(day)}）`;
    dayTexts.set(day, text);
  }
  return text;
}

/** `2026-10-07` */
const plain = (day: number): string => dayText(day).slice(0, 10);

export function headLine(pack: RulePack, rule: Rule): string {
  const span = { length: rule.length, dayType: rule.dayType };
  const where = rule.direction === undefined ? '起' : '前';
  return `依据：${citation(pack, rule)}，${rule.name}：${rule.trigger}${where}${lengthText(span)}${rule.direction === 'within-before' ? '内' : ''}。`;
}

/** Settings and unread texts say so; so do a rule's own notes. */
export function tailLines(rule: Rule): string[] {
  const lines: string[] = [];
  if (rule.note !== undefined) lines.push(`说明：${rule.note}。`);
  if (rule.tag === 'S') lines.push('此期限是本市设定（S），不是法定天数，发布规则包时须经律师确认。');
  if (rule.tag === 'M') lines.push('此期限未核原文（M），作为设定使用，发布规则包时须经律师确认。');
  if (rule.tag === 'V2') lines.push('此期限依据二手文本（V2），发布规则包时须核对原文。');
  return lines;
}

export const startLine = (from: number): string =>
  `起算：${dayText(from)}当日不计入，自${dayText(from + 1)}起算（民法典第201条）。`;

/** What was counted, and what happened to the last day. */
export function countLines(calendar: Calendar, from: number, span: Span, count: Count): string[] {
  const lines =
    span.dayType === 'working' ? workingLines(calendar, from, span, count) : spanLines(from, span, count);
  if (span.dayType !== 'working' && span.isRolled) lines.push(rollLine(calendar, count));
  if (count.provisional) lines.push(provisionalLine(calendar));
  return lines;
}

function spanLines(from: number, span: Span, count: Count): string[] {
  const paused = span.gaps.map((gap) => gapText(from, gap, count.end)).filter((text) => text !== '');
  const lines = paused.length === 0 ? [] : [`扣除：${paused.join('、')}不计入期限。`];
  if (span.dayType === 'natural') {
    lines.push(`计算：第${span.length}日为${dayText(count.end)}。`);
    return lines;
  }
  const isClamped = paused.length === 0 && dateOf(dayFromNumber(count.end)) !== dateOf(dayFromNumber(from));
  lines.push(
    isClamped
      ? `计算：满${lengthText(span)}的月份没有对应日，以月末日${dayText(count.end)}为期满日（民法典第202条）。`
      : `计算：满${lengthText(span)}的对应日为${dayText(count.end)}（民法典第202条）。`,
  );
  return lines;
}

function gapText(from: number, gap: Gap, end: number): string {
  const first = Math.max(gap.from, from + 1);
  const last = Math.min(gap.to, end);
  return first > last ? '' : `${dayFromNumber(first)}至${dayFromNumber(last)}（${last - first + 1}日）`;
}

function rollLine(calendar: Calendar, { end, due }: Count): string {
  if (due !== end) {
    return `顺延：${dayFromNumber(end)}为${whyOff(calendar, end)}，期限最后一日是休息日，顺延至${dayText(due)}（民法典第203条）。`;
  }
  if (isWeekend(end)) {
    const notice = calendar.set.get(end)?.notice ?? '';
    return `不顺延：${dayText(end)}是调休上班日（${notice}）。`;
  }
  return '不顺延：最后一日是工作日。';
}

function workingLines(calendar: Calendar, from: number, span: Span, { due }: Count): string[] {
  const counted: string[] = [];
  const left: string[] = [];
  const makeUp: string[] = [];
  let start = from + 1;
  for (let day = start; day <= due; day = start) {
    const label = skipLabel(calendar, span, day);
    let end = day;
    while (end < due && skipLabel(calendar, span, end + 1) === label) end += 1;
    const text = runText(day, end);
    if (label === '') counted.push(text);
    else left.push(label === '周末' ? text : `${text}（${label}）`);
    start = end + 1;
  }
  for (let day = from + 1; day <= due; day++) {
    if (isWeekend(day) && isWorkingDay(calendar, day)) makeUp.push(dayText(day));
  }
  const lines = [`计入：${counted.join('、')}，共${span.length}个工作日，末日${dayText(due)}。`];
  if (left.length > 0) lines.push(`不计入：${left.join('、')}。`);
  if (makeUp.length > 0) lines.push(`调休上班日计入：${makeUp.join('、')}。`);
  return lines;
}

/** Empty for a counted day. */
function skipLabel(calendar: Calendar, span: Span, day: number): string {
  if (span.gaps.some((gap) => gap.from <= day && day <= gap.to)) return '期限中止';
  if (isWorkingDay(calendar, day)) return '';
  return calendar.set.has(day) ? whyOff(calendar, day) : '周末';
}

const runText = (first: number, last: number): string =>
  first === last ? plain(first) : `${plain(first)}至${plain(last).slice(5)}`;

export function provisionalLine(calendar: Calendar): string {
  const lastYear = dayFromNumber(calendar.last).slice(0, 4);
  return `暂定：${Number(lastYear) + 1}年起的放假安排尚未录入（已录入至${lastYear}年），录入后须重新计算；在此之前不得写入文书。`;
}
