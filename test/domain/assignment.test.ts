/** Who should mediate: situation -> order, each place with its reasons. */

import {
  assignmentReasons,
  bestOf,
  type MediationNeeds,
  type MediatorCandidate,
  mediatorSkills,
  rankMediators,
} from '../../src/domain/dispute/assignment.ts';
import type { AccountId, DistrictCode } from '../../src/domain/ids.ts';
import { sayAssignmentReason, saySkill } from '../../templates/zh-CN/advice.ts';
import { day } from './tables.ts';

const county = '411303' as DistrictCode;
const city = '411300' as DistrictCode;
const needs: MediationNeeds = { district: county, heads: ['wages', 'overtime'], isCollective: false };

const mediator = (login: string, changes: Partial<MediatorCandidate> = {}): MediatorCandidate => ({
  account: login as AccountId,
  login,
  district: county,
  skills: [],
  openCases: 0,
  maxCases: null,
  isAway: false,
  isRecused: false,
  seesDistrict: true,
  ...changes,
});
const order = (candidates: MediatorCandidate[], asked = needs) =>
  rankMediators(candidates, asked).map(({ account }) => account as string);
const codesOf = (candidate: MediatorCandidate, asked = needs) =>
  rankMediators([candidate], asked)[0]?.reasons.map(({ code }) => code);

describe('of two mediators', () => {
  const rows: [why: string, first: Partial<MediatorCandidate>, second: Partial<MediatorCandidate>][] = [
    ['the district’s own comes before the city’s', { openCases: 9 }, { district: city, skills: ['wages'] }],
    ['the one who knows the claim comes before an idle one', { skills: ['wages'], openCases: 9 }, {}],
    [
      'two claims known are more than one',
      { skills: ['wages', 'overtime'], openCases: 9 },
      { skills: ['wages'] },
    ],
    ['skills the case does not need count nothing', { openCases: 0 }, { skills: ['deposit'], openCases: 1 }],
    ['the one with fewer open cases comes first', { openCases: 3 }, { openCases: 4 }],
    [
      'one with room comes before one who is full',
      { district: city, openCases: 9 },
      { openCases: 5, maxCases: 5 },
    ],
    ['one case below the limit is room', { skills: ['wages'], openCases: 4, maxCases: 5 }, { openCases: 0 }],
    ['one who is full comes before one who is barred', { openCases: 5, maxCases: 5 }, { isAway: true }],
  ];
  // The better one has the later login, so that the tie-break alone would turn them round.
  test.each(rows)('%s', (_why, first, second) => {
    expect(order([mediator('b', first), mediator('a', second)])).toEqual(['b', 'a']);
    expect(order([mediator('a', second), mediator('b', first)])).toEqual(['b', 'a']);
  });

  test('alike in everything, the login decides, whoever is named first', () => {
    expect(order([mediator('b'), mediator('a')])).toEqual(['a', 'b']);
    expect(order([mediator('a'), mediator('b')])).toEqual(['a', 'b']);
  });

  test('in a case of many, the one used to groups comes first', () => {
    const collective = { ...needs, isCollective: true };
    const pair = [mediator('a'), mediator('b', { skills: ['collective'], openCases: 2 })];
    expect(order(pair, collective)).toEqual(['b', 'a']);
    expect(order(pair)).toEqual(['a', 'b']);
  });
});

describe('barred', () => {
  const bars: [why: string, changes: Partial<MediatorCandidate>, code: string][] = [
    ['who has withdrawn', { isRecused: true }, 'recused'],
    ['who is away', { isAway: true }, 'away'],
    ['who is away until a day', { isAway: true, awayUntil: day('2026-03-20') }, 'away-until'],
    [
      'who does not work in the district',
      { district: '411302' as DistrictCode, seesDistrict: false },
      'other-district',
    ],
  ];
  test.each(bars)('%s, first of all reasons', (_who, changes, code) => {
    const barred = mediator('a', { skills: ['wages', 'overtime'], ...changes });
    expect(codesOf(barred)?.[0]).toBe(code);
    expect(order([barred, mediator('b', { openCases: 50 })])).toEqual(['b', 'a']);
    expect(bestOf([barred], needs)).toBeNull();
  });

  test('every reason to be barred is told', () => {
    expect(codesOf(mediator('a', { isRecused: true, isAway: true }))?.slice(0, 2)).toEqual([
      'recused',
      'away',
    ]);
  });
});

test('a past leave does not bar, whatever its end', () => {
  expect(bestOf([mediator('a', { isAway: false, awayUntil: day('2026-03-01') })], needs)).toBe('a');
});

test('where all are full the least loaded of the best place still gets the case', () => {
  const full = [mediator('a', { openCases: 9, maxCases: 5 }), mediator('b', { openCases: 6, maxCases: 5 })];
  expect(bestOf(full, needs)).toBe('b');
  expect(bestOf([], needs)).toBeNull();
});

test('a ranking shows its parts', () => {
  const [one] = rankMediators(
    [mediator('a', { skills: ['overtime', 'wages', 'collective'], openCases: 3, maxCases: 3 })],
    { ...needs, heads: ['wages', 'wages', 'overtime'], isCollective: true },
  );
  expect(one).toEqual({
    account: 'a',
    isBarred: false,
    score: { isFull: true, isSameDistrict: true, skillsMet: 3, openCases: 3 },
    reasons: [
      { code: 'same-district', facts: {} },
      { code: 'skills-match', facts: { heads: ['wages', 'overtime'] } },
      { code: 'collective-skill', facts: {} },
      { code: 'open-cases', facts: { count: 3 } },
      { code: 'full', facts: { max: 3 } },
    ],
  });
});

describe('in words', () => {
  const facts = { heads: ['wages', 'overtime'], count: 3, max: 5, until: '2026-03-20' };

  test('every reason is a sentence without codes or blanks', () => {
    for (const code of assignmentReasons) expect(sayAssignmentReason(code, facts)).not.toMatch(/[a-z{}]/);
    expect(sayAssignmentReason('skills-match', facts)).toBe('擅长劳动报酬、加班工资');
    expect(sayAssignmentReason('away-until', facts)).toBe('请假至 2026-03-20');
  });

  test('every skill has a name', () => {
    for (const skill of mediatorSkills) expect(saySkill(skill)).toMatch(/^\p{Script=Han}+$/u);
  });
});
