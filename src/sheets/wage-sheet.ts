/** A wage sheet 工资表, 欠薪明细: who is owed how much, line by line, and whether each consents to mediation. */
import { subtotalWords, totalWords, wageColumns } from '../../templates/zh-CN/sheet-columns.ts';
import { headSynonyms } from '../../templates/zh-CN/sheet-words.ts';
import type { ClaimHead } from '../domain/claim.ts';
import type { Day } from '../domain/day.ts';
import { type Fen, formatYuan, sumFen } from '../domain/money.ts';
import { periodIn } from './day-text.ts';
import { findHeader } from './header.ts';
import { cleanCell, type Line, lineOf, type Problem } from './line.ts';
import {
  codeOf,
  FIRST_DAY,
  knownWords,
  readDay,
  readIdNumber,
  readMoney,
  readName,
  readPhone,
  readYesNo,
} from './read-cells.ts';
import { isExample } from './ready-workbooks.ts';

type Column = keyof typeof wageColumns;

/** `row` is the row of the sheet. `isConsenting` is null for who has not been asked. `head` is wages where the sheet says nothing. */
export type WageRow = {
  row: number;
  name: string;
  idNumber: string | null;
  phone: string | null;
  amount: Fen;
  since: Day | null;
  until: Day | null;
  isConsenting: boolean | null;
  head: ClaimHead;
};

/** A row with a problem is not among `rows`; `total` is the sum of those that are. */
export type WageSheet = { rows: WageRow[]; problems: Problem[]; total: Fen };

const LONGEST_NAME = 50;

/** Reads the rows of a table. `today` bounds the days. Refuses `sheet/no-header`, `sheet/missing-column`, `sheet/doubled-column`. */
export function readWageSheet(table: readonly (readonly string[])[], today: Day): WageSheet {
  const header = findHeader<Column>(table, wageColumns, ['name', 'amount']);
  const problems: Problem[] = [];
  const rows: WageRow[] = [];
  const people = new People();
  const sums = new Sums();
  let hasTotal = false;
  for (const [index, cells] of table.entries()) {
    if (index <= header.at || cells.every((cell) => cleanCell(cell) === '')) continue;
    const line = lineOf<Column>(header, (column) => wageColumns[column][0], cells, index + 1, problems);
    const word = totalWordIn(cells);
    if (word !== null) {
      if (!subtotalWords.includes(word)) {
        sums.compare(line);
        hasTotal = true;
      }
      continue;
    }
    // Below the total people sign; a line that names somebody and an amount is still one of the sheet.
    if (hasTotal && (line.get('name') === '' || line.get('amount') === '')) continue;
    if (isExample(line, 'name')) continue;
    const row = readRow(line, today);
    sums.add(row.amount);
    const person = { ...row, name: row.name ?? '' };
    if (line.isGood()) people.add(line, person);
    if (line.isGood() && row.name !== null && row.amount !== null)
      rows.push({ ...person, amount: row.amount });
  }
  return { rows, problems, total: sumFen(rows.map(({ amount }) => amount)) };
}

type Draft = Omit<WageRow, 'name' | 'amount'> & { name: string | null; amount: Fen | null };

function readRow(line: Line<Column>, today: Day): Draft {
  const name = readOneName(line);
  const amount = readMoney(line, 'amount');
  if (line.get('amount') === '') line.say('amount', 'missing');
  if (amount === 0) line.say('amount', 'not-positive');
  return {
    row: line.row,
    name,
    idNumber: readIdNumber(line, 'idNumber'),
    phone: readPhone(line, 'phone'),
    amount,
    ...readPeriod(line, today),
    isConsenting: readYesNo(line, 'isConsenting'),
    head: readHead(line),
  };
}

function readOneName(line: Line<Column>): string | null {
  const text = line.get('name');
  if (text === '') return line.say('name', 'missing');
  // A line is one person's: each has an amount and a consent of their own.
  if (/[、，,;；\n|/]/.test(text)) return line.say('name', 'not-one-person', { text });
  return readName(line, 'name', text, LONGEST_NAME, 'people');
}

