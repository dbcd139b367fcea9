import { Table } from 'antd';
import type { Answer } from '../../api.ts';
import { Instant } from '../../parts/instant.tsx';
import { adminWords } from '../../words/zh-CN/admin.ts';

type Event = Answer<'/api/accounts/{id}/events'>['items'][number];
const said = adminWords.account;

/** What became of an account or a key, newest first. */
export function Course({ of }: { of: readonly Event[] }) {
  return (
    <Table<Event>
      size="small"
      rowKey="no"
      pagination={false}
      scroll={{ x: 'max-content' }}
      dataSource={[...of]}
      columns={[
        { key: 'at', title: said.when, render: (_, { at }) => <Instant at={at} /> },
        { key: 'what', title: said.what, dataIndex: 'sentence' },
        { key: 'by', title: said.by, dataIndex: 'byName' },
      ]}
    />
  );
}
