import { Radio } from 'antd';
import type { ReactNode } from 'react';

export type Side = { key: string; label: string; show(): ReactNode };

/** One page seen from several sides: all of them can be chosen on a phone, too. */
export function Sides({
  name,
  of,
  at,
  change,
}: {
  name: string;
  of: readonly Side[];
  at: string;
  change(key: string): void;
}) {
  const chosen = of.find(({ key }) => key === at) ?? of[0];
  return (
    <>
      <Radio.Group
        className="no-print"
        aria-label={name}
        optionType="button"
        value={chosen?.key}
        onChange={({ target }) => change(String(target.value))}
        options={of.map(({ key, label }) => ({ value: key, label }))}
        style={{ margin: '16px 0' }}
      />
      <div>{chosen?.show()}</div>
    </>
  );
}