function readPeriod(line: Line<Column>, today: Day): { since: Day | null; until: Day | null } {
  const text = line.get('period');
  const period = text === '' ? null : periodIn(text);
  if (text !== '' && period === null) line.say('period', 'wrong-period', { text });
  if (period !== null && period.since < FIRST_DAY) line.say('period', 'out-of-range', { text });
  const since = readDay(line, 'since', 'first') ?? period?.since ?? null;
  const until = readDay(line, 'until', 'last') ?? period?.until ?? null;
  const sinceColumn = line.get('since') === '' ? 'period' : 'since';
  const untilColumn = line.get('until') === '' ? 'period' : 'until';
  if (since !== null && since > today) line.say(sinceColumn, 'in-the-future', { day: since, today });
  if (since !== null && until !== null && until < since)
    line.say(untilColumn, 'before-other', { day: until, other: line.titleOf(sinceColumn), otherDay: since });
  return { since, until };
}

function readHead(line: Line<Column>): ClaimHead {
  const text = line.get('head');
  if (text === '') return 'wages';
  const head = codeOf(headSynonyms, text);
  if (head === null) line.say('head', 'unknown-head', { text, known: knownWords(headSynonyms) });
  return head ?? 'wages';
}

/** 合 计 in one of the first cells, whatever number stands before it. */
function totalWordIn(cells: readonly string[]): string | null {
  const first = cells
    .map((cell) => cleanCell(cell).normalize('NFKC').replace(/[\s:]/g, ''))
    .filter((cell) => cell !== '')
    .slice(0, 2);
  return first.find((cell) => totalWords.includes(cell)) ?? null;
}

/** What the lines above a total add up to. */
class Sums {
  #sum = 0;
  #rows = 0;
  #isWhole = true;

  add(amount: Fen | null): void {
    this.#rows += 1;
    if (amount === null) this.#isWhole = false;
    else this.#sum += amount;
  }

  /** Says nothing where an amount above could not be read: that is said already. */
  compare(line: Line<Column>): void {
    const total = readMoney(line, 'amount');
    if (total !== null && this.#isWhole && total !== this.#sum) {
      const sum = formatYuan(this.#sum as Fen);
      line.say('amount', 'total-differs', { total: formatYuan(total), sum, rows: this.#rows });
    }
    this.#sum = 0;
    this.#rows = 0;
    this.#isWhole = true;
  }
}

type Person = Omit<WageRow, 'amount'>;

/** Whoever stands there twice is named with both rows. Several lines of one person are right for several heads or periods. */
class People {
  readonly #byId = new Map<string, Person>();
  readonly #byName = new Map<string, Person[]>();

  add(line: Line<Column>, person: Person): void {
    const sameId = person.idNumber === null ? undefined : this.#byId.get(person.idNumber);
    const namesakes = this.#byName.get(person.name) ?? [];
    if (sameId && sameId.name !== person.name)
      line.say('idNumber', 'same-id-other-name', { other: sameId.row });
    for (const other of namesakes) {
      if (!line.isGood()) break;
      if (isOther(person, other)) continue;
      if (isKnownSame(person, other)) {
        if (coversSame(person, other)) line.say('name', 'same-person', { other: other.row });
      } else line.say('name', 'same-name', { other: other.row });
    }
    if (person.idNumber !== null && !sameId) this.#byId.set(person.idNumber, person);
    namesakes.push(person);
    this.#byName.set(person.name, namesakes);
  }
}

function isOther(one: Person, two: Person): boolean {
  if (one.idNumber !== null && two.idNumber !== null) return one.idNumber !== two.idNumber;
  return one.phone !== null && two.phone !== null && one.phone !== two.phone;
}

function isKnownSame(one: Person, two: Person): boolean {
  return (
    (one.idNumber !== null && one.idNumber === two.idNumber) ||
    (one.phone !== null && one.phone === two.phone)
  );
}

/** The same head over days that both have; no days stand for all. */
function coversSame(one: Person, two: Person): boolean {
  if (one.head !== two.head) return false;
  const isBefore = (a: Person, b: Person) => a.until !== null && b.since !== null && a.until < b.since;
  return !isBefore(one, two) && !isBefore(two, one);
}
