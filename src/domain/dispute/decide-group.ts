/** A group: its representatives, each member's consent to settle, those who go their own way. */
import { decision } from '../case.ts';
import { Refusal } from '../refusal.ts';
import { among, type CommandOf } from './commands.ts';
import type { DisputeDecision } from './decisions.ts';
import { membersOf, needMembers, needRepresentatives } from './group.ts';
import type { DisputeState } from './state.ts';

const kinds = ['appoint-representatives', 'record-member-consents', 'separate-members'] as const;
export const isOfGroup = among(kinds);

export function decideGroup(
  state: DisputeState,
  command: CommandOf<(typeof kinds)[number]>,
): DisputeDecision {
  const { order } = command;
  switch (command.kind) {
    case 'appoint-representatives':
      needRepresentatives(state, command.asked.parties);
      return decision('representatives-appointed', order, command.asked);
    case 'record-member-consents':
      if (state.agreement === null) throw new Refusal('agreement/not-drafted');
      needMembers(state, command.asked.parties);
      return decision('member-consents-recorded', order, command.asked);
    case 'separate-members': {
      const { parties } = command.asked;
      needMembers(state, parties);
      const members = membersOf(state);
      if (members.every((member) => parties.includes(member))) throw new Refusal('group/nobody-left');
      return decision('members-separated', order, command.asked);
    }
  }
}
