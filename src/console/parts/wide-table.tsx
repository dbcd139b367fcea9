import { Table, type TableProps } from 'antd';
import { useEffect, useRef } from 'react';
import { words } from '../words/zh-CN.ts';

/** A small table of one page; where it is wider than its place, the keyboard scrolls it, too. */
export function WideTable<T extends object>(given: TableProps<T>) {
  const place = useScrolledByKeys();
  return (
    <div ref={place}>
      <Table<T> size="small" pagination={false} scroll={{ x: 'max-content' }} {...given} />
    </div>
  );
}

/** What scrolls sideways under this place can be reached with Tab for as long as there is something to scroll. */
export function useScrolledByKeys() {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current: element } = place;
    if (element === null) return;
    const reach = () => {
      for (const one of element.querySelectorAll<HTMLElement>('.ant-table-content')) {
        const isWide = one.scrollWidth > one.clientWidth;
        isWide ? one.setAttribute('tabindex', '0') : one.removeAttribute('tabindex');
        isWide ? one.setAttribute('role', 'group') : one.removeAttribute('role');
        isWide ? one.setAttribute('aria-label', words.list.wide) : one.removeAttribute('aria-label');
      }
    };
    reach();
    const resized = new ResizeObserver(reach);
    resized.observe(element);
    return () => resized.disconnect();
  });
  return place;
}
