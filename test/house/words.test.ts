/** Every code the house knows has its Chinese words, and the words stand where a lawyer can mend them. */
import ts from 'typescript';
import { stories } from '../../src/domain/case.ts';
import { claimHeads } from '../../src/domain/claim.ts';
import { recordableKinds } from '../../src/domain/dispute/limitation.ts';
import { channels, disputeStates, doors, lockInOutcomes } from '../../src/domain/dispute/state.ts';
import { disputeTable } from '../../src/domain/dispute/table.ts';
import { referralTable } from '../../src/domain/referral/decide.ts';
import { referralStates } from '../../src/domain/referral/state.ts';
import { refusalCodes } from '../../src/domain/refusal.ts';
import { roles } from '../../src/domain/role.ts';
import sentences from '../../templates/zh-CN/refusals.json' with { type: 'json' };
import { sayRefusal } from '../../templates/zh-CN/say-refusal.ts';
import { codeWords, eventWords, taskWords } from '../../templates/zh-CN/words.ts';
import { literalOf, literalsIn, nodesOf, placeOf, sourcesOf } from './sources.ts';

const CHINESE = /\p{Script=Han}/u;
const missingIn = (words: object, codes: Iterable<string>) => [...codes].filter((code) => !(code in words));

/** Papers name the blank where they fill it, not where its writer refuses. */
const refusing = sourcesOf('src', 'activities').filter(({ path }) => !path.startsWith('src/papers/'));

describe('refusals', () => {
  test('every refusal has a sentence, and every sentence its refusal', () => {
    expect(Object.keys(sentences).sort()).toEqual([...refusalCodes].sort());
    for (const sentence of Object.values(sentences)) expect(sentence).toMatch(CHINESE);
  });

  test('the blanks of a sentence are facts that every place gives which refuses so', () => {
    const wrong: string[] = [];
    let read = 0;
    for (const source of refusing)
      for (const node of nodesOf(source.tree)) {
        if (!ts.isNewExpression(node) || node.expression.getText() !== 'Refusal') continue;
        const [code, facts] = node.arguments ?? [];
        const names = factNames(facts);
        if (code === undefined || !ts.isStringLiteral(code) || names === null) continue;
        read += 1;
        const blanks = (sentences as Record<string, string>)[code.text]?.matchAll(/\{(\w+)\}/g) ?? [];
        for (const [, blank = ''] of blanks)
          if (!names.includes(blank)) wrong.push(`${placeOf(source, node)}: ${code.text} without {${blank}}`);
      }
    expect(wrong).toEqual([]);
    expect(read).toBeGreaterThan(60);
  });

  test('a sentence says codes in words, and lists one after the other', () => {
    expect(
      sayRefusal('case/not-in-this-state', { story: 'dispute', action: 'plan-session', state: 'agreed' }),
    ).toBe('劳动争议现在是“达成协议”，不能安排调解会议');
    expect(sayRefusal('account/no-role', { who: ['mediator', 'manager'] })).toContain('调解员、管理者');
    expect(
      sayRefusal('day/reversed', { field: 'plannedOn', from: '2026-03-10', to: '2026-03-09' }),
    ).toContain('「会议日期」');
    const open = [
      'clock:follow-up.visit:1',
      'clock:agreement.arbitration-review',
      'referral:0b7c',
      'instalment:2',
      'paper:77',
    ];
    expect(sayRefusal('dispute/still-open', { open })).not.toMatch(/[a-z]/);
  });
});

/** The names of the facts a refusal is given; null where they are not written out on the spot. */
function factNames(facts: ts.Expression | undefined): string[] | null {
  if (facts === undefined) return [];
  if (!ts.isObjectLiteralExpression(facts) || facts.properties.some(ts.isSpreadAssignment)) return null;
  return facts.properties.map((one) => one.name?.getText() ?? '');
}

