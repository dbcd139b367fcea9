/** A table of a story as people write it, and the actors it speaks of. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/config.ts';
import { type Day, parseDay } from '../../src/domain/day.ts';
import type { BodyId, PartyId } from '../../src/domain/ids.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { type Actor, type Hat, roles } from '../../src/domain/role.ts';
import { actor, partyActor } from '../stories.ts';

/** Every hat there is. */
export const hats: readonly Hat[] = [
  ...roles,
  'system',
  'owner',
  'receiver',
  'worker',
  'employer',
  'other-side',
];

/** Someone with this hat and no other: a stranger with the role, the owner without any, a party of the case; the other side is an employer's here. */
export function actorWith(
  hat: Hat,
  owner: Actor,
  { receiver = '' as BodyId, worker, employer }: { receiver?: BodyId; worker?: PartyId; employer?: PartyId },
): Actor {
  if (hat === 'owner') return { ...owner, roles: [] };
  if (hat === 'receiver') return actor('stranger', ['liaison'], receiver);
  if (hat === 'worker' || hat === 'employer' || hat === 'other-side')
    return partyActor((hat === 'worker' ? worker : employer) ?? ('' as PartyId));
  return actor('stranger', [hat], 'elsewhere');
}

export type ReadTable = {
  rows: readonly string[];
  columns: readonly string[];
  cell(row: string, column: string): readonly Hat[];
};

/** Reads lines of words: the first names the columns, each other one a row and its cells; `-` is an empty cell. */
export function readTable(letters: Readonly<Record<string, Hat>>, text: string): ReadTable {
  const [head = [], ...lines] = text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  const cells = new Map(
    lines.flatMap(([row, ...all]) =>
      head.map((column, index) => [`${row}/${column}`, hatsOf(all[index] ?? '?')] as const),
    ),
  );
  return {
    rows: lines.map(([row]) => row ?? ''),
    columns: head,
    cell: (row, column) => cells.get(`${row}/${column}`) ?? [],
  };

  function hatsOf(cell: string): Hat[] {
    if (cell === '-') return [];
    return [...cell].map((letter) => {
      const hat = letters[letter];
      if (hat === undefined) throw new Error(`no hat is written ${letter}`);
      return hat;
    });
  }
}

/** `done`, or the code of the refusal; any other error is the test's. */
export function outcomeOf(act: () => unknown): string {
  try {
    act();
    return 'done';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

export const day = (text: string): Day => parseDay(text);

/** The codes a file, or the files of a folder, can refuse with, as their sources write them. */
export function codesThrownIn(place: string): string[] {
  const files = place.endsWith('.ts') ? [place] : globSync(`${place}/**/*.ts`, { cwd: projectRoot });
  const sources = files.map((file) => readFileSync(join(projectRoot, file), 'utf8'));
  return [
    ...new Set(
      sources.flatMap((source) =>
        [...source.matchAll(/new Refusal\(\s*'([^']+)'/g)].map(([, code = '']) => code),
      ),
    ),
  ];
}
