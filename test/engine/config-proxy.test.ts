import { ConfigError, readConfig } from '../../src/config.ts';

test.each([
  ['1', 1],
  ['10', 10],
  ['10.0.0.0/8', ['10.0.0.0/8']],
  ['loopback, 192.168.7.1, fd00::/8', ['loopback', '192.168.7.1', 'fd00::/8']],
])('WANHE_TRUSTED_PROXY=%s trusts %j', (given, trusted) => {
  expect(readConfig({ WANHE_TRUSTED_PROXY: given }).trustedProxy).toEqual(trusted);
});

test('no proxy is trusted unless it is named', () => {
  expect(readConfig({}).trustedProxy).toBe(false);
});

test.each([
  'true',
  '0',
  '11',
  '-1',
  '1.5',
  'everyone',
  '10.0.0.0/33',
  '10.0.0.0/0',
  '::/0',
  '10.0.0.0/8,',
  '10.0.0',
  '1,2',
])('WANHE_TRUSTED_PROXY=%s is refused in a sentence that says what to write', (given) => {
  expect(() => readConfig({ WANHE_TRUSTED_PROXY: given })).toThrow(ConfigError);
  expect(() => readConfig({ WANHE_TRUSTED_PROXY: given })).toThrow(/WANHE_TRUSTED_PROXY.*例如 1.*网段/);
});

test.each([
  ['WANHE_METRICS_PORT', '0'],
  ['WANHE_METRICS_PORT', 'on'],
  ['WANHE_METRICS_HOST', 'localhost'],
])('%s=%s is refused in a sentence with its name', (name, given) => {
  expect(() => readConfig({ [name]: given })).toThrow(new RegExp(`^环境变量 ${name} 的值不可用：.+。$`));
});

test('figures are shown where one says, and nowhere else', () => {
  expect(readConfig({ WANHE_METRICS_PORT: '9464' })).toMatchObject({
    metricsPort: 9464,
    metricsHost: '127.0.0.1',
  });
  expect(readConfig({ WANHE_METRICS_PORT: 'off' }).metricsPort).toBe('off');
});