describe('codes', () => {
  const rows = (table: Record<string, object>) => Object.values(table).flatMap((row) => Object.keys(row));
  const hatsIn = (table: Record<string, object>) =>
    Object.values(table).flatMap((row) => Object.values(row).flat() as string[]);
  const stated: [what: string, codes: Iterable<string>][] = [
    ['story', stories],
    ['state', [...disputeStates, ...referralStates]],
    ['action', new Set([...rows(disputeTable), ...rows(referralTable)])],
    ['role', roles],
    ['hat', new Set([...hatsIn(disputeTable), ...hatsIn(referralTable)])],
    ['channel', channels],
    ['head of claim', claimHeads],
    ['event of limitation', recordableKinds],
    ['door', doors],
    ['outcome of locking in', lockInOutcomes],
    ['next action', new Set([...whys(), 'take-up'])],
  ];
  test.each(stated)('every %s has words', (_what, codes) => {
    expect([...codes].length).toBeGreaterThan(1);
    expect(missingIn(codeWords, codes)).toEqual([]);
  });

  test('every reason for a task has its sentence, and every sentence its task', () => {
    expect(Object.keys(taskWords).sort()).toEqual(whys());
  });

  test('every kind of event has its words, and no words are left over', () => {
    const kinds = sourcesOf('src/domain').flatMap(({ tree }) =>
      [...nodesOf(tree)]
        .filter(ts.isTypeReferenceNode)
        .filter(({ typeName }) => typeName.getText() === 'Decision')
        .flatMap(({ typeArguments }) => (typeArguments?.[0] ? literalsIn(typeArguments[0]) : [])),
    );
    expect(Object.keys(eventWords).sort()).toEqual([...new Set(kinds)].sort());
  });

  /** What `task(why, …)` is called with in the domain. */
  function whys(): string[] {
    const found = sourcesOf('src/domain').flatMap(({ tree }) =>
      [...nodesOf(tree)].flatMap((node) => {
        if (ts.isCallExpression(node) && node.expression.getText() === 'task' && node.arguments[0])
          return literalsIn(node.arguments[0]);
        if (ts.isVariableDeclaration(node) && node.name.getText() === 'why' && node.initializer)
          return literalsIn(node.initializer);
        return [];
      }),
    );
    return [...new Set(found)].sort();
  }
});

/** Where Chinese may stand in src, beside templates. */
const chinesePlaces: [place: RegExp, why: string][] = [
  [/^src\/law\//, 'statutes, rules and workings are data, each with its article'],
  [/^src\/papers\//, 'labels of papers'],
  [/^src\/cli\//, 'what commands say'],
  [/^src\/config\.ts$/, 'what a wrong variable is told'],
  [/^src\/engine\//, 'what the start says on the terminal'],
  [/^src\/persistence\/seeds\//, 'the seeded city and its people'],
  [/^src\/api\/(docs|fields|field-problems|lists)\.ts$/, 'messages of fields'],
  [
    /^src\/api\/[\w-]+\/((party-)?schema|routes|present)\.ts$/,
    'messages and summaries of routes, headings of CSV files',
  ],
  [/^src\/domain\/dispute\/decide(-agreement)?\.ts$/, 'articles behind a refusal'],
];

test('Chinese stands in templates, and else only where it is named here', () => {
  const wrong: string[] = [];
  const used = new Set<RegExp>();
  for (const source of sourcesOf('src', 'activities', 'workflows'))
    for (const node of nodesOf(source.tree)) {
      const text = literalOf(node);
      if (text === null || !CHINESE.test(text) || ts.isLiteralTypeNode(node.parent)) continue;
      const place = chinesePlaces.find(([one]) => one.test(source.path));
      if (place === undefined) wrong.push(`${placeOf(source, node)}: ${text}`);
      else used.add(place[0]);
    }
  expect(wrong).toEqual([]);
  expect(chinesePlaces.filter(([place]) => !used.has(place))).toEqual([]);
});
