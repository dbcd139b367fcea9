/** What a workflow takes into its sandbox: the domain and its own room, and none of the world. */
import { bundleWorkflows } from '../../src/engine/bundle.ts';

/** Webpack names each module it takes in at the start of a line. */
function modulesIn(code: string): string[] {
  return [...code.matchAll(/^\/\*\*\*\/ "([^"]+)":?$/gm)].map(([, name = '']) => name);
}

const packageOf = (name: string) => /^\.\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(name)?.[1];

test('the workflow bundle holds workflows, domain and the engine’s own code, and nothing else', async () => {
  const bundle = await bundleWorkflows();
  const code = 'code' in bundle ? bundle.code : '';
  const modules = modulesIn(code);
  const own = modules.filter((name) => name.startsWith('./') && packageOf(name) === undefined);
  expect(own).toEqual(expect.arrayContaining(['./workflows/index.ts', './src/domain/dispute/decide.ts']));
  expect(own.filter((name) => !/^\.\/(workflows|src\/domain)\//.test(name))).toEqual([]);
  const packages = new Set(modules.map(packageOf).filter((name) => name !== undefined));
  expect([...packages].sort()).toEqual([
    '@temporalio/common',
    '@temporalio/workflow',
    'long',
    'ms',
    'nexus-rpc',
  ]);

  const [script = ''] = code.split('//# sourceMappingURL');
  expect(script).not.toMatch(
    /mikro-orm|pdfkit|fontkit|node_modules\/(zod|pino|pg|express)|"node:(fs|crypto|net)"/,
  );
  expect(script.length).toBeGreaterThan(200_000);
  expect(script.length).toBeLessThan(1_000_000);
});
