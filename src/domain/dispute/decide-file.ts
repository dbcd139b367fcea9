/** The file: papers on demand, closed, bound, corrected, opened again with a second person's approval. */
import { decision, dropClocks, endClocks, type Order } from '../case.ts';
import { formatYuan } from '../money.ts';
import { Refusal } from '../refusal.ts';
import { among, type CommandOf } from './commands.ts';
import { findInstalment } from './decide-follow-up.ts';
import type { ApprovalAsked, DisputeDecision } from './decisions.ts';
import { portionOf } from './instalments.ts';
import { needPapers } from './need-papers.ts';
import { needAfter } from './order-of-days.ts';
import { type Approval, closeReasons } from './parts.ts';
import { findPortion, needOne } from './portion.ts';
import { correctedClocks, reopenedClocks } from './reopen.ts';
import { FILE_CLOSE, LIMITATION } from './rules.ts';
import type { DisputeState } from './state.ts';
import { owedOf, stillOpen } from './still-open.ts';

const kinds = [
  'close',
  'archive',
  'issue-papers',
  'correct',
  'correct-payment',
  'ask-reopen',
  'approve-request',
  'reject-request',
] as const;
export const isOfFile = among(kinds);

/** Acts with legal effect: what they say is corrected only with a second person's approval. */
const effective: ReadonlySet<string> = new Set<DisputeDecision['kind']>([
  'dispute-accepted',
  'dispute-declined',
  'dispute-withdrawn',
  'settled-between-sides',
  'dispute-settled-same-day',
  // Its words are what is signed.
  'agreement-drafted',
  'agreement-signed',
  'agreement-locked-in',
  'mediation-failed',
  'limitation-certified',
  'dispute-closed',
]);

/** What was said at the table stands behind what was signed there. */
const isSignedWith = ({ agreement }: DisputeState, act: string) =>
  act === 'session-held' && Boolean(agreement?.effectiveOn);

export function decideFile(state: DisputeState, command: CommandOf<(typeof kinds)[number]>): DisputeDecision {
  const { order } = command;
  switch (command.kind) {
    case 'close':
      return close(state, command);
    case 'archive':
      needNothingOpen(state);
      return decision('dispute-archived', order, {}, { papers: [{ kind: 'case-file' }] });
    case 'issue-papers':
      needPapers(state, command.asked.papers);
      return decision('papers-issued', order, {}, { papers: [...command.asked.papers] });
    case 'correct': {
      const { seq, act, field } = command.asked;
      if (seq > state.seq) throw new Refusal('correction/unknown-event', { seq, last: state.seq });
      if (effective.has(act) || isSignedWith(state, act))
        return ask(state, order, { what: 'text', seq, field });
      return decision('text-corrected', order, { seq, field });
    }
    case 'correct-payment': {
      const { instalment: no, paid, ...between } = command.asked;
      const { instalment } = findInstalment(state, no, order.on);
      const { amount, payees, payers, paid: seen } = findPortion(state, instalment, between);
      needOne(no, payees, payers, amount);
      if (paid < 0 || paid > amount)
        throw new Refusal('instalment/too-much', {
          no,
          owed: formatYuan(amount),
          amount: formatYuan(paid),
        });
      return ask(state, order, { what: 'payment', instalment: no, ...between, paid, seen });
    }
    case 'ask-reopen':
      return ask(state, order, { what: 'reopen' });
    case 'approve-request': {
      const approval = pending(state, command.asked.no);
      if (approval.by === order.by.account) throw new Refusal('approval/own-request');
      if (approval.what === 'payment') needUnmoved(state, approval);
      const clocks =
        approval.what === 'reopen'
          ? { starts: reopenedClocks(state, order.on), ends: dropClocks(state, [LIMITATION]) }
          : approval.what === 'payment'
            ? correctedClocks(state, approval, order.on)
            : {};
      return decision('request-approved', order, command.asked, clocks);
    }
    case 'reject-request':
      pending(state, command.asked.no);
      return decision('request-rejected', order, command.asked);
  }
}

function close(state: DisputeState, { order, asked }: CommandOf<'close'>): DisputeDecision {
  needAfter(order.on, state.lastActOn, 'last-act');
  const { reason } = asked;
  const isDefaulted = state.state === 'defaulted';
  if (isDefaulted && reason === undefined)
    throw new Refusal('dispute/close-reason-missing', { reasons: [...closeReasons] });
  const owed = isDefaulted ? owedOf(state) : [];
  const open = stillOpen(state).filter((one) => !owed.includes(one));
  if (open.length > 0) throw new Refusal('dispute/still-open', { open });
  const ends = [...endClocks(state, order.on, [FILE_CLOSE]), ...dropClocks(state, [FILE_CLOSE])];
  return decision('dispute-closed', order, isDefaulted && reason ? { reason } : {}, { ends });
}

function ask(state: DisputeState, order: Order, asked: ApprovalAsked): DisputeDecision {
  const same = state.approvals.find(({ what }) => what === 'reopen' && what === asked.what);
  if (same !== undefined) throw new Refusal('approval/already-asked', { no: same.no });
  return decision('approval-asked', order, { no: state.seq + 1, ...asked });
}

function pending({ approvals }: DisputeState, no: number): Approval {
  const approval = approvals.find((one) => one.no === no);
  if (approval === undefined) throw new Refusal('approval/unknown', { no });
  return approval;
}

/** The sum was put right as it stood then: money that has come in since would be lost. */
function needUnmoved(
  { agreement }: DisputeState,
  { no, instalment: which, payee, payer, seen }: Extract<Approval, { what: 'payment' }>,
): void {
  const instalment = agreement?.instalments.find((one) => one.no === which);
  const paid = instalment && portionOf(instalment, { payee, payer })?.paid;
  if (seen === undefined || paid === undefined || paid === seen) return;
  throw new Refusal('approval/paid-since', {
    no,
    instalment: which,
    seen: formatYuan(seen),
    paid: formatYuan(paid),
  });
}

/** A request is decided before the file is bound; papers that are still being drawn belong in it. */
function needNothingOpen({ undrawn, approvals }: DisputeState): void {
  const open = [...undrawn.map((id) => `paper:${id}`), ...approvals.map(({ no }) => `approval:${no}`)];
  if (open.length > 0) throw new Refusal('dispute/still-open', { open });
}
