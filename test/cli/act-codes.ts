/** What the forms of all acts ask for: the names of their fields, and the codes one can choose in each. */
import { routes } from '../../src/api/app.ts';
import { openApiDocument } from '../../src/api/docs.ts';
import { actBodies } from '../../src/cli/console/act-bodies.ts';

type Schema = {
  properties?: Record<string, Schema>;
  items?: Schema;
  enum?: unknown[];
  oneOf?: Schema[];
  anyOf?: Schema[];
};

export function codesByField(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const walk = (schema: Schema, name: string): void => {
    for (const one of [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])]) walk(one, name);
    if (schema.items) walk(schema.items, name);
    for (const code of schema.enum ?? []) if (typeof code === 'string') found.get(name)?.add(code);
    for (const [field, inner] of Object.entries(schema.properties ?? {})) {
      found.set(field, found.get(field) ?? new Set());
      walk(inner, field);
    }
  };
  for (const { body } of Object.values(actBodies(openApiDocument(routes)))) walk(body as Schema, '');
  return found;
}
