import type { Schema } from './schema.ts';

/** What the API asks for at this path. */
export async function bodyOf(path: string): Promise<{ summary: string; body: Schema }> {
  const { default: acts } = await import('wanhe:acts');
  return acts[path] ?? { summary: '', body: {} };
}
