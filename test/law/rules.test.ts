import { readFileSync } from 'node:fs';
import { claimHeads } from '../../src/domain/claim.ts';
import { refusalCodes } from '../../src/domain/refusal.ts';
import { deadline, isRuleId, type RuleId } from '../../src/law/deadline.ts';
import { headIds } from '../../src/law/heads.ts';
import { inForce } from '../../src/law/pack.ts';
import { currentPack } from '../../src/law/packs.ts';
import { acts } from '../../src/law/rules/acts.ts';
import { rules } from '../../src/law/rules/rules.ts';
import { statutes } from '../../src/law/statutes.ts';
import { day } from './days.ts';

test.each([
  'mediation.first-contact',
  'mediation.acceptance-decision',
  'mediation.direct',
  'mediation.direct.acceptance',
  'mediation.court-delegated',
  'mediation.court-entrusted.ordinary',
  'mediation.court-entrusted.summary',
  'mediation.arbitration-entrusted',
  'agreement.arbitration-review',
  'agreement.judicial-confirmation',
  'arbitration.accept',
  'arbitration.award',
  'aid.decide',
  'aid.assign',
  'offer.reply.national',
  'offer.reply.henan-wage',
  'offer.reply.henan-general',
  'contract.file.national',
  'contract.renew.henan-wage',
  'inspection.file.henan',
  'inspection.close.henan',
  'inspection.close.national',
  'follow-up.visit',
  'referral.receive',
  'referral.decide',
  'referral.report',
])('there is a rule %s', (rule) => {
  expect(isRuleId(rule)).toBe(true);
});

test('a rule has one version on any day', () => {
  for (const rule of rules) {
    const { from, to } = inForce(currentPack, rule);
    const others = rules.filter((other) => other !== rule && other.id === rule.id);
    for (const other of others) {
      const span = inForce(currentPack, other);
      const isApart = (to !== null && to < (span.from ?? '')) || (span.to !== null && span.to < (from ?? ''));
      expect([rule.id, isApart]).toEqual([rule.id, true]);
    }
  }
});

test('every rule of a statute names its text; what is a setting is unconfirmed', () => {
  for (const rule of rules) {
    expect(Object.keys(statutes)).toContain(rule.statute);
    expect(rule.length).toBeGreaterThan(0);
    expect([rule.id, rule.tag === 'S']).toEqual([rule.id, rule.statute === 'setting']);
    const result = deadline(
      rule.id as RuleId,
      day('2021-06-01') >= (inForce(currentPack, rule).to ?? '9') ? day('2021-06-01') : day('2026-03-02'),
    );
    expect(result.confirmed).toBe(rule.tag === 'V' || rule.tag === 'V2');
  }
});

test('acts point to rules that are there', () => {
  for (const ids of Object.values(acts)) for (const id of ids) expect(isRuleId(id)).toBe(true);
});

test('every refusal of this room has its sentence', () => {
  const sentences = JSON.parse(readFileSync('templates/zh-CN/refusals.json', 'utf8')) as Record<
    string,
    string
  >;
  for (const code of refusalCodes.filter((each) => /^(law|claim|calendar)\//.test(each))) {
    expect([code, sentences[code] ?? '']).toEqual([code, expect.stringMatching(/\p{Script=Han}/u)]);
  }
});

test('every head of claim the house takes in is known to the law', () => {
  expect(headIds).toEqual(expect.arrayContaining([...claimHeads]));
});
