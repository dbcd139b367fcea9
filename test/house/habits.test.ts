/** Habits of the house that no compiler checks. */
import ts from 'typescript';
import { roles } from '../../src/domain/role.ts';
import { nodesOf, placeOf, type Source, sourcesOf } from './sources.ts';

/** The places of nodes whose text is one of these. */
function found(sources: readonly Source[], isWrong: (node: ts.Node) => boolean): string[] {
  return sources.flatMap((source) =>
    [...nodesOf(source.tree)]
      .filter(isWrong)
      .map((node) => `${placeOf(source, node)}: ${node.getText().slice(0, 60)}`),
  );
}

const isCallOf = (node: ts.Node, ...names: string[]) =>
  ts.isPropertyAccessExpression(node) && names.includes(node.getText().replace(/\s/g, ''));
const isNew = (node: ts.Node, name: string): node is ts.NewExpression =>
  ts.isNewExpression(node) && node.expression.getText() === name;
const readsTheClock = (node: ts.Node) =>
  isCallOf(node, 'Date.now', 'performance.now', 'process.hrtime') ||
  (isNew(node, 'Date') && (node.arguments ?? []).length === 0) ||
  (ts.isCallExpression(node) && node.expression.getText() === 'Date');
const rollsDice = (node: ts.Node) =>
  isCallOf(node, 'Math.random', 'crypto.randomUUID', 'crypto.getRandomValues');

const everything = sourcesOf('src', 'workflows', 'activities', 'templates', 'test');

test('domain, law and papers know no clock and no chance: the day comes in as an argument', () => {
  const pure = sourcesOf('src/domain', 'src/law', 'src/papers');
  expect(pure.length).toBeGreaterThan(50);
  expect(found(pure, (node) => readsTheClock(node) || rollsDice(node))).toEqual([]);
});

test('activities, record and API are handed the time: `now` comes in with their deps', () => {
  expect(found(sourcesOf('activities', 'src/persistence', 'src/api'), readsTheClock)).toEqual([]);
});

test('a workflow never throws a plain error, which would be retried for ever', () => {
  expect(found(sourcesOf('workflows'), (node) => isNew(node, 'Error'))).toEqual([]);
});

test('only config.ts reads the environment', () => {
  const others = sourcesOf('src', 'workflows', 'activities', 'templates').filter(
    ({ path }) => path !== 'src/config.ts',
  );
  expect(found(others, (node) => isCallOf(node, 'process.env'))).toEqual([]);
});

test('the API compares no roles by hand: it asks the table of walls, or a story’s table', () => {
  const names: readonly string[] = roles;
  const asksRoles = (node: ts.Node) =>
    ts.isCallExpression(node) &&
    /\broles(\?)?\.(includes|some|every|find|filter|has|indexOf)$/.test(node.expression.getText());
  const namesOne = (node: ts.Node) =>
    ts.isCallExpression(node) &&
    /\.(has|includes)$/.test(node.expression.getText()) &&
    node.arguments.some((one) => ts.isStringLiteral(one) && names.includes(one.text));
  const isByHand = (node: ts.Node) => asksRoles(node) || namesOne(node);
  expect(found(sourcesOf('src/api'), isByHand)).toEqual([]);
  const planted = ts.createSourceFile(
    'planted.ts',
    `me.actor.roles.includes(role); hats.has('manager'); kinds.includes('court');`,
    ts.ScriptTarget.Latest,
    true,
  );
  expect([...nodesOf(planted)].filter(isByHand)).toHaveLength(2);
});

test('nothing is of type any', () => {
  expect(found(everything, (node) => node.kind === ts.SyntaxKind.AnyKeyword)).toEqual([]);
});

test('no file is called after nothing in particular', () => {
  const vague =
    /(^|\/)(utils?|common|shared|helpers?|services|types|interfaces|managers?|misc|handlers?)(\/|\.ts$)/;
  expect(everything.map(({ path }) => path).filter((path) => vague.test(path))).toEqual([]);
});

test('a file is read in one go: none is much longer than 250 lines', () => {
  // Tables of law, seeds and the list of refusals are as long as what they list.
  const isTable = ({ path }: Source) =>
    /^src\/(law\/|persistence\/(migrations|seeds)\/|domain\/refusal\.ts$|api\/statuses\.ts$)/.test(path);
  const prose = sourcesOf('src', 'workflows', 'activities', 'templates').filter((source) => !isTable(source));
  const long = prose.map(({ path, tree }) => `${path}: ${tree.getLineStarts().length}`);
  expect(long.filter((line) => Number(line.split(': ')[1]) > 280)).toEqual([]);
});

test('no module mocks, and no test that is skipped or alone', () => {
  const tests = sourcesOf('test');
  const calls =
    /^(jest\.(mock|unstable_mockModule|doMock)|(test|it|describe)\.(only|skip|todo)|xit|xtest|xdescribe|fit)$/;
  expect(found(tests, (node) => ts.isCallExpression(node) && calls.test(node.expression.getText()))).toEqual(
    [],
  );
});
