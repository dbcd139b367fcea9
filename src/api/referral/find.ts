/** A referral the asker may see, and what its acts need to know beside what was typed in. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CaseState } from '../../domain/case.ts';
import type { CaseId } from '../../domain/ids.ts';
import { isIncoming, type ReferralState } from '../../domain/referral/state.ts';
import { Refusal } from '../../domain/refusal.ts';
import { snapshotOf } from '../../persistence/case.listing.ts';
import { findFiles, managerOver } from '../../persistence/referral.repository.ts';
import type { ApiDeps } from '../app.ts';
import { maySeeReferral } from '../policies.ts';
import type { SignedIn } from '../sign-in.ts';
import type { Found } from './schema.ts';

/** Absent and not yours look alike: `case/not-found`. */
export async function visibleReferral(deps: ApiDeps, me: SignedIn, id: CaseId): Promise<ReferralState> {
  const state: CaseState | null = await snapshotOf(deps.orm.em.fork(), id);
  if (state?.story !== 'referral' || !maySeeReferral(me, state as ReferralState))
    throw new Refusal('case/not-found');
  return state as ReferralState;
}

export async function findFor(
  deps: ApiDeps,
  me: SignedIn,
  state: ReferralState,
  kind: string,
  { enclosed = [] }: { enclosed?: readonly string[] },
): Promise<Found> {
  const em = deps.orm.em.fork();
  return {
    child: kind === 'accept' && isIncoming(state) ? (randomUUID() as string as CaseId) : null,
    enclosed: await findFiles(em, [state.id, state.parent, state.child], enclosed),
    manager: kind === 'escalate' ? await managerOver(em, state.district, me.actor.account) : null,
  };
}

const TRIES = 20;
const EVERY_MS = 150;

/** Waits a moment for papers being drawn: whoever closes right after an answer is not sent away for its slip. */
export async function untilDrawn(deps: ApiDeps, id: CaseId): Promise<void> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const state = await snapshotOf(deps.orm.em.fork(), id);
    if (state === null || state.undrawn.length === 0) return;
    await sleep(EVERY_MS);
  }
}
