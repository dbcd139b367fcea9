/** The parts of a dispute's state, as the API gives them. */
import { z } from 'zod';
import { doorReasonWords } from '../../../templates/zh-CN/advice.ts';
import { doorFacts } from '../../domain/dispute/door-facts.ts';
import { doorsFor } from '../../domain/dispute/doors.ts';
import { isCollective, membersOf } from '../../domain/dispute/group.ts';
import type { PaymentWord } from '../../domain/dispute/parts.ts';
import type { DisputeState } from '../../domain/dispute/state.ts';
import { type Fen, formatYuan } from '../../domain/money.ts';
import type { Elements } from '../../persistence/dispute.entity.ts';
import type { PartyRow } from '../../persistence/dispute.listing.ts';
import { text, texts } from '../fields.ts';

export const partyItem = z.object({
  id: text,
  side: text,
  name: text,
  kind: text.nullable(),
  idNumber: text.nullable(),
  phone: text.nullable(),
  address: text.nullable(),
  creditCode: text.nullable(),
  representative: text.nullable(),
  agent: z.object({ name: text, occupation: text, scope: text }).nullable(),
  /** Whether they consent to mediation; null: not asked yet. */
  isConsenting: z.boolean().nullable(),
  /** Of a worker who no longer goes with the group. */
  left: z.object({ why: text, on: text, dispute: text.nullable() }).nullable(),
});

export function presentParty(state: DisputeState, party: PartyRow): z.infer<typeof partyItem> {
  const { id, side, name, kind, address, creditCode, representative, agent } = party;
  const left = state.left.find((one) => one.party === id);
  return {
    ...{ id, side, name, kind, address, creditCode, representative },
    idNumber: party.idNumber === null ? null : masked(party.idNumber),
    phone: party.phone === null ? null : masked(party.phone),
    agent: agent && { name: agent.name, occupation: agent.occupation, scope: agent.scope },
    isConsenting: state.consents[id]?.isGiven ?? ofApplicant(state, party),
    left: left ? { why: left.why, on: left.on, dispute: left.dispute } : null,
  };
}

/** Workers of a group apply one by one; an employer who applies has said so by applying. */
function ofApplicant({ applicant }: DisputeState, { side, isConsenting }: PartyRow): boolean | null {
  if (side !== applicant) return null;
  return side === 'worker' ? isConsenting : true;
}

/** As it was filled in, but for the number. */
export function presentElements({ service, ...elements }: Elements): Elements {
  if (service === undefined) return elements;
  const { phone } = service;
  return {
    ...elements,
    service: { ...service, ...(typeof phone === 'string' ? { phone: masked(phone) } : {}) },
  };
}

/** 138****5678; whole only by `/numbers`. */
const masked = (number: string) => number.replace(/^(.{3}).*(.{4})$/, '$1****$2');

export const groupItem = z.object({
  isCollective: z.boolean(),
  members: texts,
  representatives: texts,
  consenting: texts,
});
export const callItem = z.object({ party: text, on: text, way: text, isReached: z.boolean() });
export const stationItem = z.object({
  no: z.int(),
  body: text,
  after: z.array(z.int()),
  why: text,
  status: text,
  referral: text.nullable(),
});
export const sessionItem = z.object({
  no: z.int(),
  plannedOn: text,
  heldOn: text.nullable(),
  way: text.nullable(),
  postponed: z.array(z.object({ from: text, by: text, on: text })),
  /** What each party says itself to the day. */
  answers: z.array(z.object({ party: text, answer: text, on: text })),
});
export const proposalItem = z.object({
  no: z.int(),
  by: text,
  on: text,
  amount: text.nullable(),
  answers: z.record(z.string(), text),
});
export const doorItem = z.object({
  door: text,
  isOpen: z.boolean(),
  isDefault: z.boolean(),
  why: text,
  article: text,
});
export const requestItem = z.object({
  no: z.int(),
  what: text,
  by: text,
  on: text,
  seq: z.int().nullable(),
  field: text.nullable(),
  instalment: z.int().nullable(),
  payee: text.nullable(),
  payer: text.nullable(),
  /** What had been received when it was asked, and what is to be written instead. */
  seen: text.nullable(),
  paid: text.nullable(),
});

