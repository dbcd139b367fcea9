/** The group: who is in it, who left, when it is a collective dispute 集体争议 (劳动争议调解仲裁法 7). */
import type { PartyId } from '../ids.ts';
import { Refusal } from '../refusal.ts';
import type { DisputeState } from './state.ts';

/** 十人以上并有共同请求 */
export const COLLECTIVE = 10;
/** 推举三至五名代表人 (劳动人事争议仲裁办案规则 5). */
const REPRESENTATIVES = { least: 3, most: 5 } as const;

/** Whoever is asked whether it consents: the side that did not apply. */
export function askedOf({
  applicant,
  workers,
  employers,
}: Pick<DisputeState, 'applicant' | 'workers' | 'employers'>): readonly PartyId[] {
  return applicant === 'worker' ? employers : workers;
}

export function membersOf({ workers, left }: Pick<DisputeState, 'workers' | 'left'>): PartyId[] {
  return workers.filter((worker) => !left.some(({ party }) => party === worker));
}

/** A group stays one when some of its members have gone their own way. */
export function isCollective({ workers }: Pick<DisputeState, 'workers'>): boolean {
  return workers.length >= COLLECTIVE;
}

/** The employers that mediate: not one that has refused, nor one that was out of reach at acceptance and never answered. */
export function respondentsOf({
  employers,
  consents,
  unheard = [],
}: Pick<DisputeState, 'employers' | 'consents' | 'unheard'>): PartyId[] {
  return employers.filter(
    (employer) =>
      consents[employer]?.isGiven === true ||
      (consents[employer] === undefined && !unheard.includes(employer)),
  );
}

export function needParty(state: DisputeState, party: PartyId): void {
  if (![...state.workers, ...state.employers].includes(party)) throw new Refusal('party/unknown', { party });
}

export function needMembers(state: DisputeState, parties: readonly PartyId[]): void {
  const members = membersOf(state);
  for (const party of parties)
    if (!members.includes(party)) throw new Refusal('party/not-a-member', { party });
}

export function needRepresentatives(state: DisputeState, parties: readonly PartyId[]): void {
  if (!isCollective(state))
    throw new Refusal('group/not-collective', { workers: state.workers.length }, '劳动争议调解仲裁法 第七条');
  const { least, most } = REPRESENTATIVES;
  const count = new Set(parties).size;
  if (count < least || count > most)
    throw new Refusal(
      'group/representatives-count',
      { count, least, most },
      '劳动人事争议仲裁办案规则 第五条',
    );
  needMembers(state, parties);
}
