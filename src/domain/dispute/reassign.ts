/** What handing cases to other mediators would do, told beforehand: nothing is changed by asking. */
import type { Day } from '../day.ts';
import type { AccountId, CaseId, CommandId } from '../ids.ts';
import { Refusal } from '../refusal.ts';
import type { Actor } from '../role.ts';
import { type AssignmentReason, type MediatorCandidate, rankMediators } from './assignment.ts';
import { decideDispute } from './decide.ts';
import { isCollective } from './group.ts';
import type { DisputeState } from './state.ts';

export type Move = {
  case: CaseId;
  from: AccountId | null;
  /** Null: nobody may take it. */
  to: AccountId | null;
  refusal: Refusal | null;
  /** What speaks against it and does not bar it: on leave, no room left. */
  doubts: readonly AssignmentReason[];
};
export type Load = { account: AccountId; before: number; after: number };
export type Plan = { moves: readonly Move[]; loads: readonly Load[] };

type Wanted = {
  /** Null: each case to whoever suits it best, with what they were given just before counted in. */
  to: AccountId | null;
  by: Actor;
  today: Day;
  /** Everybody as they stand, for this case. */
  candidatesOf(state: DisputeState): readonly MediatorCandidate[];
};

export function planReassignment(cases: readonly DisputeState[], wanted: Wanted): Plan {
  const before = new Map<AccountId, number>();
  const after = new Map<AccountId, number>();
  const moves = cases.map((state): Move => {
    const candidates = wanted.candidatesOf(state);
    for (const { account, openCases } of candidates) {
      if (!before.has(account)) before.set(account, openCases);
      if (!after.has(account)) after.set(account, openCases);
    }
    const laden = candidates.map((one) => ({ ...one, openCases: after.get(one.account) ?? one.openCases }));
    const move = moveOf(state, laden, wanted);
    if (move.refusal === null && move.to !== null && move.to !== move.from) {
      if (move.from !== null && after.has(move.from)) after.set(move.from, (after.get(move.from) ?? 0) - 1);
      after.set(move.to, (after.get(move.to) ?? 0) + 1);
    }
    return move;
  });
  const touched = new Set(moves.flatMap(({ from, to }) => [from, to]));
  const loads = [...before]
    .filter(([account]) => touched.has(account))
    .map(([account, count]) => ({ account, before: count, after: after.get(account) ?? count }));
  return { moves, loads };
}

const doubtful: ReadonlySet<string> = new Set(['away', 'away-until', 'full']);

function moveOf(state: DisputeState, candidates: readonly MediatorCandidate[], wanted: Wanted): Move {
  const { district, heads, owner: from } = state;
  const ranked = rankMediators(candidates, { district, heads, isCollective: isCollective(state) });
  const to =
    wanted.to ?? ranked.find(({ isBarred, account }) => !isBarred && account !== from)?.account ?? null;
  const move = { case: state.id, from, to, doubts: [] };
  if (to === null) return { ...move, refusal: new Refusal('dispute/nobody-free') };
  const refusal = refusalOf(state, to, wanted);
  if (refusal !== null) return { ...move, refusal };
  const target = candidates.find(({ account }) => account === to);
  if (target?.seesDistrict !== true) return { ...move, refusal: new Refusal('account/not-a-mediator') };
  const reasons = ranked.find(({ account }) => account === to)?.reasons ?? [];
  return { ...move, refusal: null, doubts: reasons.filter(({ code }) => doubtful.has(code)) };
}

/** The act itself is asked whether it would be refused. */
function refusalOf(state: DisputeState, mediator: AccountId, { by, today }: Wanted): Refusal | null {
  const order = { id: 'preview' as CommandId, on: today, by };
  try {
    decideDispute(state, { kind: 'assign', order, asked: { mediator } }, today);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
