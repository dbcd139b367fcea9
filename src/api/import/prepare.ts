/** Lines of a register made into cases that can be written down; what the law cannot count from is said of the line. */
import {
  claimBasis,
  noteInRegister,
  notInRegister,
  placeNotInRegister,
} from '../../../templates/zh-CN/import-words.ts';
import { sayRefusal } from '../../../templates/zh-CN/say-refusal.ts';
import { registerColumns } from '../../../templates/zh-CN/sheet-columns.ts';
import { stateSynonyms } from '../../../templates/zh-CN/sheet-words.ts';
import { FIRST_PACK } from '../../domain/case.ts';
import { type Carried, carriedClocks } from '../../domain/dispute/carried.ts';
import { entriesOnReceipt } from '../../domain/dispute/limitation.ts';
import { NO_MONEY } from '../../domain/money.ts';
import { Refusal } from '../../domain/refusal.ts';
import { caseLimitation } from '../../law/case-limitation.ts';
import { deadline, isRuleId } from '../../law/deadline.ts';
import type { RulePack } from '../../law/pack.ts';
import type { Intake, IntakeClaim } from '../../persistence/dispute.repository.ts';
import type { CaseToImport } from '../../persistence/import.entity.ts';
import type { LineRead } from '../../persistence/import.repository.ts';
import { type Problem, problemOf } from '../../sheets/line.ts';
import type { Register } from '../../sheets/register.ts';
import type { RegisterColumn, RegisterKnown, RegisterRow } from '../../sheets/register-row.ts';
import { carriedBy } from './carry.ts';

/** Gives the pack of a day; refuses `law/no-pack-on`. */
export type PackOn = (day: RegisterRow['receivedOn']) => Promise<RulePack>;

/** Every line that holds a case, right or wrong, in the order of the sheet. */
export async function prepareLines(
  { rows, problems }: Register,
  { today }: Pick<RegisterKnown, 'today'>,
  packOn: PackOn,
): Promise<LineRead[]> {
  const lines = new Map<number, LineRead>();
  for (const { row, ...problem } of problems) {
    const line = lines.get(row) ?? { row, given: null, problems: [] };
    lines.set(row, { ...line, problems: [...line.problems, problem] });
  }
  for (const row of rows) lines.set(row.row, await prepare(row, today, packOn));
  return [...lines.values()].sort((a, b) => a.row - b.row);
}

async function prepare(
  row: RegisterRow,
  today: RegisterRow['receivedOn'],
  packOn: PackOn,
): Promise<LineRead> {
  if (row.state === 'agreed' && row.dueOn === null && row.paid !== row.agreedAmount)
    return wrong(problemIn(row, 'dueOn', 'needed-by-state', { state: stateSynonyms.agreed?.[0] ?? '' }));
  try {
    return { row: row.row, given: await caseOf(row, today, packOn), problems: [] };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return wrong(problemIn(row, 'receivedOn', 'not-countable', { why: sayRefusal(error.code, error.facts) }));
  }
}

const problemIn = (
  { row }: RegisterRow,
  column: RegisterColumn,
  problem: Parameters<typeof problemOf>[2],
  facts: Parameters<typeof problemOf>[3],
) => problemOf(row, registerColumns[column][0], problem, facts);

const wrong = ({ row, ...problem }: Problem): LineRead => ({ row, given: null, problems: [problem] });

async function caseOf(
  row: RegisterRow,
  today: RegisterRow['receivedOn'],
  packOn: PackOn,
): Promise<CaseToImport> {
  const { receivedOn, note, oldNumber } = row;
  const isAtRest = row.state === 'closed' || row.state === 'archived';
  // No period runs in a file at rest: it may be older than any pack.
  const pack = await packOn(isAtRest ? today : receivedOn);
  const intake = intakeOf(row);
  const carried = carriedBy(row, { channel: intake.channel, today, pack });
  if (!isAtRest) needCountable(intake, carried, receivedOn, pack);
  const texts = { ...(oldNumber === null ? {} : { oldNumber }), ...(note === null ? {} : { note }) };
  return { intake, receivedOn, pack: isAtRest ? FIRST_PACK : pack.id, carried, texts };
}

/** From a day the law cannot count from no case begins. */
function needCountable(
  { channel, claims, since }: Intake,
  carried: Carried,
  receivedOn: RegisterRow['receivedOn'],
  pack: RulePack,
): void {
  for (const { rule, from } of carriedClocks({ channel, procedure: null, receivedOn }, carried))
    if (isRuleId(rule)) deadline(rule, from, pack);
  const heads = claims.map(({ head }) => head);
  caseLimitation({ heads, endedOn: null, events: entriesOnReceipt({ since, receivedOn }) }, pack);
}

function intakeOf(row: RegisterRow): Intake {
  const { channel, district, workers, employers, place, since, receivedOn, facts, note, oldNumber } = row;
  const missing = (['channel', 'place', 'since', 'facts'] as const).filter((field) => row[field] === null);
  const names = [...missing, ...(row.heads.length === 0 ? (['heads'] as const) : [])];
  const said = [
    facts,
    note === null ? null : noteInRegister.replace('{note}', note),
    names.length === 0
      ? null
      : notInRegister.replace('{fields}', names.map((name) => registerColumns[name][0]).join('、')),
  ];
  return {
    channel: channel ?? 'desk',
    district,
    workers: workers.map(({ name, phone }) => ({ name, ...(phone === null ? {} : { phone }) })),
    employers: employers.map(({ name, creditCode }) => ({
      name,
      ...(creditCode === null ? {} : { creditCode }),
    })),
    place: place ?? placeNotInRegister,
    since: since ?? receivedOn,
    claims: claimsOf(row),
    facts: said.filter((text) => text !== null).join('\n'),
    ...(oldNumber === null ? {} : { externalNumber: oldNumber }),
  };
}

/** A register has one sum for all heads. */
function claimsOf({ heads, amount }: RegisterRow): IntakeClaim[] {
  const [first = 'other', ...others] = heads;
  const basis = others.length === 0 ? claimBasis.one : claimBasis.sum;
  return [
    { head: first, amount: amount ?? NO_MONEY, basis },
    ...others.map((head) => ({ head, amount: NO_MONEY, basis: claimBasis.rest })),
  ];
}
