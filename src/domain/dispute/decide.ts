/** Decides one command on a dispute: the event that follows, or a `Refusal`. */
import { allow, movePack } from '../case.ts';
import type { Day } from '../day.ts';
import { Refusal } from '../refusal.ts';
import type { Hat } from '../role.ts';
import type { DisputeAction, DisputeCommand } from './commands.ts';
import { decideAcceptance, isOfAcceptance } from './decide-acceptance.ts';
import { decideAgreement, isOfAgreement } from './decide-agreement.ts';
import { decideChain, isOfChain } from './decide-chain.ts';
import { decideFile, isOfFile } from './decide-file.ts';
import { decideFollowUp, isOfFollowUp } from './decide-follow-up.ts';
import { decideGroup, isOfGroup } from './decide-group.ts';
import { decideImport } from './decide-import.ts';
import { decideIntake, isOfIntake } from './decide-intake.ts';
import { decideLaw } from './decide-law.ts';
import { decideMediation, isOfMediation } from './decide-mediation.ts';
import { decideParty, isOfParty, needOwn } from './decide-party.ts';
import type { DisputeDecision } from './decisions.ts';
import type { DisputeState } from './state.ts';
import { disputeHats, disputeTable } from './table.ts';

/** `today` is the civil day of recording. Throws `Refusal`. */
export function decideDispute(state: DisputeState, command: DisputeCommand, today: Day): DisputeDecision {
  const { order } = command;
  if (order.by.party === undefined) needMediator(state, command.kind);
  // Whoever took the case in looks after it until it has a mediator, and is none.
  allow(disputeTable, state, command.kind, order, disputeHats(state, order.by), today);
  if (order.on < state.receivedOn)
    throw new Refusal('dispute/before-receipt', { on: order.on, receivedOn: state.receivedOn });
  needOwn(command);
  if (isOfParty(command)) return decideParty(state, command);
  if (isOfIntake(command)) return decideIntake(state, command);
  if (isOfAcceptance(command)) return decideAcceptance(state, command);
  if (isOfGroup(command)) return decideGroup(state, command);
  if (isOfChain(command)) return decideChain(state, command);
  if (isOfMediation(command)) return decideMediation(state, command);
  if (isOfAgreement(command)) return decideAgreement(state, command);
  if (isOfFollowUp(command)) return decideFollowUp(state, command);
  if (isOfFile(command)) return decideFile(state, command);
  if (command.kind === 'import') return decideImport(state, command);
  if (command.kind === 'move-pack') return movePack(state, order, command.asked);
  return decideLaw(state, command);
}

/** What only a mediator may do waits for one: after a recusal with nobody to follow, or in a district that has none. */
function needMediator({ owner, state }: DisputeState, action: DisputeAction): void {
  const row: Partial<Record<DisputeAction, readonly Hat[]>> = disputeTable[state];
  const who = (row[action] ?? []).filter((hat) => hat !== 'worker' && hat !== 'employer');
  if (owner === null && who.length === 1 && who[0] === 'owner') throw new Refusal('dispute/no-mediator');
}
