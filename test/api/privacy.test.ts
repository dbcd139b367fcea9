/** The privacy notice is there for anyone, with its version and its day. */
import { privacyNotices } from '../../templates/zh-CN/privacy-notice.ts';
import { Caller } from './caller.ts';
import { type Instance, startInstance } from './instance.ts';

let city: Instance;
let anyone: Caller;
beforeAll(async () => {
  city = await startInstance({ engine: false });
  anyone = new Caller(city.url);
});
afterAll(() => city.stop());

test('anyone reads the page: whole, in Chinese, without script, cookie or blank', async () => {
  const { status, headers, text } = await anyone.get('/privacy');
  expect(status).toBe(200);
  expect(headers.get('content-type')).toMatch(/^text\/html/);
  expect(headers.getSetCookie()).toEqual([]);
  expect(text).toContain('南阳市总工会');
  expect(text).not.toMatch(/<script|\{handler\}|src=/);
  for (const { heading } of privacyNotices.at(-1)!.sections) expect(text).toContain(heading);
  expect(text).toContain('尚待本单位的律师核定');
});

test('says who, what, why, on what ground, who sees it, how long and what one may ask', async () => {
  const { body } = await anyone.get('/api/privacy-notice');
  expect(body).toMatchObject({ version: privacyNotices.at(-1)!.version, confirmed: false });
  for (const said of [
    '公民身份号码',
    '第十三条',
    '第十七条',
    '第二十八条',
    '第四十五条',
    '第四十七条',
    '单独同意',
    '撤回',
  ])
    expect(body.text).toContain(said);
});

test('an earlier version is still read, one that never was is refused', async () => {
  const [first] = privacyNotices;
  expect((await anyone.get(`/api/privacy-notice?version=${first!.version}`)).body.version).toBe(
    first!.version,
  );
  const { status, body } = await anyone.get('/api/privacy-notice?version=1999-1');
  expect([status, body.code]).toEqual([404, 'privacy/unknown-version']);
});

test('versions follow each other by their days, and each has its own name', () => {
  const days = privacyNotices.map(({ day }) => day);
  expect(days).toEqual([...days].sort());
  expect(new Set(privacyNotices.map(({ version }) => version)).size).toBe(privacyNotices.length);
});
