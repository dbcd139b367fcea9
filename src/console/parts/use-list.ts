/** What a list asks and what came: its filters, order and page stand in the address, so that it can be reloaded, sent on and come back to. */
import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { fileAddress } from '../api.ts';
import { useAsk } from '../ask.ts';

export type ListAsked = {
  path: Parameters<typeof useAsk>[0];
  inPath?: Record<string, string>;
  firstSort?: string;
  fixed?: Record<string, string>;
  /** What stands in the address and is none of the list's. */
  notAsked?: readonly string[];
  /** What the list is about, beside its filters: it stays when they are cleared. */
  about?: readonly string[];
  /** All of it on one page, to be printed. */
  isWhole?: boolean;
};

/** As many as one page of the API holds. */
const MOST = 500;

/** For the reader alone: on which page they are, which form is open. */
const untold = ['page', 'act'];
/** How it is shown, not what. */
const howShown = ['sort', 'cursor', 'limit'];
export const PAGE_SIZE = 50;

export type Changes = Record<string, string | undefined>;

export function useList<T>(given: ListAsked) {
  const { path, inPath, firstSort = '', fixed = {}, notAsked = [], about = [] } = given;
  const [params, setParams] = useSearchParams();
  const asked = Object.fromEntries(
    [...params].filter(([name]) => !notAsked.includes(name) && !untold.includes(name)),
  );
  const change = useCallback(
    (changes: Changes, how: { replace?: boolean } = {}) =>
      setParams((now) => {
        const next = new URLSearchParams(now);
        if (!('cursor' in changes)) for (const name of ['cursor', 'page']) next.delete(name);
        for (const [name, value] of Object.entries(changes))
          value ? next.set(name, value) : next.delete(name);
        return next;
      }, how),
    [setParams],
  );
  const whole = Object.fromEntries(
    Object.entries({ ...fixed, ...asked }).filter(([name]) => name !== 'cursor' && name !== 'limit'),
  );
  const query = given.isWhole ? { ...whole, limit: String(MOST) } : { ...fixed, ...asked };
  const list = useAsk(path, { ...(inPath ? { path: inPath } : {}), query } as never);
  const narrowed = Object.fromEntries(Object.entries(query).filter(([name]) => !howShown.includes(name)));
  const counted = useAsk(path, {
    ...(inPath ? { path: inPath } : {}),
    query: { ...narrowed, format: 'count' },
  } as never);
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(inPath?.[name] ?? ''));
  return {
    asked,
    change,
    /** Back to what the list is about. */
    clear: () => setParams((now) => new URLSearchParams([...now].filter(([name]) => about.includes(name)))),
    sort: asked.sort ?? firstSort,
    isFiltered: Object.keys(asked).some((name) => ![...howShown, ...about].includes(name)),
    page: list.data as { items: T[]; nextCursor: string | null } | undefined,
    total: (counted.data as { total?: number } | undefined)?.total,
    pageNo: Number(params.get('page') ?? '1') || 1,
    limit: Number(asked.limit ?? PAGE_SIZE),
    list,
    /** The whole list as it is narrowed, to take along. */
    fileOf: (format: string) => fileAddress(address, { ...whole, format }),
  };
}
