/** What each route is aimed at in the walled city: real things on every side, and one that is not there. */
import { randomUUID } from 'node:crypto';
import type { AnyRoute } from '../../src/api/route.ts';
import { addDays, dayAt } from '../../src/domain/day.ts';
import type { Answer, Caller } from './caller.ts';
import { fitBody } from './fit-body.ts';
import { type Lies, otherPack, places, type Thing, type WalledCity } from './walled-city.ts';

export type Aim = {
  path: string;
  body: object | undefined;
  /** Null: nothing in particular, as a list or what is reckoned on the spot. */
  lies: Lies | null;
  /** The same request for a thing that is not there. */
  absent: { path: string; body: object | undefined } | null;
};

const NOWHERE = '00000000-0000-4000-8000-0000000000ff';
const HEX = 'f'.repeat(40);

/** Every request of this route that the walk makes; throws for a route it does not know how to call. */
export function aimsAt(route: AnyRoute, built: WalledCity): Aim[] {
  const { method, path } = route;
  if (path === '/rule-packs/:id/move') return moves(built);
  if (path === '/reassignments/preview') return handovers(path, built, (id) => ({ cases: [id] }));
  if (path === '/reassignments')
    return handovers(path, built, (id) => ({ moves: [{ case: id, mediator: NOWHERE, seq: 1 }] }));
  if (path in register) return registered(route);
  const kind = thingOf(path, built);
  if (kind === null) return aimsByBody(route);
  const to = (thing: Thing & { file?: string }) => ({
    path: filled(path, thing.id, thing.file),
    body: method === 'post' ? bodyFor(route) : undefined,
  });
  const absent = to({ id: kind.absent, lies: {}, file: NOWHERE });
  return kind.things.map((thing) => ({ ...to(thing), lies: kind.isWalled ? thing.lies : null, absent }));
}

/** What everybody may read of every district; its administrators alone change it. */
const register: Record<string, (district: string) => string> = {
  '/districts/:id/change': (district) => district,
  '/bodies/:id/change': (district) => `court-${district}`,
  '/capacities/:id/change': (district) => `people-mediation-${district}`,
};

function registered(route: AnyRoute): Aim[] {
  return Object.values(places).map((district) => ({
    path: filled(route.path, register[route.path]!(district)),
    body: bodyFor(route),
    lies: { district },
    absent: null,
  }));
}

type Kind = { things: readonly (Thing & { file?: string })[]; absent: string; isWalled: boolean };

/** The things that `:id` stands for; null where a route has none. */
function thingOf(path: string, built: WalledCity): Kind | null {
  const { cases, incoming, drafts, imports, mediators, notices } = built;
  const walled = (things: Kind['things'], absent = NOWHERE) => ({ things, absent, isWalled: true });
  if (path.startsWith('/disputes/:id')) return walled(cases);
  if (path === '/evidence/:id/file') return walled(cases.map((one) => one.evidence));
  if (path === '/papers/:id/file') return walled(cases.flatMap(({ paper, letter }) => [paper, letter]));
  if (path === '/referrals/:id/files/:file') return walled(cases.map(({ referral }) => referral));
  if (path.startsWith('/referrals/:id'))
    return walled([...cases.map(({ referral }) => referral), ...incoming]);
  if (path.startsWith('/drafts/:id')) return walled(drafts);
  if (path.startsWith('/imports/:id')) return walled(imports);
  if (path.startsWith('/views/:id')) return walled(built.views);
  // An import is a job of whoever ordered it.
  if (path.startsWith('/jobs/:id')) return walled(imports);
  if (path.startsWith('/accounts/:id')) return walled(built.accounts);
  if (path.startsWith('/service-keys/:id')) return walled(built.serviceKeys, 'ffffffffffff');
  if (path.startsWith('/me/sessions/:id')) return walled(built.sessions);
  if (path.startsWith('/notices/:id')) return walled(notices);
  if (path.startsWith('/mediators/:id')) return walled(mediators);
  if (path === '/commands/:id')
    return walled(
      cases.map(({ command }) => command),
      HEX,
    );
  const known = { things: [{ id: 'nanyang-2026.1', lies: {} }], absent: 'no-such-pack', isWalled: false };
  if (path === '/rule-packs/:id') return known;
  if (path === '/sheets/:kind/template') return { ...known, things: [{ id: 'wage-sheet', lies: {} }] };
  if (path.includes(':')) throw new Error(`the walk does not know what ${path} is about: add it here`);
  return null;
}

