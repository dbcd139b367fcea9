import { homedir } from 'node:os';
import { join } from 'node:path';
import { ConfigError, projectRoot, readConfig } from '../../src/config.ts';

test('with nothing set everything is embedded, with the demo city', () => {
  expect(readConfig({})).toEqual({
    home: join(projectRoot, '.wanhe'),
    cacheHome: join(homedir(), '.cache'),
    port: 3000,
    databaseUrl: undefined,
    temporalAddress: undefined,
    temporalNamespace: 'default',
    temporalApiKey: undefined,
    temporalTls: false,
    publicUrl: undefined,
    fontDir: undefined,
    keysFile: join(projectRoot, '.wanhe/keys.json'),
    anchorKeyFile: join(projectRoot, '.wanhe', 'anchor-key.json'),
    anchorDir: join(projectRoot, '.wanhe', 'anchors'),
    logLevel: 'info',
    seed: 'demo',
    trustedProxy: false,
    metricsPort: undefined,
    metricsHost: '127.0.0.1',
  });
});

test('an empty variable counts as not set', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: '', TEMPORAL_ADDRESS: '' })).toEqual(readConfig({}));
});

test('a database of its own gets no demo city unless asked for', () => {
  const DATABASE_URL = 'postgres://a:b@db/c';
  expect(readConfig({ DATABASE_URL }).seed).toBe('none');
  expect(readConfig({ DATABASE_URL, WANHE_SEED: 'demo' }).seed).toBe('demo');
});

test('WANHE_PORT goes before PORT', () => {
  expect(readConfig({ PORT: '8080', WANHE_PORT: '8081' }).port).toBe(8081);
});

test.each([
  [{ TEMPORAL_API_KEY: 'key' }, {}],
  [{ TEMPORAL_API_KEY: 'key', TEMPORAL_TLS: 'false' }, false],
  [{ TEMPORAL_TLS: 'true' }, {}],
  [
    { TEMPORAL_TLS_CLIENT_CERT_PATH: '/c', TEMPORAL_TLS_CLIENT_KEY_PATH: '/k' },
    { certPath: '/c', keyPath: '/k' },
  ],
])('TLS for %j is %j', (env, tls) => {
  expect(readConfig(env).temporalTls).toEqual(tls);
});

test.each([
  ['PORT', '0'],
  ['WANHE_PORT', '65536'],
  ['PORT', '3000a'],
  ['DATABASE_URL', 'mysql://a'],
  ['TEMPORAL_ADDRESS', 'http://a:7233'],
  ['TEMPORAL_TLS', 'yes'],
  ['TEMPORAL_TLS_CLIENT_KEY_PATH', undefined],
  ['WANHE_PUBLIC_URL', 'wanhe.example.cn'],
  ['WANHE_LOG_LEVEL', 'loud'],
  ['WANHE_SEED', 'all'],
  ['XDG_CACHE_HOME', 'cache'],
])('%s=%s is refused in a sentence with its name', (name, value) => {
  const env = value === undefined ? { TEMPORAL_TLS_CLIENT_CERT_PATH: '/c' } : { [name]: value };
  expect(() => readConfig(env)).toThrow(ConfigError);
  expect(() => readConfig(env)).toThrow(new RegExp(`^环境变量 ${name} 的值不可用：.+。$`));
});
