/** What is said of a cell: every sentence is used, says how to mend it, and gets the facts its blanks ask for. */
import ts from 'typescript';
import {
  registerColumns,
  subtotalWords,
  totalWords,
  wageColumns,
} from '../../templates/zh-CN/sheet-columns.ts';
import { cellSentences } from '../../templates/zh-CN/sheet-sentences.ts';
import { nodesOf, placeOf, sourcesOf } from '../house/sources.ts';

const said = sourcesOf('src/sheets').flatMap((source) =>
  [...nodesOf(source.tree)]
    .filter(ts.isCallExpression)
    .filter(({ expression }) => ts.isPropertyAccessExpression(expression) && expression.name.text === 'say')
    .map((call) => ({ source, call, code: call.arguments[1], facts: call.arguments[2] })),
);

test('every sentence is said somewhere', () => {
  const codes = said.flatMap(({ code }) =>
    code !== undefined && ts.isStringLiteral(code) ? [code.text] : [],
  );
  // What the law cannot count from is found out only when a row is about to become a case.
  const importing = sourcesOf('src/api/import')
    .flatMap(({ tree }) => [...nodesOf(tree)])
    .filter(ts.isStringLiteral)
    .map(({ text }) => text)
    .filter((text) => text in cellSentences);
  expect(said.length).toBeGreaterThan(40);
  expect([...new Set([...codes, ...importing.filter((text) => text === 'not-countable')])].sort()).toEqual(
    Object.keys(cellSentences).sort(),
  );
});

test('the blanks of a sentence are facts it is given', () => {
  const wrong = said.flatMap(({ source, call, code, facts }) => {
    if (code === undefined || !ts.isStringLiteral(code)) return [];
    // Facts that several sentences share stand under a name of their own; their tests look at the sentence.
    if (facts !== undefined && !ts.isObjectLiteralExpression(facts)) return [];
    const names = facts?.properties.map((one) => one.name?.getText() ?? '') ?? [];
    const blanks = [...cellSentences[code.text as keyof typeof cellSentences].matchAll(/\{(\w+)\}/g)];
    return blanks
      .filter(([, blank = '']) => !names.includes(blank))
      .map(([blank]) => `${placeOf(source, call)} ${blank}`);
  });
  expect(wrong).toEqual([]);
});

test('no name stands for two columns of one sheet, and no column is called like a total', () => {
  for (const columns of [wageColumns, registerColumns]) {
    const names = Object.values(columns).flat() as string[];
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    expect(names.filter((name) => totalWords.includes(name))).toEqual([]);
    // As titles are compared: without spaces, brackets and marks.
    expect(names.filter((name) => /[\s*:：()（）]/.test(name))).toEqual([]);
  }
  expect(subtotalWords.filter((word) => !totalWords.includes(word))).toEqual([]);
});
