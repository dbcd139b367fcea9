/** The same list where a table would be too wide: a card a row, its first column as the heading. */
import { Checkbox, Select } from 'antd';
import type { ReactNode } from 'react';
import { words } from '../words/zh-CN.ts';
import type { Column, Selection } from './list-of.tsx';

type Given<T> = {
  items: readonly T[];
  columns: readonly Column<T>[];
  rowKey(row: T): string;
  open?: ((row: T) => void) | undefined;
  selection?: Selection<T> | undefined;
};

export function ListCards<T>({ items, columns, rowKey, open, selection }: Given<T>) {
  const [head, ...rest] = columns;
  return (
    <ul className="cards">
      {items.map((row) => {
        const key = rowKey(row);
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: its heading is a link; the card is only a larger target for a finger
          <li key={key} onClick={open && ((event) => !isOnControl(event.target) && open(row))}>
            <div className="row spread">
              <strong>{head?.show(row)}</strong>
              {selection && (
                <Checkbox
                  aria-label={words.list.select}
                  checked={selection.keys.includes(key)}
                  onChange={({ target }) => select(selection, items, rowKey, key, target.checked)}
                />
              )}
            </div>
            <dl>
              {rest.map((column) => {
                const shown = column.show(row);
                return isNothing(shown) ? null : (
                  <div key={column.key} className={column.isBare ? 'whole' : undefined}>
                    {!column.isBare && <dt>{column.title}</dt>}
                    <dd>{shown}</dd>
                  </div>
                );
              })}
            </dl>
          </li>
        );
      })}
    </ul>
  );
}

const isNothing = (shown: ReactNode) =>
  shown === null || shown === undefined || shown === '' || shown === false;

export const isOnControl = (target: EventTarget) =>
  target instanceof HTMLElement && target.closest('a,button,input,label') !== null;

function select<T>(
  { keys, change }: Selection<T>,
  items: readonly T[],
  rowKey: (row: T) => string,
  key: string,
  isOn: boolean,
): void {
  const next = isOn ? [...keys, key] : keys.filter((one) => one !== key);
  change(
    next,
    items.filter((row) => next.includes(rowKey(row))),
  );
}

/** Cards have no heads to press for an order. */
export function SortChoice<T>({
  columns,
  sort,
  change,
}: {
  columns: readonly Column<T>[];
  sort: string;
  change(sort: string): void;
}) {
  const options = columns.flatMap(({ sort: by, title }) =>
    by === undefined
      ? []
      : [
          { value: by, label: `${title} ↑` },
          { value: `-${by}`, label: `${title} ↓` },
        ],
  );
  if (options.length === 0) return null;
  return (
    <Select
      aria-label={words.list.sort}
      value={sort}
      options={options}
      onChange={change}
      style={{ minWidth: 120 }}
    />
  );
}
