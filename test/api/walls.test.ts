/** Every route is called as everybody, from every side of its wall: what the table says is what happens, and what is not yours is not there. */
import { routes } from '../../src/api/app.ts';
import type { AnyRoute } from '../../src/api/route.ts';
import { rolesThrough, type Wall, walls } from '../../src/domain/walls.ts';
import type { Answer } from './caller.ts';
import { type Aim, aimsAt, ask } from './wall-aims.ts';
import { isList, itemsOf, listOf, tablesOf } from './wall-lists.ts';
import { buildWalledCity, isReached, type Person, type WalledCity } from './walled-city.ts';

let built: WalledCity;
beforeAll(async () => {
  built = await buildWalledCity();
}, 120_000);
afterAll(() => built?.city.stop());

/** How a route says that something is not there, or is not the asker's. */
const refusals = new Set([
  ...['account/signed-out', 'account/no-role', 'case/not-found', 'draft/not-found', 'import/not-found'],
  ...['command/not-found', 'district/not-yours', 'referral/from-other-body', 'account/not-a-mediator'],
  ...[
    'view/not-found',
    'job/not-found',
    'notice/not-found',
    'account/unknown',
    'key/unknown',
    'session/not-signed-in',
  ],
]);

type Call = { person: Person; aim: Aim };
const nameOf = ({ method, path }: AnyRoute) => `${method} ${path}`;
const wallOf = (route: AnyRoute) => route.wall as Wall;

/** Whether a call is let through, as the table has it. */
function isLetThrough({ wall }: AnyRoute, { person, aim }: Call): boolean {
  if (wall === 'public') return true;
  if (person.role === null || !rolesThrough(wall).includes(person.role)) return false;
  return aim.lies === null || isReached(person, wall, aim.lies);
}

function callsOf(route: AnyRoute): Call[] {
  const aims = aimsAt(route, built);
  return built.people.flatMap((person) => {
    const hasRole =
      route.wall === 'public' || (person.role !== null && rolesThrough(route.wall).includes(person.role));
    // Whoever has no role for it is turned away at the door, whatever it is about.
    return (hasRole ? aims : aims.slice(0, 1)).map((aim) => ({ person, aim }));
  });
}

async function each<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const rest = [...all];
  const hands = Array.from({ length: 8 }, async () => {
    for (let one = rest.pop(); one !== undefined; one = rest.pop()) await work(one);
  });
  await Promise.all(hands);
}

/** What an answer shows that its reader may not know; what they typed in themselves is no news to them. */
function seenThrough({ person, aim }: Call, { text }: Pick<Answer, 'text'>): string[] {
  const asked = decodeURIComponent(aim.path) + JSON.stringify(aim.body ?? {});
  return built.marks
    .filter(({ walls: behind, lies }) => !behind.some((wall) => isReached(person, wall, lies)))
    .filter((mark) => text.includes(mark.text) && !asked.includes(mark.text))
    .map((mark) => mark.text);
}

/** How many rows every table has, and by which transactions they were written: a row changed is seen as well as a new one. */
async function rows(): Promise<string> {
  const em = built.city.orm.em.fork();
  // That a sign-in is in use, and how often one was wrong, is noted whatever is asked.
  const tables = await em.execute<{ name: string }[]>(
    `select tablename as name from pg_tables
     where schemaname = 'public' and tablename not in ('sign_in', 'rate_limit') order by tablename`,
  );
  const counts = await em.execute<object[]>(
    tables
      .map(
        ({ name }) =>
          `select '${name}' as name, count(*)::int as n, sum(xmin::text::bigint)::text as written from "${name}"`,
      )
      .join(' union all '),
  );
  return JSON.stringify(counts);
}

/** The answer without what is only the request told back. */
function bare({ status, headers, text }: Answer, aim: Pick<Aim, 'path'>): unknown {
  const shown = Object.fromEntries(headers.entries());
  return {
    status,
    type: shown['content-type'],
    names: Object.keys(shown).sort(),
    text: text.replaceAll(aim.path, ''),
  };
}

