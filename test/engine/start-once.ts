import { readConfig } from '../../src/config.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/engine/embedded-postgres.ts';
import { type EmbeddedTemporal, startEmbeddedTemporal } from '../../src/engine/embedded-temporal.ts';
import { findTemporalBinary } from '../../src/engine/temporal-binary.ts';
import { noteRun, sweepLeftovers, temporaryHome } from './homes.ts';

export type TestEngine = { home: string; postgres: EmbeddedPostgres; temporal: EmbeddedTemporal };

declare global {
  var wanheTestEngine: TestEngine | undefined;
}

/**
 * Starts one PostgreSQL and one Temporal server for all suites of a run. They find them in WANHE_TEST_DATABASE_URL
 * (superuser, database `postgres`: a suite makes its own), WANHE_TEST_TEMPORAL_ADDRESS and WANHE_TEST_TEMPORAL_BINARY.
 */
export default async function startOnce(): Promise<void> {
  const say = (line: string) => process.stderr.write(`${line}\n`);
  await sweepLeftovers();
  const home = temporaryHome();
  const { cacheHome } = readConfig({ ...process.env, WANHE_HOME: home });
  const binary = await findTemporalBinary({ cacheHome, say });
  noteRun(home, []);
  const [postgres, temporal] = await Promise.all([
    startEmbeddedPostgres({ home, isDurable: false }),
    startEmbeddedTemporal({ home, binary, isDurable: false }),
  ]);
  noteRun(home, [postgres.pid, temporal.pid]);
  globalThis.wanheTestEngine = { home, postgres, temporal };
  // Jest leaves by process.exit at Ctrl-C, without its teardown
  process.once('exit', () => {
    postgres.child.signal('SIGQUIT');
    temporal.child.signal('SIGKILL');
  });
  process.env.WANHE_TEST_DATABASE_URL = postgres.adminUrl;
  process.env.WANHE_TEST_TEMPORAL_ADDRESS = temporal.address;
  process.env.WANHE_TEST_TEMPORAL_BINARY = binary;
}
