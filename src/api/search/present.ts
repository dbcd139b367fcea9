/** One line for each thing found. */
import { searchWords as words } from '../../../templates/zh-CN/search-words.ts';
import { wordOf } from '../../../templates/zh-CN/word-of.ts';
import type {
  Match,
  searchDisputes,
  searchPapers,
  searchReferrals,
} from '../../persistence/search.listing.ts';

type Found<F extends (...given: never[]) => Promise<unknown[]>> = Awaited<ReturnType<F>>[number];
const say = (sentence: string, facts: Record<string, string | number>) =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? '')).trim();

export const presentMatch = ({ by, text }: Match) => ({
  by,
  text,
  sentence: say(words.matched, { by: words.by[by], text }),
});

export const presentDispute = (row: Found<typeof searchDisputes>) => ({
  kind: 'dispute',
  id: row.id,
  case: row.id,
  title: say(words.dispute, {
    number: row.receiptNumber,
    worker: row.workerCount > 1 ? say(words.workers, { worker: row.worker, n: row.workerCount }) : row.worker,
    employer: row.employer,
    state: wordOf(row.state),
  }),
  matched: row.matched.map(presentMatch),
});

export const presentReferral = (row: Found<typeof searchReferrals>) => ({
  kind: 'referral',
  id: row.id,
  case: row.id,
  title: say(words.referral, {
    number: row.otherNumber ?? row.receiptNumber ?? words.noNumber,
    from: row.fromName,
    to: row.toName,
    state: wordOf(row.state),
  }),
  matched: row.matched.map(presentMatch),
});

export const presentPaper = (row: Found<typeof searchPapers>) => ({
  kind: 'paper',
  id: row.id,
  case: row.case,
  title: say(words.paper, {
    number: row.number,
    kind: wordOf(row.kind),
    receiptNumber: row.receiptNumber ?? '',
  }),
  matched: row.matched.map(presentMatch),
});

export const presentDraft = ({ id, title }: { id: string; title: string }, matched: readonly Match[]) => ({
  kind: 'draft',
  id,
  case: null,
  title: say(words.draft, { title }),
  matched: matched.map(presentMatch),
});
