/**
 * The services of docker-compose.yml as processes of this machine: its commands, scripts and settings, the hosts and ports of
 * its network put in place of their names. PostgreSQL is the embedded one.
 */
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRoot, readConfig } from '../../src/config.ts';
import { makeAnchorKey } from '../../src/engine/anchor-key.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/engine/embedded-postgres.ts';
import { nextFreePort } from '../../src/engine/free-port.ts';
import { makeKeys } from '../../src/engine/key-file.ts';
import { findTemporalBinary } from '../../src/engine/temporal-binary.ts';
import { askPostgres } from '../engine/ask-postgres.ts';
import { noteRun, removeHome, sweepLeftovers, temporaryHome } from '../engine/homes.ts';
import { killStarted, processesOf, type Started, startProgram } from '../engine/processes.ts';
import { composeFile, fillIn } from '../house/compose.ts';
import { temporalPrograms } from './temporal-programs.ts';

const services = ['FRONTEND', 'HISTORY', 'MATCHING', 'WORKER'] as const;
const compose = composeFile();

export class Machine {
  readonly home: string;
  readonly postgres: EmbeddedPostgres;
  readonly env: Record<string, string>;
  readonly #ports: Record<string, string>;
  readonly #programs: string;
  readonly #cli: string;

  private constructor(
    home: string,
    postgres: EmbeddedPostgres,
    programs: { server: string; cli: string },
    ports: Record<string, string>,
    publicUrl: string,
  ) {
    this.home = home;
    this.postgres = postgres;
    this.#programs = programs.server;
    this.#cli = programs.cli;
    this.#ports = ports;
    makeKeys(join(home, 'keys.json'), new Date());
    makeAnchorKey(join(home, 'anchor-key.json'));
    const secret = () => randomBytes(24).toString('hex');
    this.env = {
      POSTGRES_PASSWORD: secret(),
      WANHE_DB_PASSWORD: secret(),
      TEMPORAL_DB_PASSWORD: secret(),
      WANHE_PUBLIC_URL: publicUrl,
    };
  }

  static async start(publicUrl: string, say: (line: string) => void): Promise<Machine> {
    await sweepLeftovers();
    const version = compose.services.temporal!.image.split(':')[1]!;
    const server = await temporalPrograms(version, say);
    const cli = await findTemporalBinary({ cacheHome: readConfig().cacheHome, say });
    const home = temporaryHome();
    const postgres = await startEmbeddedPostgres({ home, isDurable: false });
    noteRun(home, [postgres.pid]);
    // its members are noted in a column that holds no port beyond 32767
    let port = 17_232;
    const nextPort = async () => {
      port = await nextFreePort(port + 1);
      return String(port);
    };
    const ports: Record<string, string> = { FRONTEND_HTTP_PORT: await nextPort() };
    for (const name of services)
      for (const use of ['GRPC', 'MEMBERSHIP']) ports[`${name}_${use}_PORT`] = await nextPort();
    return new Machine(home, postgres, { server, cli }, ports, publicUrl);
  }

  get temporalAddress(): string {
    return `127.0.0.1:${this.#ports.FRONTEND_GRPC_PORT}`;
  }

  get databaseUrl(): string {
    return this.#settings('migrate').DATABASE_URL!;
  }

  /** A one-shot service, to its end. Throws what it said where it fails. */
  async once(name: string, ...instead: string[]): Promise<string> {
    if (name === 'databases') return this.#makeDatabases();
    const started = this.start(name, {}, instead);
    if ((await started.ended) !== 0) throw new Error(`${name}: ${started.said()}`);
    return started.said();
  }

  start(name: string, changes: Record<string, string> = {}, instead: string[] = []): Started {
    const { image, entrypoint, command = [] } = compose.services[name]!;
    const env = { ...this.#settings(name), WANHE_HOME: join(this.home, 'wanhe'), ...changes };
    if (image.startsWith('wanhe:')) {
      const script = join(projectRoot, 'src/cli/wanhe.ts');
      return startProgram(process.execPath, [script, ...(instead.length > 0 ? instead : command)], env);
    }
    if (image.startsWith('temporalio/server:'))
      return startProgram(join(this.#programs, 'temporal-server'), ['start'], env);
    const [shell, ...options] = entrypoint!;
    const PATH = [this.#programs, dirname(this.#cli), process.env.PATH].join(':');
    const script = command.map((line) => fillIn(line, this.env));
    return startProgram(shell!, [...options, ...script], { ...env, PATH });
  }

  async end(): Promise<void> {
    killStarted();
    for (const pid of processesOf(this.home)) if (pid !== this.postgres.pid) process.kill(pid, 'SIGKILL');
    await this.postgres.stop();
    removeHome(this.home);
  }

  #settings(name: string): Record<string, string> {
    const port = String(this.postgres.port);
    const here: Record<string, string> = {
      PGHOST: '127.0.0.1',
      SQL_HOST: '127.0.0.1',
      POSTGRES_SEEDS: '127.0.0.1',
      PGPORT: port,
      SQL_PORT: port,
      DB_PORT: port,
      BIND_ON_IP: '127.0.0.1',
      WANHE_KEYS_FILE: join(this.home, 'keys.json'),
      WANHE_ANCHOR_KEY_FILE: join(this.home, 'anchor-key.json'),
      WANHE_ANCHOR_DIR: join(this.home, 'anchors'),
      WANHE_METRICS_HOST: '127.0.0.1',
      // each process of this machine has its own, where one is wanted
      WANHE_METRICS_PORT: 'off',
    };
    const { environment = {}, configs = [] } = compose.services[name]!;
    const settings = Object.entries(environment).map(([variable, value]) => {
      const mounted = configs.find(({ target }) => target === value);
      if (mounted !== undefined) return [variable, this.#config(mounted.source)];
      const filled = fillIn(value, this.env)
        .replace('@postgres:5432', `@127.0.0.1:${port}`)
        .replace('temporal:7233', this.temporalAddress);
      return [variable, here[variable] ?? filled];
    });
    return { ...Object.fromEntries(settings), ...(name === 'temporal' ? this.#ports : {}) };
  }

  #config(source: string): string {
    const path = join(this.home, `${source}.yaml`);
    writeFileSync(path, fillIn(compose.configs[source]!.content, this.env));
    return path;
  }

  /** As psql would run the script, as far as the script goes: `\getenv`, `:'name'`, `\gexec`. */
  async #makeDatabases(): Promise<string> {
    const env = this.#settings('databases');
    const given = new Map<string, string>();
    const script = fillIn(compose.configs.databases!.content, this.env).replaceAll(
      /^\\getenv (\w+) (\w+)\n/gm,
      (_, name: string, variable: string) => {
        given.set(name, env[variable]!);
        return '';
      },
    );
    const run = (statement: string) => askPostgres<Record<string, string>>(this.postgres.adminUrl, statement);
    for (const [, text, end] of script.matchAll(/([^;\\]+)(;|\\gexec)/g)) {
      const rows = await run(text!.replaceAll(/:'(\w+)'/g, (_, name: string) => `'${given.get(name)!}'`));
      if (end === '\\gexec') for (const row of rows) await run(Object.values(row)[0]!);
    }
    return '';
  }
}
