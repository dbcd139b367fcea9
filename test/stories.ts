/** Builders for tests: cases told as the acts that led to them. Everyone in them is invented. */
import { type Order, type OwnDecision, paperDrawn } from '../src/domain/case.ts';
import { type Day, instantOf, parseDay } from '../src/domain/day.ts';
import type { DisputeAction, DisputeAsked, DisputeCommand } from '../src/domain/dispute/commands.ts';
import { decideDispute } from '../src/domain/dispute/decide.ts';
import type { DisputeDecision } from '../src/domain/dispute/decisions.ts';
import { evolveDispute } from '../src/domain/dispute/evolve.ts';
import { membersOf } from '../src/domain/dispute/group.ts';
import type { CapacityHeld, Door, LeaveReason, Postponer } from '../src/domain/dispute/parts.ts';
import { type DisputeEvent, type DisputeState, newDispute, ownerOf } from '../src/domain/dispute/state.ts';
import {
  type AccountId,
  type BodyId,
  type CaseId,
  type CommandId,
  type DistrictCode,
  PARTY,
  type PartyId,
} from '../src/domain/ids.ts';
import { parseYuan, sumFen } from '../src/domain/money.ts';
import { decideReferral } from '../src/domain/referral/decide.ts';
import { evolveReferral } from '../src/domain/referral/evolve.ts';
import {
  newReferral,
  type ReferralAction,
  type ReferralAsked,
  type ReferralCommand,
  type ReferralDecision,
  type ReferralEvent,
  type ReferralState,
} from '../src/domain/referral/state.ts';
import type { Actor } from '../src/domain/role.ts';
import { record } from './recording.ts';

export function actor(account: string, roles: Actor['roles'], body = 'union-411303'): Actor {
  return { account: account as AccountId, roles, district: '411303' as DistrictCode, body: body as BodyId };
}

/** A worker or an employer of a case, come in on their own page. */
export const partyActor = (party: PartyId): Actor => ({ ...actor(PARTY, ['party']), party });

export const people = {
  clerk: actor('clerk', ['intake-clerk']),
  mediator: actor('mediator', ['mediator']),
  colleague: actor('colleague', ['mediator']),
  manager: actor('manager', ['manager']),
  chief: actor('chief', ['manager']),
  inspection: actor('inspection', ['liaison'], 'hr-411303'),
  court: actor('court', ['liaison'], 'court-411303'),
  system: actor('system', ['system']),
} as const;

export const worker = 'party-worker' as PartyId;
export const employer = 'party-employer' as PartyId;
/** A group: twelve workers, of whom the first three speak for it, and two employers. */
export const members = Array.from({ length: 12 }, (_, index) => `party-member-${index + 1}` as PartyId);
export const representatives = members.slice(0, 3);
export const second = 'party-second-employer' as PartyId;
export const referralId = 'referral-1' as CaseId;
const inspectionBody = 'hr-411303' as BodyId;

const orderOf = (by: Actor, on: Day, more: Partial<Order>): Order => ({
  id: 'command' as CommandId,
  on,
  by,
  ...more,
});

type DisputeGiven = Partial<
  Pick<
    DisputeState,
    | 'heads'
    | 'workers'
    | 'employers'
    | 'applicant'
    | 'receivedOn'
    | 'channel'
    | 'procedure'
    | 'isLabourRelation'
    | 'kinds'
  >
>;

/** A dispute not yet taken up: wages unpaid, received on 2 March 2026, one worker, one employer. */
export function aDispute(given: DisputeGiven = {}): DisputeStory {
  const receivedOn = given.receivedOn ?? parseDay('2026-03-02');
  const state = newDispute({
    id: 'dispute-1' as CaseId,
    openedBy: people.clerk.account,
    district: '411303' as DistrictCode,
    channel: 'desk',
    heads: ['wages'],
    workers: [worker],
    employers: [employer],
    receivedOn,
    ...given,
  });
  return new DisputeStory(state, receivedOn);
}

/** Wages of twelve workers whom two employers owe. */
export const aGroupDispute = () => aDispute({ workers: members, employers: [employer, second] });

/** Immutable: each act gives the story one event further. Acts are on `today`, which only `on` moves. */
export class DisputeStory {
  readonly state: DisputeState;
  readonly today: Day;
  /** What has happened, from the first day on. */
  readonly events: readonly DisputeEvent[];

  constructor(state: DisputeState, today: Day, events: readonly DisputeEvent[] = []) {
    this.state = state;
    this.today = today;
    this.events = events;
  }

