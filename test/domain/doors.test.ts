/** Which door an agreement takes: situation -> open, default, why. */

import { capacityKinds } from '../../src/domain/dispute/capacity.ts';
import { type DoorFacts, doorReasons, doorsFor, needOpenDoor } from '../../src/domain/dispute/doors.ts';
import { channels, doors } from '../../src/domain/dispute/parts.ts';
import { doorReasonWords } from '../../templates/zh-CN/advice.ts';
import { refused } from '../law/refused.ts';
import { outcomeOf } from './tables.ts';

const wages: DoorFacts = {
  heads: ['wages'],
  isLabourRelation: true,
  capacity: 'people-mediation',
  channel: 'desk',
  isPaymentOnly: true,
  isPaidOnTheSpot: false,
};
const letters = { 'arbitration-review': 'R', 'judicial-confirmation': 'C', none: 'N' } as const;

/** `R*` is open and the default, `C` open, `-` shut. */
const shown = (changes: Partial<DoorFacts>) =>
  doorsFor({ ...wages, ...changes })
    .map(({ door, isOpen, isDefault }) => (isOpen ? `${letters[door]}${isDefault ? '*' : ''}` : '-'))
    .join(' ');
const codes = (changes: Partial<DoorFacts>) => doorsFor({ ...wages, ...changes }).map(({ code }) => code);

const rows: [situation: string, changes: Partial<DoorFacts>, doors: string, codes: string[]][] = [
  [
    'wages before the people’s mediators',
    {},
    'R* C N',
    ['review-by-default', 'confirmation-people-payment', 'none-contract-only'],
  ],
  [
    'no capacity on record counts as people’s mediation',
    { capacity: null },
    'R* C N',
    ['review-by-default', 'confirmation-people-payment', 'none-contract-only'],
  ],
  [
    'more than payment is agreed',
    { isPaymentOnly: false },
    'R* - N',
    ['review-by-default', 'confirmation-not-payment-only', 'none-contract-only'],
  ],
  [
    'a claim that is no payment',
    { heads: ['wages', 'other'] },
    'R* - N',
    ['review-by-default', 'confirmation-not-payment-only', 'none-contract-only'],
  ],
  [
    'the relation itself is in dispute',
    { heads: ['wages', 'confirm-relation'] },
    '- - N*',
    ['review-not-of-relation', 'confirmation-not-of-relation', 'none-neither-open'],
  ],
  [
    'the relation is in dispute in a case the court delegated',
    { heads: ['confirm-relation'], channel: 'court-delegated', capacity: 'court-roster' },
    '- - N*',
    ['review-not-of-relation', 'confirmation-not-of-relation', 'none-neither-open'],
  ],
  [
    'the court delegated the case',
    { channel: 'court-delegated', capacity: 'court-roster' },
    'R C* N',
    ['review-possible', 'confirmation-of-delegating-court', 'none-contract-only'],
  ],
  [
    'the court delegated a case that is not about paying only',
    { channel: 'court-delegated', capacity: 'court-roster', isPaymentOnly: false, heads: ['other'] },
    'R C* N',
    ['review-possible', 'confirmation-of-delegating-court', 'none-contract-only'],
  ],
  [
    'the court entrusted a suit it has filed',
    { channel: 'court-entrusted', capacity: 'court-roster' },
    '- - N*',
    ['court-has-the-case', 'court-has-the-case', 'none-court-makes-paper'],
  ],
  [
    'a commission entrusted the case',
    { channel: 'arbitration-entrusted', capacity: 'arbitration-entrusted' },
    'R* - N',
    ['review-by-default', 'confirmation-not-people', 'none-contract-only'],
  ],
  [
    'an enterprise’s committee mediated',
    { capacity: 'enterprise-committee' },
    'R* - N',
    ['review-by-default', 'confirmation-not-people', 'none-contract-only'],
  ],
  [
    'no labour relation',
    { isLabourRelation: false, isPaymentOnly: false },
    '- C* N',
    ['review-not-labour', 'confirmation-not-labour', 'none-contract-only'],
  ],
  [
    'paid on the spot',
    { isPaidOnTheSpot: true },
    'R C N*',
    ['review-possible', 'confirmation-people-payment', 'none-paid'],
  ],
];
test.each(rows)('%s', (_situation, changes, expected, reasons) => {
  expect(shown(changes)).toBe(expected);
  expect(codes(changes)).toEqual(reasons);
});

const everyFact: DoorFacts[] = channels.flatMap((channel) =>
  [null, ...capacityKinds].flatMap((capacity) =>
    [true, false].flatMap((isLabourRelation) =>
      [true, false].flatMap((isPaymentOnly) =>
        [true, false].flatMap((isPaidOnTheSpot) =>
          (['wages', 'other', 'confirm-relation'] as const).map((head) => ({
            heads: [head],
            isLabourRelation,
            capacity,
            channel,
            isPaymentOnly,
            isPaidOnTheSpot,
          })),
        ),
      ),
    ),
  ),
);

test('whatever the case, each door is told once, one of them is the default, and the default is open', () => {
  expect(everyFact.length).toBeGreaterThan(1000);
  for (const facts of everyFact) {
    const advice = doorsFor(facts);
    expect(advice.map(({ door }) => door)).toEqual([...doors]);
    expect(advice.filter(({ isDefault }) => isDefault).map(({ isOpen }) => isOpen)).toEqual([true]);
    for (const { isOpen, article } of advice) expect(isOpen || article !== '').toBe(true);
  }
});

test('every reason is met somewhere, and has its sentence', () => {
  const met = new Set(everyFact.flatMap((facts) => doorsFor(facts).map(({ code }) => code)));
  expect([...doorReasons].filter((code) => !met.has(code))).toEqual([]);
  for (const code of doorReasons) expect(doorReasonWords[code]).toMatch(/^[\p{Script=Han}，；、]+$/u);
});

test('a shut door refuses with its article, an open one lets pass', () => {
  const relation = { ...wages, heads: ['wages', 'confirm-relation'] as const };
  expect(refused(() => needOpenDoor(relation, 'arbitration-review')).article).toContain('第七十五条');
  expect(
    refused(() => needOpenDoor({ ...wages, isPaymentOnly: false }, 'judicial-confirmation')).article,
  ).toContain('第五十二条');
  expect(outcomeOf(() => needOpenDoor(relation, 'judicial-confirmation'))).toBe('agreement/door-not-open');
  expect(outcomeOf(() => needOpenDoor(wages, 'judicial-confirmation'))).toBe('done');
  for (const facts of everyFact) expect(outcomeOf(() => needOpenDoor(facts, 'none'))).toBe('done');
});
