/** From terms on the table to an agreement that is signed and locked in. */
import { type ClockStart, decision, endClocks } from '../case.ts';
import { isPayment } from '../claim.ts';
import { needPositive } from '../money.ts';
import { Refusal } from '../refusal.ts';
import type { DisputeCommand } from './commands.ts';
import type { DisputeDecision } from './decisions.ts';
import { needAfter } from './order-of-days.ts';
import { doorRules, INSTALMENT, mediationRules, VISIT } from './rules.ts';
import type { Agreement, DisputeState, Door } from './state.ts';

type Command = Extract<DisputeCommand, { kind: 'draft-agreement' | 'sign-agreement' | 'lock-in' }>;

export function decideAgreement(state: DisputeState, command: Command): DisputeDecision {
  const { order } = command;
  switch (command.kind) {
    case 'draft-agreement': {
      const lastHeld = state.sessions
        .flatMap(({ heldOn }) => heldOn ?? [])
        .sort()
        .at(-1);
      if (lastHeld === undefined) throw new Refusal('dispute/no-session-held');
      needAfter(order.on, lastHeld, 'hold-session');
      const { workers, employers } = state;
      if (workers.length > 1 || employers.length > 1)
        throw new Refusal('agreement/one-pair-only', {
          workers: workers.length,
          employers: employers.length,
        });
      const { door, instalments } = command.asked;
      if (instalments.length === 0) throw new Refusal('agreement/no-instalments');
      for (const { dueOn, amount } of instalments) {
        needPositive(amount, 'instalments');
        if (dueOn < order.on) throw new Refusal('agreement/day-not-after', { dueOn, on: order.on });
      }
      checkDoor(state, door);
      const ordered = [...instalments].sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
      return decision(
        'agreement-drafted',
        order,
        { door, instalments: ordered.map((one, index) => ({ no: index + 1, ...one })) },
        { papers: [{ kind: 'agreement' }] },
      );
    }
    case 'sign-agreement': {
      const agreement = state.agreement;
      if (agreement === null) throw new Refusal('agreement/not-drafted');
      const { signatures, mediatorOn, sealedOn } = command.asked;
      const parties = [...state.workers, ...state.employers];
      for (const { party, authority } of signatures) {
        if (!parties.includes(party)) throw new Refusal('party/unknown', { party });
        const isWorker = state.workers.includes(party);
        if (authority === (isWorker ? 'legal-representative' : 'self'))
          throw new Refusal('agreement/authority-not-of-side', {
            side: isWorker ? 'worker' : 'employer',
            authority,
          });
      }
      for (const party of parties)
        if (!signatures.some((signature) => signature.party === party))
          throw new Refusal('agreement/signature-missing', { party }, '劳动争议调解仲裁法 第十四条');
      const days = [...signatures.map(({ on }) => on), mediatorOn, sealedOn].sort();
      const [first] = days;
      const effectiveOn = days.at(-1);
      if (first === undefined || effectiveOn === undefined) throw new Refusal('agreement/signature-missing');
      if (first < agreement.draftedOn)
        throw new Refusal('day/reversed', { from: agreement.draftedOn, to: first, field: 'signatures' });
      if (effectiveOn > order.on)
        throw new Refusal('day/reversed', { from: effectiveOn, to: order.on, field: 'on' });
      for (const { dueOn } of agreement.instalments)
        if (dueOn < effectiveOn) throw new Refusal('agreement/day-not-after', { dueOn, on: effectiveOn });
      return decision(
        'agreement-signed',
        order,
        { signatures, mediatorOn, sealedOn, effectiveOn },
        {
          ends: endClocks(state, effectiveOn, mediationRules),
          starts: followUpClocks(agreement, effectiveOn),
        },
      );
    }
    case 'lock-in': {
      const agreement = state.agreement;
      if (agreement === null || agreement.effectiveOn === null) throw new Refusal('agreement/not-signed');
      needAfter(order.on, agreement.effectiveOn, 'sign-agreement');
      if (agreement.lockedIn !== null)
        throw new Refusal('agreement/already-locked-in', { outcome: agreement.lockedIn });
      if (agreement.door === 'none') throw new Refusal('agreement/door-not-open', { door: 'none' });
      const rule = doorRules[agreement.door];
      return decision('agreement-locked-in', order, command.asked, {
        ends: endClocks(state, order.on, [rule]),
      });
    }
  }
}

/** 确认劳动关系 opens neither door (办案规则 75); a court confirms agreements about paying only (法释〔2020〕26号 52). */
function checkDoor(state: DisputeState, door: Door): void {
  if (door === 'none') return;
  if (state.heads.includes('confirm-relation'))
    throw new Refusal('agreement/door-not-open', { door }, '劳动人事争议仲裁办案规则 第七十五条');
  if (door === 'judicial-confirmation' && !state.heads.every(isPayment))
    throw new Refusal('agreement/door-not-open', { door }, '法释〔2020〕26号 第五十二条');
}

function followUpClocks(agreement: Agreement, effectiveOn: Agreement['draftedOn']): ClockStart[] {
  const lockIn: ClockStart[] =
    agreement.door === 'none' ? [] : [{ rule: doorRules[agreement.door], from: effectiveOn }];
  const perInstalment = agreement.instalments.flatMap(({ no, dueOn }): ClockStart[] => [
    { rule: INSTALMENT, from: effectiveOn, about: String(no), fixed: dueOn },
    { rule: VISIT, from: dueOn, about: String(no) },
  ]);
  return [...lockIn, ...perInstalment];
}
