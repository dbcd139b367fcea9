/** Refusals become `application/problem+json` (RFC 9457) with a Chinese sentence; a fault says nothing of itself. */
import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { ZodError } from 'zod';
import { sayRefusal, sayWithArticle } from '../../templates/zh-CN/say-refusal.ts';
import { Refusal, type RefusalCode, type RefusalFacts } from '../domain/refusal.ts';
import { type FieldProblem, fieldProblems } from './field-problems.ts';
import { statusOf } from './statuses.ts';

export type Problem = {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  facts?: RefusalFacts;
  article?: string;
  fields?: FieldProblem[];
  /** Of two people at once: what the other one did meanwhile. */
  changes?: Change[];
};

export type Change = { seq: number; on: string; actorName: string; sentence: string };

/** A refusal that also tells what has happened since the actor looked. */
export class ChangedMeanwhile extends Refusal {
  readonly changes: Change[];
  constructor(refusal: Pick<Refusal, 'code' | 'facts'>, changes: Change[]) {
    super(refusal.code, refusal.facts);
    this.changes = changes;
  }
}

export function problemOf(code: RefusalCode, facts: RefusalFacts = {}, article?: string | null): Problem {
  const detail = sayRefusal(code, facts);
  return {
    type: `urn:wanhe:refusal:${code}`,
    title: detail.split(/[，；。：]/)[0] ?? detail,
    status: statusOf[code],
    detail: sayWithArticle(detail, article ?? undefined),
    code,
    facts,
    ...(article ? { article } : {}),
  };
}

function send(response: Response, problem: Problem): void {
  const seconds = problem.status === 429 ? problem.facts?.seconds : undefined;
  if (seconds !== undefined) response.set('Retry-After', String(seconds));
  response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}

/** Codes of PostgreSQL and of sockets that mean: the database is away. */
const AWAY = /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EPIPE|ETIMEDOUT|57P0[123]|08(?!P01)\w{3}|53300)$/;

export function isAway(error: unknown): boolean {
  for (
    let one: unknown = error;
    one instanceof Error;
    one = one.cause ?? ('previous' in one ? one.previous : null)
  ) {
    if ('code' in one && AWAY.test(String(one.code))) return true;
    if (/Connection terminated|timeout exceeded when trying to connect/.test(one.message)) return true;
    if (one instanceof AggregateError && one.errors.some(isAway)) return true;
  }
  return false;
}

/** What is said of anything that was thrown; a fault is written to the log by kind and place. */
export function problemFrom(error: unknown, log: Logger): Problem {
  if (error instanceof ChangedMeanwhile)
    return { ...problemOf(error.code, error.facts), changes: error.changes };
  if (error instanceof Refusal) return problemOf(error.code, error.facts, error.article);
  if (error instanceof ZodError) {
    const fields = fieldProblems(error);
    const detail = fields.map(({ message }) => message).join('；');
    return { ...problemOf('input/invalid'), detail, fields };
  }
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 500;
  // body-parser: malformed JSON, too large, wrong encoding.
  if (status >= 400 && status < 500) return { ...problemOf('input/unreadable'), status };
  if (isAway(error)) return problemOf('service/away');
  log.error({ error: error instanceof Error ? { kind: error.name, stack: stackOf(error) } : {} }, 'a fault');
  return problemOf('service/fault');
}

export function respondToErrors(log: Logger): ErrorRequestHandler {
  return (error: unknown, _request, response, _next) => send(response, problemFrom(error, log));
}

/** Where it happened, without the message: messages may quote what people wrote. */
function stackOf(error: Error): string {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .join('\n');
}

export const respondNotFound: RequestHandler = () => {
  throw new Refusal('case/not-found');
};
