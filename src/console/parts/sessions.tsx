import { Button, Empty, Tag } from 'antd';
import type { Answer } from '../api.ts';
import { adminWords } from '../words/zh-CN/admin.ts';
import { Instant } from './instant.tsx';
import { WideTable } from './wide-table.tsx';

type Session = Answer<'/api/me/sessions'>['items'][number];
const said = adminWords.session;

/** Where an account is signed in; `end` where one of them can be ended. */
export function Sessions({ of, end }: { of: readonly Session[]; end?: (session: Session) => void }) {
  return (
    <WideTable<Session>
      rowKey="id"
      dataSource={[...of]}
      locale={{ emptyText: <Empty description={adminWords.account.nowhere} /> }}
      columns={[
        { key: 'since', title: said.since, render: (_, one) => <Instant at={one.createdAt} /> },
        { key: 'seen', title: said.seen, render: (_, one) => <Instant at={one.seenAt} /> },
        { key: 'browser', title: said.browser, dataIndex: 'browser' },
        { key: 'address', title: said.address, dataIndex: 'address', className: 'number' },
        { key: 'until', title: said.until, render: (_, one) => <Instant at={one.expiresAt} /> },
        ...(end
          ? [
              {
                key: 'end',
                title: said.end,
                render: (_: unknown, one: Session) =>
                  one.isThis ? (
                    <Tag>{said.here}</Tag>
                  ) : (
                    <Button size="small" onClick={() => end(one)}>
                      {said.end}
                    </Button>
                  ),
              },
            ]
          : []),
      ]}
    />
  );
}
