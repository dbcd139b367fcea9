/** A list: searched, sorted, filtered and paged by the server; what is asked stands in the address. */
import { Button, Dropdown, Empty, Input, Select, Space, Table, type TableColumnType } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { fileAddress } from '../api.ts';
import { useAsk } from '../ask.ts';
import { words } from '../words/zh-CN.ts';
import { Trouble } from './trouble.tsx';
import { useLate } from './use-late.ts';
import { useScrolledByKeys } from './wide-table.tsx';

export type Column<T> = {
  key: string;
  title: string;
  show(row: T): ReactNode;
  /** The name by which the server sorts it. */
  sort?: string;
  width?: number;
  align?: 'right';
  /** Left out on narrow screens. */
  isExtra?: boolean;
};
export type Filter = {
  name: string;
  label: string;
  /** Without options it is a day. */
  options?: readonly { value: string; label: string }[];
  width?: number;
};

export type ListGiven<T> = {
  path: Parameters<typeof useAsk>[0];
  inPath?: Record<string, string>;
  columns: readonly Column<T>[];
  filters?: readonly Filter[];
  isSearched?: boolean;
  rowKey(row: T): string;
  /** Where a row leads to. */
  to?(row: T): string;
  firstSort?: string;
  fixed?: Record<string, string>;
  /** What stands beside the filters. */
  extra?: ReactNode;
  selection?: { keys: readonly string[]; change(keys: string[], rows: T[]): void };
  canExport?: boolean;
  /** What stands in the address and is none of the list's. */
  notAsked?: readonly string[];
  /** What the list is about, beside its filters: it stays when they are cleared. */
  about?: readonly string[];
};

export function ListOf<T extends object>(given: ListGiven<T>) {
  const {
    path,
    inPath,
    columns,
    filters = [],
    isSearched = true,
    rowKey,
    to,
    firstSort,
    fixed = {},
    extra,
    selection,
    notAsked = [],
    about = [],
  } = given;
  const [params, setParams] = useSearchParams();
  const navigate = useNavigate();
  const place = useScrolledByKeys();
  const [typed, setTyped] = useState(params.get('q') ?? '');
  const q = useLate(typed.trim(), 300);
  const change = (changes: Record<string, string | undefined>) =>
    setParams((now) => {
      const next = new URLSearchParams(now);
      if (!('cursor' in changes)) next.delete('cursor');
      for (const [name, value] of Object.entries(changes)) value ? next.set(name, value) : next.delete(name);
      return next;
    });
  useEffect(() => {
    if (q !== (params.get('q') ?? '')) change({ q });
  });
  const asked = Object.fromEntries([...params].filter(([name]) => !notAsked.includes(name)));
  const list = useAsk(path, { ...(inPath ? { path: inPath } : {}), query: { ...fixed, ...asked } } as never);
  const page = list.data as { items: T[]; nextCursor: string | null } | undefined;
  const sort = asked.sort ?? firstSort ?? '';
  const isFiltered = Object.keys(asked).some((name) => !['sort', 'cursor', ...about].includes(name));
  const shown = columns.map(
    (column): TableColumnType<T> => ({
      key: column.key,
      title: column.title,
      render: (_, row) => column.show(row),
      ...(column.width ? { width: column.width } : {}),
      ...(column.align ? { align: column.align, className: 'number' } : {}),
      ...(column.isExtra ? { responsive: ['lg'] } : {}),
      ...(column.sort
        ? {
            sorter: true,
            sortOrder:
              sort === column.sort
                ? ('ascend' as const)
                : sort === `-${column.sort}`
                  ? ('descend' as const)
                  : null,
          }
        : {}),
    }),
  );
  const exported = (format: string) =>
    fileAddress(filled(path, inPath), { ...fixed, ...without(asked, 'cursor'), format });
  return (
    <section ref={place}>
      <div className="row spread no-print" style={{ marginBottom: 12 }}>
        <Space wrap>
          {isSearched && (
            <Input.Search
              value={typed}
              onChange={({ target }) => setTyped(target.value)}
              allowClear
              aria-label={words.list.search}
              placeholder={words.list.search}
              style={{ width: 220 }}
            />
          )}
          {filters.map(({ name, label, options, width = 140 }) =>
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
          {isFiltered && (
            <Button
              type="link"
              onClick={() => {
                setTyped('');
                setParams((now) => new URLSearchParams([...now].filter(([name]) => about.includes(name))));
              }}
            >
              {words.list.clear}
            </Button>
          )}
        </Space>
        <Space wrap>
          {extra}
          {given.canExport !== false && (
            <Dropdown
              menu={{
                items: [
                  { key: 'xlsx', label: <a href={exported('xlsx')}>Excel</a> },
                  { key: 'csv', label: <a href={exported('csv')}>CSV</a> },
                ],
              }}
            >
              <Button>{words.list.export}</Button>
            </Dropdown>
          )}
        </Space>
      </div>
      {list.error && <Trouble problem={list.error} retry={() => void list.refetch()} />}
      <Table<T>
        size="small"
        rowKey={rowKey}
        columns={shown}
        dataSource={page?.items ?? []}
        loading={list.isPending}
        pagination={false}
        scroll={{ x: 'max-content' }}
        locale={{ emptyText: <Empty description={isFiltered ? words.list.empty : words.list.emptyAll} /> }}
        onChange={(_, __, sorted) => {
          const one = Array.isArray(sorted) ? sorted[0] : sorted;
          const by = columns.find(({ key }) => key === one?.columnKey)?.sort;
          change({ sort: by && one?.order ? (one.order === 'descend' ? `-${by}` : by) : undefined });
        }}
        {...(to
          ? {
              onRow: (row: T) => ({
                style: { cursor: 'pointer' },
                onClick: ({ target }) => {
                  if (target instanceof HTMLElement && target.closest('a,button,input,label')) return;
                  void navigate(to(row));
                },
              }),
            }
          : {})}
        {...(selection
          ? {
              rowSelection: {
                selectedRowKeys: [...selection.keys],
                onChange: (keys: React.Key[], rows: T[]) => selection.change(keys.map(String), rows),
              },
            }
          : {})}
      />
      <div className="row no-print" style={{ marginTop: 12, justifyContent: 'flex-end' }}>
        {asked.cursor && <Button onClick={() => change({ cursor: undefined })}>{words.list.first}</Button>}
        <Button
          disabled={!page?.nextCursor}
          onClick={() => change({ cursor: page?.nextCursor ?? undefined })}
        >
          {words.list.next}
        </Button>
      </div>
    </section>
  );
}

const filled = (path: string, inPath: Record<string, string> = {}) =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(inPath[name] ?? ''));

const without = (asked: Record<string, string>, name: string) =>
  Object.fromEntries(Object.entries(asked).filter(([key]) => key !== name));
