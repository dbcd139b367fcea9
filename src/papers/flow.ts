/** Lets pieces of a paper flow down its pages: nothing is cut, what belongs together stays together. */
import { AREA } from './sheet.ts';

/** Something of a fixed height. `draw` gets the top of its place on the page. */
export type Item = {
  height: number;
  draw(top: number): void;
  /** Stays on the page of the item after it: `next` always, `group` where the whole group fits on a page. */
  keep?: 'next' | 'group' | undefined;
  /** Drawn again at the top of a page where the item opens one. */
  header?: Item;
  /** Empty space or a dividing line: left out at the top of a page. */
  isSpace?: boolean;
  /** Opens a page of its own. */
  opensPage?: boolean;
  /** Stands at the foot of the page on which the items before it end. */
  isFoot?: boolean;
};

/** Fractions of a point that sums of line heights may be off. */
const TOLERANCE = 0.5;

/** `open` begins a page, given its number from 1, and returns the top of what may be filled. Returns the count of pages. */
export function flow(items: readonly Item[], open: (page: number) => number): number {
  const bottom = AREA.top + AREA.height + TOLERANCE;
  let page = 1;
  let top = open(page);
  let isFresh = true;
  const turn = () => {
    page += 1;
    top = open(page);
    isFresh = true;
  };
  const put = (item: Item) => {
    if (isFresh && item.isSpace) return;
    if (isFresh && item.header) {
      item.header.draw(top);
      top += item.header.height;
    }
    item.draw(top);
    top += item.height;
    isFresh = false;
  };

  for (const chain of chainsOf(items)) {
    const height = heightOf(chain);
    const header = chain[0]!.header?.height ?? 0;
    const isTooTall = height + header > AREA.height;
    if (!isFresh && (chain[0]!.opensPage || (top + height > bottom && !isTooTall))) turn();
    for (const item of chain) {
      const fits = top + item.height <= bottom;
      if (!fits && item.isSpace) continue;
      if (!fits && !isFresh) turn();
      if (item.isFoot) top = bottom - TOLERANCE - item.height;
      put(item);
    }
  }
  return page;
}

/** What stays together: groups, or where one is taller than a page, the parts of it that always stay together. */
function chainsOf(items: readonly Item[]): (readonly Item[])[] {
  return split(items, ['next', 'group']).flatMap((group) =>
    heightOf(group) > AREA.height ? split(group, ['next']) : [group],
  );
}

function split(items: readonly Item[], keeps: readonly Item['keep'][]): (readonly Item[])[] {
  const chains: Item[][] = [];
  for (const [index, item] of items.entries()) {
    const isKept = index > 0 && keeps.includes(items[index - 1]!.keep) && !item.opensPage;
    if (isKept) chains.at(-1)!.push(item);
    else chains.push([item]);
  }
  return chains;
}

/** Without the empty space a chain ends with. */
function heightOf(items: readonly Item[]): number {
  const end = items.findLastIndex((item) => !item.isSpace) + 1;
  return items.slice(0, end).reduce((sum, item) => sum + item.height, 0);
}
