/** Reading JSON from outside without a library: every wrong field is refused by its name. */
import { type Day, isDay } from '../domain/day.ts';
import { type Fen, parseYuan } from '../domain/money.ts';
import { Refusal } from '../domain/refusal.ts';

/** Turns an unknown value into a `T`, or refuses naming `field`. */
export type Reader<T> = (value: unknown, field: string) => T;
export type Fields<T> = { readonly [K in keyof T]-?: Reader<T[K]> };

/** An exact decimal: `value` / 10 000. */
export type Decimal = number & { readonly __brand: 'Decimal' };
export const DECIMAL = 10_000;

const fieldNames: Readonly<Record<string, string>> = {
  kind: '种类',
  claimKind: '请求种类',
  hiredOn: '入职日',
  endedOn: '劳动关系终止日',
  signedOn: '书面合同签订日',
  averageMonthlyWage: '离职前十二个月平均工资',
  localAverageMonthlyWage: '当地上年度职工月平均工资',
  averageWageAtInjury: '受伤时统筹地区职工月平均工资',
  localMinimumWage: '当地月最低工资标准',
  alreadyPaid: '已付金额',
  lastMonthWage: '上一个月工资',
  monthlyWage: '月工资',
  monthlyBase: '加班工资月基数',
  hours: '加班小时数',
  weekday: '工作日延时加班小时数',
  restDay: '休息日加班小时数',
  holiday: '法定休假日加班小时数',
  daysUnused: '未休天数',
  cumulativeYears: '累计工作年限',
  enteredOn: '本年度入职日',
  leftOn: '本年度离职日',
  taken: '已休天数',
  isWaivedInWriting: '本人书面放弃',
  periods: '欠薪期间',
  from: '起始日',
  to: '截止日',
  rate: '比例',
  paid: '已付金额',
  grade: '伤残等级',
  province: '省份',
  ownWage: '本人工资',
  age: '年龄',
  retirementAge: '法定退休年龄',
  occupationalDisease: '是否职业病',
  months: '月份',
  agreedWage: '约定工资',
  paidWage: '实发工资',
  unpaid: '未付金额',
  asked: '拟扣金额',
  place: '地区',
  on: '日期',
  until: '结束日',
  items: '请求事项',
  head: '请求事项种类',
  amount: '金额',
  heads: '请求事项',
  worker: '劳动者身份',
  events: '时效事件',
  filedOn: '提出请求日',
  evidence: '证据',
  birth: '出生与退休类别',
  bornOn: '出生日',
  track: '退休类别',
  isDelayed: '是否弹性延迟退休',
};

/** `periods[0].monthlyWage（月工资）` */
function fieldText(field: string): string {
  const last =
    field
      .split('.')
      .at(-1)
      ?.replace(/\[\d+\]$/, '') ?? field;
  const name = fieldNames[last];
  return name === undefined ? field : `${field}（${name}）`;
}

function wrong(field: string, expected: string): never {
  throw new Refusal('claim/wrong-field', { field: fieldText(field), expected });
}

function present(value: unknown, field: string): unknown {
  if (value === undefined || value === null)
    throw new Refusal('claim/missing-field', { field: fieldText(field) });
  return value;
}

export const day: Reader<Day> = (value, field) => {
  const text = present(value, field);
  if (typeof text !== 'string') wrong(field, '用引号写的日期，如 "2026-09-30"');
  if (!isDay(text)) throw new Refusal('day/invalid', { text: text.slice(0, 40), field: fieldText(field) });
  if (text < '1900-01-01' || text > '2199-12-31') {
    throw new Refusal('claim/out-of-range', {
      field: fieldText(field),
      text,
      least: '1900-01-01',
      most: '2199-12-31',
    });
  }
  return text;
};

/** Yuan as text (`"5000.00"`); a bare JSON number is taken as it is written. */
export const yuan: Reader<Fen> = (value, field) => {
  const given = present(value, field);
  if (typeof given !== 'string' && typeof given !== 'number') wrong(field, '用引号写的金额，如 "5000.00"');
  return parseYuan(String(given), fieldText(field));
};