const filled = (path: string, id: string, file = '') =>
  `/api${path.replace(':id', id).replace(':kind', id).replace(':file', file).replace(':no', '1')}`;

/** A route without a thing: a list, or what is written where the body says. */
function aimsByBody(route: AnyRoute): Aim[] {
  const { path, method } = route;
  const at = (body: object | undefined, lies: Lies | null): Aim => ({
    path: `/api${path}`,
    body,
    lies,
    absent: null,
  });
  if (method === 'post' && (path === '/disputes' || path === '/disputes/short'))
    return Object.values(places).map((district) => at(bodyFor(route, { district }), { district }));
  // A login is taken once, a key ends on a day to come.
  const news: Record<string, (district: string) => object> = {
    '/accounts': (district) => ({ district, login: `neu-${district}` }),
    '/service-keys': (district) => ({ district, until: addDays(dayAt(Date.now()), 30) }),
    '/districts': (district) => ({ above: district, code: `${district.slice(0, 4)}7${district.slice(5)}` }),
    '/bodies': (district) => ({ district, kind: 'justice', numbering: [] }),
    '/capacities': (district) => ({
      ...{ body: `mediation-centre-${district}`, kind: 'enterprise-committee', ofBody: null },
      ...{ validFrom: '2026-01-01', validUntil: null },
    }),
  };
  const fresh = method === 'post' ? news[path] : undefined;
  if (fresh !== undefined)
    return Object.values(places).map((district) => at(bodyFor(route, fresh(district)), { district }));
  if (path === '/referrals' && method === 'post')
    return ['411303', '411302'].map((district) => {
      const ends = { fromBody: `court-${district}`, toBody: `union-${district}`, channel: 'transferred' };
      return at(bodyFor(route, ends), { district, bodies: [ends.fromBody] });
    });
  const isQuery = path === '/law/deadline';
  return [
    {
      ...at(method === 'post' ? bodyFor(route) : undefined, null),
      path: `/api${path}${isQuery ? '?from=2026-03-02' : ''}`,
    },
  ];
}

function moves({ cases }: WalledCity): Aim[] {
  const path = `/api/rule-packs/${otherPack}/move`;
  const order = (id: string) => ({ reason: '统一', cases: [id] });
  const absent = { path, body: order(NOWHERE) };
  return cases.map(({ id, lies }) => ({ path, body: order(id), lies, absent }));
}

function handovers(of: string, { cases }: WalledCity, bodyOf: (id: string) => object): Aim[] {
  const path = `/api${of}`;
  const absent = { path, body: bodyOf(NOWHERE) };
  return cases.map(({ id, lies }) => ({ path, body: bodyOf(id), lies, absent }));
}

function bodyFor({ body }: AnyRoute, fixed: object = {}): object {
  // Nothing is typed in twice: two requests are never one by their words.
  return body === undefined ? {} : (fitBody(body, fixed) as object);
}

const FILE = '周探针上传';

export function ask(
  caller: Caller,
  { method, upload }: AnyRoute,
  aim: Pick<Aim, 'path' | 'body'>,
): Promise<Answer> {
  if (method === 'get') return caller.get(aim.path);
  if (upload && !upload.isOptional) return caller.upload(aim.path, upload.field, `${FILE}.txt`, randomUUID());
  return caller.post(aim.path, aim.body);
}
