/** Who read what: a right answer is given once it is on record; where the record fails, so does the request. */
import type { Request } from 'express';
import type { CaseId } from '../domain/ids.ts';
import { noteReading } from '../persistence/reading.repository.ts';
import type { ApiDeps } from './app.ts';
import { FileAnswer } from './file-answer.ts';
import type { AnyRoute } from './route.ts';
import type { SignedIn } from './sign-in.ts';

/** What the answer shows, where the path does not say it. */
export type Shown = { case?: CaseId; about?: string; reason?: string };

/** What narrows a list and is no name of anybody. */
const LEFT_OUT = new Set(['q', 'cursor', 'limit', 'sort', 'format']);
const LONGEST = 500;

export async function noteShown(
  { deps, me, request }: { deps: ApiDeps; me: SignedIn | null; request: Request },
  { path, reads }: Pick<AnyRoute, 'path' | 'reads'>,
  answer: unknown,
  shown: Shown,
): Promise<void> {
  const rowCount = answer instanceof FileAnswer ? answer.rowCount : undefined;
  const what = rowCount === undefined ? reads : 'export';
  if (what === null || me === null) return;
  const id = request.params.id as string | undefined;
  const isOfCase = /^\/(disputes|referrals)\/:id/.test(path);
  await noteReading(deps.orm.em.fork(), {
    by: me.actor.account,
    at: deps.now(),
    what,
    case: shown.case ?? (isOfCase ? (id as CaseId) : null),
    about: what === 'export' ? listOf(request) : (shown.about ?? (isOfCase ? null : (id ?? null))),
    reason: shown.reason ?? null,
    rowCount: rowCount ?? null,
  });
}

/** `disputes.csv?state=closed`: which list was taken along, how narrowed. */
function listOf({ path, query }: Request): string {
  const asked = Object.entries(query)
    .filter(([name]) => !LEFT_OUT.has(name))
    .map(([name, value]) => `${name}=${String(value)}`)
    .join('&');
  return `${path.slice(1)}.${String(query.format)}${asked === '' ? '' : `?${asked}`}`.slice(0, LONGEST);
}
