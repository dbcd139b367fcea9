/** What narrows a list: a box to search, a field for each filter, and as chips what is filtered now. */
import { FilterOutlined } from '@ant-design/icons';
import { Button, Grid, Input, Select, Space, Tag } from 'antd';
import { useEffect, useState } from 'react';
import { words } from '../words/zh-CN.ts';
import { useLate } from './use-late.ts';
import type { Changes } from './use-list.ts';

export type Filter = {
  name: string;
  label: string;
  /** Without options it is a day. */
  options?: readonly { value: string; label: string }[];
  width?: number;
  /** Only told where it is set, as by a view; it has no field. */
  isHidden?: boolean;
};

type Given = {
  filters: readonly Filter[];
  isSearched: boolean;
  asked: Record<string, string>;
  change(changes: Changes, how?: { replace?: boolean }): void;
};

export function ListFilters({ filters, isSearched, asked, change }: Given) {
  const isWide = Grid.useBreakpoint().md !== false;
  const [isOpen, setOpen] = useState(false);
  const shown = filters.filter(({ isHidden }) => isHidden !== true);
  return (
    <Space wrap>
      {isSearched && <Search q={asked.q ?? ''} change={change} />}
      {!isWide && shown.length > 0 && (
        <Button icon={<FilterOutlined />} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {words.list.filter}
        </Button>
      )}
      {(isWide || isOpen) &&
        shown.map(({ name, label, options, width = 140 }) =>
          options === undefined ? (
            <Input
              key={name}
              type="date"
              aria-label={label}
              prefix={label}
              value={asked[name] ?? ''}
              style={{ width: 210 }}
              onChange={({ target }) => change({ [name]: target.value || undefined })}
            />
          ) : (
            <Select
              key={name}
              aria-label={label}
              placeholder={label}
              value={asked[name] ?? null}
              options={[...options]}
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              style={{ width }}
              onChange={(value: string | null) => change({ [name]: value ?? undefined })}
            />
          ),
        )}
    </Space>
  );
}

const LATE_MS = 300;

function Search({ q, change }: { q: string } & Pick<Given, 'change'>) {
  const [typed, setTyped] = useState(q);
  const [before, setBefore] = useState(q);
  // What the address says anew, by a view or by going back, is what stands in the box.
  if (before !== q) {
    setBefore(q);
    if (typed.trim() !== q) setTyped(q);
  }
  const late = useLate(typed.trim(), LATE_MS);
  useEffect(() => {
    if (late === typed.trim() && late !== q) change({ q: late }, { replace: true });
  }, [late, typed, q, change]);
  return (
    <Input.Search
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
      allowClear
      aria-label={words.list.search}
      placeholder={words.list.search}
      style={{ width: 220 }}
    />
  );
}

/** In words, also for print: what is filtered, each to be taken off. */
export function Chips({
  filters,
  asked,
  change,
  clear,
}: Pick<Given, 'filters' | 'asked' | 'change'> & { clear(): void }) {
  const set = [...filters, { name: 'q', label: words.list.search }].filter(({ name }) => asked[name]);
  if (set.length === 0) return null;
  return (
    <ul className="chips" aria-label={words.list.filtered}>
      {set.map((filter: Filter) => {
        const value = asked[filter.name] ?? '';
        const said = filter.options?.find((one) => one.value === value)?.label ?? value;
        return (
          <li key={filter.name}>
            <Tag
              closable={{ 'aria-label': `${words.list.takeOff}${filter.label}` }}
              onClose={() => change({ [filter.name]: undefined })}
            >
              {filter.label}：{said}
            </Tag>
          </li>
        );
      })}
      <li className="no-print">
        <Button type="link" size="small" onClick={clear}>
          {words.list.clear}
        </Button>
      </li>
    </ul>
  );
}
