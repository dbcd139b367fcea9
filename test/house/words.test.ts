/** Every code the house knows has its Chinese words, and the words stand where a lawyer can mend them. */
import ts from 'typescript';
import { paperKindNames, stories } from '../../src/domain/case.ts';
import { claimHeads } from '../../src/domain/claim.ts';
import { capacityKinds } from '../../src/domain/dispute/capacity.ts';
import { satisfactions } from '../../src/domain/dispute/decisions.ts';
import { recordableKinds } from '../../src/domain/dispute/limitation.ts';
import { papersOnDemand } from '../../src/domain/dispute/need-papers.ts';
import * as parts from '../../src/domain/dispute/parts.ts';
import * as rules from '../../src/domain/dispute/rules.ts';
import { disputeStates } from '../../src/domain/dispute/state.ts';
import { disputeTable } from '../../src/domain/dispute/table.ts';
import {
  incomingChannels,
  referralStates,
  reportOutcomes,
  returnReasons,
} from '../../src/domain/referral/state.ts';
import { referralTable } from '../../src/domain/referral/table.ts';
import { refusalCodes } from '../../src/domain/refusal.ts';
import { roles } from '../../src/domain/role.ts';
import { scopeNames } from '../../src/domain/scope.ts';
import { accountEventKinds } from '../../src/persistence/account.entity.ts';
import { paperStatuses } from '../../src/persistence/paper.entity.ts';
import { accountEventWords } from '../../templates/zh-CN/account-words.ts';
import { choiceWords } from '../../templates/zh-CN/choice-words.ts';
import { claimFieldWords } from '../../templates/zh-CN/claim-fields.ts';
import { eventWords, taskWords } from '../../templates/zh-CN/event-words.ts';
import { fieldWords } from '../../templates/zh-CN/fields.ts';
import sentences from '../../templates/zh-CN/refusals.json' with { type: 'json' };
import { sayChoice } from '../../templates/zh-CN/say-choice.ts';
import { sayRefusal } from '../../templates/zh-CN/say-refusal.ts';
import { sayTask } from '../../templates/zh-CN/say-task.ts';
import { codeWords } from '../../templates/zh-CN/words.ts';
import { codesByField } from '../cli/act-codes.ts';
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
  const stationStates: Record<parts.Station['status'], true> = {
    ...{ planned: true, out: true, done: true },
    ...{ 'came-back': true, skipped: true },
  };
  const requests: Record<parts.Approval['what'], true> = { reopen: true, text: true, payment: true };
  /** Every list of codes that parts.ts holds, whichever they are. */
  const lists = Object.entries(parts).filter((one): one is [string, readonly string[] & never] =>
    Array.isArray(one[1]),
  );
  const stated: [what: string, codes: Iterable<string>][] = [
    ['story', stories],
    ['state', [...disputeStates, ...referralStates]],
    ['action', new Set([...rows(disputeTable), ...rows(referralTable)])],
    ['role', roles],
    ['scope of a service key', scopeNames],
    ['hat', new Set([...hatsIn(disputeTable), ...hatsIn(referralTable)])],
    ['channel', [...parts.channels, ...incomingChannels]],
    ['outcome of a referral', [...reportOutcomes, ...returnReasons, 'recalled', 'silent']],
    ['head of claim', claimHeads],
    ['event of limitation', recordableKinds],
    ['authority', parts.authorities],
    ['satisfaction', satisfactions],
    ['capacity', capacityKinds],
    ['kind of paper', paperKindNames],
    ['status of a paper', paperStatuses],
    ['state of a station', Object.keys(stationStates)],
    ['request to a second person', Object.keys(requests)],
    ...lists,
    ['next action', new Set([...whys(), 'take-up'])],
  ];
  test.each(stated)('every %s has words', (_what, codes) => {
    expect([...codes].length).toBeGreaterThan(1);
    expect(missingIn(codeWords, codes)).toEqual([]);
  });

  test('every event of an account has words', () => {
    expect(missingIn(accountEventWords, accountEventKinds)).toEqual([]);
  });

  test('a choice that is called otherwise elsewhere is a code of its field', () => {
    const lists = codesByField();
    lists.set('isGiven', new Set(['true', 'false']));
    for (const [field, words] of Object.entries(choiceWords)) {
      expect(fieldWords[field] ?? claimFieldWords[field]).toMatch(CHINESE);
      expect(Object.keys(words).filter((code) => !lists.get(field)?.has(code))).toEqual([]);
    }
    expect(sayChoice('way', 'visit')).toBe('上门');
    expect(sayChoice('result', 'visit')).toBe('回访');
  });

  test('a task says which session, station, duty, request or visit it is about', () => {
    for (const why of whys()) expect(sayTask(why, '2')).toMatch(/（第2[期次站号项]）$/);
    expect(sayTask('refer-station', '3')).toContain('第3站');
    expect(sayTask('decide-request', '12')).toContain('第12号');
    expect(sayTask('watch-duty', '1')).toContain('第1项');
    expect(sayTask('hold-session', '2')).toContain('第2次');
    for (const visit of parts.collectiveVisits) expect(sayTask('visit', visit)).toMatch(/（第.次回访）$/);
    expect(sayTask('close-file', '')).not.toContain('（');
  });

  test('what keeps a file open has its sentence, whichever clock it is', () => {
    const clocks = [
      ...[...Object.values(rules.doorRules), ...Object.values(rules.decideRules)].map(
        (rule) => `clock:${rule}`,
      ),
      ...[rules.INSTALMENT, rules.DUTY, rules.VISIT].map((rule) => `clock:${rule}:1`),
      ...Object.entries(rules.collectiveVisitRules).map(([visit, rule]) => `clock:${rule}:${visit}`),
    ];
    for (const one of [...clocks, 'duty:2', 'approval:9']) {
      const said = sayRefusal('dispute/still-open', { open: [one] });
      expect(said).not.toMatch(/[a-z{}]|还有期限没有了结/);
    }
  });

  test('a paper that has to wait says for what', () => {
    const waits = new Set<string>();
    for (const source of sourcesOf('src/domain/dispute/need-papers.ts'))
      for (const node of nodesOf(source.tree))
        if (ts.isConditionalExpression(node))
          for (const end of [node.whenTrue, node.whenFalse]) if (ts.isStringLiteral(end)) waits.add(end.text);
    expect(waits.size).toBeGreaterThan(7);
    for (const paper of papersOnDemand)
      for (const waitsFor of waits)
        expect(sayRefusal('paper/not-yet', { paper, waitsFor })).not.toMatch(/[a-z]/);
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

  /** What `task(why, …)` and `taskOf(state, why, …)` are called with in the domain. */
  function whys(): string[] {
    const place: Readonly<Record<string, number>> = { task: 0, taskOf: 1 };
    const found = sourcesOf('src/domain').flatMap(({ tree }) =>
      [...nodesOf(tree)].flatMap((node) => {
        if (ts.isVariableDeclaration(node) && node.name.getText() === 'why' && node.initializer)
          return literalsIn(node.initializer);
        const at = ts.isCallExpression(node) ? place[node.expression.getText()] : undefined;
        return at === undefined ? [] : resultsOf((node as ts.CallExpression).arguments[at], tree);
      }),
    );
    return [...new Set(found)].sort();
  }

  /** The texts an expression can come to: of a choice either, of a function of its file what it returns. */
  function resultsOf(node: ts.Node | undefined, tree: ts.SourceFile): string[] {
    if (node === undefined) return [];
    if (ts.isStringLiteral(node)) return [node.text];
    if (ts.isConditionalExpression(node))
      return [...resultsOf(node.whenTrue, tree), ...resultsOf(node.whenFalse, tree)];
    if (!ts.isCallExpression(node)) return [];
    const name = node.expression.getText();
    const called = tree.statements.find((one) => ts.isFunctionDeclaration(one) && one.name?.text === name);
    return [...(called ? nodesOf(called) : [])]
      .filter(ts.isReturnStatement)
      .flatMap(({ expression }) => resultsOf(expression, tree));
  }
});

