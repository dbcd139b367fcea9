/** Who may sign for whom: every signature names its authority. */
import type { PartyId } from '../ids.ts';
import { Refusal } from '../refusal.ts';
import { membersOf, needParty, respondentsOf } from './group.ts';
import type { Authority, Side, Signature } from './parts.ts';
import type { DisputeState } from './state.ts';

const ofSide = {
  worker: ['self', 'agent-with-special-authority', 'representative'],
  employer: ['legal-representative', 'agent-with-special-authority'],
} as const satisfies Record<Side, readonly Authority[]>;

/** Refuses a signature without authority, and an agreement that one of them all has not signed. */
export function checkSignatures(state: DisputeState, signatures: readonly Signature[]): void {
  for (const signature of signatures) checkSignature(state, signature);
  for (const party of [...membersOf(state), ...respondentsOf(state)])
    if (!signatures.some((signature) => signature.party === party))
      throw new Refusal('agreement/signature-missing', { party }, '劳动争议调解仲裁法 第十四条');
}

export function checkSignature(state: DisputeState, { party, authority, by }: Signature): void {
  needParty(state, party);
  const side: Side = state.workers.includes(party) ? 'worker' : 'employer';
  if (!(ofSide[side] as readonly Authority[]).includes(authority))
    throw new Refusal('agreement/authority-not-of-side', { side, authority });
  if (authority === 'agent-with-special-authority' && state.agents[party] !== 'special')
    throw new Refusal('agreement/agent-without-authority', { party });
  if (authority === 'representative') needRepresented(state, party, by);
}

/** Representatives speak for the group; waiving, changing and settling need each member's own consent. */
function needRepresented(
  { representatives, memberConsents }: DisputeState,
  party: PartyId,
  by?: PartyId,
): void {
  if (by === undefined || !representatives.includes(by)) throw new Refusal('group/not-a-representative');
  if (memberConsents[party]?.isGiven !== true)
    throw new Refusal('group/member-consent-missing', { party }, '劳动人事争议仲裁办案规则 第六条');
}