  /** Whoever is in charge: the clerk who took it in while there is no mediator. */
  get owner(): Actor {
    const owner = ownerOf(this.state);
    return Object.values(people).find(({ account }) => account === owner) ?? people.mediator;
  }

  on(day: string): DisputeStory {
    return new DisputeStory(this.state, parseDay(day), this.events);
  }

  decide<A extends DisputeAction>(
    kind: A,
    asked: DisputeAsked<A>,
    by: Actor = this.owner,
    more: Partial<Order> = {},
  ): DisputeDecision {
    const command = { kind, order: orderOf(by, this.today, more), asked } as DisputeCommand;
    return decideDispute(this.state, command, this.today);
  }

  act<A extends DisputeAction>(
    kind: A,
    asked: DisputeAsked<A>,
    by?: Actor,
    more?: Partial<Order>,
  ): DisputeStory {
    return this.happened(this.decide(kind, asked, by, more));
  }

  happened(decision: DisputeDecision | OwnDecision, assigned: AccountId | null = null): DisputeStory {
    const event = record(this.state.seq + 1, decision, this.today, { assigned }) as DisputeEvent;
    return new DisputeStory(evolveDispute(this.state, event), this.today, [...this.events, event]);
  }

  received(assigned: AccountId | null = people.mediator.account): DisputeStory {
    return this.happened(this.decide('receive', {}, people.clerk), assigned);
  }

  consulted = () => this.act('consult', { result: 'reached' });
  consented = () => this.consulted().act('record-consent', { isGiven: true });
  refused = () => this.consulted().act('record-consent', { isGiven: false });
  called = (party: PartyId, isReached = false) =>
    this.act('log-call', { party, way: 'phone', isReached }, people.clerk);
  answered = (party: PartyId, isGiven: boolean) => this.act('record-consent', { isGiven, party });
  accepted = (capacity?: CapacityHeld) => this.act('accept', capacity === undefined ? {} : { capacity });
  represented = (parties: readonly PartyId[] = representatives) =>
    this.act('appoint-representatives', { parties });
  membersSaid = (isGiven: boolean, parties: readonly PartyId[] = membersOf(this.state)) =>
    this.act('record-member-consents', { parties, isGiven });
  separated = (parties: readonly PartyId[], why: LeaveReason = 'withdrew') =>
    this.act('separate-members', { parties, why });
  planned = (plannedOn: string = this.today) => this.act('plan-session', { plannedOn: parseDay(plannedOn) });
  held = (no = 1) => this.act('hold-session', { no });
  postponed = (no: number, plannedOn: string, by: Postponer = 'employer') =>
    this.act('postpone-session', { no, plannedOn: parseDay(plannedOn), by });
  extended = (until: string, employerOn: string = this.today) =>
    this.act('extend-period', {
      until: parseDay(until),
      workerOn: this.today,
      employerOn: parseDay(employerOn),
    });
  /** One session planned and held. */
  mediated = () => this.planned().held(this.state.sessions.length + 1);
  /** Two instalments, 6000 on 15 April and 6600 on 15 May, unless told otherwise. */
  drafted = (door: Door = 'arbitration-review', instalments = twoInstalments) =>
    this.act('draft-agreement', { door, instalments });
  checked = (by: Actor = people.colleague) => this.act('check-agreement', {}, by);
  signedOff = (by: Actor = people.manager) => this.act('sign-off-agreement', {}, by);
  signed = () => this.act('sign-agreement', signedOn(this.today));
  drawn(): DisputeStory {
    return this.state.undrawn.reduce(
      (story, paper) => story.happened(paperDrawn(paper, 'ab'.repeat(32), 2, instantOf(this.today, 9))),
      this as DisputeStory,
    );
  }
  applied = () => this.act('apply-lock-in', {});
  lockedIn = () => this.act('lock-in', { outcome: 'granted' });
  paid(no: number, yuan?: string, payee?: PartyId, payer?: PartyId): DisputeStory {
    const one = this.state.agreement?.instalments.find((instalment) => instalment.no === no);
    const amount = (yuan === undefined ? one?.amount : parseYuan(yuan)) ?? parseYuan('1');
    const between = { ...(payee === undefined ? {} : { payee }), ...(payer === undefined ? {} : { payer }) };
    return this.act('record-payment', { instalment: no, amount, ...between });
  }
  defaulted = (no: number) => this.act('declare-default', { instalment: no });
  visited = (no: number) => this.act('record-visit', { instalment: no, satisfaction: 'satisfied' });
  referred = (referral = referralId, body = inspectionBody) => this.act('refer', { referral, body });
  heard = (isOpen: boolean, referral = referralId) =>
    this.act(
      'hear-referral',
      { referral, state: isOpen ? 'reported' : 'closed', outcome: 'ordered', isOpen },
      people.system,
    );
  closed = () => this.act('close', {});
  archived = () => this.act('archive', {});
  /** What the last event asked a second person for. */
  approved = (by: Actor = people.chief) => this.act('approve-request', { no: this.state.seq }, by);
  reopened = () => this.act('ask-reopen', {}).approved();
}

