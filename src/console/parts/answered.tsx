import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Problem } from '../api.ts';
import { BreakGlassHint } from './break-glass-hint.tsx';
import { Loading } from './loading.tsx';
import { Trouble } from './trouble.tsx';

/** What is asked for once it is there; before that its outline, instead of it what went wrong. */
export function Answered<T>({
  of: { data, error, refetch },
  children,
}: {
  of: UseQueryResult<T, Problem>;
  children(answer: T): ReactNode;
}) {
  // Where the server is away for a while, what was read stays.
  if (data !== undefined && (error === null || error.status === 0)) return children(data);
  if (error)
    return (
      <>
        <Trouble problem={error} retry={() => void refetch()} />
        <BreakGlassHint problem={error} />
      </>
    );
  return <Loading />;
}
