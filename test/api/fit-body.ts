/** A body, query or params that a schema takes: the least it asks for, found by trying what such fields are usually filled with. */
import { z } from 'zod';
import { idNumber } from './dispute-course.ts';

type Schema = {
  type?: string;
  const?: unknown;
  enum?: unknown[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  minItems?: number;
  minimum?: number;
  anyOf?: Schema[];
  oneOf?: Schema[];
};

/** What such a field may be filled with, the likeliest first. */
const texts = [
  '说明',
  '2026-03-02',
  '00000000-0000-4000-8000-000000000000',
  '411303',
  '12.00',
  '13800000001',
  '09:00',
  idNumber(1),
  '91411303MA0000000W',
  'a'.repeat(64),
  'a'.repeat(40),
  '/disputes',
];

/** Every text field has the same place in `texts` until the schema says that it does not take it. */
export function fitBody(schema: z.ZodType, fixed: object = {}): unknown {
  const shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema;
  const tried = new Map<string, number>();
  for (let tries = 0; tries < 400; tries += 1) {
    const body = { ...(filled(shape, '', tried) as object), ...fixed };
    const { error } = schema.safeParse(body);
    if (error === undefined) return body;
    const paths = pathsOf(error.issues, '');
    for (const path of new Set(paths)) tried.set(path, (tried.get(path) ?? 0) + 1);
  }
  const last = schema.safeParse({ ...(filled(shape, '', tried) as object), ...fixed });
  throw new Error(`no body fits: ${JSON.stringify(last.error?.issues)}`);
}

function pathsOf(issues: readonly z.core.$ZodIssue[], at: string): string[] {
  return issues.flatMap((issue) => {
    const path = issue.path.reduce<string>((all, part) => `${all}/${String(part)}`, at);
    return issue.code === 'invalid_union'
      ? issue.errors.flatMap((one) => [path, ...pathsOf(one, path)])
      : [path];
  });
}

function filled(schema: Schema, path: string, tried: ReadonlyMap<string, number>): unknown {
  const n = tried.get(path) ?? 0;
  if ('const' in schema) return schema.const;
  if (schema.enum !== undefined) return schema.enum[n % schema.enum.length];
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return filled(choices[n % choices.length]!, path, tried);
  if (schema.properties !== undefined || schema.type === 'object')
    return Object.fromEntries(
      Object.entries(schema.properties ?? {})
        // A field left out that is asked for after all is among the problems.
        .filter(([name]) => schema.required?.includes(name) || tried.has(`${path}/${name}`))
        .map(([name, inner]) => [name, filled(inner, `${path}/${name}`, tried)]),
    );
  if (schema.type === 'array')
    return Array.from({ length: schema.minItems ?? 0 }, (_, index) =>
      filled(schema.items ?? {}, `${path}/${index}`, tried),
    );
  if (schema.type === 'integer' || schema.type === 'number') return Math.max(schema.minimum ?? 1, 1) + n;
  if (schema.type === 'boolean') return n % 2 === 0;
  if (schema.type === 'null') return null;
  return texts[n % texts.length];
}
