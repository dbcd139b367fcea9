/** Orders the handing over of cases as it was previewed: each as its own `assign`, all of them one job. */
import type { Day } from '../../domain/day.ts';
import type { DisputeState } from '../../domain/dispute/state.ts';
import type { AccountId, CaseId, CommandId, DistrictCode } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import { districtsWithin } from '../../domain/walls.ts';
import { fingerprintOf } from '../../persistence/command.repository.ts';
import { rankableMediators } from '../../persistence/mediator.repository.ts';
import { snapshotsOf } from '../../persistence/open-clock.listing.ts';
import type { Em } from '../../persistence/orm.ts';
import type { ApiDeps } from '../app.ts';
import { dayOf, readOn } from '../order-command.ts';
import { jobIdOf, orderTogether } from '../order-together.ts';
import type { SignedIn } from '../sign-in.ts';

/** `seq`: the case as it was previewed. */
export type Move = { case: CaseId; mediator: AccountId; seq: number };

/** Out of what is ordered: on the same states it is the same order. */
export const fingerprintOfMoves = (moves: readonly Move[], note: string | undefined) =>
  fingerprintOf({ kind: 'reassign', moves, note: note ?? null });

/**
 * Gives the job's id. What only the case can tell, it tells: who was faster, whom it may not be given to. Refuses
 * `case/not-found` where one of them is absent or not theirs, and then none is handed over.
 */
export async function orderReassignment(
  deps: ApiDeps,
  me: SignedIn,
  { moves, note }: { moves: readonly Move[]; note?: string | undefined },
  base: CommandId,
): Promise<string> {
  const districts = districtsWithin(me, 'reassignment.order');
  await deps.orm.em.fork().transactional(async (em) => {
    const states = await snapshotsOf(
      em,
      moves.map((one) => one.case),
    );
    const isTheirs = (id: CaseId) => {
      const state = states.get(id);
      return state?.story === 'dispute' && districts.includes((state as DisputeState).district);
    };
    if (!moves.every((one) => isTheirs(one.case))) throw new Refusal('case/not-found');
    const order = {
      ...{ kind: 'reassign' as const, about: await receiverOf(em, moves, districts, dayOf(deps, undefined)) },
      ...{ base, fingerprint: fingerprintOfMoves(moves, note), by: me.actor, at: deps.now() },
    };
    const cases = [];
    for (const { case: caseId, mediator, seq } of moves)
      cases.push({
        ...{ story: 'dispute' as const, caseId, kind: 'assign', asked: { mediator } },
        texts: note === undefined ? {} : { note },
        ...(states.get(caseId)?.seq === seq ? { seen: seq } : await readOn(em, caseId, { seen: seq })),
      });
    await orderTogether(em, order, cases);
  });
  return jobIdOf(base);
}

/** By name, where all go to one. */
async function receiverOf(
  em: Em,
  moves: readonly Move[],
  [district]: readonly DistrictCode[],
  day: Day,
): Promise<string> {
  const [first, ...others] = new Set(moves.map(({ mediator }) => mediator));
  if (district === undefined || others.length > 0) return '';
  const known = await rankableMediators(em, { district, day });
  return known.find(({ account }) => account === first)?.name ?? '';
}