/** What changes who reaches what is walked last. */
const parting = [
  ...['/disputes/:id/break-glass', '/me/sessions/:id/end', '/me/sessions/end-others'],
  ...['/me/password', '/sign-out'],
];
const walked = routes.filter(({ path }) => !parting.includes(path));
const parted = parting.flatMap((path) => routes.filter((one) => one.path === path));
test('every route has a wall, every wall its route', () => {
  expect(routes.length).toBeGreaterThan(110);
  const named = new Set(routes.map(({ wall }) => wall));
  expect([...named].filter((wall) => wall !== 'public' && !(wall in walls))).toEqual([]);
  const within = ['confidential-note.read'];
  expect(Object.keys(walls).filter((wall) => !named.has(wall as Wall) && !within.includes(wall))).toEqual([]);
  // What anyone may ask without signing in is few, and named here.
  expect(routes.filter(({ wall }) => wall === 'public').map(nameOf)).toEqual([
    ...['post /sign-in', 'get /privacy-notice'],
  ]);
});

test('the walk knows how to call every route', () => {
  for (const route of routes)
    expect([nameOf(route), aimsAt(route, built).length > 0]).toEqual([nameOf(route), true]);
});

test('whoever does not reach is turned away: absent and not yours are told in the same bytes, and nothing is left behind', async () => {
  const wrong: unknown[] = [];
  let turnedAway = 0;
  for (const route of [...walked, ...parted]) {
    const before = await rows();
    const calls = callsOf(route).filter((call) => !isLetThrough(route, call));
    const absences = new Map<Person, Promise<Answer>>();
    await each(calls, async (call) => {
      const { person, aim } = call;
      const answer = await ask(person.caller, route, aim);
      const code = answer.body.code as string;
      const where = [nameOf(route), person.name, aim.lies, answer.status, code];
      turnedAway += 1;
      if (answer.status < 400 || !refusals.has(code)) wrong.push([...where, 'was let through']);
      const door = person.role === null ? [401, 'account/signed-out'] : [403, 'account/no-role'];
      const isAtDoor = person.role === null || !rolesThrough(wallOf(route)).includes(person.role);
      if (isAtDoor !== (code === door[1] && answer.status === door[0]))
        wrong.push([...where, 'not as at the door']);
      if (seenThrough(call, answer).length > 0) wrong.push([...where, seenThrough(call, answer)]);
      if (isAtDoor || aim.absent === null) return;
      // What is not there is asked for once by each person.
      const asked = absences.get(person) ?? ask(person.caller, route, aim.absent);
      absences.set(person, asked);
      const absent = await asked;
      const [one, other] = [bare(answer, aim), bare(absent, aim.absent)];
      if (JSON.stringify(one) !== JSON.stringify(other)) wrong.push([...where, one, other]);
    });
    if ((await rows()) !== before) wrong.push([nameOf(route), 'left something behind']);
  }
  expect(wrong).toEqual([]);
  expect(turnedAway).toBeGreaterThan(2000);
}, 240_000);

/** By itself a list shows less than its reader reaches. */
const narrowed: Readonly<Record<string, string>> = {
  '/tasks': 'mine=false',
  '/figures/cases': 'from=2026-01-01&until=2026-12-31',
};

test('a list holds what its reader reaches and nothing else, as JSON, as CSV and as a workbook', async () => {
  const wrong: unknown[] = [];
  let found = 0;
  // The log of readings goes on while it is read: its tables are longer than its page was.
  const isGrowing = ({ path }: AnyRoute) => path.endsWith('/readings');
  const lists = walked.filter(isList);
  for (const route of [...lists.filter(isGrowing), ...lists.filter((one) => !isGrowing(one))]) {
    const readers = built.people.filter(
      ({ role }) => role !== null && rolesThrough(wallOf(route)).includes(role),
    );
    const query = narrowed[route.path] ?? '';
    await each(
      readers.flatMap((person) => listOf(route, built).map((list) => ({ person, list }))),
      async ({ person, list: { path, field, things, wall } }) => {
        const aim = { path, body: undefined, lies: null, absent: null };
        const { items, text } = await itemsOf(person.caller, path, query);
        const known = things.filter(({ id }) => items.some((item) => item[field] === id));
        const due = things.filter(({ lies }) => isReached(person, wall, lies));
        found += known.length;
        if (known.length !== due.length || due.some((one) => !known.includes(one)))
          wrong.push([nameOf(route), person.name, known, due]);
        const tables = await tablesOf(person.caller, path, query);
        for (const table of [{ text, rows: items.length }, ...tables])
          if (
            (table.rows !== items.length && !isGrowing(route)) ||
            seenThrough({ person, aim }, table).length > 0
          )
            wrong.push([
              nameOf(route),
              person.name,
              table.rows,
              items.length,
              seenThrough({ person, aim }, table),
            ]);
      },
    );
  }
  expect(wrong).toEqual([]);
  expect(found).toBeGreaterThan(60);
}, 120_000);

