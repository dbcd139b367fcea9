/** Who should mediate: a ranking that explains itself. The mediator is still chosen by people, or by the first line of it. */
import { type ClaimHead, claimHeads } from '../claim.ts';
import type { Day } from '../day.ts';
import type { AccountId, DistrictCode } from '../ids.ts';

/** What a mediator is good at: heads of claim, and cases of ten workers and more. */
export const mediatorSkills = [...claimHeads, 'collective'] as const;
export type MediatorSkill = (typeof mediatorSkills)[number];

/** No names: the domain ranks accounts. */
export type MediatorCandidate = {
  account: AccountId;
  /** Ties are broken by it, so that the same facts always give the same order. */
  login: string;
  district: DistrictCode;
  skills: readonly string[];
  openCases: number;
  /** More open cases than this are asked of nobody while others have room; null: no limit of their own. */
  maxCases: number | null;
  isAway: boolean;
  /** The last day of leave, where one is set. */
  awayUntil?: Day | null;
  /** Has withdrawn from this case, or was asked to. */
  isRecused: boolean;
  /** The case's district is their own or lies below it. */
  seesDistrict: boolean;
};

export type MediationNeeds = {
  district: DistrictCode;
  heads: readonly ClaimHead[];
  isCollective: boolean;
};

export const assignmentReasons = [
  'recused',
  'away',
  'away-until',
  'other-district',
  'same-district',
  'upper-district',
  'skills-match',
  'skills-none-match',
  'collective-skill',
  'open-cases',
  'full',
] as const;
export type AssignmentReasonCode = (typeof assignmentReasons)[number];

/** A code with its sentence in templates, and the facts that fill it. */
export type AssignmentReason = {
  code: AssignmentReasonCode;
  facts: Readonly<Record<string, string | number | readonly string[]>>;
};

export type AssignmentScore = {
  isFull: boolean;
  isSameDistrict: boolean;
  /** How many of the case's needs the skills meet: each head once, and one for a collective case. */
  skillsMet: number;
  openCases: number;
};

export type RankedMediator = {
  account: AccountId;
  score: AssignmentScore;
  reasons: AssignmentReason[];
  /** Never to be given this case as things stand; `reasons` begins with why. */
  isBarred: boolean;
};

/**
 * The best first, the barred last. Among those who may: room for a case, the district's own, most needs met by skill,
 * fewest open cases, then the login.
 */
export function rankMediators(
  candidates: readonly MediatorCandidate[],
  needs: MediationNeeds,
): RankedMediator[] {
  return candidates
    .map((candidate) => ({ login: candidate.login, ranked: judge(candidate, needs) }))
    .sort((a, b) => compare(a.ranked, b.ranked) || (a.login < b.login ? -1 : a.login > b.login ? 1 : 0))
    .map(({ ranked }) => ranked);
}

/** The first of the ranking who is not barred; null where there is none. */
export function bestOf(candidates: readonly MediatorCandidate[], needs: MediationNeeds): AccountId | null {
  return rankMediators(candidates, needs).find(({ isBarred }) => !isBarred)?.account ?? null;
}

function compare(a: RankedMediator, b: RankedMediator): number {
  return (
    Number(a.isBarred) - Number(b.isBarred) ||
    Number(a.score.isFull) - Number(b.score.isFull) ||
    Number(b.score.isSameDistrict) - Number(a.score.isSameDistrict) ||
    b.score.skillsMet - a.score.skillsMet ||
    a.score.openCases - b.score.openCases
  );
}

function judge(candidate: MediatorCandidate, needs: MediationNeeds): RankedMediator {
  const { account, district, skills, openCases, maxCases } = candidate;
  const heads = [...new Set(needs.heads)].filter((head) => skills.includes(head));
  const isCollectiveMet = needs.isCollective && skills.includes('collective');
  const isSameDistrict = district === needs.district;
  const isFull = maxCases !== null && openCases >= maxCases;
  const bars = barsOf(candidate);
  const place: AssignmentReason[] = candidate.seesDistrict
    ? [reason(isSameDistrict ? 'same-district' : 'upper-district')]
    : [];
  return {
    account,
    isBarred: bars.length > 0,
    score: { isFull, isSameDistrict, skillsMet: heads.length + Number(isCollectiveMet), openCases },
    reasons: [
      ...bars,
      ...place,
      heads.length > 0 ? reason('skills-match', { heads }) : reason('skills-none-match'),
      ...(isCollectiveMet ? [reason('collective-skill')] : []),
      reason('open-cases', { count: openCases }),
      ...(isFull ? [reason('full', { max: maxCases })] : []),
    ],
  };
}

function barsOf({ isRecused, isAway, awayUntil, seesDistrict }: MediatorCandidate) {
  const bars: AssignmentReason[] = [];
  if (isRecused) bars.push(reason('recused'));
  if (isAway) bars.push(awayUntil ? reason('away-until', { until: awayUntil }) : reason('away'));
  if (!seesDistrict) bars.push(reason('other-district'));
  return bars;
}

function reason(code: AssignmentReasonCode, facts: AssignmentReason['facts'] = {}): AssignmentReason {
  return { code, facts };
}