/** A decimal of at most four places between two bounds, both included; with `percent`, `50%` reads as 0.5. */
export function decimal(least: number, most: number, allows: 'percent' | 'plain' = 'plain'): Reader<Decimal> {
  return (value, field) => {
    const given = present(value, field);
    const text = typeof given === 'number' || typeof given === 'string' ? String(given).trim() : '';
    const match = /^(-?)(\d{1,7})(?:\.(\d{1,4}))?(%?)$/.exec(text);
    if (!match || (match[4] === '%' && allows === 'plain')) {
      wrong(field, allows === 'percent' ? '小数（如 0.5）或百分数（如 "50%"）' : '数字，最多四位小数');
    }
    const units = Number(match[2]) * DECIMAL + Number((match[3] ?? '').padEnd(4, '0'));
    const size = match[4] === '%' ? units / 100 : units;
    const signed = match[1] === '-' ? -size : size;
    if (!Number.isInteger(size)) wrong(field, '最多两位小数的百分数');
    if (signed < least * DECIMAL || signed > most * DECIMAL) {
      throw new Refusal('claim/out-of-range', { field: fieldText(field), text, least, most });
    }
    return signed as Decimal;
  };
}

export function whole(least: number, most: number): Reader<number> {
  return (value, field) => {
    const given = present(value, field);
    if (typeof given !== 'number' || !Number.isInteger(given)) wrong(field, '整数');
    if (given < least || given > most) {
      throw new Refusal('claim/out-of-range', { field: fieldText(field), text: String(given), least, most });
    }
    return given;
  };
}

export const flag: Reader<boolean> = (value, field) => {
  const given = present(value, field);
  return typeof given === 'boolean' ? given : wrong(field, 'true 或 false');
};

export const text: Reader<string> = (value, field) => {
  const given = present(value, field);
  return typeof given === 'string' && given.trim() !== '' ? given.trim() : wrong(field, '不为空的文字');
};

export function oneOf<const T extends string>(known: readonly T[]): Reader<T> {
  return (value, field) => {
    const given = present(value, field);
    const found = known.find((each) => each === given);
    return found ?? wrong(field, `以下之一：${known.join('、')}`);
  };
}

export function optional<T>(reader: Reader<T>): Reader<T | undefined> {
  return (value, field) => (value === undefined || value === null ? undefined : reader(value, field));
}

export function listOf<T>(reader: Reader<T>, least: number, most: number): Reader<readonly T[]> {
  return (value, field) => {
    const given = present(value, field);
    if (!Array.isArray(given) || given.length < least || given.length > most) {
      wrong(field, `${least}至${most}项的列表`);
    }
    return given.map((each, index) => reader(each, `${field}[${index}]`));
  };
}

export function objectOf<T>(fields: Fields<T>): Reader<T> {
  return (value, field) => {
    const given = present(value, field === '' ? '输入' : field);
    if (typeof given !== 'object' || given === null || Array.isArray(given)) {
      wrong(field === '' ? '输入' : field, '一个 JSON 对象');
    }
    const prefix = field === '' ? '' : `${field}.`;
    for (const key of Object.keys(given)) {
      if (!Object.hasOwn(fields, key)) {
        throw new Refusal('claim/unknown-field', {
          field: `${prefix}${key}`.slice(0, 60),
          known: Object.keys(fields),
        });
      }
    }
    const read: Record<string, unknown> = {};
    for (const [key, reader] of Object.entries<Reader<unknown>>(fields)) {
      const result = reader((given as Record<string, unknown>)[key], `${prefix}${key}`);
      if (result !== undefined) read[key] = result;
    }
    return read as T;
  };
}

/** Refuses `day/reversed` where `to` is before `from`. */
export function mustFollow(from: Day, to: Day, fromField: string, toField: string): void {
  if (to < from) {
    throw new Refusal('day/reversed', { from, to, field: `${fieldText(fromField)}、${fieldText(toField)}` });
  }
}
