/** Orders the moving of cases to a published pack: one command each, written down together, sent by the relay. */
import { createHash, randomUUID } from 'node:crypto';
import type { CaseState } from '../../domain/case.ts';
import { dayAt } from '../../domain/day.ts';
import type { DisputeState } from '../../domain/dispute/state.ts';
import type { CaseId, CommandId } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import { districtsWithin } from '../../domain/walls.ts';
import { createCommand, findCommand, fingerprintOf } from '../../persistence/command.repository.ts';
import { Job } from '../../persistence/job.entity.ts';
import { casesBeingMoved, snapshotsOf } from '../../persistence/open-clock.listing.ts';
import type { ApiDeps } from '../app.ts';
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
  const at = deps.now();
  const asked = { pack };
  const fingerprint = fingerprintOf({ kind: 'move-pack', asked, reason });
  return deps.orm.em.fork().transactional(async (em) => {
    // Two orders at once are written one after the other.
    await em.execute('select pg_advisory_xact_lock(hashtext(?))', [`move-pack:${pack}`]);
    const moving = new Set(await casesBeingMoved(em, pack));
    const jobId = randomUUID();
    let ordered = 0;
    for (const [caseId, state] of states) {
      const id = createHash('sha256').update(`${base}:${caseId}`).digest('hex').slice(0, 40) as CommandId;
      if (!isOpen(state) || moving.has(caseId) || (await findCommand(em, id, fingerprint)) !== null) continue;
      const order = { id, on: dayAt(at.getTime()), by: me.actor };
      const draft = {
        story: state.story,
        caseId,
        kind: 'move-pack',
        order,
        asked,
        texts: { note: reason },
        jobId,
      };
      createCommand(em, draft, fingerprint, at, false);
      ordered += 1;
    }
    if (ordered > 0)
      em.create(Job, { id: jobId, owner: me.actor.account, kind: 'move-pack', about: pack, at });
    return ordered;
  });
}
