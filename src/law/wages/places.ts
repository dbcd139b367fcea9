/** The city's districts and the minimum-wage class of each. Append only. */
import type { Tag } from '../statutes.ts';

export type Place = { code: string; name: string };

/** A class holds from `from` to `to`; no row for a day means that the class is not known. */
export type WageClassRow = {
  places: readonly string[];
  class: string;
  from: string;
  to: string | null;
  source: string;
  tag: Tag;
  warning?: string;
};

export const places = [
  { code: '411302', name: '宛城区' },
  { code: '411303', name: '卧龙区' },
  { code: '411321', name: '南召县' },
  { code: '411322', name: '方城县' },
  { code: '411323', name: '西峡县' },
  { code: '411324', name: '镇平县' },
  { code: '411325', name: '内乡县' },
  { code: '411326', name: '淅川县' },
  { code: '411327', name: '社旗县' },
  { code: '411328', name: '唐河县' },
  { code: '411329', name: '新野县' },
  { code: '411330', name: '桐柏县' },
  { code: '411381', name: '邓州市' },
] as const satisfies readonly Place[];

const classesOf2018 = {
  source: '2018年通知附件',
  tag: 'V',
  from: '2018-10-01',
  to: '2021-12-31',
} as const;

const classesCarriedOn = {
  source: '2018年通知附件',
  tag: 'M',
  from: '2022-01-01',
  to: '2025-11-30',
  warning: '该地最低工资类区按2018年通知认定，2022年、2024年通知的附件未核',
} as const;

const urban = ['411302', '411303'] as const;
const counties = [
  '411321',
  '411322',
  '411323',
  '411324',
  '411325',
  '411326',
  '411327',
  '411328',
  '411329',
  '411330',
] as const;

// The 2025 notice changed the classes from 2025-12-01; Nanyang's are not known and therefore have no row.
export const wageClasses = [
  { ...classesOf2018, places: urban, class: '二类' },
  { ...classesOf2018, places: counties, class: '三类' },
  { ...classesCarriedOn, places: urban, class: '二类' },
  { ...classesCarriedOn, places: counties, class: '三类' },
] as const satisfies readonly WageClassRow[];