/** Where Chinese may stand in src, beside templates. */
const chinesePlaces: [place: RegExp, why: string][] = [
  [/^src\/law\//, 'statutes, rules and workings are data, each with its article'],
  [/^src\/papers\//, 'labels of papers'],
  [/^src\/sheets\/(header|day-text)\.ts$/, 'how units and days are written'],
  [/^src\/cli\//, 'what commands say'],
  [/^src\/config\.ts$/, 'what a wrong variable is told'],
  [/^src\/engine\//, 'what the start says on the terminal'],
  [/^src\/persistence\/seeds\//, 'the seeded city and its people'],
  [/^src\/persistence\/migrations\/0004-evidence\.ts$/, 'the forms of 有限公司, by which names are alike'],
  [/^src\/persistence\/migrations\/0011-search\.ts$/, 'the marks by which numbers are alike'],
  [/^src\/api\/(docs|fields|field-problems|lists)\.ts$/, 'messages of fields'],
  [
    /^src\/api\/[\w-]+\/((party-|claim-)?schema|routes|present|acts-\w+)\.ts$/,
    'messages and summaries of routes, headings of CSV files',
  ],
  [/^src\/domain\/dispute\/(decide-acceptance|check-signatures|group)\.ts$/, 'articles behind a refusal'],
  [
    /^src\/domain\/dispute\/(doors|fixed-terms)\.ts$/,
    'articles behind a door, words that make a term conditional',
  ],
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
