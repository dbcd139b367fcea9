/** Lets pieces of a paper flow down its pages: nothing is cut, what belongs together stays together. */
import { AREA } from './sheet.ts';

/** Something of a fixed height. `draw` gets the top of its place on the page. */
export type Item = {
  height: number;
  draw(top: number): void;
  /** Stays on the page of the item after it. */
  keep?: boolean;
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

  let at = 0;
  while (at < items.length) {
    let end = at;
    while (end < items.length - 1 && items[end]!.keep && !items[end + 1]!.opensPage) end += 1;
    const chain = items.slice(at, end + 1);
    const height = chain.reduce((sum, item) => sum + item.height, 0);
    const fits = top + height <= bottom;
    const header = chain[0]!.header?.height ?? 0;
    if (chain[0]!.opensPage && !isFresh) turn();
    else if (!fits && !isFresh && height + header <= AREA.height) turn();
    for (const item of chain) {
      if (top + item.height > bottom && !isFresh) turn();
      if (item.isFoot) top = bottom - TOLERANCE - item.height;
      put(item);
    }
    at = end + 1;
  }
  return page;
}
