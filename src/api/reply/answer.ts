/** What a body's answer becomes: acts on the referral, in the name of the body, by whoever holds the letter. */
import { createHash } from 'node:crypto';
import { referralWords } from '../../../templates/zh-CN/referral-words.ts';
import { type CommandId, LETTER } from '../../domain/ids.ts';
import type {
  ReferralAction,
  ReferralAsked,
  ReferralState,
  Replier,
  ReportOutcome,
  ReturnReason,
} from '../../domain/referral/state.ts';
import { referralHats, referralTable } from '../../domain/referral/table.ts';
import { type Actor, openActions } from '../../domain/role.ts';
import type { Texts } from '../../persistence/case-event.entity.ts';
import { fingerprintOf } from '../../persistence/command.repository.ts';
import type { ApiDeps } from '../app.ts';
import { dayOf } from '../order-command.ts';
import { type InTurn, orderInTurn } from '../order-in-turn.ts';

/** What the page offers; a body that wants more has a telephone. */
export const letterActs = ['receive', 'accept', 'return', 'report', 'reply', 'ask-materials'] as const;
export type LetterAct = (typeof letterActs)[number];

export type Answer = {
  act: LetterAct;
  reason?: ReturnReason | undefined;
  outcome?: ReportOutcome | undefined;
  text?: string | undefined;
  replier: Replier;
  /** Of the page it was sent from: the same answer sent twice from it is one. */
  once: string;
};

export const holderOf = ({ district, toBody }: ReferralState): Actor => ({
  ...{ account: LETTER, roles: ['letter'], district, body: toBody },
});

/** What may be done now: a letter may also be signed for and accepted at one go. */
export function openLetterActs(state: ReferralState): LetterAct[] {
  const open: readonly string[] = openActions(
    referralTable,
    state.state,
    referralHats(state, holderOf(state)),
  );
  return letterActs.filter((act) => open.includes(act) || (act === 'accept' && open.includes('receive')));
}

/** Refuses what the referral's table refuses. */
export async function answerLetter(deps: ApiDeps, state: ReferralState, answer: Answer): Promise<InTurn> {
  const { act, once, replier } = answer;
  const fingerprint = fingerprintOf({ referral: state.id, ...answer });
  const on = dayOf(deps, undefined);
  const kinds: ReferralAction[] = act === 'accept' && state.state === 'sent' ? ['receive', 'accept'] : [act];
  const drafts = kinds.map((kind) => ({
    ...{ story: 'referral' as const, caseId: state.id, kind, asked: askedOf(kind, answer) },
    order: { id: idOf(`${once}/${kind}/${fingerprint}`), on, by: holderOf(state) },
    texts: { ...(kind === act ? saidIn(answer) : {}), replier },
  }));
  return orderInTurn(deps, drafts, fingerprint);
}

const idOf = (key: string) =>
  createHash('sha256').update(`${LETTER}\0${key}`).digest('hex').slice(0, 40) as CommandId;

function askedOf(kind: ReferralAction, { reason, outcome }: Answer): object {
  if (kind === 'return') return { reason } as ReferralAsked<'return'>;
  return kind === 'report' ? ({ outcome } as ReferralAsked<'report'>) : {};
}

function saidIn({ act, reason, text }: Answer): Texts {
  if (act === 'reply' || act === 'ask-materials') return { text: text ?? '' };
  const note = text ?? (reason === undefined ? undefined : referralWords[reason]);
  return note === undefined ? {} : { note };
}
