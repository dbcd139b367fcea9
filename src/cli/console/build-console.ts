/** The console out of its sources: built aside and moved into place, so that a half-built one is never served. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../config.ts';
import { consoleFolder } from '../../engine/console-folder.ts';
import { type ApiDocument, actBodies } from './act-bodies.ts';

const MARK = 'built-from';
/** What the browser's code is made of: its own room, the domain's tables, the words. */
const sources = ['src/console', 'src/domain', 'templates/zh-CN', 'package-lock.json'];

export async function buildConsole(document: ApiDocument, isForced: boolean) {
  const folder = consoleFolder(projectRoot);
  const bodies = JSON.stringify(actBodies(document));
  const mark = fingerprint(bodies);
  const known = join(folder, MARK);
  if (!isForced && existsSync(known) && readFileSync(known, 'utf8') === mark) return { folder, isNew: false };
  const aside = `${folder}.${process.pid}`;
  mkdirSync(aside, { recursive: true });
  try {
    const acts = join(aside, 'acts.json');
    writeFileSync(acts, bodies);
    const { build } = await import('vite');
    const root = join(projectRoot, 'src/console');
    await build({
      root,
      configFile: join(root, 'vite.config.ts'),
      logLevel: 'warn',
      resolve: { alias: { 'wanhe:acts': acts } },
      build: { outDir: join(aside, 'out'), emptyOutDir: true },
    });
    writeFileSync(join(aside, 'out', MARK), mark);
    const old = `${aside}.old`;
    if (existsSync(folder)) renameSync(folder, old);
    renameSync(join(aside, 'out'), folder);
    rmSync(old, { recursive: true, force: true });
    return { folder, isNew: true };
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

function fingerprint(bodies: string): string {
  const hash = createHash('sha256').update(bodies);
  for (const source of sources.flatMap(filesOf).sort())
    hash.update(source).update(readFileSync(join(projectRoot, source)));
  return hash.digest('hex');
}

function filesOf(source: string): string[] {
  if (/\.\w+$/.test(source)) return [source];
  return readdirSync(join(projectRoot, source), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath.slice(projectRoot.length + 1)}/${entry.name}`);
}
