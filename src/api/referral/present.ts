/** A referral as the API gives it. */
import { z } from 'zod';
import { eventWords } from '../../../templates/zh-CN/event-words.ts';
import { referralWords } from '../../../templates/zh-CN/referral-words.ts';
import { codeWords } from '../../../templates/zh-CN/words.ts';
import { outcomesOf } from '../../domain/referral/outcomes.ts';
import { hopOf } from '../../domain/referral/rules.ts';
import type { Enclosed, ReferralState } from '../../domain/referral/state.ts';
import { isIncoming } from '../../domain/referral/state.ts';
import type { ClockRow, EventRow } from '../../persistence/case.listing.ts';
import { clockItem, eventItem, paperItem } from '../case-parts.ts';
import { text, texts } from '../fields.ts';
import type { CsvColumns } from '../lists.ts';
import { taskItem } from '../task/present.ts';

/** What another body wrote of the dispute it sends; amounts in fen. */
const named = z.array(z.looseObject({ name: text }));
const brought = z.object({
  workers: named,
  employers: named,
  place: text,
  since: text,
  employmentEndedOn: text.optional(),
  claims: z.array(z.object({ head: text, amount: z.int(), basis: text })),
  facts: text,
});

export const referralRow = z.object({
  id: text,
  parent: text.nullable(),
  parentNumber: text.nullable(),
  child: text.nullable(),
  childNumber: text.nullable(),
  state: text,
  outcome: text.nullable(),
  fromBody: text,
  fromName: text,
  toBody: text,
  toName: text,
  channel: text.nullable(),
  otherNumber: text.nullable(),
  district: text,
  urgency: text,
  openedOn: text,
  nextOn: text.nullable(),
  dueOn: text.nullable(),
});
type ReferralItem = z.infer<typeof referralRow>;

/** A state's word, or an outcome's as referrals call it. */
const words: Record<string, string> = { ...codeWords, ...referralWords };
const wordOf = (code: string | null) => (code === null ? null : (words[code] ?? code));

export const referralCsv: CsvColumns<ReferralItem> = {
  来源案件: (row) => row.parentNumber,
  状态: (row) => wordOf(row.state),
  结果: (row) => wordOf(row.outcome),
  移送单位: (row) => row.fromName,
  接收单位: (row) => row.toName,
  来件方式: (row) => wordOf(row.channel),
  对方文号: (row) => row.otherNumber,
  移送日: (row) => row.openedOn,
  期限: (row) => row.dueOn ?? row.nextOn,
  形成案件: (row) => row.childNumber,
};

const fileItem = z.object({ id: text, kind: text, name: text, sha256: text, file: text });
const hopItem = clockItem
  .pick({
    rule: true,
    name: true,
    startedOn: true,
    dueOn: true,
    endedOn: true,
    outcome: true,
    provisional: true,
  })
  .extend({ hop: text });
const threadItem = z.object({
  ...{ seq: z.int(), kind: text, sentence: text, on: text, actor: text, actorName: text, recordedAt: text },
  side: z.enum(['sender', 'receiver']),
  text: text.nullable(),
  materials: texts,
  enclosed: z.array(fileItem),
});
const linked = z.object({ id: text, receiptNumber: text });

export const referralDetail = z.object({
  ...{ id: text, story: z.literal('referral'), state: text, seq: z.int() },
  ...{ fromBody: text, fromName: text, toBody: text, toName: text, urgency: text },
  direction: z.enum(['incoming', 'outgoing']),
  ...{ channel: text.nullable(), procedure: text.nullable(), otherNumber: text.nullable() },
  ...{ openedOn: text, receivedOn: text.nullable(), closedOn: text.nullable(), outcome: text.nullable() },
  ...{ reason: text, request: text, materials: texts, contact: text },
  brought: brought.nullable(),
  parent: text.nullable(),
  origin: linked.nullable(),
  child: linked.nullable(),
  /** What the dispute came to, for the report. */
  childOutcome: text.nullable(),
  reminders: z.int(),
  hops: z.array(hopItem),
  thread: z.array(threadItem),
  slip: paperItem.nullable(),
  clocks: z.array(clockItem),
  papers: z.array(paperItem),
  tasks: z.array(taskItem),
  events: z.array(eventItem),
  actions: z.array(text),
  /** Acts of this state that are not the asker's, or not yet: each with the reason. */
  withheld: z.array(z.object({ action: text, reason: text })),
  /** What may be reported by this body. */
  outcomes: z.array(z.object({ code: text, name: text })),
});

export function presentOutcomes({ toKind }: ReferralState) {
  return outcomesOf(toKind).map((code) => ({ code, name: referralWords[code] }));
}

export const presentHops = (clocks: readonly ClockRow[]): z.infer<typeof hopItem>[] =>
  clocks.flatMap(({ rule, name, startedOn, dueOn, endedOn, outcome, provisional }) => {
    const hop = hopOf(rule);
    return hop === null ? [] : [{ hop, rule, name, startedOn, dueOn, endedOn, outcome, provisional }];
  });

/** Which side each kind of event of the thread speaks for; a reply says it itself. */
const speaks: Readonly<Record<string, 'sender' | 'receiver'>> = {
  'referral-sent': 'sender',
  'referral-arrived': 'sender',
  'referral-returned': 'receiver',
  'referral-reported': 'receiver',
  'materials-asked': 'receiver',
  'materials-sent': 'sender',
  'referral-reminded': 'sender',
  'letter-reissued': 'sender',
  'referral-recalled': 'sender',
  'referral-given-up': 'sender',
};

type Spoken = { side?: 'sender' | 'receiver'; enclosed?: readonly Enclosed[] };
export const enclosedOf = (event: EventRow): readonly Enclosed[] => (event.facts as Spoken).enclosed ?? [];

/** What the two sides said to each other, and what they sent along. */
export function presentThread(
  id: string,
  events: readonly EventRow[],
  names: ReadonlyMap<string, { kind: string; number: string }>,
): z.infer<typeof threadItem>[] {
  return events.flatMap((event) => {
    const side = (event.facts as Spoken).side ?? speaks[event.kind];
    if (side === undefined) return [];
    const { seq, kind, on, actor, actorName, recordedAt, texts: said } = event;
    return [
      {
        ...{ seq, kind, on, actor, actorName, side },
        sentence: eventWords[kind as keyof typeof eventWords] ?? kind,
        recordedAt: new Date(recordedAt).toISOString(),
        text: typeof said.text === 'string' ? said.text : typeof said.note === 'string' ? said.note : null,
        materials: Array.isArray(said.materials) ? (said.materials as string[]) : [],
        enclosed: enclosedOf(event).map(({ id: file, kind: of, sha256 }) => ({
          ...{ id: file, kind: names.get(file)?.kind ?? of, name: names.get(file)?.number ?? file, sha256 },
          file: `/api/referrals/${id}/files/${file}`,
        })),
      },
    ];
  });
}

export const directionOf = (state: ReferralState): 'incoming' | 'outgoing' =>
  isIncoming(state) ? 'incoming' : 'outgoing';
