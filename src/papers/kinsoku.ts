/** Where Chinese lines may break 禁则: what may not start or end a line, what stays in one piece. */

/** A tick box stays with what it stands for. */
const OPENING = '（《〈「『【〔〖“‘([{￥¥$№☐☑';
const CLOSING = '，。、；：？！）》〉」』】〕〗”’…·～‰℃°,.;:?!)]}%';
/** Follow a figure without a break: 2026年, 1,200.00元, 15日. */
const UNITS = '年月日时分秒元角万亿％';
/** Full-width marks with an empty half, which may be given up where a line is tight. */
const EMPTY_BEFORE = '（《〈「『【〔〖“‘';
const EMPTY_AFTER = '，。、；：？！）》〉」』】〕〗”’';

export const JOINER = '\u2060';

/** `word`: Latin letters, figures and their marks, which stay together; `han`: all that may break on both sides. */
export type ClusterKind = 'han' | 'opening' | 'closing' | 'word' | 'space';

export function kindOf(cluster: string): ClusterKind {
  if (cluster === ' ' || cluster === '\u3000') return 'space';
  if (OPENING.includes(cluster)) return 'opening';
  if (CLOSING.includes(cluster)) return 'closing';
  return cluster.codePointAt(0)! < 0x2000 ? 'word' : 'han';
}

/** Which half of a full-width mark is empty, if any. */
export function emptyHalf(cluster: string): 'before' | 'after' | null {
  if (EMPTY_BEFORE.includes(cluster)) return 'before';
  return EMPTY_AFTER.includes(cluster) ? 'after' : null;
}

/** Whether a line may end after `before` and the next begin with `after`. */
export function mayBreak(before: string, after: string): boolean {
  const [left, right] = [kindOf(before), kindOf(after)];
  if (right === 'space') return false;
  if (left === 'space') return right !== 'closing';
  if (left === 'opening' || right === 'closing') return false;
  if (before === after && before === '—') return false;
  if (isWordLike(before) && isWordLike(after)) return false;
  return !(isFigure(before) && UNITS.includes(after));
}

/** Whether a justified line may open a gap here: not inside words, figures with their unit, and dates. */
export function mayStretch(before: string, after: string): boolean {
  if (isWordLike(before) && isWordLike(after)) return false;
  if (isFigure(before) && UNITS.includes(after)) return false;
  return !('年月'.includes(before) && isFigure(after));
}

/** Where a word longer than a line is torn: between two of its letters, never before a mark that closes. */
export function mayTear(before: string, after: string): boolean {
  return (
    isWordLike(before) && isWordLike(after) && kindOf(after) !== 'closing' && kindOf(before) !== 'opening'
  );
}

/** Splits text into what is set as one: a character, or the pair ——. */
export function clustersOf(text: string): string[] {
  return text.match(/——|./gsu) ?? [];
}

function isFigure(cluster: string): boolean {
  return /^\d$/.test(cluster);
}

function isWordLike(cluster: string): boolean {
  return cluster !== ' ' && cluster.codePointAt(0)! < 0x2000 && cluster !== '·';
}
