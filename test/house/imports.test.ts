/** Who may import whom: dependency-cruiser over the house, and over a house that breaks every rule. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { projectRoot } from '../../src/config.ts';
import { broken, cruiseHouse } from './cruise.ts';
import { importRules } from './rules.ts';

/** A house with one breach of each rule, and beside it what looks alike and is allowed. */
const badHouse: Readonly<Record<string, string>> = {
  'src/domain/case.ts': `import { lawful } from '../law/rule.ts'; export const decide = () => lawful;`,
  'src/domain/day.ts': `export const day = 1;`,
  'src/domain/typed.ts': `import type { Row } from '../persistence/row.ts'; export const read = (row: Row) => row;`,
  'src/domain/half.ts': `import { type Row } from '../persistence/row.ts'; export const half = (row: Row) => row;`,
  'src/law/rule.ts': `import { decide } from '../domain/case.ts'; import { day } from '../domain/day.ts'; export const lawful = [decide, day];`,
  'src/papers/draw.ts': `import { row } from '../persistence/row.ts'; export const draw = row;`,
  'src/sheets/read.ts': `import { row } from '../persistence/row.ts'; export const read = row;`,
  'src/persistence/row.ts': `import { hash } from '@node-rs/argon2'; export type Row = string; export const row = hash;`,
  'src/persistence/case.repository.ts': `import { draw } from '../papers/draw.ts'; export const append = draw;`,
  'src/api/routes.ts': `import { append } from '../persistence/case.repository.ts'; import '../../workflows/messages.ts'; export const routes = append;`,
  'src/engine/start.ts': `import { routes } from '../api/routes.ts'; import { verb } from '../cli/verb.ts'; export const start = [routes, verb];`,
  'src/cli/verb.ts': `import '../../test/stories.ts'; export const verb = () => import('./not-there.ts');`,
  'src/console/page.ts': `import { day } from '../domain/day.ts'; import { row } from '../persistence/row.ts'; export const page = [day, row];`,
  'src/law/table.ts': `import { page } from '../console/page.ts'; export const table = page;`,
  'src/config.ts': `import './domain/day.ts';`,
  'activities/index.ts': `import { start } from '../src/engine/start.ts'; export const act = start; export type Act = typeof act;`,
  'workflows/index.ts': `export * from './mediate.ts';`,
  'workflows/mediate.ts': `import { readFileSync } from 'node:fs'; import { decide } from '../src/domain/case.ts'; import type { Act } from '../activities/index.ts'; export const mediate = (act: Act) => [readFileSync, decide, act];`,
  'workflows/messages.ts': `export const act = 1;`,
  'templates/words.ts': `import { day } from '../src/domain/day.ts'; import 'fast-check'; export const words = day;`,
  'test/stories.ts': `export const story = 1;`,
  'package.json': JSON.stringify({ type: 'module', devDependencies: { 'fast-check': '*' } }),
  'node_modules/fast-check/package.json': JSON.stringify({ name: 'fast-check', main: 'index.js' }),
  'node_modules/fast-check/index.js': '',
  'node_modules/@node-rs/argon2/package.json': JSON.stringify({ name: '@node-rs/argon2', main: 'index.js' }),
  'node_modules/@node-rs/argon2/index.js': '',
};

test('every module of the house imports only what its room may', async () => {
  const house = await cruiseHouse(projectRoot);
  expect(broken(house)).toEqual([]);
});

test('the modules are read: each room is there, with its imports', async () => {
  // Another TypeScript than the pinned one is no compiler for the cruiser: it then reads nothing and passes.
  expect(ts.versionMajorMinor).toBe('5.9');
  const { modules } = await cruiseHouse(projectRoot);
  const own = modules.filter(({ source }) => /^(src|workflows|activities|templates)\//.test(source));
  expect(own.length).toBeGreaterThan(150);
  const found = (place: string) => own.filter(({ source }) => source.startsWith(place));
  for (const room of ['domain', 'law', 'papers', 'sheets', 'persistence', 'api', 'engine', 'cli'])
    expect(found(`src/${room}/`).length).toBeGreaterThan(10);
  const entry = own.find(({ source }) => source === 'workflows/index.ts');
  expect(entry?.dependencies.map(({ resolved }) => resolved)).toContain('workflows/mediate-dispute.ts');
  expect(own.flatMap(({ dependencies }) => dependencies).length).toBeGreaterThan(500);
});

test('a house that breaks every rule is caught at each of them, and only there', async () => {
  const house = mkdtempSync(join(tmpdir(), 'wanhe-house-'));
  try {
    for (const [path, text] of Object.entries({
      ...badHouse,
      'tsconfig.json': ts.sys.readFile(join(projectRoot, 'tsconfig.json')) ?? '',
    })) {
      mkdirSync(dirname(join(house, path)), { recursive: true });
      writeFileSync(join(house, path), text);
    }
    const found = broken(await cruiseHouse(house));
    const rulesBroken = new Set(found.map((line) => line.split(':')[0]));
    expect(importRules.map(({ name }) => name).filter((name) => !rulesBroken.has(name))).toEqual([]);
    expect(found).toContain('domain-alone: src/domain/half.ts -> src/persistence/row.ts');
    expect(found).toContain('workflows-reach-no-world: workflows/index.ts -> fs');
    expect(
      found.filter((line) => /typed\.ts|-> workflows\/messages|mediate\.ts -> activities/.test(line)),
    ).toEqual([]);
  } finally {
    rmSync(house, { recursive: true });
  }
});

test('every rule says what to do instead', () => {
  for (const { comment } of importRules) expect(comment?.length).toBeGreaterThan(20);
});
