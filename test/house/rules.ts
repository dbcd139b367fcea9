/** Who may import whom, at run time; `import type` may go anywhere. The comment of a rule says what to do instead. */
import { builtinModules } from 'node:module';
import type { IForbiddenRuleType, IRegularForbiddenRuleType } from 'dependency-cruiser';

const rooms = (...names: string[]) => `^src/(${names.join('|')})(/|\\.ts$)`;
const npm = (...names: string[]) => `(^|node_modules/)(${names.join('|')})(/|$)`;
const core = `^(node:)?(${builtinModules.filter((name) => !name.startsWith('_')).join('|')})$`;

function never(
  name: string,
  from: string,
  to: IRegularForbiddenRuleType['to'],
  comment: string,
): IForbiddenRuleType {
  return { name, severity: 'error', comment, from: { path: from }, to };
}

export const importRules: IForbiddenRuleType[] = [
  never(
    'domain-alone',
    rooms('domain'),
    { pathNot: [rooms('domain')] },
    'The domain decides and knows nothing else: what law, clock or record say comes in as an argument.',
  ),
  never(
    'law-on-days-and-money',
    rooms('law'),
    { pathNot: [rooms('law'), '^src/domain/(day|money|refusal)\\.ts$'] },
    'Law is look-ups on days and money: what depends on a case is decided in the domain.',
  ),
  never(
    'workflows-wait',
    '^workflows/',
    { pathNot: ['^workflows/', rooms('domain'), npm('@temporalio/workflow')] },
    'A workflow waits: put decisions in the domain, and what touches the world in an activity (import its type).',
  ),
  {
    name: 'workflows-reach-no-world',
    severity: 'error',
    comment:
      'A replay would let a corrected table rewrite running cases, and a bundle with built-ins does not load: what law and record say comes back from an activity.',
    from: { path: '^workflows/index\\.ts$' },
    to: {
      path: [
        rooms('law', 'papers', 'persistence', 'api', 'engine', 'cli', 'console', 'config'),
        '^(activities|templates)/',
        npm('zod', '@mikro-orm', 'pdfkit', 'fontkit', 'pino', 'express'),
        core,
      ],
      reachable: true,
    },
  },
  never(
    'activities-act',
    '^activities/',
    { path: [rooms('api', 'engine', 'console', 'cli', 'config'), '^workflows/'] },
    'An activity gets what it needs as `deps`: pass it in createActivities.',
  ),
  never(
    'papers-draw',
    rooms('papers'),
    {
      path: [
        rooms('law', 'persistence', 'api', 'engine', 'console', 'cli', 'config'),
        '^(activities|workflows)/',
      ],
    },
    'A paper is drawn from facts: gather them in activities/paper-facts.ts.',
  ),
  never(
    'sheets-read',
    rooms('sheets'),
    {
      pathNot: [
        rooms('sheets', 'domain'),
        '^templates/',
        npm('exceljs', 'read-excel-file', 'csv-parse'),
        core,
      ],
    },
    'A sheet is read against what it is handed: districts and mediators come in as arguments.',
  ),
  never(
    'persistence-keeps',
    rooms('persistence'),
    {
      pathNot: [
        rooms('persistence', 'domain'),
        npm('@mikro-orm', '@node-rs/argon2', 'pg-copy-streams', 'pinyin-pro', 'tar-stream'),
        core,
      ],
    },
    'The record keeps what it is given: compute law and papers in the activity that calls it.',
  ),
  never(
    'only-seeds-hash-passwords',
    '^src/persistence/(?!seeds/)',
    { path: npm('@node-rs/argon2') },
    'Passwords are hashed where they come in: in the API, a command or a seed.',
  ),
  never(
    'api-asks',
    rooms('api'),
    {
      path: [
        rooms('console', 'cli', 'config'),
        // It reads a paper's text and draws none.
        '^src/papers/(?!agreement-text\\.ts$)',
        '^activities/',
        '^workflows/(?!messages\\.ts$)',
        '^src/engine/(?!client\\.ts$)',
        '^src/persistence/(case|paper)\\.repository\\.ts$',
      ],
    },
    'The API asks: order a command (order-command.ts), read a listing; only intake writes rows.',
  ),
  never(
    'engine-starts',
    rooms('engine'),
    { path: [rooms('api', 'console', 'cli', 'law', 'papers')] },
    'The engine starts what a verb hands it: put the two together in src/cli.',
  ),
  never(
    'console-shows',
    '^src/console/(?!vite\\.config\\.ts$)',
    {
      pathNot: [
        rooms('console', 'domain'),
        '^templates/',
        '^wanhe:acts$',
        npm('react', 'react-dom', 'react-router', '@tanstack', 'antd', '@ant-design', 'echarts'),
      ],
    },
    'The console knows the domain’s tables and the words; everything else it asks the API for.',
  ),
  {
    name: 'nothing-imports-console',
    severity: 'error',
    comment:
      'The console runs in a browser: what the server needs too belongs in the domain or in templates.',
    from: { pathNot: ['^src/console/'] },
    to: { path: '^src/console/' },
  },
  never(
    'config-first',
    '^src/config\\.ts$',
    { path: ['^(src|activities|workflows|templates)/'] },
    'Everything may need the configuration, so it needs nothing of the house.',
  ),
  never(
    'words-alone',
    '^templates/',
    { pathNot: ['^templates/'] },
    'Words are data: the code that fills them in is elsewhere.',
  ),
  {
    name: 'nothing-imports-cli',
    severity: 'error',
    comment: 'A verb is where things are put together: move what others need into its room.',
    from: { pathNot: ['^src/cli/'] },
    to: { path: '^src/cli/' },
  },
  never('no-tests', '^(src|workflows|activities|templates)/', { path: '^test/' }, 'Tests import the house.'),
  never(
    'no-circle',
    '',
    { circular: true },
    'Of two that need each other, a third part wants out: give it a file.',
  ),
  never(
    'resolved',
    '',
    { couldNotResolve: true, pathNot: '^wanhe:acts$' },
    'Correct the path, or add the package.',
  ),
  never(
    'no-dev-packages',
    '^(src|workflows|activities|templates)/',
    { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    'What runs in production stands in `dependencies`.',
  ),
];
