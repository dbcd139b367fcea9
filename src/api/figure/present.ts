/** Figures as the API gives them: never a number without what it counts. */
import type { z } from 'zod';
import {
  breakdownWords,
  figureOf,
  notSaid,
  outcomeWords,
  sayAgeing,
  sayMonth,
  tallyWords,
} from '../../../templates/zh-CN/figure-words.ts';
import { wordOf } from '../../../templates/zh-CN/word-of.ts';
import {
  casesOf,
  figures as catalogue,
  daysTaken,
  type FigureCase,
  type FigureCode,
  type Figured,
  type Period,
  reckon,
  tallyOf,
  type Unit,
} from '../../domain/figure/figures.ts';
import { type Breakdown, NOT_SAID, type Slice, slicesBy } from '../../domain/figure/slices.ts';
import { fen, formatYuan, sumFen } from '../../domain/money.ts';
import type { DisputeRow } from '../../persistence/dispute.listing.ts';
import type { CsvColumns } from '../lists.ts';
import type { caseItem, figureItem, sliceItem } from './schema.ts';

export type PeriodAsked = Period & { district: string | null };
type Item = z.infer<typeof figureItem>;
type SliceItem = z.infer<typeof sliceItem>;
type CaseItem = z.infer<typeof caseItem>;

const written = (unit: Unit, { value }: Figured): string | null => {
  if (value === null) return null;
  if (unit === 'percent') return value.toFixed(4);
  return unit === 'yuan' ? formatYuan(fen(value)) : String(value);
};

const grouped = (text: string) => text.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',');

export function sayValue(unit: Unit, value: string | null): string {
  if (value === null) return '—';
  switch (unit) {
    case 'cases':
      return `${value} 件`;
    case 'percent':
      return `${(Number(value) * 100).toFixed(1)}%`;
    case 'yuan':
      return `${grouped(value)} 元`;
    case 'days':
      return `${value} 天`;
  }
}

function listOf(code: FigureCode, { from, until, asOf, district }: PeriodAsked, more: object = {}): string {
  const query = { figure: code, from, until, asOf, ...(district === null ? {} : { district }), ...more };
  return `/api/figures/cases?${new URLSearchParams(query as Record<string, string>)}`;
}

const withReasons: readonly FigureCode[] = ['not-accepted', 'failed'];

export function presentFigure(code: FigureCode, cases: readonly FigureCase[], period: PeriodAsked): Item {
  const { unit } = catalogue[code];
  const { name, definition, numerator, denominator } = figureOf(code);
  const figured = reckon(code, cases, period);
  const value = written(unit, figured);
  const of = casesOf(code, cases, period);
  return {
    ...{ code, name, definition, unit, value, said: sayValue(unit, value) },
    ...{ numerator: figured.numerator, numeratorName: numerator ?? null },
    ...{ denominator: figured.denominator, denominatorName: denominator ?? null },
    tally: tallyOf(of),
    reasons: withReasons.includes(code)
      ? slicesBy('reason', of, period).map(({ key, cases: own }) => ({
          ...{ key, name: nameOf('reason', key), cases: own.length },
        }))
      : [],
    list: listOf(code, period),
    numeratorList: figured.numerator === null ? null : listOf(code, period, { part: 'numerator' }),
  };
}

/** Names of districts and people come with the record; all other keys are codes. */
export function nameOf(by: Breakdown, key: string, known: ReadonlyMap<string, string> = new Map()): string {
  switch (by) {
    case 'month':
      return sayMonth(key);
    case 'ageing':
      return sayAgeing(key);
    case 'reason':
      return key === NOT_SAID ? notSaid : wordOf(key);
    default:
      return known.get(key) || wordOf(key);
  }
}

export function presentSlice(
  by: Breakdown,
  { key, cases, period }: Slice<FigureCase>,
  known: ReadonlyMap<string, string>,
): SliceItem {
  const count = (code: FigureCode) => reckon(code, cases, period).denominator;
  const value = (code: FigureCode) => written(catalogue[code].unit, reckon(code, cases, period));
  return {
    ...{ key, name: nameOf(by, key, known) },
    ...{ received: count('received'), accepted: count('accepted'), notAccepted: count('not-accepted') },
    ...{ agreed: count('agreed'), failed: count('failed'), withdrawn: count('withdrawn') },
    ...{ negotiated: count('negotiated'), performed: count('performed'), open: count('open') },
    ...{ successRate: value('success-rate'), performedOfAgreed: value('performed-of-agreed') },
    ...{ contactInTime: value('contact-in-time'), medianDays: value('median-days') },
    ...{ moneyAgreed: value('money-agreed') ?? '', moneyReceived: value('money-received') ?? '' },
  };
}

