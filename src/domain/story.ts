/** The stories by name: what workflows and activities need to carry any case. */
import type { CaseState, Decision, Order, Recorded, Story, Task } from './case.ts';
import type { Day } from './day.ts';
import type { DisputeCommand } from './dispute/commands.ts';
import { decideDispute } from './dispute/decide.ts';
import { evolveDispute } from './dispute/evolve.ts';
import { type DisputeEvent, type DisputeState, readDisputeSnapshot } from './dispute/state.ts';
import { disputeTasks } from './dispute/tasks.ts';
import { decideReferral } from './referral/decide.ts';
import { evolveReferral } from './referral/evolve.ts';
import {
  type ReferralCommand,
  type ReferralEvent,
  type ReferralState,
  readReferralSnapshot,
} from './referral/state.ts';
import { referralTasks } from './referral/tasks.ts';

export type AnyCommand = { kind: string; order: Order; asked: object };

/** Pure: a command becomes a decision, a recorded event becomes the next state, a state has its tasks. */
export type StoryRules = {
  decide(state: CaseState, command: AnyCommand, today: Day): Decision;
  evolve(state: CaseState, event: Recorded): CaseState;
  tasks(state: CaseState): Task[];
};

export const storyRules: Record<Story, StoryRules> = {
  dispute: {
    decide: (state, command, today) => decideDispute(state as DisputeState, command as DisputeCommand, today),
    evolve: (state, event) => evolveDispute(state as DisputeState, event as DisputeEvent),
    tasks: (state) => disputeTasks(state as DisputeState),
  },
  referral: {
    decide: (state, command, today) =>
      decideReferral(state as ReferralState, command as ReferralCommand, today),
    evolve: (state, event) => evolveReferral(state as ReferralState, event as ReferralEvent),
    tasks: (state) => referralTasks(state as ReferralState),
  },
};

/** A snapshot as it was kept, perhaps by an older version: the fields it lacks are filled in. Every room reads it through here. */
export function readSnapshot(snapshot: CaseState): CaseState {
  if (snapshot.story === 'dispute') return readDisputeSnapshot(snapshot as DisputeState);
  return readReferralSnapshot(snapshot as ReferralState);
}
