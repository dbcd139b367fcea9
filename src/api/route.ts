/** One shape for every route: who may, what comes in, what goes out. Registers it with Express and in the OpenAPI document alike. */
import type { OpenAPIRegistry } from '@asteasolutions/zod-to-openapi';
import type { Request, Response, Router } from 'express';
import { z } from 'zod';
import type { ReadingKind } from '../domain/reading.ts';
import { Refusal } from '../domain/refusal.ts';
import { roles } from '../domain/role.ts';
import type { Scope } from '../domain/scope.ts';
import { mayReach, rolesThrough, type Wall } from '../domain/walls.ts';
import type { ApiDeps } from './app.ts';
import { EventStream } from './event-stream.ts';
import { cleanBody, postHeaders } from './fields.ts';
import { FileAnswer } from './file-answer.ts';
import { tableTypes, wholeList } from './lists.ts';
import { notePattern } from './measure.ts';
import { noteShown, type Shown } from './note-shown.ts';
import type { SignedIn } from './sign-in.ts';
import { noteUpload, readUpload, type Upload, type UploadWanted, uploadShape } from './upload.ts';
import { whoAsks } from './who-asks.ts';

export type Asked<P, Q, B> = {
  deps: ApiDeps;
  /** Null only on routes for anyone. */
  me: SignedIn;
  params: P;
  query: Q;
  body: B;
  /** Where the route takes a file; undefined only where that is optional. */
  file: Upload | undefined;
  /** Says whose case the answer is of, where the path does not. */
  shows(what: Shown): void;
  request: Request;
  response: Response;
};

export type Route<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = {
  method: 'get' | 'post';
  /** Express form, `/disputes/:id`. */
  path: string;
  /** Deny by default: a route names the wall it stands behind, or it does not compile. The table says whose roles reach it. */
  wall: Wall | 'public';
  /** What of people a right answer shows, for the reading log; null: nobody's. A list on the screen is none, one taken along always is. */
  reads: ReadingKind | null;
  /** Other systems' keys with this scope may call it; without one no key may. */
  scope?: Scope;
  /** Open also to whoever has still to choose a password of their own. */
  isForOneTime?: true;
  tag: string;
  summary: string;
  params?: P;
  query?: Q;
  body?: B;
  /** The body as the document shows it, where the law reads it itself and names what is wrong. */
  bodyShape?: z.ZodType;
  /** A file that comes as one part of a multipart form; the form's other parts are the body. */
  upload?: UploadWanted;
  /** The body of a right answer; a route that answers a file gives its media type, one that goes on telling what each event holds. */
  answer: z.ZodType | { mediaType: string } | { stream: z.ZodType };
  status?: number;
  handle(asked: Asked<z.infer<P>, z.infer<Q>, z.infer<B>>): Promise<unknown>;
};

export type AnyRoute = Route<z.ZodType, z.ZodType, z.ZodType>;

/** Keeps the types of a route's parts while it is written down. */
export function route<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  given: Route<P, Q, B>,
): AnyRoute {
  return given as unknown as AnyRoute;
}

/** A problem knows what was typed in, so that a missing field is told from a wrong one. */
const reading = { reportInput: true } as const;

export function mountRoute(router: Router, deps: ApiDeps, given: AnyRoute): void {
  router[given.method](given.path, async (request, response) => {
    notePattern(response, `/api${given.path}`);
    const me = given.wall === 'public' ? null : await whoAsks(deps, request, given.scope);
    if (me?.hasOneTimePassword && !given.isForOneTime) throw new Refusal('account/change-password-first');
    if (me !== null) allowRole(given, me);
    const params = given.params?.parse(request.params, reading);
    const parsed = given.query?.parse(request.query, reading);
    const query = isList(given) ? wholeList(parsed, request.query) : parsed;
    const file = given.upload && (await readUpload(request, response, given.upload));
    const body = given.body?.parse(request.body ?? {}, reading);
    // Also where the law reads the body itself, or an act ignores it: its fingerprint is kept.
    cleanBody.parse(request.body, reading);
    if (given.upload && file) noteUpload(request, given.upload, file);
    const shown: Shown = {};
    const answer = await given.handle({
      deps,
      me: me as SignedIn,
      params,
      query,
      body,
      file,
      shows: (what) => void Object.assign(shown, what),
      request,
      response,
    });
    if (response.statusCode !== 202) await noteShown({ deps, me, request }, given, answer, shown);
    if (answer instanceof FileAnswer) answer.send(response);
    else if (answer instanceof EventStream) await answer.send(response);
    else
      response.status(response.statusCode === 200 ? (given.status ?? 200) : response.statusCode).json(answer);
  });
}

function allowRole(given: AnyRoute, me: SignedIn): void {
  if (given.wall === 'public') return;
  const who = rolesThrough(given.wall);
  // What is everyone's asks for no role.
  if (who.length < roles.length && !mayReach(me, given.wall)) throw new Refusal('account/no-role', { who });
}

/** A list is also given as a table; see `sendPage`. */
function isList(given: AnyRoute): boolean {
  return given.query instanceof z.ZodObject && 'format' in given.query.shape;
}

const tables = {
  [tableTypes.csv]: { schema: { type: 'string' as const } },
  [tableTypes.xlsx]: { schema: { type: 'string' as const, format: 'binary' } },
};

export function describeRoute(registry: OpenAPIRegistry, given: AnyRoute, problem: z.ZodType): void {
  const content = contentOf(given);
  const failures = { description: 'problem', content: { 'application/problem+json': { schema: problem } } };
  registry.registerPath({
    method: given.method,
    path: `/api${given.path.replace(/:(\w+)/g, '{$1}')}`,
    tags: [given.tag],
    summary: given.summary,
    ...(given.wall === 'public' ? { security: [] } : { description: rolesText(given.wall) }),
    ...(given.scope ? { security: [{ session: [] }, { serviceKey: [given.scope] }] } : {}),
    request: {
      ...(given.params ? { params: given.params as never } : {}),
      ...(given.query ? { query: given.query as never } : {}),
      ...(given.method === 'post' && given.wall !== 'public' ? { headers: postHeaders } : {}),
      ...bodyOf(given),
    },
    responses: {
      [given.status ?? 200]: { description: 'ok', content },
      ...(given.method === 'post'
        ? { 202: { description: 'written down, not yet settled: ask /api/commands/{id}' } }
        : {}),
      '4XX': failures,
      '5XX': failures,
    },
  });
}

function contentOf(given: AnyRoute) {
  const { answer } = given;
  if ('mediaType' in answer)
    return { [answer.mediaType]: { schema: { type: 'string' as const, format: 'binary' } } };
  // What the document cannot say: the schema is that of each event's data.
  if ('stream' in answer) return { 'text/event-stream': { schema: answer.stream } };
  return { 'application/json': { schema: answer }, ...(isList(given) ? tables : {}) };
}

const rolesText = (wall: Wall) => `roles: ${rolesThrough(wall).join(', ')}`;

/** JSON, a form with a file, or either. */
function bodyOf({ body, bodyShape, upload }: AnyRoute) {
  const shown = body ?? bodyShape;
  const json = shown && (!upload || upload.isOptional) ? { 'application/json': { schema: shown } } : {};
  const form = upload ? { 'multipart/form-data': { schema: uploadShape(upload, shown) } } : {};
  const content = { ...json, ...form };
  return Object.keys(content).length > 0 ? { body: { required: true, content } } : {};
}
