import type { AccountId } from '../../domain/ids.ts';
import type { AskedWord } from '../../persistence/asked-words.ts';
import { draftsToSearch } from '../../persistence/draft.repository.ts';
import { isNamed } from '../../persistence/name-keys.ts';
import type { Em } from '../../persistence/orm.ts';
import type { Match, Sought } from '../../persistence/search.listing.ts';
import { presentDraft } from './present.ts';

/** One's own drafts are few: they are read, not indexed. */
export async function searchDrafts(em: Em, owner: AccountId, { words, most }: Sought) {
  const drafts = await draftsToSearch(em, owner);
  return drafts
    .map((draft) => ({ draft, matched: words.map((word) => matchIn(draft, word)) }))
    .filter(({ matched }) => matched.every((one) => one !== null))
    .slice(0, most)
    .map(({ draft, matched }) =>
      presentDraft(
        draft,
        matched.filter((one) => one !== null),
      ),
    );
}

function matchIn({ title }: { title: string }, word: AskedWord): Match | null {
  const fits = word.folded === '' ? title.includes(word.typed) : isNamed(title, word);
  return fits ? { by: 'title', text: title } : null;
}
