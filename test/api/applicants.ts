/** How a test applies on a phone: step by step, as the pages ask. */
import { hiddenIn, Phone, type Seen } from './phone.ts';

type Fields = Record<string, string | string[]>;

/** A worker's answers, everyone in them invented. */
export const aWorkersAnswers: readonly (readonly [path: string, fields: Fields])[] = [
  ['/apply/side', { side: 'worker' }],
  ['/apply/who', { name: '钱小满', phone: '13800000088', idNumber: '411303198506150014' }],
  ['/apply/other', { name: '南阳示例家具有限公司', phone: '0377-6000009' }],
  ['/apply/where', { district: '411303', place: '卧龙区示例路家具厂' }],
  ['/apply/when', { since: '2026-03-01', employmentEndedOn: '2026-05-31' }],
  ['/apply/claims', { head: 'wages', amount: '12600', basis: '三个月工资没发' }],
  ['/apply/story', { facts: '三月起在厂里做木工，说好每月四千二，三个月没有发。' }],
];

/** A phone on which everything is answered and nothing sent. */
export async function anApplication(url: string, changes: Record<string, Fields> = {}): Promise<Phone> {
  const phone = new Phone(url);
  const begun = await phone.fill('/apply', {});
  expect([begun.status, begun.path]).toEqual([200, '/apply/side']);
  for (const [path, fields] of aWorkersAnswers) {
    const seen = await phone.fill(path, { ...fields, ...changes[path] });
    if (seen.status !== 200) throw new Error(`${path}: ${seen.status} ${seen.text}`);
  }
  return phone;
}

/** Checked and sent; the page that follows, with what it says once. */
export async function sent(phone: Phone): Promise<Seen & { number: string; code: string }> {
  const seen = await phone.fill('/apply/check', { isConsentGiven: 'yes' });
  const [, number = ''] = /<dd>(\d{4}-\d{6})<\/dd>/.exec(seen.text) ?? [];
  const [, code = ''] = /<dd>([0-9A-Z]{4}-[0-9A-Z]{4})<\/dd>/.exec(seen.text) ?? [];
  return { ...seen, number, code };
}

/** Files as a form without script sends them. */
export async function upload(
  phone: Phone,
  path: string,
  files: readonly { name: string; bytes: Buffer }[],
  more: Record<string, string> = {},
): Promise<Seen> {
  const { text } = await phone.get(path);
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...hiddenIn(formWithFiles(text)), ...more }))
    form.set(name, value);
  for (const { name, bytes } of files) form.append('photos', new Blob([new Uint8Array(bytes)]), name);
  return phone.sendForm(path, form);
}

const formWithFiles = (text: string) => /<form[^>]*enctype[\s\S]*?<\/form>/.exec(text)?.[0] ?? '';
