/** A running register 调解台账: one case a line, as far as it has come. */
import { registerColumns, totalWords } from '../../templates/zh-CN/sheet-columns.ts';
import { channelSynonyms, headSynonyms, stateSynonyms } from '../../templates/zh-CN/sheet-words.ts';
import type { ClaimHead } from '../domain/claim.ts';
import { addDays, type Day } from '../domain/day.ts';
import type { Channel } from '../domain/dispute/parts.ts';
import { checkRow } from './check-register-row.ts';
import { findHeader } from './header.ts';
import { cleanCell, type Line, lineOf, type Problem } from './line.ts';
import {
  codeOf,
  knownWords,
  readCreditCode,
  readDay,
  readMoney,
  readNames,
  readPhone,
  readWords,
} from './read-cells.ts';
import { readDistrict, readMediator } from './read-places.ts';
import { isExample } from './ready-workbooks.ts';
import type {
  RegisterColumn,
  RegisterDraft,
  RegisterKnown,
  RegisterOutcome,
  RegisterRow,
  RegisterState,
} from './register-row.ts';

/** A row with a problem is not among `rows`. */
export type Register = { rows: RegisterRow[]; problems: Problem[] };

const NEEDED = ['receivedOn', 'district', 'workers', 'employers', 'state'] as const;
const OUTCOMES: readonly RegisterState[] = [
  'agreed',
  'performed',
  'defaulted',
  'failed',
  'withdrawn',
  'not-accepted',
];
const LONGEST = { person: 50, employer: 120, line: 200, facts: 4000, number: 60 } as const;
/** More than that is a year somebody has written there. */
const MOST_DAYS = 1095;

/** Reads the rows of a table. Refuses `sheet/no-header`, `sheet/missing-column`, `sheet/doubled-column`. */
export function readRegister(table: readonly (readonly string[])[], known: RegisterKnown): Register {
  const header = findHeader<RegisterColumn>(table, registerColumns, NEEDED);
  const problems: Problem[] = [];
  const rows: RegisterRow[] = [];
  const doubles = new Doubles();
  for (const [index, cells] of table.entries()) {
    if (index <= header.at || isNoCase(cells)) continue;
    const line = lineOf<RegisterColumn>(
      header,
      (column) => registerColumns[column][0],
      cells,
      index + 1,
      problems,
    );
    if (isExample(line, 'workers')) continue;
    const row = checkRow(line, readRow(line, known), known.today);
    if (row === null) continue;
    doubles.add(line, row);
    if (line.isGood()) rows.push(row);
  }
  return { rows, problems };
}

/** Empty lines, and the line that sums the amounts up. */
function isNoCase(cells: readonly string[]): boolean {
  const texts = cells.map((cell) => cleanCell(cell).replace(/\s/g, '')).filter((text) => text !== '');
  return texts.length === 0 || totalWords.includes(texts[0] ?? '');
}

function readRow(line: Line<RegisterColumn>, known: RegisterKnown): RegisterDraft {
  const district = readDistrict(line, known.districts);
  const concludedOn = readDay(line, 'concludedOn');
  const closedOn = readDay(line, 'closedOn');
  const state = readState(line);
  return {
    row: line.row,
    oldNumber: readWords(line, 'oldNumber', LONGEST.number),
    receivedOn: readDay(line, 'receivedOn'),
    channel: readChannel(line),
    district,
    workers: readWorkers(line),
    employers: readEmployers(line),
    place: readWords(line, 'place', LONGEST.line),
    since: readDay(line, 'since', 'first'),
    heads: readHeads(line),
    amount: readMoney(line, 'amount'),
    facts: readWords(line, 'facts', LONGEST.facts),
    state,
    outcome: readOutcome(line),
    acceptedOn: readDay(line, 'acceptedOn'),
    // A register with one of the two columns means both by it.
    concludedOn: concludedOn ?? (line.has('concludedOn') ? null : closedOn),
    closedOn: closedOn ?? (line.has('closedOn') ? null : concludedOn),
    agreedAmount: readMoney(line, 'agreedAmount'),
    dueOn: readDueOn(line, concludedOn ?? closedOn),
    paid: readMoney(line, 'paid'),
    mediator: readMediator(line, known.mediators, district),
    note: readWords(line, 'note', LONGEST.facts),
  };
}

