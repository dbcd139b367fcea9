import { sayInstant } from '../../parts/instant.tsx';
import { ShownOnce } from '../../parts/shown-once.tsx';
import { adminWords } from '../../words/zh-CN/admin.ts';

export type WithPassword = {
  account: { name: string; login: string };
  oneTimePassword: string | null;
  oneTimeUntil: string | null;
};

export function OneTime({ of, close }: { of: WithPassword; close(): void }) {
  const { account, oneTimePassword, oneTimeUntil } = of;
  return (
    <ShownOnce
      title={`${account.name}（${account.login}）${adminWords.account.password}`}
      secret={oneTimePassword}
      note={`${adminWords.account.passwordNote} ${oneTimeUntil === null ? '' : sayInstant(oneTimeUntil)}。`}
      close={close}
    />
  );
}
