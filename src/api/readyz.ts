import type { RequestHandler } from 'express';
import { askParts, recordParts } from '../persistence/readiness.ts';
import type { ApiDeps } from './app.ts';

/** Whether the API can do its work now, part by part. */
export function readyz(deps: ApiDeps): RequestHandler {
  const ask = askParts({
    ...recordParts(deps.orm),
    engine: deps.isEngineUp,
    ...(deps.areWorkersUp ? { workers: deps.areWorkersUp } : {}),
  });
  return async (_request, response) => {
    const answer = await ask();
    response.status(answer.ok ? 200 : 503).json(answer);
  };
}