/** One phone for each, or one for the first. */
function readWorkers(line: Line<RegisterColumn>): RegisterRow['workers'] {
  const names = readNames(line, 'workers', LONGEST.person, 'people');
  const phones = line
    .get('workerPhones')
    .split(/[、，,;；\n\r/]+/)
    .filter((text) => text.trim() !== '');
  if (phones.length > 1 && names.length > 0 && phones.length !== names.length)
    line.say('workerPhones', 'phones-not-as-many', { phones: phones.length, people: names.length });
  const read = phones.map((text) => readPhone(line, 'workerPhones', text));
  return names.map((name, index) => ({ name, phone: read[index] ?? null }));
}

function readEmployers(line: Line<RegisterColumn>): RegisterRow['employers'] {
  const creditCode = readCreditCode(line, 'creditCode');
  return readNames(line, 'employers', LONGEST.employer, 'employers').map((name, index) => ({
    name,
    creditCode: index === 0 ? creditCode : null,
  }));
}

/** Kinds one after the other; a kind whose own name has 及 or 和 is looked up whole first. */
function readHeads(line: Line<RegisterColumn>): ClaimHead[] {
  const heads = new Set<ClaimHead>();
  const known = knownWords(headSynonyms);
  for (const part of line.get('heads').split(/[、，,;；。\n\r+]+/)) {
    const text = part.trim().replace(/^\d+\s*[.．)）]\s*/, '');
    if (text === '') continue;
    const whole = codeOf(headSynonyms, text);
    for (const word of whole === null ? text.split(/以及|及|和|与/) : [text]) {
      const head = codeOf(headSynonyms, word);
      if (head === null) line.say('heads', 'unknown-head', { text: word, known });
      else heads.add(head);
    }
  }
  return [...heads];
}

function readChannel(line: Line<RegisterColumn>): Channel | null {
  const text = line.get('channel');
  if (text === '') return null;
  return (
    codeOf(channelSynonyms, text) ??
    line.say('channel', 'unknown-channel', { text, known: knownWords(channelSynonyms) })
  );
}

function readState(line: Line<RegisterColumn>): RegisterState | null {
  const text = line.get('state');
  if (text === '') return null;
  return (
    (codeOf(stateSynonyms, text) as RegisterState | null) ??
    line.say('state', 'unknown-state', { text, known: knownWords(stateSynonyms) })
  );
}

function readOutcome(line: Line<RegisterColumn>): RegisterOutcome | null {
  const text = line.get('outcome');
  if (text === '') return null;
  const state = codeOf(stateSynonyms, text) as RegisterState | null;
  if (state !== null && OUTCOMES.includes(state)) return state as RegisterOutcome;
  const known = OUTCOMES.flatMap((one) => stateSynonyms[one]?.[0] ?? []).join('、');
  return line.say('outcome', 'unknown-state', { text, known });
}

/** A day, or a number of days after the result. */
function readDueOn(line: Line<RegisterColumn>, from: Day | null): Day | null {
  const days = /^(\d{1,4})\s*(日|天|个?自然日)?内?$/.exec(line.get('dueOn').normalize('NFKC'));
  if (days === null || from === null) return readDay(line, 'dueOn', 'last');
  const count = Number(days[1]);
  return count <= MOST_DAYS ? addDays(from, count) : readDay(line, 'dueOn');
}

/** The same case written down twice, by its number or by who, against whom and when. */
class Doubles {
  readonly #numbers = new Map<string, number>();
  readonly #cases = new Map<string, number>();

  add(line: Line<RegisterColumn>, { row, oldNumber, workers, employers, receivedOn }: RegisterRow): void {
    const names = (all: readonly { name: string }[]) => all.map(({ name }) => name).sort();
    const key = JSON.stringify([names(workers), names(employers), receivedOn]);
    const [sameNumber, sameCase] = [
      oldNumber === null ? undefined : this.#numbers.get(oldNumber),
      this.#cases.get(key),
    ];
    if (sameNumber !== undefined) line.say('oldNumber', 'same-old-number', { other: sameNumber });
    else if (sameCase !== undefined) line.say('workers', 'same-case', { other: sameCase });
    if (oldNumber !== null && sameNumber === undefined) this.#numbers.set(oldNumber, row);
    if (sameCase === undefined) this.#cases.set(key, row);
  }
}
