/** A dispute as its papers need it. */
import type { ClaimHead } from '../src/domain/claim.ts';
import { evolveDispute } from '../src/domain/dispute/evolve.ts';
import { membersOf, respondentsOf } from '../src/domain/dispute/group.ts';
import type { DisputeEvent, DisputeState } from '../src/domain/dispute/state.ts';
import { type AccountId, type CaseId, type DistrictCode, type PartyId, SYSTEM } from '../src/domain/ids.ts';
import { Refusal } from '../src/domain/refusal.ts';
import type { RulePack } from '../src/law/pack.ts';
import { Account } from '../src/persistence/account.entity.ts';
import { Capacity } from '../src/persistence/capacity.entity.ts';
import type { Texts } from '../src/persistence/case-event.entity.ts';
import { Body } from '../src/persistence/city.entity.ts';
import { nearestBodies } from '../src/persistence/city.listing.ts';
import { Claim, Dispute, Party } from '../src/persistence/dispute.entity.ts';
import type { Em } from '../src/persistence/orm.ts';
import { causes } from '../templates/zh-CN/paper-words.ts';
import type { InHand } from './issue-papers.ts';

export async function readDispute(em: Em, id: CaseId) {
  const dispute = await em.findOneOrFail(Dispute, { id });
  const parties = await em.find(Party, { disputeId: id }, { orderBy: { no: 'asc' } });
  const claims = await em.find(Claim, { disputeId: id }, { orderBy: { no: 'asc' } });
  return {
    dispute,
    claims,
    workers: parties.filter(({ side }) => side === 'worker'),
    employers: parties.filter(({ side }) => side === 'employer'),
  };
}

/** The body that mediates, under the name it bears in this case, and the district whose numbers its papers take. */
export type MediationBody = { name: string; district: DistrictCode; capacity: Capacity | null };

/** What papers are gathered from. */
export type CaseRead = {
  em: Em;
  pack: RulePack;
  event: DisputeEvent;
  texts: Texts;
  /** As the event in hand leaves it, so that a paper and its clock never differ. */
  state: DisputeState;
  dispute: Dispute;
  claims: readonly Claim[];
  /** All of them, whoever left or refused. */
  workers: readonly Party[];
  employers: readonly Party[];
  /** The workers who are still in the group, the employers that mediate. */
  members: readonly Party[];
  respondents: readonly Party[];
  body: MediationBody;
  /** The name of the mediator in charge; null where there is none. */
  mediator: string | null;
};

export async function readCase({ em, pack, before, event, texts }: InHand): Promise<CaseRead> {
  const state = evolveDispute(before as DisputeState, event as DisputeEvent);
  const { dispute, claims, workers, employers } = await readDispute(em, state.id);
  const stay = membersOf(state);
  const mediate = respondentsOf(state);
  const among = (parties: readonly Party[], ids: readonly PartyId[]) => {
    const found = parties.filter(({ id }) => ids.includes(id));
    return found.length > 0 ? found : parties;
  };
  return {
    em,
    pack,
    event: event as DisputeEvent,
    texts,
    state,
    dispute,
    claims,
    workers,
    employers,
    members: among(workers, stay),
    respondents: among(employers, mediate),
    body: await mediationBodyOf(em, state),
    mediator: await nameOf(em, state.owner),
  };
}

/** Once accepted, the capacity gives the heading; before it, and in old cases, the centre nearest to the district. */
export async function mediationBodyOf(
  em: Em,
  { capacity, district }: Pick<DisputeState, 'capacity' | 'district'>,
): Promise<MediationBody> {
  const held = capacity === null ? null : await em.findOne(Capacity, { id: capacity.id });
  const own = held === null ? null : await em.findOne(Body, { id: held.body });
  if (held !== null && own !== null) return { name: held.heading, district: own.district, capacity: held };
  const [near] = await nearestBodies(em, district, ['mediation-centre']);
  if (near === undefined) throw new Refusal('body/unknown', { body: 'mediation-centre' });
  return { name: near.name, district: near.district, capacity: null };
}

/** The name behind an account; null for the system and for nobody. */
export async function nameOf(em: Em, id: AccountId | null): Promise<string | null> {
  if (id === null || id === SYSTEM) return null;
  return (await em.findOne(Account, { id }))?.name ?? null;
}

/** A paper names its dispute by the first claim. */
export function causeOf(heads: readonly ClaimHead[]): string {
  return causes[heads[0] ?? 'other'];
}

export const causeIn = ({ claims }: CaseRead): string => causeOf(claims.map(({ head }) => head));

/** An empty text is a blank without its fact: the paper refuses it by name. */
export function said(text: unknown): string {
  return typeof text === 'string' ? text.trim() : '';
}

export function paragraphs(text: unknown): string[] {
  return said(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Only what is on record: fields without a fact go. */
export function onRecord<T extends object>(facts: T): { [K in keyof T]?: Exclude<T[K], null> } {
  const isFact = (value: unknown) =>
    value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => isFact(value))) as {
    [K in keyof T]?: Exclude<T[K], null>;
  };
}

/** Fills `{name}` in a sentence; what people wrote stays as it is. */
export function say(sentence: string, facts: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (blank, name: string) => String(facts[name] ?? blank));
}
