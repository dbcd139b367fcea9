/** Every field a form asks for has a name in Chinese, and so has every code one can choose. */

import { routes } from '../../src/api/app.ts';
import { openApiDocument } from '../../src/api/docs.ts';
import { actBodies } from '../../src/cli/console/act-bodies.ts';
import { claimFieldWords } from '../../templates/zh-CN/claim-fields.ts';
import { fieldWords } from '../../templates/zh-CN/fields.ts';
import { sayChoice } from '../../templates/zh-CN/say-choice.ts';

type Schema = {
  properties?: Record<string, Schema>;
  items?: Schema;
  enum?: unknown[];
  oneOf?: Schema[];
  anyOf?: Schema[];
};

const fields = new Set<string>();
const codes = new Map<string, string>();
function walk(schema: Schema, name: string): void {
  for (const one of [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])]) walk(one, name);
  if (schema.items) walk(schema.items, name);
  for (const code of schema.enum ?? [])
    if (typeof code === 'string') codes.set(`${name}=${code}`, sayChoice(name, code));
  for (const [field, inner] of Object.entries(schema.properties ?? {})) {
    fields.add(field);
    walk(inner, field);
  }
}
for (const { body } of Object.values(actBodies(openApiDocument(routes)))) walk(body as Schema, '');

test('every field has a name', () => {
  expect(fields.size).toBeGreaterThan(150);
  expect([...fields].filter((field) => (fieldWords[field] ?? claimFieldWords[field]) === undefined)).toEqual(
    [],
  );
});

test('every choice has words', () => {
  expect(codes.size).toBeGreaterThan(200);
  const isBare = ([at, said]: [string, string]) => at.endsWith(`=${said}`) && /[a-z]/.test(said);
  expect([...codes].filter(isBare).map(([at]) => at)).toEqual([]);
});
