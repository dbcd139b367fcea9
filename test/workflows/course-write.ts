/** Which act comes next in a course, by whom and on which day, and its command as it is written down. */
import fc from 'fast-check';
import { addDays, type Day, dayAt } from '../../src/domain/day.ts';
import type { DisputeAction } from '../../src/domain/dispute/commands.ts';
import { disputeTable } from '../../src/domain/dispute/table.ts';
import type { Actor } from '../../src/domain/role.ts';
import { CaseText } from '../../src/persistence/case-event.entity.ts';
import type { Command } from '../../src/persistence/command.entity.ts';
import { askedOf, pickOf } from './course-asked.ts';
import type { CourseCity } from './course-city.ts';
import type { Model, RecordWord } from './course-model.ts';
import { textsOf } from './course-words.ts';

/** One act, picked out of what is there by numbers; mostly what the table lets that person do. */
export type Pick = {
  pick: number;
  detail: number;
  by: number;
  days: number;
  seen: 'unsaid' | 'right' | 'stale';
  isWild: boolean;
  /** Does not wait until papers are drawn and clocks have rung. */
  isHasty: boolean;
};

/** Not days on, but the day after today. */
const TOMORROW = 999;

const oneIn = (n: number) => fc.integer({ min: 1, max: n }).map((number) => number === 1);

export const anAct: fc.Arbitrary<Pick> = fc.record({
  pick: fc.nat(999),
  detail: fc.nat(999),
  by: fc.nat(999),
  days: fc.constantFrom(0, 0, 0, 0, 1, 1, 1, 3, 3, 30, 30, 30, -5, TOMORROW),
  seen: fc.constantFrom('unsaid', 'unsaid', 'unsaid', 'unsaid', 'right', 'right', 'right', 'stale'),
  isWild: oneIn(8),
  isHasty: oneIn(5),
});

const actions = [...new Set(Object.values(disputeTable).flatMap((row) => Object.keys(row)))].filter(
  (kind) => kind !== 'add-evidence',
) as DisputeAction[];
/** What ends a course early, and what leaves a case where it is: seldom, so that courses run long. */
const endings: readonly DisputeAction[] = ['withdraw', 'decline', 'fail', 'settle-between-sides'];
const onward: readonly DisputeAction[] = [
  ...(['consult', 'record-consent', 'accept', 'plan-session', 'hold-session', 'draft-agreement'] as const),
  ...(['check-agreement', 'sign-off-agreement', 'sign-agreement', 'record-payment', 'lock-in'] as const),
  ...(['apply-lock-in', 'record-visit', 'record-duty', 'declare-default', 'close', 'archive'] as const),
  ...(['ask-reopen', 'approve-request', 'refer', 'appoint-representatives'] as const),
];

/** What would only be refused is left to the wild. */
function isCalledFor(kind: DisputeAction, { approvals, agreement, workers }: Model['state']): boolean {
  if (kind === 'approve-request' || kind === 'reject-request') return approvals.length > 0;
  if (kind === 'check-agreement' || kind === 'sign-off-agreement' || kind === 'sign-agreement')
    return agreement !== null;
  return kind !== 'appoint-representatives' || workers.length >= 10;
}

export function chosen({ pick, detail, by, isWild }: Pick, { state }: Model, city: CourseCity) {
  const anyone = Object.values(city.people);
  const row: Partial<Record<DisputeAction, readonly string[]>> = disputeTable[state.state];
  const all = (Object.keys(row) as DisputeAction[]).filter(
    (kind) => actions.includes(kind) && isCalledFor(kind, state),
  );
  const moving = all.filter((kind) => onward.includes(kind));
  const calm = all.filter((kind) => !endings.includes(kind));
  const open = detail % 16 === 0 ? all : detail % 3 > 0 && moving.length > 0 ? moving : calm;
  if (isWild || open.length === 0) return { kind: pickOf(actions, pick), by: pickOf(anyone, by) };
  const kind = pickOf(open, pick);
  const may = anyone.filter(({ account, roles }) =>
    row[kind]?.some((hat) => (hat === 'owner' ? account === state.owner : roles.includes(hat as never))),
  );
  return { kind, by: pickOf(may.length > 0 ? may : anyone, by) };
}

/** Mostly on the day people have got to; sometimes typed in late, or of a day to come. */
export function dayOf(model: Model, days: number): Day {
  const today = dayAt(Date.now());
  if (days === TOMORROW) return addDays(today, 1);
  if (days < 0) return addDays(model.day, days);
  const day = addDays(model.day, days);
  model.day = day < today ? day : today;
  return model.day;
}

/** Writes an act down; gives the command and what the record may say to it beyond the case. */
export async function write(
  city: CourseCity,
  model: Model,
  given: { kind: DisputeAction; by: Actor; on: Day; detail: number; seen?: number | undefined },
): Promise<{ command: Command; word: RecordWord }> {
  const { kind, by, on, detail, seen } = given;
  const { state, kinds } = model;
  const asked = JSON.parse(
    JSON.stringify(askedOf(kind, state, { on, detail, people: city.people, kinds })),
  ) as object;
  const texts = textsOf(kind, asked as never);
  const command = await city.write(state.id, { kind, by, on, asked, texts, seen });
  return { command, word: await wordOf(city, model, kind, asked as Record<string, never>) };
}

async function wordOf(
  city: CourseCity,
  { state }: Model,
  kind: DisputeAction,
  asked: Record<string, never>,
): Promise<RecordWord> {
  const approval = kind === 'approve-request' ? state.approvals.find(({ no }) => no === asked.no) : undefined;
  const text = kind === 'correct' ? asked : approval?.what === 'text' ? approval : null;
  if (text !== null) {
    const { seq, field } = text as { seq: number; field: string };
    const written = await city.orm.em.fork().findOne(CaseText, { caseId: state.id, seq });
    const isKnown = Object.hasOwn(written?.texts ?? {}, field);
    // What has legal effect is asked for, and looked at when it is approved.
    return isKnown ? null : { code: 'correction/unknown-field', isSure: approval !== undefined };
  }
  if (kind === 'assign' && asked.mediator === (city.people.clerk.account as string))
    return { code: 'account/not-a-mediator', isSure: true };
  if (kind === 'move-pack' && asked.pack === 'pack-of-nobody')
    return { code: 'law/unknown-pack', isSure: true };
  if (kind === 'separate-members' && asked.dispute !== undefined)
    return { code: 'group/member-without-claim', isSure: false };
  if (kind === 'record-claim-facts') return { code: 'claim/not-of-this-head', isSure: false };
  if (kind === 'certify-limitation') return { code: 'paper/provisional-date', isSure: false };
  return null;
}
