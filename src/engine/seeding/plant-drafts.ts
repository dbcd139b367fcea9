import { randomUUID } from 'node:crypto';
import type { AccountId } from '../../domain/ids.ts';
import { commandIdWith } from '../../persistence/command.repository.ts';
import { createDraft } from '../../persistence/draft.repository.ts';
import type { Em } from '../../persistence/orm.ts';
import { drafts } from '../../persistence/seeds/city/drafts.ts';

const HOUR = 3_600_000;

/** Of the window's own. */
export async function plantDrafts(em: Em, owner: AccountId, now: Date): Promise<void> {
  for (const { title, daysAgo, content } of drafts) {
    const id = randomUUID();
    const savedAt = new Date(now.getTime() - daysAgo * 24 * HOUR - HOUR);
    const commandId = commandIdWith(owner, id);
    await createDraft(em, { id, owner, kind: 'dispute-intake', title, content, savedAt, commandId });
  }
}
