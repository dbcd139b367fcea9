import { cruise, type ICruiseResult } from 'dependency-cruiser';
import ts from 'typescript';
import { importRules } from './rules.ts';

/** Reads every module of a house and its run-time imports, and holds them against the rules. */
export async function cruiseHouse(baseDir: string): Promise<ICruiseResult> {
  const { config } = ts.readConfigFile(`${baseDir}/tsconfig.json`, ts.sys.readFile);
  const { output } = await cruise(
    ['src', 'workflows', 'activities', 'templates'],
    {
      baseDir,
      validate: true,
      ruleSet: { forbidden: importRules },
      // What is left after compilation: types are gone, and with them their imports.
      tsPreCompilationDeps: false,
      exclude: { path: ['\\.css$', '^src/console/.*\\.d\\.ts$'] },
      doNotFollow: { path: 'node_modules' },
    },
    { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
    { tsConfig: ts.parseJsonConfigFileContent(config, ts.sys, baseDir) },
  );
  if (typeof output === 'string') throw new Error('the cruise gave a text');
  return output;
}

/** `rule: from -> to`, sorted. */
export function broken({ summary }: ICruiseResult): string[] {
  return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`).sort();
}
