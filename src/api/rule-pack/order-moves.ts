/** Orders the moving of cases to a published pack: one command each, written down together, sent by the relay. */
import type { CaseState } from '../../domain/case.ts';
import type { DisputeState } from '../../domain/dispute/state.ts';
import type { CaseId, CommandId } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import { districtsWithin } from '../../domain/walls.ts';
import { fingerprintOf } from '../../persistence/command.repository.ts';
import { casesBeingMoved, snapshotsOf } from '../../persistence/open-clock.listing.ts';
import type { ApiDeps } from '../app.ts';
import { orderTogether } from '../order-together.ts';
import type { SignedIn } from '../sign-in.ts';
import { movesTo } from './moves.ts';
import { readPack } from './read-pack.ts';

export type MoveOrder = { reason: string; cases?: readonly CaseId[] | undefined };

/**
 * Gives how many cases are newly ordered: those named, else all of the asker's districts whose clocks the pack moves.
 * Those already being moved are left alone. Refuses `case/not-found` for a case that is not there, not theirs, closed or
 * on this pack already; `pack/nothing-to-move`.
 */
export async function orderMoves(
  deps: ApiDeps,
  me: SignedIn,
  pack: string,
  { reason, cases }: MoveOrder,
  base: CommandId,
): Promise<number> {
  const districts = districtsWithin(me, 'rule-pack.move');
  const moves = cases === undefined ? await movesTo(deps, await readPack(deps, pack)) : [];
  const wanted = cases ?? moves.filter(({ district }) => districts.includes(district)).map((one) => one.case);
  const states = await snapshotsOf(deps.orm.em.fork(), [...new Set(wanted)]);
  const isOpen = (state: CaseState | undefined) =>
    state !== undefined &&
    districts.includes((state as DisputeState).district) &&
    !['new', 'closed'].includes(state.state) &&
    state.pack !== pack;
  if (cases?.some((id) => !isOpen(states.get(id)))) throw new Refusal('case/not-found');
  if (wanted.length === 0) throw new Refusal('pack/nothing-to-move', { pack });
  const asked = { pack };
  const order = {
    ...{ kind: 'move-pack' as const, about: pack, base, by: me.actor, at: deps.now() },
    fingerprint: fingerprintOf({ kind: 'move-pack', asked, reason }),
  };
  return deps.orm.em.fork().transactional(async (em) => {
    // Two orders at once are written one after the other.
    await em.execute('select pg_advisory_xact_lock(hashtext(?))', [`move-pack:${pack}`]);
    const moving = new Set(await casesBeingMoved(em, pack));
    const open = [...states].filter(([caseId, state]) => isOpen(state) && !moving.has(caseId));
    const told = { kind: 'move-pack', asked, texts: { note: reason } };
    return orderTogether(
      em,
      order,
      open.map(([caseId, { story }]) => ({ ...told, story, caseId })),
    );
  });
}
