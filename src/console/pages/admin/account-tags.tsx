import { Tag } from 'antd';
import type { Answer } from '../../api.ts';
import { sayInstant } from '../../parts/instant.tsx';
import { adminWords } from '../../words/zh-CN/admin.ts';

const said = adminWords.account;

export function AccountTags({ of }: { of: Answer<'/api/accounts/{id}'> }) {
  return (
    <>
      <Tag color={of.isActive ? 'green' : 'default'}>{of.isActive ? said.active : said.inactive}</Tag>
      {of.lockedUntil && (
        <Tag color="red">
          {said.locked} {readable(of.lockedUntil)}
        </Tag>
      )}
      {of.hasOneTimePassword && <Tag color="gold">{said.oneTime}</Tag>}
    </>
  );
}

/** The API gives it as the clock on the wall says it, or as an instant. */
const readable = (until: string) => (/T.*Z$/.test(until) ? sayInstant(until) : until);
