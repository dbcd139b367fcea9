/** Of which days, as of which day, of which district: it stands in the address, so that a page of figures can be passed on. */
import { Button, Input, Select } from 'antd';
import { useSearchParams } from 'react-router';
import { todayHere } from '../../parts/due.tsx';
import { usePlaces } from '../../parts/use-places.ts';
import { manageWords } from '../../words/zh-CN/manage.ts';

const said = manageWords.figures;

export type PeriodAsked = { from: string; until: string; asOf?: string; district?: string };

/** This year where the address says nothing else. */
export function usePeriod(): [PeriodAsked, (changes: Partial<PeriodAsked>) => void] {
  const [params, setParams] = useSearchParams();
  const given = (name: keyof PeriodAsked) => params.get(name) || undefined;
  const [asOf, district] = [given('asOf'), given('district')];
  const period = {
    ...presets.year(todayHere()),
    ...(given('from') ? { from: given('from') as string } : {}),
    ...(given('until') ? { until: given('until') as string } : {}),
    ...(asOf ? { asOf } : {}),
    ...(district ? { district } : {}),
  };
  const change = (changes: Partial<PeriodAsked>) =>
    setParams((now) => {
      const next = new URLSearchParams(now);
      for (const [name, value] of Object.entries(changes)) value ? next.set(name, value) : next.delete(name);
      return next;
    });
  return [period, change];
}

const presets = {
  month: (today: string) => ({ from: `${today.slice(0, 7)}-01`, until: today }),
  year: (today: string) => ({ from: `${today.slice(0, 4)}-01-01`, until: today }),
  /** Some years are counted from October to September: the last that is over. */
  union: (today: string) => {
    const year = Number(today.slice(0, 4)) - (today.slice(5) > '09-30' ? 0 : 1);
    return { from: `${year - 1}-10-01`, until: `${year}-09-30` };
  },
};

export function PeriodPicker() {
  const [period, change] = usePeriod();
  const { districts } = usePlaces();
  const today = todayHere();
  const day = (name: 'from' | 'until' | 'asOf', label: string) => (
    <Input
      type="date"
      prefix={label}
      aria-label={label}
      max={name === 'asOf' ? today : undefined}
      value={period[name] ?? (name === 'asOf' ? today : '')}
      onChange={({ target }) => change({ [name]: target.value })}
      style={{ width: 230 }}
    />
  );
  return (
    <search className="row no-print" aria-label={said.period}>
      {day('from', said.from)}
      {day('until', said.until)}
      {day('asOf', said.asOf)}
      <Select
        aria-label={said.district}
        placeholder={said.district}
        value={period.district ?? null}
        options={districts}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(district: string | null) => change({ district: district ?? '' })}
        style={{ width: 180 }}
      />
      {Object.entries(presets).map(([name, days]) => (
        <Button key={name} onClick={() => change(days(today))}>
          {said.presets[name as keyof typeof presets]}
        </Button>
      ))}
    </search>
  );
}