export function presentCase(
  { id, receiptNumber, district, districtName, state, ...row }: DisputeRow,
  one: FigureCase,
  { from, until, asOf }: Period,
): CaseItem {
  const { worker, workerCount, employer, owner, ownerName, receivedOn } = row;
  const { acceptedOn, result, performedOn } = one;
  const money = one.money.filter(({ on }) => from <= on && on <= until && on <= asOf);
  return {
    ...{ id, receiptNumber, district, districtName, state, channel: one.channel },
    ...{ worker, workerCount, employer, owner, ownerName, receivedOn, acceptedOn },
    ...{ outcome: result?.outcome ?? null, outcomeOn: result?.on ?? null, reason: result?.reason ?? null },
    ...{ days: daysTaken(one), performedOn, amount: formatYuan(one.asked) },
    agreed: result?.outcome === 'agreed' ? formatYuan(one.agreed) : null,
    money: formatYuan(sumFen(money.map(({ amount }) => amount))),
  };
}

export const figuresCsv: CsvColumns<Item> = {
  指标: (one) => one.name,
  数值: (one) => (one.unit === 'cases' && one.value !== null ? Number(one.value) : one.said),
  分子: (one) => one.numerator,
  分母: (one) => (one.numerator === null ? null : one.denominator),
  [tallyWords.cases]: (one) => one.tally.cases,
  [tallyWords.byHead]: (one) => one.tally.byHead,
  [tallyWords.groups]: (one) => one.tally.groups,
  [tallyWords.people]: (one) => one.tally.people,
  [tallyWords.personTimes]: (one) => one.tally.personTimes,
  口径: (one) => one.definition,
};

const percent = (value: string | null) => sayValue('percent', value);

export const slicesCsv = (by: Breakdown): CsvColumns<SliceItem> => ({
  [breakdownWords[by]]: (one) => one.name,
  [figureOf('received').name]: (one) => one.received,
  [figureOf('accepted').name]: (one) => one.accepted,
  [figureOf('not-accepted').name]: (one) => one.notAccepted,
  [figureOf('agreed').name]: (one) => one.agreed,
  [figureOf('failed').name]: (one) => one.failed,
  [figureOf('withdrawn').name]: (one) => one.withdrawn,
  [figureOf('negotiated').name]: (one) => one.negotiated,
  [figureOf('performed').name]: (one) => one.performed,
  [figureOf('open').name]: (one) => one.open,
  [figureOf('success-rate').name]: (one) => percent(one.successRate),
  [figureOf('performed-of-agreed').name]: (one) => percent(one.performedOfAgreed),
  [figureOf('contact-in-time').name]: (one) => percent(one.contactInTime),
  [figureOf('median-days').name]: (one) => one.medianDays,
  [`${figureOf('money-agreed').name}（元）`]: (one) => one.moneyAgreed,
  [`${figureOf('money-received').name}（元）`]: (one) => one.moneyReceived,
});

export const casesCsv: CsvColumns<CaseItem> = {
  编号: (one) => one.receiptNumber,
  区县: (one) => one.districtName,
  现在状态: (one) => wordOf(one.state),
  渠道: (one) => wordOf(one.channel),
  劳动者: (one) => one.worker,
  人数: (one) => one.workerCount,
  用人单位: (one) => one.employer,
  承办人: (one) => one.ownerName,
  收到日: (one) => one.receivedOn,
  受理日: (one) => one.acceptedOn,
  结果: (one) => (one.outcome === null ? '' : outcomeWords[one.outcome as keyof typeof outcomeWords]),
  结果日: (one) => one.outcomeOn,
  原因: (one) => (one.reason === null ? '' : wordOf(one.reason)),
  办理天数: (one) => one.days,
  履行完毕日: (one) => one.performedOn,
  '请求金额（元）': (one) => one.amount,
  '协议金额（元）': (one) => one.agreed,
  '统计期内到账（元）': (one) => one.money,
};
