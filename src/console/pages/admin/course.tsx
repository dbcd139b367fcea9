import type { Answer } from '../../api.ts';
import { Instant } from '../../parts/instant.tsx';
import { WideTable } from '../../parts/wide-table.tsx';
import { adminWords } from '../../words/zh-CN/admin.ts';

type Event = Answer<'/api/accounts/{id}/events'>['items'][number];
const said = adminWords.account;

/** What became of an account or a key, newest first. */
export function Course({ of }: { of: readonly Event[] }) {
  return (
    <WideTable<Event>
      rowKey="no"
      dataSource={[...of]}
      columns={[
        { key: 'at', title: said.when, render: (_, { at }) => <Instant at={at} /> },
        { key: 'what', title: said.what, dataIndex: 'sentence' },
        { key: 'by', title: said.by, dataIndex: 'byName' },
      ]}
    />
  );
}
