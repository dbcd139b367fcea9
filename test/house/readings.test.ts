/** Every route says what of people its right answer shows, and whoever has looked at a case's papers is on record. */
import { routes } from '../../src/api/app.ts';

const nameOf = ({ method, path }: (typeof routes)[number]) => `${method} ${path}`;

test('every route says whether its answer shows people', () => {
  expect(routes.length).toBeGreaterThan(60);
  expect(routes.filter(({ reads }) => reads === undefined).map(nameOf)).toEqual([]);
});

test('what is open to anyone shows nobody', () => {
  expect(routes.filter(({ wall, reads }) => wall === 'public' && reads !== null).map(nameOf)).toEqual([]);
});

/** Which of a case's answers are of nobody, each with the reason. */
const ofNobody: Record<string, string> = {
  'get /disputes/:id/mediators': 'mediators by their work',
  'get /disputes/:id/chain-suggestion': 'bodies by their kind',
  'get /sheets/:kind/template': 'an empty sheet',
};

test('a case, a file or an uploaded sheet is not shown without a record of it', () => {
  const shows = routes.filter(
    ({ method, path, answer, summary }) =>
      (method === 'get' && /^\/(disputes|referrals)\/:id/.test(path)) ||
      'mediaType' in answer ||
      (method === 'post' && /\/read$/.test(path)) ||
      /查重/.test(summary),
  );
  expect(shows.length).toBeGreaterThan(12);
  const unrecorded = shows.filter(({ reads }) => reads === null).map(nameOf);
  expect(unrecorded.sort()).toEqual(Object.keys(ofNobody).sort());
});
