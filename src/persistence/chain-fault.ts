/** Tells which row of a hash chain is the first that is not as it was written, and what became of it. */
import { CHAIN_START } from './hash-chain.ts';

export type Link = {
  place: number;
  hash: string;
  previousHash: string;
  /** Whether the row's own hash is right when it stands at this place. */
  isWholeAt(place: number): boolean;
};

export type Fault = { place: number; why: 'missing' | 'changed' | 'added' | 're-ordered' };

/** `links` in the order of their places; `from` and `previous` are where the chain is taken up, `head` its end where that is known. */
export function firstFault(
  links: readonly Link[],
  { from = 1, previous = CHAIN_START, head }: { from?: number; previous?: string; head?: string } = {},
): Fault | null {
  let before = previous;
  for (const [index, link] of links.entries()) {
    const place = from + index;
    if (link.place !== place || link.previousHash !== before || !link.isWholeAt(place))
      return diagnose(links, index, { from, place, before, head });
    before = link.hash;
  }
  const last = links.at(-1);
  return last === undefined || head === undefined || head === last.hash
    ? null
    : { place: last.place, why: 'changed' };
}

type At = { from: number; place: number; before: string; head: string | undefined };

function diagnose(links: readonly Link[], index: number, at: At): Fault {
  const link = links[index]!;
  const { from, place } = at;
  if (link.place < from) return { place: link.place, why: 'added' };
  const isElsewhere = links.some((one) => one.place !== place && one.isWholeAt(place));
  if (link.place > place) return { place, why: isElsewhere ? 're-ordered' : 'missing' };
  if (link.isWholeAt(place)) return brokenLink(links, index, at);
  const home = links.map((one) => one.place).find((one) => link.isWholeAt(one)) ?? homeBeyond(links, link);
  // What stands where this one belongs took its place.
  if (home !== null && home < place) return { place: home, why: 'added' };
  if (home !== null) return { place, why: isElsewhere ? 're-ordered' : 'missing' };
  return { place, why: isElsewhere ? 'added' : 'changed' };
}

/** Rows that closed a gap belong one place further on than the last. */
function homeBeyond(links: readonly Link[], link: Link): number | null {
  const next = links.at(-1)!.place + 1;
  return link.isWholeAt(next) ? next : null;
}

/** A row that is whole does not follow the one before it: one of the two was written anew, hash and all. */
function brokenLink(links: readonly Link[], index: number, { from, place, before, head }: At): Fault {
  const link = links[index]!;
  const isTwin = (one: Link, at: number) => one.place !== at && one.isWholeAt(at);
  if (links.some((one) => isTwin(one, place) && one.previousHash === before)) return { place, why: 'added' };
  if (links.some((one) => isTwin(one, place - 1) && one.hash === link.previousHash))
    return { place: place - 1, why: 'added' };
  const after = links[index + 1]?.previousHash ?? head;
  const isFollowed = after === undefined || after === link.hash;
  return { place: isFollowed && place > from ? place - 1 : place, why: 'changed' };
}
