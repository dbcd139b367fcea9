/** A case with several heads: the day that comes first is the case's last safe day. */

import { caseLimitation, type LedgerEvent } from '../../src/law/case-limitation.ts';
import { claimKinds } from '../../src/law/claims/claim.ts';
import { fitsHead } from '../../src/law/claims/kind-heads.ts';
import type { Head } from '../../src/law/heads.ts';
import { limitation } from '../../src/law/limitation.ts';
import { limitationEvents } from '../../src/law/limitation-events.ts';
import { listRules } from '../../src/law/list-rules.ts';
import { canonicalPack } from '../../src/law/pack.ts';
import { currentPack } from '../../src/law/packs.ts';
import { packFrom } from '../../src/law/shelf.ts';
import { canonical } from '../../src/persistence/hash-chain.ts';
import { limitationEffects } from '../../templates/zh-CN/paper-words.ts';
import { day } from './days.ts';

const applied = (on: string): LedgerEvent => ({ kind: 'mediation-application', on: day(on), until: null });
const known = (on: string): LedgerEvent => ({ kind: 'known', on: day(on), until: null });

/** 情形 | 各项请求 | 终止日 | 事件 | 先届满的请求 | 最后安全日 */
const cases: [string, Head[], string | null, LedgerEvent[], Head, string | null][] = [
  ['在职讨薪，没有期限', ['wages'], null, [applied('2025-03-03')], 'wages', null],
  [
    '在职，另有经济补偿',
    ['wages', 'economic-compensation'],
    null,
    [applied('2025-03-03')],
    'economic-compensation',
    '2026-03-03',
  ],
  [
    '离职后讨薪，自申请调解重新计算',
    ['wages', 'overtime'],
    '2024-06-28',
    [applied('2025-03-03')],
    'wages',
    '2026-03-03',
  ],
  [
    '离职前已知道，经济补偿先届满',
    ['wages', 'annual-leave'],
    '2025-02-28',
    [known('2024-01-15'), applied('2025-03-03')],
    'annual-leave',
    '2025-01-15',
  ],
];

test.each(cases)('%s', (_name, heads, endedOn, events, first, lastSafeDay) => {
  const answer = caseLimitation(
    { heads, endedOn: endedOn === null ? null : day(endedOn), events },
    currentPack,
  );
  expect(answer.first).toMatchObject({ head: first, lastSafeDay });
  expect(answer.heads.map(({ head }) => head)).toEqual(heads);
});

test('each head is answered as the law answers it alone, once', () => {
  const events = [
    known('2025-03-03'),
    { ...known('2025-04-01'), kind: 'suspension' as const, until: day('2025-05-01') },
  ];
  const { heads } = caseLimitation({ heads: ['deposit', 'deposit'], endedOn: null, events }, currentPack);
  expect(heads).toEqual([
    {
      head: 'deposit',
      name: '返还押金',
      ...limitation({
        claimKind: 'deposit',
        events: [
          { kind: 'known', on: '2025-03-03' },
          { kind: 'suspension', on: '2025-04-01', until: '2025-05-01' },
        ],
      }),
    },
  ]);
});

test('every effect an event may have has its words', () => {
  for (const { effect } of Object.values(limitationEvents)) expect(limitationEffects[effect]).not.toBe('');
});

test('a claim line is worked out as its own kind, any pay under wages, anything under other', () => {
  const fitting = (head: Head) => claimKinds.filter((kind) => fitsHead(kind, head));
  expect(fitting('overtime')).toEqual(['overtime']);
  expect(fitting('wages')).toEqual(['overtime', 'wage-arrears', 'probation', 'deduction']);
  expect(fitting('unlawful-dismissal')).toEqual(['unlawful-dismissal']);
  expect(fitting('confirm-relation')).toEqual([]);
  expect(fitting('other')).toEqual(
    claimKinds.filter((kind) => !['average-wage', 'final-award'].includes(kind)),
  );
});

test('the record hashes a pack as the law writes it', () => {
  expect(canonical(JSON.parse(JSON.stringify(currentPack)))).toBe(canonicalPack(currentPack));
});

test('a pack is read from its record once, and the house’s own without one', async () => {
  const record = {};
  let asked = 0;
  const load = async (id: string) => {
    asked += 1;
    return id === 'other' ? { ...currentPack, id } : null;
  };
  const other = await packFrom(record, 'other', load);
  expect(await packFrom(record, 'other', load)).toBe(other);
  expect(asked).toBe(1);
  expect(listRules(other)).toEqual(listRules(currentPack));
  expect(await packFrom(record, currentPack.id, load)).toBe(currentPack);
  await expect(packFrom(record, 'nowhere', load)).rejects.toMatchObject({ code: 'law/unknown-pack' });
  await expect(packFrom({}, 'other', async () => null)).rejects.toMatchObject({ code: 'law/unknown-pack' });
});
