import { Link, useLocation } from 'react-router';
import type { Problem } from '../api.ts';
import { useMay } from '../me.tsx';
import { adminWords } from '../words/zh-CN/admin.ts';

/** A case that is not theirs may be there all the same: whoever may break the glass is told where. */
export function BreakGlassHint({ problem: { code } }: { problem: Problem }) {
  const may = useMay();
  const { pathname } = useLocation();
  const id = /^\/disputes\/([^/]+)/.exec(pathname)?.[1];
  if (code !== 'case/not-found' || id === undefined || !may('break-glass.open')) return null;
  return (
    <p>
      {adminWords.breakGlass.hint}
      <Link to={`/break-glass?open=${id}`}>{adminWords.breakGlass.open}</Link>
    </p>
  );
}
