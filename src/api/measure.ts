/** Every answer is told by its route's pattern and status: never by the address asked for, which may name a case or a person. */
import type { RequestHandler, Response } from 'express';

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
      const { pattern } = response.locals as { pattern?: string };
      tell({
        method: METHODS.has(request.method) ? request.method : 'other',
        route: pattern ?? (request.route as { path?: string } | undefined)?.path ?? NO_ROUTE,
        status: String(response.statusCode),
      });
    });
    next();
  };
}
