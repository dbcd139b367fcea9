/** The case file 卷宗: cover, index, then every paper and file in order, bound into one PDF with running page numbers. */
import { createHash } from 'node:crypto';
import { caseFileWords } from '../../templates/zh-CN/case-file-words.ts';
import type { Day } from '../domain/day.ts';
import { type Bound, type CaseFileCover, drawFront, type Leaf } from './case-file-front.ts';
import { openBinder } from './pdf-binder.ts';

export type { CaseFileCover } from './case-file-front.ts';

/** A paper or a file brought as evidence. `number` null where it has none; `bytes` null where it is not to be bound in. */
export type CaseFileItem = {
  title: string;
  on: Day;
  number: string | null;
  mediaType: string;
  size: number;
  sha256: string;
  bytes: Buffer | null;
};

export type BoundCaseFile = { pdf: Buffer; pages: number; sha256: string };

/** Of how many bytes of files a case file is made at most: a larger one would open nowhere. */
export const MOST_BOUND_BYTES = 100 * 1024 * 1024;

/** What can become pages at all. */
export function isBindable(mediaType: string): boolean {
  return ['application/pdf', 'image/jpeg', 'image/png'].includes(mediaType);
}

/**
 * Binds PDFs and JPEG and PNG images, one a page; anything else, and what is locked or broken, gets a sheet that names the file,
 * its size and SHA-256. Equal input gives equal bytes. Page numbers run from the first item; cover and index have none.
 * A character no font has is shown as 〓.
 */
export async function bindCaseFile(given: {
  cover: CaseFileCover;
  items: readonly CaseFileItem[];
}): Promise<BoundCaseFile> {
  const binder = await openBinder({
    title: `${caseFileWords.title} ${given.cover.number}`,
    author: given.cover.issuer,
    on: given.cover.boundOn,
  });
  const leaves: Leaf[] = [];
  for (const item of given.items) {
    const { bytes, mediaType } = item;
    if (!isBindable(mediaType)) leaves.push({ kind: 'sheet', why: 'type' });
    else if (bytes === null) leaves.push({ kind: 'sheet', why: 'too-large' });
    else leaves.push(await binder.take(item, bytes));
  }
  const bound = numbered(given.items, leaves);
  const front = await drawFront(given.cover, bound);
  const pdf = await binder.bind(front, bound);
  const sha256 = createHash('sha256').update(pdf).digest('hex');
  return { pdf, pages: front.before + (bound.at(-1)?.lastPage ?? 0), sha256 };
}

/** Each item with the pages it takes, from 1. */
function numbered(items: readonly CaseFileItem[], leaves: readonly Leaf[]): Bound[] {
  let page = 0;
  return items.map((item, index) => {
    const leaf = leaves[index]!;
    const firstPage = page + 1;
    page += leaf.kind === 'pages' ? leaf.count : 1;
    return { item, leaf, firstPage, lastPage: page };
  });
}
