/** Minimum wages by province, class and period. Append only; a new notice ends the row before it. */
import type { Tag } from '../statutes.ts';

/** Yuan as text, per month and per hour. `to` null: no later notice is known. */
export type MinimumWageRow = {
  province: string;
  source: string;
  tag: Tag;
  from: string;
  to: string | null;
  classes: Readonly<Record<string, { month: string; hour: string }>>;
};

export const minimumWages = [
  {
    province: '41',
    source: '河南省人民政府2018年7月19日关于调整最低工资标准的通知',
    tag: 'V',
    from: '2018-10-01',
    to: '2021-12-31',
    classes: {
      一类: { month: '1900', hour: '19' },
      二类: { month: '1700', hour: '17' },
      三类: { month: '1500', hour: '15' },
    },
  },
  {
    province: '41',
    source: '豫政〔2021〕33号',
    tag: 'V2',
    from: '2022-01-01',
    to: '2023-12-31',
    classes: {
      一类: { month: '2000', hour: '19.6' },
      二类: { month: '1800', hour: '17.6' },
      三类: { month: '1600', hour: '15.6' },
    },
  },
  {
    province: '41',
    source: '豫政〔2023〕43号',
    tag: 'V',
    from: '2024-01-01',
    to: '2025-11-30',
    classes: {
      一类: { month: '2100', hour: '20.6' },
      二类: { month: '2000', hour: '19.6' },
      三类: { month: '1800', hour: '17.6' },
    },
  },
  {
    province: '41',
    source: '河南省2025年11月关于调整最低工资标准和适用范围的通知',
    tag: 'V2',
    from: '2025-12-01',
    to: null,
    classes: {
      一类: { month: '2350', hour: '23' },
      二类: { month: '2150', hour: '21.1' },
      三类: { month: '2000', hour: '19.6' },
    },
  },
] as const satisfies readonly MinimumWageRow[];
