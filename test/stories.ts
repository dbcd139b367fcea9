/** Builders for tests: cases told as the acts that led to them. Everyone in them is invented. */
import { type Order, type OwnDecision, paperDrawn } from '../src/domain/case.ts';
import { type Day, instantOf, parseDay } from '../src/domain/day.ts';
import type { DisputeAction, DisputeAsked, DisputeCommand } from '../src/domain/dispute/commands.ts';
import { decideDispute } from '../src/domain/dispute/decide.ts';
import type { DisputeDecision } from '../src/domain/dispute/decisions.ts';
import { evolveDispute } from '../src/domain/dispute/evolve.ts';
import {
  type DisputeEvent,
  type DisputeState,
  type Door,
  newDispute,
  ownerOf,
} from '../src/domain/dispute/state.ts';
import type { AccountId, BodyId, CaseId, CommandId, DistrictCode, PartyId } from '../src/domain/ids.ts';
import { parseYuan } from '../src/domain/money.ts';
import { decideReferral, evolveReferral } from '../src/domain/referral/decide.ts';
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

export const people = {
  clerk: actor('clerk', ['intake-clerk']),
  mediator: actor('mediator', ['mediator']),
  manager: actor('manager', ['manager']),
  inspection: actor('inspection', ['liaison'], 'hr-411303'),
  court: actor('court', ['liaison'], 'court-411303'),
  system: actor('system', ['system']),
} as const;

export const worker = 'party-worker' as PartyId;
export const employer = 'party-employer' as PartyId;
export const referralId = 'referral-1' as CaseId;
const inspectionBody = 'hr-411303' as BodyId;

const orderOf = (by: Actor, on: Day, more: Partial<Order>): Order => ({
  id: 'command' as CommandId,
  on,
  by,
  ...more,
});

type DisputeGiven = Partial<Pick<DisputeState, 'heads' | 'workers' | 'employers' | 'receivedOn'>>;

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

/** Immutable: each act gives the story one event further. Acts are on `today`, which only `on` moves. */
export class DisputeStory {
  readonly state: DisputeState;
  readonly today: Day;

  constructor(state: DisputeState, today: Day) {
    this.state = state;
    this.today = today;
  }

  /** The mediator in charge, or the clerk while there is none. */
  get owner(): Actor {
    return ownerOf(this.state) === people.clerk.account ? people.clerk : people.mediator;
  }

  on(day: string): DisputeStory {
    return new DisputeStory(this.state, parseDay(day));
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
    return new DisputeStory(evolveDispute(this.state, event), this.today);
  }

  received(assigned: AccountId | null = people.mediator.account): DisputeStory {
    return this.happened(this.decide('receive', {}, people.clerk), assigned);
  }

  consulted = () => this.act('consult', { result: 'reached' });
  consented = () => this.consulted().act('record-consent', { isGiven: true });
  refused = () => this.consulted().act('record-consent', { isGiven: false });
  accepted = () => this.act('accept', {});
  planned = (plannedOn: string = this.today) => this.act('plan-session', { plannedOn: parseDay(plannedOn) });
  held = (no = 1) => this.act('hold-session', { no });
  /** One session planned and held. */
  mediated = () => this.planned().held(this.state.sessions.length + 1);
  /** Two instalments, 6000 on 15 April and 6600 on 15 May, unless told otherwise. */
  drafted = (door: Door = 'arbitration-review', instalments = twoInstalments) =>
    this.act('draft-agreement', { door, instalments });
  signed = () => this.act('sign-agreement', signedOn(this.today));
  drawn(): DisputeStory {
    return this.state.undrawn.reduce(
      (story, paper) => story.happened(paperDrawn(paper, 'ab'.repeat(32), 2, instantOf(this.today, 9))),
      this as DisputeStory,
    );
  }
  lockedIn = () => this.act('lock-in', { outcome: 'granted' });
  paid(no: number, yuan?: string): DisputeStory {
    const one = this.state.agreement?.instalments.find((instalment) => instalment.no === no);
    const amount = yuan === undefined ? one?.amount : parseYuan(yuan);
    return this.act('record-payment', { instalment: no, amount: amount ?? parseYuan('1') });
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
      authority: party === employer ? 'legal-representative' : 'self',
    })),
    mediatorOn: on,
    sealedOn: on,
  };
}

/** A referral to labour inspection, opened on 6 March 2026 by a mediator of 卧龙区. */
export function aReferral(): ReferralStory {
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
