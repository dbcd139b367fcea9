/** What somebody types to find a case, as conditions: an index finds the few that may fit, then each is looked at exactly. */
import { foldName } from './name-keys.ts';

export type AskedWord = {
  /** As it was typed. */
  typed: string;
  /** As names are folded; empty where only marks were typed. */
  folded: string;
  /** Letters alone may be how a name is read: each next one stands behind the one before, or begins a syllable. */
  aloud: string;
  /** A regular expression over a line of `searched`. */
  name: string;
  nameKeys: string[];
  /** Empty where it can be no part of a number. */
  number: string;
  numberKeys: string[];
  /** A receipt number said without its zeros: 2026-123, 26-123. */
  receipt: string;
};

export type Sql = { sql: string; values: unknown[] };

const MOST_WORDS = 8;

/** Words are parted by blanks, commas and the like; all of them are to fit. */
export function askedWords(q: string): AskedWord[] {
  const words = q
    .normalize('NFKC')
    .split(/[\s,、;]+/u)
    .filter((word) => word !== '');
  return (words.length === 0 ? [q] : words).slice(0, MOST_WORDS).map(askedWord);
}

function askedWord(typed: string): AskedWord {
  const folded = foldName(typed);
  const aloud = /^[a-z]+$/.test(folded) ? [...folded].join('([a-z0-9]* )?') : '';
  const number = foldNumber(typed);
  const isNumber = number.length > 1 || /\d/.test(number);
  return {
    typed,
    folded,
    aloud,
    name: aloud === '' ? `^=.*${folded}` : `(^=.*${folded}|(^| )${aloud})`,
    nameKeys: [...folded].length === 1 ? [folded] : pairs(folded),
    number: isNumber ? number : '',
    numberKeys: number.length === 1 ? [`#${number}`] : pairs(number),
    receipt: receiptOf(typed),
  };
}

const pairs = (text: string): string[] => {
  const characters = [...text];
  return characters.slice(1).map((one, at) => `${characters[at]}${one}`);
};

/** As the database's `number_fold`. */
export const foldNumber = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[-\s_/.,:;()[\]{}〔〕【】《》–—第号]/g, '');

function receiptOf(typed: string): string {
  const [, year = '', no = ''] = /^(\d{4}|\d{2})[^\d]+(\d{1,6})号?$/.exec(typed) ?? [];
  return no === '' ? '' : `${year.padStart(4, '20')}-${no.padStart(6, '0')}`;
}

/** Rows of a table with `search` and `searched` that a word fits. */
function nameFits(alias: string, word: AskedWord): Sql {
  if (word.folded === '')
    return { sql: `strpos(lower(${alias}.searched), ?) > 0`, values: [word.typed.toLowerCase()] };
  // Many times cheaper than an expression, and pieces of long names are many.
  const fits = word.aloud === '' ? `strpos(${alias}.searched, ?) > 0` : `${alias}.searched ~ ?`;
  return {
    sql: `${alias}.search @> string_to_array(?, ' ') and ${fits}`,
    values: [word.nameKeys.join(' '), word.aloud === '' ? word.folded : `(?n)${word.name}`],
  };
}

/** How well a name fits: 1 whole, 2 from its beginning, 3 in its midst. */
function nameRank(alias: string, word: AskedWord): Sql {
  const { folded, aloud } = word;
  if (aloud === '')
    return {
      sql: `case when strpos(${alias}.searched || E'\\n', ?) > 0 then 1 when strpos(${alias}.searched, ?) > 0 then 2 else 3 end`,
      values: [`\n=${folded}\n`, `\n=${folded}`],
    };
  return {
    sql: `case when ${alias}.searched ~ ? then 1 when ${alias}.searched ~ ? then 2 else 3 end`,
    values: [`(?n)^(=${folded}|${aloud}[a-z0-9]*)$`, `(?n)^(=${folded}|${aloud})`],
  };
}

/** As people say it, a number is whole by its last figures without the zeros. */
function numberRank(column: string, { number }: AskedWord): Sql {
  return {
    sql: `case when number_fold(${column}) = ? or number_keys(${column}) @> array[?] then 1
      when number_fold(${column}) like ? or number_fold(${column}) like ? then 2 else 3 end`,
    values: [number, `#${number.replace(/^0+/, '')}`, `${number}%`, `%${number}`],
  };
}

/** `id, rank` of what a name or a number leads to. */
export function named(id: string, from: string, alias: string, word: AskedWord): Sql {
  const rank = nameRank(alias, word);
  const fits = nameFits(alias, word);
  return {
    sql: `select ${id} as id, ${rank.sql} as rank from ${from} where ${fits.sql}`,
    values: [...rank.values, ...fits.values],
  };
}

export function numbered(id: string, from: string, column: string, word: AskedWord): Sql {
  if (word.number === '') return { sql: 'select null::uuid as id, 3 as rank where false', values: [] };
  const rank = numberRank(column, word);
  return {
    sql: `select ${id} as id, ${rank.sql} as rank from ${from}
      where number_keys(${column}) @> string_to_array(?, ' ') and number_fold(${column}) like ?`,
    values: [...rank.values, word.numberKeys.join(' '), `%${word.number}%`],
  };
}

/** Queries one after the other, as one. */
export const union = (...parts: Sql[]): Sql => ({
  sql: parts.map(({ sql }) => sql).join(' union all '),
  values: parts.flatMap(({ values }) => values),
});

/** The disputes that a word fits: a party's name, the receipt number, the number elsewhere. */
export function disputesWith(word: AskedWord): Sql {
  return union(
    named('p.dispute_id', 'party p', 'p', word),
    numbered('x.id', 'dispute x', 'x.receipt_number', word),
    numbered('x.id', 'dispute x', 'x.external_number', word),
    { sql: 'select x.id, 1 as rank from dispute x where x.receipt_number = ?', values: [word.receipt] },
  );
}
