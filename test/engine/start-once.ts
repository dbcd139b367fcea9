import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot, readConfig } from '../../src/config.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/engine/embedded-postgres.ts';
import { type EmbeddedTemporal, startEmbeddedTemporal } from '../../src/engine/embedded-temporal.ts';
import { findTemporalBinary } from '../../src/engine/temporal-binary.ts';
import { keepBundle } from './bundled.ts';
import { noteRun, sweepLeftovers, temporaryHome } from './homes.ts';

export type TestEngine = { home: string; postgres: EmbeddedPostgres; temporal: EmbeddedTemporal };

declare global {
  var wanheTestEngine: TestEngine | undefined;
}

/**
 * Starts one PostgreSQL and one Temporal server for all suites of a run. They find them in WANHE_TEST_DATABASE_URL
 * (superuser, database `postgres`: a suite makes its own), WANHE_TEST_TEMPORAL_ADDRESS, WANHE_TEST_TEMPORAL_BINARY; the
 * workflows' bundle in WANHE_TEST_BUNDLE.
 */
export default async function startOnce(): Promise<void> {
  const say = (line: string) => process.stderr.write(`${line}\n`);
  await sweepLeftovers();
  const home = temporaryHome();
  const { cacheHome } = readConfig({ ...process.env, WANHE_HOME: home });
  await keepBundle(home);
  buildConsole();
  const binary = await findTemporalBinary({ cacheHome, say });
  const postgres = await startEmbeddedPostgres({ home, isDurable: false });
  endWithJest(() => postgres.child.signal('SIGQUIT'));
  noteRun(home, [postgres.pid]);
  const temporal = await startEmbeddedTemporal({ home, binary, isDurable: false });
  endWithJest(() => temporal.child.signal('SIGKILL'));
  noteRun(home, [postgres.pid, temporal.pid]);
  globalThis.wanheTestEngine = { home, postgres, temporal };
  process.env.WANHE_TEST_DATABASE_URL = postgres.adminUrl;
  process.env.WANHE_TEST_TEMPORAL_ADDRESS = temporal.address;
  process.env.WANHE_TEST_TEMPORAL_BINARY = binary;
}

/** The console as a user gets it; not made again where nothing of it has changed. */
function buildConsole(): void {
  execFileSync(process.execPath, [join(projectRoot, 'src/cli/wanhe.ts'), 'build'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** Jest leaves without its teardown at Ctrl-C, and when a setup fails. */
function endWithJest(end: () => void): void {
  process.once('exit', end);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      end();
      process.kill(process.pid, signal);
    });
  }
}
