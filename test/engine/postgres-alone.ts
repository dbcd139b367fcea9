/** Runs only the embedded PostgreSQL of WANHE_HOME, until SIGTERM: for tests from folders and as users of their own. */
import { readConfig } from '../../src/config.ts';
import { startEmbeddedPostgres } from '../../src/engine/embedded-postgres.ts';

const say = (line: string) => console.log(line);
const postgres = await startEmbeddedPostgres({ home: readConfig().home, isDurable: false, say });
const alive = setInterval(() => {}, 1000);
process.once('SIGTERM', () => {
  void postgres.stop().then(() => clearInterval(alive));
});
console.log(`postgres ready ${postgres.pid} ${postgres.url}`);
