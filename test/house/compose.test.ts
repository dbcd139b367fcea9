/** docker-compose.yml and the Dockerfile keep to the rules of the house; what breaks one is named. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { projectRoot } from '../../src/config.ts';
import { type Compose, composeFile, dockerfile, fillIn } from './compose.ts';
import { breaches, pinBreach } from './compose-rules.ts';

const read = (path: string) => readFileSync(join(projectRoot, path), 'utf8');
const example = read('.env.example');
const { version, dependencies } = JSON.parse(read('package.json')) as {
  version: string;
  dependencies: Record<string, string>;
};

test('docker-compose.yml is a Compose file that breaks no rule', () => {
  expect(Object.keys(composeFile().services).length).toBeGreaterThan(8);
  expect(breaches(composeFile(), example)).toEqual([]);
});

/** As a Compose file asks for a variable. */
const blank = (rest: string) => `$\{${rest}}`;

const faults: [string, (compose: Compose) => void][] = [
  [
    '/services/api must NOT have additional properties',
    ({ services }) => Object.assign(services.api!, { imagine: 1 }),
  ],
  [
    '/services/worker/healthcheck/test must be string',
    ({ services }) => Object.assign(services.worker!.healthcheck!, { test: 3 }),
  ],
  [
    'postgres: postgres:latest is not pinned',
    ({ services }) => Object.assign(services.postgres!, { image: 'postgres:latest' }),
  ],
  [
    'postgres: postgres:18 is not pinned',
    ({ services }) => Object.assign(services.postgres!, { image: 'postgres:18' }),
  ],
  [
    'ui: temporalio/ui is not pinned',
    ({ services }) => Object.assign(services.ui!, { image: 'temporalio/ui' }),
  ],
  [
    'temporal: temporalio/server:1.32 is not pinned',
    ({ services }) => Object.assign(services.temporal!, { image: 'temporalio/server:1.32' }),
  ],
  ['worker runs on and has no health check', ({ services }) => delete services.worker!.healthcheck],
  [
    'temporal runs on and has no health check',
    ({ services }) => Object.assign(services.temporal!, { healthcheck: { disable: true } }),
  ],
  [
    'api: config.ts does not know WANHE_PROT',
    ({ services }) => Object.assign(services.api!.environment!, { WANHE_PROT: '1' }),
  ],
  ['api does not wait for migrate', ({ services }) => delete services.api!.depends_on!.city],
  ['worker does not wait for namespace', ({ services }) => delete services.worker!.depends_on!.namespace],
  ['migrate does not wait for postgres', ({ services }) => delete services.databases!.depends_on],
  ['temporal does not wait for schema', ({ services }) => delete services.temporal!.depends_on],
  [
    'migrate waits for databases to be service_started',
    ({ services }) =>
      Object.assign(services.migrate!.depends_on!.databases!, { condition: 'service_started' }),
  ],
  [
    'namespace waits for temporal to be service_completed_successfully',
    ({ services }) =>
      Object.assign(services.namespace!.depends_on!.temporal!, {
        condition: 'service_completed_successfully',
      }),
  ],
  [
    'databases waits for itself',
    ({ services }) =>
      Object.assign(services.postgres!, {
        depends_on: { migrate: { condition: 'service_completed_successfully' } },
      }),
  ],
  [
    'postgres publishes 127.0.0.1:5432:5432',
    ({ services }) => Object.assign(services.postgres!, { ports: ['127.0.0.1:5432:5432'] }),
  ],
  ['ui publishes 8080:8080', ({ services }) => Object.assign(services.ui!, { ports: ['8080:8080'] })],
  [
    'temporal is in a network with a way out',
    ({ services }) => Object.assign(services.temporal!, { networks: ['records', 'default'] }),
  ],
  ['postgres is in a network with a way out', ({ networks }) => Object.assign(networks, { records: {} })],
  [
    'schema: SQL_PASSWORD is written down',
    ({ services }) => Object.assign(services.schema!.environment!, { SQL_PASSWORD: 'temporal' }),
  ],
  [
    'temporal: POSTGRES_PWD is written down',
    ({ services }) =>
      Object.assign(services.temporal!.environment!, {
        POSTGRES_PWD: blank('TEMPORAL_DB_PASSWORD:-temporal'),
      }),
  ],
  [
    'api: DATABASE_URL is written down',
    ({ services }) =>
      Object.assign(services.api!.environment!, {
        DATABASE_URL: 'postgres://wanhe:wanhe@postgres:5432/wanhe',
      }),
  ],
  [
    'MAIL_PASSWORD is asked for without a sentence',
    ({ services }) => Object.assign(services.ui!.environment!, { MAIL_PASSWORD: blank('MAIL_PASSWORD:?') }),
  ],
  [
    'MAIL_PASSWORD is missing, or filled in, in .env.example',
    ({ services }) => Object.assign(services.ui!.environment!, { MAIL_PASSWORD: blank('MAIL_PASSWORD:?') }),
  ],
];

