/** The frame of the public pages: what is put into it is escaped, and it asks nothing of any other host. */
import { html } from '../../src/api/public/html.ts';
import { publicPages } from '../../src/api/public/pages.ts';
import { type Instance, startInstance } from './instance.ts';
import { Phone } from './phone.ts';

let city: Instance;
beforeAll(async () => {
  city = await startInstance({ engine: false });
});
afterAll(() => city.stop());

test('what people wrote is text, in the page and in its attributes', () => {
  const said = `<script>alert("1")</script> & 'x'`;
  const { text } =
    html`<p title="${said}">${said}</p>${[said, false, null, undefined, 0]}${html`<b>${said}</b>`}`;
  expect(text).not.toMatch(/<script|"1"|'x'/);
  expect(text.match(/&#60;script&#62;alert\(&#34;1&#34;\)/g)).toHaveLength(4);
  expect(text).toContain('0<b>');
});

test('a page loads nothing but our stylesheet, and may not be framed', async () => {
  const { headers, text } = await new Phone(city.url).get('/privacy');
  expect(headers.get('content-security-policy')).toBe(
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  );
  expect(headers.get('cache-control')).toBe('no-store');
  expect(text).not.toMatch(/<style|style="|<script|\son\w+="|https?:/);
  const [, href = ''] = /<link rel="stylesheet" href="([^"]+)"/.exec(text) ?? [];
  const style = await new Phone(city.url).get(href);
  expect([style.status, style.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8']);
  expect(style.text).not.toMatch(/url\(|@import/);
  expect(text.length + style.text.length).toBeLessThan(100_000);
});

test('larger type is one tap away, and kept', async () => {
  const phone = new Phone(city.url);
  expect((await phone.get('/privacy')).text).toContain('href="?type=large">大字版');
  const large = await phone.get('/privacy?type=large');
  expect([large.path, large.text]).toEqual(['/privacy', expect.stringContaining('class="large"')]);
  expect((await phone.get('/check/ABCDEFGHJKLM')).text).toContain('class="large"');
  expect((await phone.get('/privacy?type=normal')).text).not.toContain('class="large"');
});

test('every address is of one page, and a form is posted where it is read', () => {
  const names = publicPages.map(({ method, path }) => `${method} ${path}`);
  expect(new Set(names).size).toBe(names.length);
  for (const { method, path } of publicPages) if (method === 'post') expect(names).toContain(`get ${path}`);
});
