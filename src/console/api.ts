/** ASKING: every call to the API. A lost session asks to sign in and goes on; a refusal becomes a `Problem`. */
import type { paths } from './api-types.d.ts';
import { noteReach } from './reach.ts';

/** What the API says instead of an answer: a sentence for the reader, and where given the fields it is about. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly code: string;
  readonly fields: readonly { path: string; message: string }[];
  readonly changes: readonly { seq: number; on: string; actorName: string; sentence: string }[];
  constructor(
    status: number,
    body: Partial<Pick<Problem, 'code' | 'fields' | 'changes'>> & { detail?: string },
  ) {
    super(body.detail ?? '');
    this.status = status;
    this.code = body.code ?? 'service/fault';
    this.fields = body.fields ?? [];
    this.changes = body.changes ?? [];
  }
}

let csrfToken = '';
let askSignIn: () => Promise<void> = () => Promise.reject(new Problem(401, { code: 'account/signed-out' }));

export function keepCsrfToken(token: string): void {
  csrfToken = token;
}

/** Whoever shows the sign-in form says how it is asked for. */
export function onSignedOut(ask: () => Promise<void>): void {
  askSignIn = ask;
}

const quiet = /\/api\/(sign-in|sign-out|me)$/;

async function call(request: Request): Promise<Response> {
  const again = request.clone();
  const response = await send(request);
  if (response.status !== 401 || quiet.test(new URL(request.url).pathname)) return response;
  const { code } = (await response
    .clone()
    .json()
    .catch(() => ({}))) as { code?: string };
  if (code !== 'account/signed-out') return response;
  await askSignIn();
  return send(again);
}

async function send(request: Request): Promise<Response> {
  const headers = new Headers(request.headers);
  if (request.method !== 'GET') headers.set('X-CSRF-Token', csrfToken);
  try {
    const response = await fetch(new Request(request, { headers }));
    noteReach(true);
    return response;
  } catch {
    if (!request.signal.aborted) noteReach(false);
    throw new Problem(0, { code: 'service/unreachable', detail: unreachable });
  }
}

const unreachable = '连不上服务器：请检查网络，稍后再试。填写的内容还在。';

/** What a GET answers. */
export async function request(address: string, signal?: AbortSignal): Promise<unknown> {
  const [, answer] = await answerTo(new Request(new URL(address, location.href), { signal: signal ?? null }));
  return answer;
}

/** A file, or null while it is still being made. */
export async function requestFile(address: string, signal?: AbortSignal): Promise<Blob | null> {
  const response = await call(new Request(new URL(address, location.href), { signal: signal ?? null }));
  if (!response.ok) throw new Problem(response.status, (await response.json().catch(() => ({}))) as object);
  return response.status === 202 ? null : response.blob();
}

/** A list taken along: its name as the server gives it, and whether there was more than one file holds. */
export async function takeAlong(address: string): Promise<{ file: Blob; name: string; isCut: boolean }> {
  const response = await call(new Request(new URL(address, location.href)));
  if (!response.ok) throw new Problem(response.status, (await response.json().catch(() => ({}))) as object);
  const [, name = ''] =
    /filename\*=UTF-8''(.+)$/.exec(response.headers.get('Content-Disposition') ?? '') ?? [];
  const isCut = (response.headers.get('X-Next-Cursor') ?? '') !== '';
  return { file: await response.blob(), name: decodeURIComponent(name), isCut };
}

async function answerTo(request: Request): Promise<[status: number, answer: unknown]> {
  const response = await call(request);
  const answer = (await response.json().catch(() => ({}))) as object;
  if (!response.ok) throw new Problem(response.status, answer);
  return [response.status, answer];
}

export type { paths };

/** What a GET of this path answers. */
export type Answer<P extends keyof paths> = paths[P] extends {
  get: { responses: { 200: { content: { 'application/json': infer A } } } };
}
  ? A
  : never;

/** What a POST to this path answers. */
export type Posted<P extends keyof paths> = paths[P] extends {
  post: { responses: { 200: { content: { 'application/json': infer A } } } };
}
  ? A
  : never;

/** A file is asked for by address: the cookie goes with it. */
export function fileAddress(path: string, query: Record<string, string>): string {
  return `${path}?${new URLSearchParams(query)}`;
}

/** A POST whose path is known only at run time: acts by their name. An id that is the same makes it the same act. */
export async function order(
  path: string,
  body: unknown,
  { key, seen }: { key?: string; seen?: number } = {},
): Promise<unknown> {
  const headers: Record<string, string> = { 'Idempotency-Key': key ?? crypto.randomUUID() };
  if (seen !== undefined) headers['If-Match'] = `"${seen}"`;
  const isForm = body instanceof FormData;
  if (!isForm) headers['Content-Type'] = 'application/json';
  const sent = isForm ? body : JSON.stringify(body ?? {});
  const [status, answer] = await answerTo(
    new Request(new URL(path, location.href), { method: 'POST', headers, body: sent }),
  );
  return status === 202 ? settled(answer as { command?: string }) : answer;
}

const PATIENCE_MS = 60_000;

/** An act that was written down and not yet settled is asked for until it is. */
async function settled(pending: { command?: string }): Promise<unknown> {
  if (pending.command === undefined) return pending;
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; ) {
    await new Promise((resolve) => setTimeout(resolve, 700));
    const [status, answer] = await answerTo(
      new Request(new URL(`/api/commands/${pending.command}`, location.href)),
    );
    if (status !== 202) return answer;
  }
  return pending;
}
