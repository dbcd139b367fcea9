/** A case carried elsewhere before, as a register 台账 has it: how far it had come, and what still runs from its own days. */
import type { ClockStart } from '../case.ts';
import type { Day } from '../day.ts';
import type { AccountId } from '../ids.ts';
import type { Fen } from '../money.ts';
import type { Channel, Door, Procedure } from './parts.ts';
import { acceptanceClock, acceptanceRules, FILE_CLOSE, FIRST_CONTACT, receiptRules } from './rules.ts';

/** A register knows no case that is just being written down, and none settled between the sides. */
export const carriedStates = [
  'received',
  'consulting',
  'accepted',
  'not-accepted',
  'mediating',
  'agreed',
  'failed',
  'withdrawn',
  'performing',
  'performed',
  'defaulted',
  'closed',
  'archived',
] as const;
export type CarriedState = (typeof carriedStates)[number];

/** A register knows one sum and one day; who of a group gets how much it does not say. */
export type CarriedAgreement = { door: Door; effectiveOn: Day; dueOn: Day; amount: Fen; paid: Fen };

export type Carried = {
  state: CarriedState;
  /** Null: whoever imports it keeps it until a mediator is assigned. */
  owner: AccountId | null;
  /** There in every state that comes after acceptance. */
  acceptedOn: Day | null;
  /** There in every state that is a result. */
  concludedOn: Day | null;
  /** There when closed or archived. */
  closedOn: Day | null;
  /** The result a closed file had; null where the register does not say. */
  closedFrom: CarriedState | null;
  /** There when agreed, performing, performed or defaulted. */
  agreement: CarriedAgreement | null;
};

/** What a state cannot be without. */
export const carriedNeeds: Readonly<
  Record<CarriedState, readonly ('acceptedOn' | 'concludedOn' | 'closedOn' | 'agreement')[]>
> = {
  received: [],
  consulting: [],
  accepted: ['acceptedOn'],
  mediating: ['acceptedOn'],
  agreed: ['acceptedOn', 'concludedOn', 'agreement'],
  performing: ['acceptedOn', 'concludedOn', 'agreement'],
  performed: ['acceptedOn', 'concludedOn', 'agreement'],
  defaulted: ['acceptedOn', 'concludedOn', 'agreement'],
  failed: ['acceptedOn', 'concludedOn'],
  withdrawn: ['concludedOn'],
  'not-accepted': ['concludedOn'],
  closed: ['closedOn'],
  archived: ['closedOn'],
};

/** The periods of law that run on before there is an agreement, or after there is none; each from the register's own day. */
export function carriedClocks(
  { channel, procedure, receivedOn }: { channel: Channel; procedure: Procedure | null; receivedOn: Day },
  { state, acceptedOn, concludedOn }: Pick<Carried, 'state' | 'acceptedOn' | 'concludedOn'>,
): ClockStart[] {
  const fromReceipt = (over: readonly string[]): ClockStart[] =>
    receiptRules(channel, procedure)
      .filter((rule) => !over.includes(rule))
      .map((rule) => ({ rule, from: receivedOn }));
  switch (state) {
    case 'received':
      return fromReceipt([]);
    case 'consulting':
      return fromReceipt([FIRST_CONTACT]);
    case 'accepted':
    case 'mediating': {
      // Consent came before acceptance, on a day no register has.
      const period = acceptedOn === null ? null : acceptanceClock(channel, acceptedOn, acceptedOn);
      return [...fromReceipt([FIRST_CONTACT, ...acceptanceRules]), ...(period === null ? [] : [period])];
    }
    case 'failed':
    case 'withdrawn':
    case 'not-accepted':
      return concludedOn === null ? [] : [{ rule: FILE_CLOSE, from: concludedOn }];
    default:
      return [];
  }
}

/** Closing a performed file is counted from the last day on which the money can have come: no register says when it did. */
export function performedOn({ effectiveOn, dueOn }: CarriedAgreement, importedOn: Day): Day {
  const last = dueOn > effectiveOn ? dueOn : effectiveOn;
  return last < importedOn ? last : importedOn;
}
