/** `npm run bench -- <name> [--json]`: measures, as a ratio to something bare in the same run. */
import { parseArgs } from 'node:util';

const benches: Record<string, () => Promise<{ bench(): Promise<object> }>> = {
  backup: () => import('./backup.ts'),
  commands: () => import('./commands.ts'),
  imports: () => import('./imports.ts'),
  law: () => import('./law.ts'),
  papers: () => import('./papers.ts'),
  search: () => import('./search.ts'),
};

const { values, positionals } = parseArgs({ options: { json: { type: 'boolean' } }, allowPositionals: true });
const names = positionals.length > 0 ? positionals : Object.keys(benches);
const results: Record<string, object> = {};
for (const name of names) {
  const load = benches[name];
  if (load === undefined) {
    process.stderr.write(`no bench is called ${name}; there are ${Object.keys(benches).join(', ')}\n`);
    process.exit(2);
  }
  process.stderr.write(`${name}: measuring, up to two minutes\n`);
  results[name] = await (await load()).bench();
}
process.stdout.write(`${JSON.stringify(results, null, values.json ? undefined : 2)}\n`);
process.exit(0);
