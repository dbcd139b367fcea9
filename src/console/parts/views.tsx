/** Ways of looking at a list that have a name and say how many there are: links to its filters. */
import { Link, useLocation } from 'react-router';
import { useAsk } from '../ask.ts';

export type View = { name: string; query: string };

export function Views({
  label,
  path,
  of,
}: {
  label: string;
  path: Parameters<typeof useAsk>[0];
  of: readonly View[];
}) {
  const { search } = useLocation();
  const here = filtersIn(search);
  return (
    <nav aria-label={label} className="no-print">
      <ul className="views">
        {of.map(({ name, query }) => (
          <li key={`${name} ${query}`}>
            <Link to={`?${query}`} aria-current={filtersIn(query) === here ? 'page' : undefined}>
              {name} <Count path={path} query={query} />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Count({ path, query }: { path: Parameters<typeof useAsk>[0]; query: string }) {
  const narrowed = Object.fromEntries([...new URLSearchParams(query)].filter(([name]) => name !== 'sort'));
  const counted = useAsk(path, { query: { ...narrowed, format: 'count' } } as never);
  const { total } = (counted.data ?? {}) as { total?: number };
  return <span className="number muted">{total}</span>;
}

/** What two addresses have in common where they show the same rows. */
export function filtersIn(search: string): string {
  const params = new URLSearchParams(search);
  for (const name of ['cursor', 'page', 'limit', 'sort', 'act']) params.delete(name);
  params.sort();
  return params.toString();
}