/** A centre whose agreements are checked and signed off before they are signed. */
export const strictCentre: CapacityHeld = {
  id: 'capacity-1',
  kind: 'people-mediation',
  isSignOffRequired: true,
};

/** So much for each of these workers on a day, from each of these employers. */
export function sharedAmong(
  dueOn: string,
  yuan: string,
  payees: readonly PartyId[] = members,
  payers: readonly PartyId[] = [employer],
): DisputeAsked<'draft-agreement'>['instalments'][number] {
  const amount = parseYuan(yuan);
  const shares = payees.flatMap((payee) => payers.map((payer) => ({ payer, payee, amount })));
  return { dueOn: parseDay(dueOn), amount: sumFen(shares.map((share) => share.amount)), shares };
}

/** Each employer by its legal representative, each member by the first of those who speak for the group. */
export function signedForAll(
  on: Day,
  { workers, employers }: Pick<DisputeState, 'workers' | 'employers'>,
): DisputeAsked<'sign-agreement'> {
  const [by] = representatives;
  const forMembers = workers.map((party) => ({ party, on, authority: 'representative' as const, by: by! }));
  const { signatures, ...days } = signedOn(on, employers);
  return { signatures: [...forMembers, ...signatures], ...days };
}

export const twoInstalments: DisputeAsked<'draft-agreement'>['instalments'] = [
  { dueOn: parseDay('2026-04-15'), amount: parseYuan('6000') },
  { dueOn: parseDay('2026-05-15'), amount: parseYuan('6600') },
];

export function signedOn(on: Day, by = [worker, employer]): DisputeAsked<'sign-agreement'> {
  return {
    signatures: by.map((party) => ({
      party,
      on,
      authority: party === employer || party === second ? 'legal-representative' : 'self',
    })),
    mediatorOn: on,
    sealedOn: on,
  };
}

/** A referral to labour inspection, opened on 6 March 2026 by a mediator of 卧龙区. */
export function aReferral(given: Partial<Parameters<typeof newReferral>[0]> = {}): ReferralStory {
  const openedOn = parseDay('2026-03-06');
  const state = newReferral({
    id: referralId,
    openedBy: people.mediator.account,
    owner: people.mediator.account,
    parent: 'dispute-1' as CaseId,
    district: '411303' as DistrictCode,
    fromBody: 'union-411303' as BodyId,
    toBody: inspectionBody,
    urgency: 'ordinary',
    openedOn,
    ...given,
  });
  return new ReferralStory(state, openedOn);
}

export class ReferralStory {
  readonly state: ReferralState;
  readonly today: Day;

  constructor(state: ReferralState, today: Day) {
    this.state = state;
    this.today = today;
  }

  on(day: string): ReferralStory {
    return new ReferralStory(this.state, parseDay(day));
  }

  decide<A extends ReferralAction>(
    kind: A,
    asked: ReferralAsked<A>,
    by: Actor,
    more: Partial<Order> = {},
  ): ReferralDecision {
    const command = { kind, order: orderOf(by, this.today, more), asked } as ReferralCommand;
    return decideReferral(this.state, command, this.today);
  }

  act<A extends ReferralAction>(kind: A, asked: ReferralAsked<A>, by: Actor): ReferralStory {
    return this.happened(this.decide(kind, asked, by));
  }

  happened(decision: ReferralDecision | OwnDecision): ReferralStory {
    const event = record(this.state.seq + 1, decision, this.today) as ReferralEvent;
    return new ReferralStory(evolveReferral(this.state, event), this.today);
  }

  drafted = () => this.act('open', {}, people.system);
  sent = () => this.act('send', {}, people.mediator);
  drawn(): ReferralStory {
    return this.state.undrawn.reduce(
      (story, paper) => story.happened(paperDrawn(paper, 'cd'.repeat(32), 1, instantOf(this.today, 9))),
      this as ReferralStory,
    );
  }
  received = () => this.act('receive', {}, people.inspection);
  accepted = () => this.act('accept', {}, people.inspection);
  returned = () => this.act('return', { reason: 'not-competent' }, people.inspection);
  working = () => this.act('start-work', {}, people.inspection);
  reported = () => this.act('report', { outcome: 'ordered' }, people.inspection);
  closed = () => this.act('close', {}, people.mediator);
}
