/** By what a name is found: its characters, and how it is read aloud, in full or by initials. */
import { pinyin } from 'pinyin-pro';

/** Readings a name is kept with: a person's has all there are, in a long one the words around tell which is right. */
const mostReadings = (folded: string) => (folded.length > 5 ? 5 : 16);

/** Width, case, blanks, brackets and marks make no other name. */
export const foldName = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ü', 'v')
    .replace(/[^\p{L}\p{N}\p{M}]/gu, '');

/**
 * The names as they stand, a line each and always as many lines as names; then, of each name that is there, `=` and its
 * folded form, and a line a reading, its syllables parted by blanks.
 */
export function searchedAs(names: readonly (string | null | undefined)[]): string {
  const said = names.map((name) => name ?? '');
  return [...said, ...said.filter((name) => name !== '').flatMap(linesOf)].join('\n');
}

const linesOf = (name: string): string[] => [`=${foldName(name)}`, ...readingsOf(foldName(name))];

/**
 * One and two characters of every name, one letter where a syllable begins, two where the second follows the first in its
 * syllable or begins the next: whatever is found within a line has all its pairs here.
 */
export function searchKeys(searched: string): string[] {
  const keys = new Set<string>();
  for (const line of searched.split('\n')) {
    if (line.startsWith('=')) {
      const characters = [...line.slice(1)];
      for (const [at, one] of characters.entries()) keys.add(one).add(one + (characters[at + 1] ?? ''));
    } else if (/^[a-z0-9]+( [a-z0-9]+)*$/.test(line)) {
      for (const pair of pairsOf(line.split(' '))) keys.add(pair);
    }
  }
  return [...keys];
}

function pairsOf(syllables: readonly string[]): string[] {
  return syllables.flatMap((syllable, place) => {
    const next = syllables[place + 1]?.[0];
    return [...syllable].flatMap((letter, at) => [
      ...(at === 0 ? [letter] : []),
      ...(at + 1 < syllable.length ? [letter + syllable[at + 1]] : []),
      ...(next === undefined ? [] : [letter + next]),
    ]);
  });
}

const HAN = /\p{Script=Han}/u;

/** As a person's name, as words, and with the other readings of its characters, fewest changes first. */
function readingsOf(folded: string): string[] {
  if (!HAN.test(folded)) return [];
  const spoken = [...new Set([read(folded, 'head'), read(folded, 'off')].map((one) => one.join(' ')))];
  const found = new Set(spoken);
  const most = mostReadings(folded);
  const others = [...folded].flatMap((character) => (HAN.test(character) ? [readingsOfOne(character)] : []));
  // Each round changes one syllable more than the one before.
  for (let from = spoken; from.length > 0 && found.size < most; ) {
    const next = from.flatMap((one) => changesOf(one.split(' '), others)).filter((one) => !found.has(one));
    for (const one of next.slice(0, most - found.size)) found.add(one);
    from = found.size < most ? [...new Set(next)] : [];
  }
  return [...found];
}

/** What stands between Chinese characters is one syllable. */
function read(folded: string, surname: 'head' | 'off'): string[] {
  const parts = folded.match(/\p{Script=Han}+|\P{Script=Han}+/gu) ?? [];
  return parts.flatMap((part, at) =>
    HAN.test(part)
      ? pinyin(part, {
          toneType: 'none',
          type: 'array',
          v: true,
          ...(surname === 'head' && at === 0 ? { surname } : {}),
        })
      : [part],
  );
}

/** Passports and habit write 吕 as lu. */
const readingsOfOne = (character: string): string[] =>
  pinyin(character, { toneType: 'none', type: 'array', v: true, multiple: true }).flatMap((reading) =>
    reading.includes('v') ? [reading, reading.replace('v', 'u')] : [reading],
  );

function changesOf(syllables: readonly string[], others: readonly string[][]): string[] {
  // Where a part is no Chinese, or a character has no reading, the places do not tally.
  if (syllables.length !== others.length) return [];
  return others.flatMap((readings, at) => readings.map((reading) => syllables.with(at, reading).join(' ')));
}

/** Whether a name fits a word as the database fits it: `word.name` over the lines of the name. */
export const isNamed = (name: string, word: { name: string }): boolean =>
  linesOf(name).some((line) => new RegExp(word.name).test(line));
