/** Ways of looking at a list that have a name and say how many there are: ready ones, then those the reader keeps. */
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { useAsk } from '../ask.ts';
import { viewWords as said } from '../words/zh-CN/views.ts';
import { KeepView } from './keep-view.tsx';
import { OwnViews } from './own-views.tsx';

export type View = { name: string; query: string };
type Path = Parameters<typeof useAsk>[0];

export function Views({ label, path, of }: { label: string; path: Path; of: readonly View[] }) {
  const { pathname, search } = useLocation();
  const [isOpen, setOpen] = useState<'keep' | 'own' | null>(null);
  const kept = useAsk('/api/views');
  const own = (kept.data?.items ?? []).filter(({ page }) => page === pathname);
  const here = filtersIn(search);
  const isNew = here !== '' && [...of, ...own].every(({ query }) => filtersIn(query) !== here);
  return (
    <nav aria-label={label} className="no-print row" style={{ marginBottom: 12 }}>
      <ul className="views">
        {[...of, ...own].map(({ name, query }) => (
          <li key={`${name} ${query}`}>
            <Link to={`?${query}`} aria-current={filtersIn(query) === here ? 'page' : undefined}>
              {name} <Count path={path} query={query} />
            </Link>
          </li>
        ))}
      </ul>
      {isNew && (
        <Button type="link" onClick={() => setOpen('keep')}>
          {said.keep}
        </Button>
      )}
      {own.length > 0 && (
        <Button type="link" onClick={() => setOpen('own')}>
          {said.manage}
        </Button>
      )}
      {isOpen === 'keep' && <KeepView page={pathname} query={shown(search)} close={() => setOpen(null)} />}
      {isOpen === 'own' && <OwnViews of={own} here={shown(search)} close={() => setOpen(null)} />}
    </nav>
  );
}

function Count({ path, query }: { path: Path; query: string }) {
  const narrowed = Object.fromEntries([...new URLSearchParams(query)].filter(([name]) => name !== 'sort'));
  const counted = useAsk(path, { query: { ...narrowed, format: 'count' } } as never);
  const { total } = (counted.data ?? {}) as { total?: number };
  return <span className="number muted">{total}</span>;
}

/** Where one is in a list is no part of a view of it. */
function shown(search: string): string {
  const params = new URLSearchParams(search);
  for (const name of ['cursor', 'page', 'limit', 'act']) params.delete(name);
  return params.toString();
}

/** What two addresses have in common where they show the same rows. */
function filtersIn(search: string): string {
  const params = new URLSearchParams(shown(search));
  params.delete('sort');
  params.sort();
  return params.toString();
}