const shareItem = z.object({ payer: text, payee: text, amount: text, paid: text });
export const agreementItem = z.object({
  paper: text,
  door: text,
  draftedOn: text,
  draftedBy: text.nullable(),
  checkedBy: text.nullable(),
  signedOffOn: text.nullable(),
  effectiveOn: text.nullable(),
  appliedOn: text.nullable(),
  lockedIn: text.nullable(),
  scan: text.nullable(),
  /** Of the file the parties read; null until it is drawn. */
  sha256: text.nullable(),
  /** Signed on a screen: by whom, when, the picture (`/evidence/:id/file`) with its hash, the hash of what was read. */
  onScreen: z.array(
    z.object({
      ...{ party: text, on: text, at: text, authority: text, evidence: text, sha256: text, read: text },
    }),
  ),
  instalments: z.array(
    z.object({
      no: z.int(),
      dueOn: text,
      amount: text,
      paid: text,
      visitedOn: text.nullable(),
      shares: z.array(shareItem),
      /** What the parties say of it that is not counted. */
      said: z.array(
        z.object({
          ...{ party: text, on: text, says: text, amount: text.nullable(), evidence: text.nullable() },
        }),
      ),
    }),
  ),
  duties: z.array(z.object({ no: z.int(), who: text, dueOn: text, doneOn: text.nullable() })),
});

const sums = <T extends { amount: Fen; paid: Fen }>(one: T) => ({
  ...one,
  amount: formatYuan(one.amount),
  paid: formatYuan(one.paid),
});

const wordOf = (word: PaymentWord) => ({
  ...{ party: word.party, on: word.on, says: word.says },
  amount: word.says === 'paid' ? formatYuan(word.amount) : null,
  evidence: word.says === 'paid' ? (word.evidence ?? null) : null,
});

export function presentParts(state: DisputeState) {
  const { agreement, capacity, triage, remedy } = state;
  const members = membersOf(state);
  const terms = { hasDuties: (agreement?.duties ?? []).length > 0, isPaidOnTheSpot: false };
  return {
    group: {
      isCollective: isCollective(state),
      members,
      representatives: [...state.representatives],
      consenting: members.filter((member) => state.memberConsents[member]?.isGiven === true),
    },
    ...{ capacity, triage, remedy },
    calls: state.calls.map((call) => ({ ...call })),
    chain: state.chain.map((station) => ({ ...station, after: [...station.after] })),
    sessions: state.sessions.map(({ no, plannedOn, heldOn, way, postponed, answers }) => ({
      ...{ no, plannedOn, heldOn },
      way: way ?? null,
      postponed: postponed ?? [],
      answers: Object.entries(answers ?? {}).map(([party, said]) => ({ party, ...said })),
    })),
    proposals: state.proposals.map((one) => ({
      ...one,
      amount: one.amount === null ? null : formatYuan(one.amount),
      answers: { ...one.answers } as Record<string, string>,
    })),
    doors: doorsFor(doorFacts(state, terms)).map(({ code, ...door }) => ({
      ...door,
      why: doorReasonWords[code],
    })),
    agreement: agreement && {
      ...agreement,
      sha256: agreement.sha256 ?? null,
      onScreen: (agreement.onScreen ?? []).map(({ by: _, ...signature }) => signature),
      instalments: agreement.instalments.map((one) => ({
        ...sums(one),
        shares: one.shares.map(sums),
        said: (one.said ?? []).map(wordOf),
      })),
      duties: agreement.duties.map((duty) => ({ ...duty })),
    },
    requests: state.approvals.map((one) => ({
      ...{ no: one.no, what: one.what, by: one.by, on: one.on },
      seq: one.what === 'text' ? one.seq : null,
      field: one.what === 'text' ? one.field : null,
      instalment: one.what === 'payment' ? one.instalment : null,
      payee: one.what === 'payment' ? (one.payee ?? null) : null,
      payer: one.what === 'payment' ? (one.payer ?? null) : null,
      seen: one.what === 'payment' && one.seen !== undefined ? formatYuan(one.seen) : null,
      paid: one.what === 'payment' ? formatYuan(one.paid) : null,
    })),
  };
}