test.each(faults)('%s, where it is so', (named, plant) => {
  // an object of its own, without what anchors share
  const compose = JSON.parse(JSON.stringify(composeFile())) as Compose;
  plant(compose);
  expect(breaches(compose, example)).toContainEqual(expect.stringContaining(named));
});

test('a required variable that is not set ends the start with its sentence', () => {
  const { DATABASE_URL = '' } = composeFile().services.api!.environment!;
  expect(fillIn(DATABASE_URL, { WANHE_DB_PASSWORD: 'x1' })).toBe('postgres://wanhe:x1@postgres:5432/wanhe');
  expect(() => fillIn(DATABASE_URL, {})).toThrow(/^WANHE_DB_PASSWORD: 请在 \.env 中写明/);
  expect(fillIn(`${blank('A:-b')} $$c`, {})).toBe('b $c');
});

test('APIs and workers are two each, of one image and this version', () => {
  const { services } = composeFile();
  const ours = Object.values(services).filter(({ build }) => build !== undefined);
  expect(ours.map(({ image }) => image)).toEqual(Array(4).fill(`wanhe:${version}`));
  const { services: raw } = parse(read('docker-compose.yml')) as {
    services: Record<string, { deploy?: { replicas: number } }>;
  };
  expect([raw.api?.deploy?.replicas, raw.worker?.deploy?.replicas]).toEqual([2, 2]);
});

test('whoever opens the record has the key file, as a secret that is mounted', () => {
  const { services, secrets } = composeFile();
  for (const name of ['migrate', 'city', 'worker', 'api']) {
    expect(services[name]?.environment?.WANHE_KEYS_FILE).toBe('/run/secrets/keys');
    expect(services[name]?.secrets).toContain('keys');
  }
  expect(secrets?.keys?.file).toContain('WANHE_KEYS_PATH');
  const { worker, api } = services;
  expect(worker?.environment?.WANHE_ANCHOR_KEY_FILE).toBe('/run/secrets/anchor-key');
  expect([worker?.secrets?.includes('anchor-key'), api?.secrets?.includes('anchor-key')]).toEqual([
    true,
    false,
  ]);
  expect(worker?.volumes).toContain(`anchors:${worker?.environment?.WANHE_ANCHOR_DIR}`);
});

test('Temporal has 512 shards on PostgreSQL, and its tools are of its version', () => {
  const { services } = composeFile();
  expect(services.temporal?.environment).toMatchObject({ NUM_HISTORY_SHARDS: '512', DB: 'postgres12' });
  const versionOf = (name: string) => services[name]?.image.split(':')[1];
  expect([versionOf('schema'), versionOf('namespace')]).toEqual(Array(2).fill(versionOf('temporal')));
});

describe('the Dockerfile', () => {
  const lines = dockerfile();
  const of = (name: string) =>
    lines.filter(({ instruction }) => instruction === name).map(({ rest }) => rest);
  const indexOf = (pattern: RegExp) =>
    lines.findIndex(({ instruction, rest }) => pattern.test(`${instruction} ${rest}`));

  test('stands on the Node of package.json, pinned in every stage', () => {
    const images = of('FROM').map((rest) => rest.split(' ')[0]!);
    expect(images.length).toBe(2);
    for (const image of images) {
      expect(pinBreach('Dockerfile', image)).toEqual([]);
      expect(image).toMatch(new RegExp(`^node:${dependencies.node!.replaceAll('.', '\\.')}-`));
    }
  });

  test('installs by the lock file before the sources come in, without what only tests need', () => {
    const install = indexOf(/^RUN npm ci --omit=dev/);
    expect(indexOf(/^COPY package\.json package-lock\.json/)).toBeLessThan(install);
    expect(install).toBeGreaterThan(0);
    expect(indexOf(/^COPY src /)).toBeGreaterThan(install);
    expect(lines.filter(({ rest }) => /\blatest\b|npm install/.test(rest))).toEqual([]);
  });

  test('runs as an ordinary user, with a health check, one image for every verb', () => {
    expect(of('USER')).toEqual(['node']);
    expect(indexOf(/^USER /)).toBeLessThan(indexOf(/^ENTRYPOINT /));
    expect(of('HEALTHCHECK')[0]).toContain('/readyz');
    expect(of('ENTRYPOINT')).toEqual(['["node", "src/cli/wanhe.ts"]']);
    expect(of('CMD')).toEqual(['["serve"]']);
  });

  test('takes in only what .dockerignore lets through, and no secret', () => {
    const ignored = read('.dockerignore').split('\n');
    expect(ignored).toContain('*');
    const allowed = ignored
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1).replace(/\/$/, ''));
    const copied = of('COPY')
      .filter((rest) => !rest.startsWith('--from='))
      .flatMap((rest) => rest.split(' ').slice(0, -1));
    expect([...new Set(copied)].filter((path) => !allowed.includes(path))).toEqual([]);
    expect(allowed.filter((path) => /\.env|keys|\.wanhe|test/.test(path))).toEqual([]);
    expect(of('ENV').concat(of('ARG')).join(' ')).not.toMatch(/PASSWORD|SECRET|KEY|TOKEN|DATABASE_URL/);
  });
});
