/** Every field of every request has a name on the form, and every wrong value a sentence in Chinese that begins with it. */
import { z } from 'zod';
import { routes } from '../../src/api/app.ts';
import { fieldProblems } from '../../src/api/field-problems.ts';
import { publicPages } from '../../src/api/public/pages.ts';
import { fieldWords } from '../../templates/zh-CN/fields.ts';

type Schema = {
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
};

const asked = [
  ...routes.map(({ method, path, body, query, params }) => ({
    method,
    path,
    parts: { body, query, params },
  })),
  ...publicPages.map(({ method, path, body }) => ({ method, path, parts: { body } })),
];
const forms = asked.flatMap(({ method, path, parts }) =>
  Object.entries(parts).flatMap(([part, schema]) =>
    schema === undefined ? [] : [{ name: `${method} ${path} ${part}`, schema }],
  ),
);
const shapeOf = (schema: z.ZodType) =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema;

function* fieldsOf(schema: Schema): Generator<string> {
  for (const [name, inner] of Object.entries(schema.properties ?? {})) {
    yield name;
    yield* fieldsOf(inner);
  }
  const choices = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  for (const inner of [...(schema.items ? [schema.items] : []), ...choices]) yield* fieldsOf(inner);
}

/** Values that no field takes: each of another kind. */
const oddities: readonly unknown[] = [
  undefined,
  null,
  '',
  ' ',
  '\u0000',
  'x'.repeat(30_000),
  -1,
  0.5,
  true,
  [],
  {},
  [null],
  [{}],
];

test('every field has a name, and no name is left over', () => {
  const fields = new Set(forms.flatMap(({ schema }) => [...fieldsOf(shapeOf(schema))]));
  expect(forms.length).toBeGreaterThan(30);
  expect(fields.size).toBeGreaterThan(50);
  expect(Object.keys(fieldWords).sort()).toEqual([...fields].sort());
});

test('every wrong value of every field is answered in Chinese, beginning with the field’s name', () => {
  const wrong: string[] = [];
  for (const { name, schema } of forms)
    for (const [field, inner] of Object.entries(shapeOf(schema).properties ?? {}))
      for (const value of [...oddities, ...nested(inner)]) {
        const problems = fieldProblems(
          schema.safeParse({ [field]: value }, { reportInput: true }).error ?? new z.ZodError([]),
        );
        for (const { path, message } of problems.filter(({ path: at }) => at.split(/[.[]/)[0] === field)) {
          const isNamed = message.startsWith(`「${fieldWords[field]}」`);
          if (!isNamed || /[a-z]{2,} [a-z]{2,}/i.test(message)) wrong.push(`${name} ${path}: ${message}`);
        }
      }
  expect([...new Set(wrong)]).toEqual([]);
});

/** Oddities one level further in. */
function nested({ items, properties }: Schema): unknown[] {
  const inner = items?.properties ?? properties;
  if (inner === undefined) return [];
  const objects = Object.keys(inner).flatMap((field) => oddities.map((value) => ({ [field]: value })));
  return items === undefined ? objects : objects.map((one) => [one]);
}

test('what the form does not ask for is named and refused', () => {
  for (const { name, schema } of forms.filter(
    ({ name: one }) => one.startsWith('post') && one.endsWith('body'),
  )) {
    const problems = fieldProblems(schema.safeParse({ surprise: 1 }).error ?? new z.ZodError([]));
    expect([name, problems.map(({ message }) => message).join()]).toEqual([
      name,
      expect.stringContaining('surprise'),
    ]);
  }
});
