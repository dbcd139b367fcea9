/** What can be chosen in the acts of a dispute: its own parties, sessions, instalments, as people know them. */
import { wordOf } from '../../../../templates/zh-CN/word-of.ts';
import type { Choice, Choices } from '../../acts/schema-form.tsx';
import type { Answer } from '../../api.ts';

export type Dispute = Answer<'/api/disputes/{id}'>;

/** An act on one of several things of the case, of which there is none now. */
export function isAimless(dispute: Dispute, act: string): boolean {
  return ofAct(dispute)[act]?.no?.length === 0;
}

export function disputeChoices(dispute: Dispute, act: string): Choices {
  const party = ({ id, name, side }: Dispute['parties'][number]): Choice => ({
    value: id,
    label: `${name}（${wordOf(side)}）`,
  });
  const side = (wanted: string) => dispute.parties.filter((one) => one.side === wanted).map(party);
  const everyone = dispute.parties.map(party);
  const instalments = (dispute.agreement?.instalments ?? []).map(({ no, dueOn, amount, paid }) => ({
    value: no,
    label: `第 ${no} 期，${dueOn} 前 ${amount} 元${paid === '0.00' ? '' : `，已收 ${paid} 元`}`,
  }));
  return {
    party: everyone,
    parties: side('worker'),
    who: everyone,
    payer: side('employer'),
    payee: side('worker'),
    instalment: instalments,
    ...(ofAct(dispute)[act] ?? {}),
  };
}

const ofAct = (dispute: Dispute): Record<string, Choices> => ({
  'postpone-session': { no: sessions(dispute) },
  'hold-session': { no: sessions(dispute) },
  'answer-proposal': {
    no: dispute.proposals.map(({ no, by, amount }) => ({
      value: no,
      label: `第 ${no} 次方案（${wordOf(by)}提出${amount ? `，${amount} 元` : ''}）`,
    })),
  },
  'skip-station': {
    no: dispute.chain.map(({ no, body }) => ({ value: no, label: `第 ${no} 站 ${body}` })),
  },
  'approve-request': { no: requests(dispute) },
  'reject-request': { no: requests(dispute) },
  'record-duty': {
    no: (dispute.agreement?.duties ?? []).map(({ no, dueOn }) => ({
      value: no,
      label: `第 ${no} 项，${dueOn} 前`,
    })),
  },
});

const sessions = ({ sessions: all }: Dispute): Choice[] =>
  all
    .filter(({ heldOn }) => heldOn === null)
    .map(({ no, plannedOn }) => ({ value: no, label: `第 ${no} 次，${plannedOn}` }));

const requests = ({ requests: all }: Dispute): Choice[] =>
  all.map(({ no, what, on }) => ({ value: no, label: `第 ${no} 项 ${wordOf(what)}（${on}）` }));
