/** Every answer is told by its route's pattern and status: never by the address asked for, which may name a case or a person. */
import type { Request, RequestHandler, Response } from 'express';

export type Answered = { method: string; route: string; status: string };

/** Called as a request comes in; what it gives is called once the answer is out, or the caller gone. */
export type Measure = () => (answered: Answered) => void;

/** What is asked for under an address that no route has. */
const NO_ROUTE = 'none';
const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'OPTIONS']);

export function notePattern(response: Response, pattern: string): void {
  response.locals.pattern = pattern;
}

export function measureAnswers(measure: Measure): RequestHandler {
  return (request, response, next) => {
    const tell = measure();
    response.once('close', () => {
      tell({
        method: METHODS.has(request.method) ? request.method : 'other',
        route: patternOf(request, response),
        status: String(response.statusCode),
      });
    });
    next();
  };
}

function patternOf(request: Request, response: Response): string {
  const { pattern } = (response.locals ?? {}) as { pattern?: string };
  return pattern ?? (request.route as { path?: string } | undefined)?.path ?? NO_ROUTE;
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

/** What may be logged of an address: the route's pattern, and the id in it. */
export function whereOf(request: Request, response: Response): { route: string; id?: string } {
  const id = UUID.exec(request.originalUrl ?? '')?.[0];
  return { route: patternOf(request, response), ...(id === undefined ? {} : { id }) };
}
