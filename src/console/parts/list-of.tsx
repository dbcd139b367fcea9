/** A list: searched, sorted, filtered and paged by the server; what is asked stands in the address. */
import { Empty, Grid, Space, Table, type TableColumnType } from 'antd';
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import { words } from '../words/zh-CN.ts';
import { isOnControl, ListCards, SortChoice } from './list-cards.tsx';
import { Chips, type Filter, ListFilters } from './list-filters.tsx';
import { ListFoot } from './list-foot.tsx';
import { Loading } from './loading.tsx';
import { TakeAlong } from './take-along.tsx';
import { Trouble } from './trouble.tsx';
import { type ListAsked, useList } from './use-list.ts';
import { usePrint } from './use-print.ts';
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
  /** On a card it stands without its title. */
  isBare?: boolean;
};

export type Selection<T> = { keys: readonly string[]; change(keys: string[], rows: T[]): void };

export type ListGiven<T> = ListAsked & {
  columns: readonly Column<T>[];
  filters?: readonly Filter[];
  isSearched?: boolean;
  rowKey(row: T): string;
  /** Where a row leads to. */
  to?(row: T): string;
  /** What stands beside the filters. */
  extra?: ReactNode;
  selection?: Selection<T>;
  canExport?: boolean;
};

export function ListOf<T extends object>(given: ListGiven<T>) {
  const { columns, filters = [], isSearched = true, rowKey, to, extra, selection } = given;
  const navigate = useNavigate();
  const place = useScrolledByKeys();
  const isWide = Grid.useBreakpoint().md !== false;
  const [isPrinting, setPrinting] = useState(false);
  const asks = useList<T>({ ...given, isWhole: isPrinting });
  const { list, page, sort, change, clear, asked, isFiltered, ...more } = asks;
  usePrint(isPrinting && list.isSuccess && !list.isPlaceholderData, () => setPrinting(false));

  const items = page?.items ?? [];
  const open = to && ((row: T) => void navigate(to(row)));
  // That there are none is said once it is known: not while it is asked, nor where asking failed.
  const none = page ? (
    <Empty description={isFiltered ? words.list.empty : words.list.emptyAll} />
  ) : list.isPending ? (
    <Loading />
  ) : (
    <span />
  );
  return (
    <section ref={place}>
      <div className="row spread no-print" style={{ marginBottom: 12 }}>
        <ListFilters filters={filters} isSearched={isSearched} asked={asked} change={change} />
        <Space wrap>
          {extra}
          {!isWide && <SortChoice columns={columns} sort={sort} change={(by) => change({ sort: by })} />}
          {given.canExport !== false && (
            <TakeAlong fileOf={more.fileOf} total={more.total} printAll={() => setPrinting(true)} />
          )}
        </Space>
      </div>
      <Chips filters={filters} asked={asked} change={change} clear={clear} />
      {list.error && <Trouble problem={list.error} retry={() => void list.refetch()} />}
      {isWide ? (
        <Table<T>
          size="small"
          rowKey={rowKey}
          columns={columns.map((column) => tableColumn(column, sort))}
          dataSource={items}
          pagination={false}
          scroll={{ x: 'max-content' }}
          locale={{ emptyText: none }}
          onChange={(_, __, sorted) => {
            const one = Array.isArray(sorted) ? sorted[0] : sorted;
            const by = columns.find(({ key }) => key === one?.columnKey)?.sort;
            change({ sort: by && one?.order ? (one.order === 'descend' ? `-${by}` : by) : undefined });
          }}
          {...(open
            ? {
                onRow: (row: T) => ({
                  style: { cursor: 'pointer' },
                  onClick: ({ target }) => !isOnControl(target) && open(row),
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
      ) : items.length === 0 ? (
        none
      ) : (
        <ListCards items={items} columns={columns} rowKey={rowKey} open={open} selection={selection} />
      )}
      <ListFoot asked={asked} change={change} page={page} {...more} />
    </section>
  );
}

function tableColumn<T>(column: Column<T>, sort: string): TableColumnType<T> {
  const order = sort === column.sort ? 'ascend' : sort === `-${column.sort}` ? 'descend' : null;
  return {
    key: column.key,
    title: column.title,
    render: (_, row) => column.show(row),
    ...(column.width ? { width: column.width } : {}),
    ...(column.align ? { align: column.align, className: 'number' } : {}),
    ...(column.isExtra ? { responsive: ['lg'] } : {}),
    ...(column.sort ? { sorter: true, sortOrder: order } : {}),
  };
}
