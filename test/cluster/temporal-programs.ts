/** Temporal's production server and its schema tool, in the version of docker-compose.yml: built once with Go into the cache. */
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { childEnvironment, readConfig } from '../../src/config.ts';
import { goInstall, hasGo, keepPrograms } from '../../src/engine/cached-programs.ts';
import { runToEnd } from '../../src/engine/child.ts';

const sources = {
  'temporal-server': 'go.temporal.io/server/cmd/server',
  'temporal-sql-tool': 'go.temporal.io/server/cmd/tools/sql',
} as const;
const names = Object.keys(sources) as (keyof typeof sources)[];

/** The folder that holds `temporal-server` and `temporal-sql-tool`. */
export async function temporalPrograms(version: string, say: (line: string) => void): Promise<string> {
  const folder = join(readConfig().cacheHome, 'wanhe', `temporal-server-${version}`);
  const obtain = async (into: string) => {
    if (!(await hasGo()))
      throw new Error(
        'Temporal’s production server is built with Go: install Go 1.26 or later, then `npm run cluster`.',
      );
    say(`building temporal-server ${version} with Go: once, 3 to 10 minutes …`);
    const packages = names.map((name) => `${sources[name]}@v${version}`);
    const why = await goInstall(into, packages);
    if (why !== undefined) throw new Error(why);
    for (const name of names) renameSync(join(into, sources[name].split('/').at(-1)!), join(into, name));
  };
  await keepPrograms({ folder, names, work: (at) => answers(at, version), obtain }, { say });
  return folder;
}

async function answers(folder: string, version: string): Promise<boolean> {
  const asked = await Promise.all(
    names.map((name) => runToEnd(join(folder, name), ['--version'], { env: childEnvironment(), ms: 30_000 })),
  );
  return asked.every(({ isDone }) => isDone) && asked[0]!.output.includes(version);
}
