/** Whatever is to be done leads to an act that somebody may take, and to the rule that asks for it. */

import { disputeTable } from '../../src/domain/dispute/table.ts';
import { referralTable } from '../../src/domain/referral/table.ts';
import { actFor, isDue, rulesByTask, taskAnswers } from '../../src/domain/task-acts.ts';
import { isRuleId } from '../../src/law/rules/rules.ts';
import { taskWords } from '../../templates/zh-CN/event-words.ts';

test('every task has its answer, and every answer its task', () => {
  expect(Object.keys(taskAnswers).sort()).toEqual(Object.keys(taskWords).sort());
});

test('every act that answers a task stands in a table of states', () => {
  const known = new Set(
    [...Object.values(disputeTable), ...Object.values(referralTable)].flatMap(Object.keys),
  );
  const acts = Object.values(taskAnswers).flatMap(({ acts: some }): readonly string[] => some);
  expect(acts.length).toBeGreaterThan(30);
  expect(acts.filter((act) => !known.has(act))).toEqual([]);
});

test('only what waits for another, or is done on another case, has no act', () => {
  const without = Object.entries(taskAnswers).filter(([, { acts }]) => acts.length === 0);
  expect(without.map(([why]) => why)).toEqual(['follow-referral', 'watch-referral']);
});

test('every rule that asks for a task is a rule of law, but for what the parties fixed and what is worked out from the ledger', () => {
  const rules = [...new Set(Object.values(rulesByTask).flat())];
  expect(rules.length).toBeGreaterThan(15);
  expect(rules.filter((rule) => !isRuleId(rule)).sort()).toEqual([
    ...['agreement.duty', 'agreement.instalment', 'limitation.last-safe-day', 'mediation.extended'],
  ]);
});

test('a hand-over is signed for, then accepted: the first that is open', () => {
  expect(actFor('answer-referral', ['return', 'receive'])).toBe('receive');
  expect(actFor('answer-referral', ['return', 'accept'])).toBe('accept');
  expect(actFor('answer-referral', ['reply'])).toBeNull();
  expect(actFor('report-referral', ['report', 'reply'])).toBe('report');
  expect(actFor('no-such-task', ['accept'])).toBeNull();
});

test('an act is due where a task asks for it, and nowhere else', () => {
  expect(isDue('accept', [{ why: 'decide-acceptance' }])).toBe(true);
  expect(isDue('decline', [{ why: 'decide-acceptance' }])).toBe(false);
  expect(isDue('receive', [{ why: 'receive' }])).toBe(true);
});
