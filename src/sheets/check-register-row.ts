/** What a line of a register must have in its state, and what in it contradicts what. */
import { stateSynonyms } from '../../templates/zh-CN/sheet-words.ts';
import type { Day } from '../domain/day.ts';
import { formatYuan } from '../domain/money.ts';
import type { Line } from './line.ts';
import type { RegisterColumn, RegisterDraft, RegisterRow, RegisterState } from './register-row.ts';

/** Without these no case is written down. */
const ALWAYS = ['receivedOn', 'district', 'workers', 'employers', 'state'] as const;

const AGREED = ['acceptedOn', 'concludedOn', 'agreedAmount'] as const;
/** What a state needs beyond that: the day it stands on, and the money it is about. */
const NEEDED: Readonly<Record<RegisterState, readonly (keyof RegisterDraft & RegisterColumn)[]>> = {
  received: [],
  consulting: [],
  accepted: ['acceptedOn'],
  mediating: ['acceptedOn'],
  agreed: AGREED,
  performing: [...AGREED, 'dueOn'],
  performed: AGREED,
  defaulted: [...AGREED, 'dueOn'],
  failed: ['acceptedOn', 'concludedOn'],
  withdrawn: ['concludedOn'],
  'not-accepted': ['concludedOn'],
  closed: ['closedOn'],
  archived: ['closedOn'],
};

/** The row where nothing is wrong with it. */
export function checkRow(line: Line<RegisterColumn>, row: RegisterDraft, today: Day): RegisterRow | null {
  for (const column of ALWAYS) if (line.get(column) === '') line.say(column, 'missing');
  const state = row.state === null ? '' : (stateSynonyms[row.state]?.[0] ?? '');
  for (const column of row.state === null ? [] : NEEDED[row.state])
    if (row[column] === null && line.get(column) === '')
      line.say(columnFor(line, column), 'needed-by-state', { state });
  checkDays(line, row, today);
  checkMoney(line, row);
  const { receivedOn, district, state: known } = row;
  if (!line.isGood() || receivedOn === null || district === null || known === null) return null;
  return { ...row, receivedOn, district, state: known };
}

/** A sheet with one column for both is told about the column it has. */
function columnFor(line: Line<RegisterColumn>, column: RegisterColumn): RegisterColumn {
  const other = ({ concludedOn: 'closedOn', closedOn: 'concludedOn' } as const)[column as 'closedOn'];
  return other !== undefined && !line.has(column) && line.has(other) ? other : column;
}

/** In the order in which they come to pass. */
const ORDER = ['since', 'receivedOn', 'acceptedOn', 'concludedOn', 'closedOn'] as const;

function checkDays(line: Line<RegisterColumn>, row: RegisterDraft, today: Day): void {
  let before: { column: RegisterColumn; day: Day } | null = null;
  for (const step of ORDER) {
    const day: Day | null = row[step];
    // Taken over from the other column of the two: said there.
    if (day === null || line.get(step) === '') continue;
    if (day > today) line.say(step, 'in-the-future', { day, today });
    else if (before !== null && day < before.day)
      line.say(step, 'before-other', { day, other: line.titleOf(before.column), otherDay: before.day });
    else before = { column: step, day };
  }
  const { dueOn, concludedOn } = row;
  if (dueOn !== null && concludedOn !== null && dueOn < concludedOn) {
    const other = line.titleOf(columnFor(line, 'concludedOn'));
    line.say('dueOn', 'before-other', { day: dueOn, other, otherDay: concludedOn });
  }
}

function checkMoney(line: Line<RegisterColumn>, { state, agreedAmount: agreed, paid }: RegisterDraft): void {
  if (agreed === 0) line.say('agreedAmount', 'not-positive');
  if (paid && line.get('agreedAmount') === '') line.say('agreedAmount', 'missing');
  if (paid === null || !agreed) return;
  const facts = { amount: formatYuan(paid), agreed: formatYuan(agreed) };
  if (paid > agreed) line.say('paid', 'more-than-agreed', facts);
  else if (state === 'performed' && paid < agreed) line.say('paid', 'not-paid-in-full', facts);
  else if ((state === 'performing' || state === 'defaulted') && paid === agreed)
    line.say('paid', 'paid-in-full', facts);
}