test('searching for what lies beyond the wall finds nothing', async () => {
  const wrong: unknown[] = [];
  const searched = walked.filter(
    (route) => isList(route) && 'q' in (route.query as unknown as { shape: object }).shape,
  );
  expect(searched.length).toBeGreaterThan(4);
  for (const route of searched) {
    const readers = built.people.filter(
      ({ name, role }) => /@(own|other-body)$/.test(name) && rolesThrough(wallOf(route)).includes(role!),
    );
    await each(
      readers.flatMap((person) => listOf(route, built).map((list) => ({ person, list }))),
      async ({ person, list: { path } }) => {
        const hidden = built.marks.filter(
          ({ walls: behind, lies }) => !behind.some((wall) => isReached(person, wall, lies)),
        );
        for (const { text: q } of hidden.filter(({ text }) => text.length <= 50)) {
          const { items } = await itemsOf(person.caller, path, `q=${encodeURIComponent(q)}`);
          if (items.length > 0) wrong.push([nameOf(route), person.name, q, items]);
        }
      },
    );
  }
  expect(wrong).toEqual([]);
}, 120_000);

test('cases alike in other districts are counted, and told nothing of', async () => {
  const clerk = built.people.find(({ name }) => name === 'intake-clerk@own')!;
  const beside = built.cases.find(({ place }) => place === 'beside')!;
  const manager = built.people.find(({ name }) => name === 'manager@city')!;
  const [{ name, phone }] = beside.sides.workers as [Record<string, string>];
  const [employer] = beside.sides.employers as [Record<string, string>];
  const body = { workers: [{ name, phone }], employers: [{ name: employer.name }], heads: ['wages'] };
  const answer = await clerk.caller.post('/api/look-alikes', body);
  expect(answer.body).toMatchObject({ duplicates: [], elsewhere: 1 });
  const aim = { path: '', body, lies: null, absent: null };
  expect(seenThrough({ person: clerk, aim }, answer)).toEqual([]);
  expect((await manager.caller.post('/api/look-alikes', body)).body).toMatchObject({
    ...{ duplicates: [{ case: beside.id }], elsewhere: 0 },
  });
});

test('a note in confidence is read by the mediator who carries the case and the manager over it', async () => {
  const notes = built.marks.filter(({ walls: behind }) => behind.includes('confidential-note.read'));
  const seen: string[] = [];
  for (const person of built.people)
    for (const { id } of built.cases) {
      const { text } = await person.caller.get(`/api/disputes/${id}/events`);
      for (const note of notes) if (text.includes(note.text)) seen.push(`${person.name} ${note.text}`);
    }
  expect(seen.sort()).toEqual([
    ...['manager@beside 探针密语411302-3', 'manager@city 探针密语411300-1', 'manager@city 探针密语411302-3'],
    ...['manager@city 探针密语411303-2', 'manager@city 探针密语411303-4', 'manager@own 探针密语411303-2'],
    ...['manager@own 探针密语411303-4', 'mediator@beside 探针密语411302-3', 'mediator@city 探针密语411300-1'],
    'mediator@own 探针密语411303-2',
  ]);
});

test('whoever reaches is let through, and shown nothing of what lies further off', async () => {
  const wrong: unknown[] = [];
  let letThrough = 0;
  for (const route of [...walked, ...parted])
    await each(
      callsOf(route).filter((call) => isLetThrough(route, call)),
      async (call) => {
        const answer = await ask(call.person.caller, route, call.aim);
        const where = [nameOf(route), call.person.name, call.aim.lies, answer.status, answer.body.code];
        letThrough += 1;
        if (refusals.has(answer.body.code as string) || answer.status >= 500)
          wrong.push([...where, 'was turned away']);
        // Breaking the glass answers with the number of the case it opened.
        if (!route.path.endsWith('/break-glass') && seenThrough(call, answer).length > 0)
          wrong.push([...where, seenThrough(call, answer)]);
      },
    );
  expect(wrong).toEqual([]);
  expect(letThrough).toBeGreaterThan(1000);
}, 240_000);
