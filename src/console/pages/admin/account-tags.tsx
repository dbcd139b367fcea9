import type { Answer } from '../../api.ts';
import { sayInstant } from '../../parts/instant.tsx';
import { ToneTag } from '../../parts/tone-tag.tsx';
import { adminWords } from '../../words/zh-CN/admin.ts';

const said = adminWords.account;

export function AccountTags({ of }: { of: Answer<'/api/accounts/{id}'> }) {
  return (
    <>
      <ToneTag tone={of.isActive ? 'good' : 'plain'}>{of.isActive ? said.active : said.inactive}</ToneTag>
      {of.lockedUntil && (
        <ToneTag tone="bad">
          {said.locked} {readable(of.lockedUntil)}
        </ToneTag>
      )}
      {of.hasOneTimePassword && <ToneTag tone="soon">{said.oneTime}</ToneTag>}
    </>
  );
}

/** The API gives it as the clock on the wall says it, or as an instant. */
const readable = (until: string) => (/T.*Z$/.test(until) ? sayInstant(until) : until);
