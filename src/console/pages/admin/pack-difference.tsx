import { Empty, Select, Tag } from 'antd';
import { useState } from 'react';
import { useAsk } from '../../ask.ts';
import { Answered } from '../../parts/answered.tsx';
import { WideTable } from '../../parts/wide-table.tsx';
import { adminWords } from '../../words/zh-CN/admin.ts';
import { type Difference, differencesOf, type PackContent } from './pack-content.ts';

const said = adminWords.pack;

/** This pack beside another: the one published before it, unless another is chosen. */
export function PackDifference({ id, content }: { id: string; content: PackContent }) {
  const packs = useAsk('/api/rule-packs').data?.items ?? [];
  const byTime = [...packs].sort((a, b) => a.publishedAt.localeCompare(b.publishedAt));
  const before = byTime[byTime.findIndex((one) => one.id === id) - 1]?.id;
  const [chosen, setChosen] = useState<string>();
  const other = chosen ?? before;
  const found = useAsk('/api/rule-packs/{id}', { path: { id: other ?? '' } }, { isOff: other === undefined });
  const others = packs.filter((one) => one.id !== id);
  if (packs.length > 0 && others.length === 0) return <Empty description={said.first} />;
  return (
    <>
      <div className="row" style={{ marginBottom: 12 }}>
        <span className="muted">{said.against}</span>
        <Select
          aria-label={said.against}
          value={other ?? null}
          options={others.map((one) => ({ value: one.id, label: one.name }))}
          onChange={setChosen}
          style={{ minWidth: 260 }}
        />
      </div>
      {other !== undefined && (
        <Answered of={found}>
          {(one) => <Differences of={differencesOf(one.content as unknown as PackContent, content)} />}
        </Answered>
      )}
    </>
  );
}

function Differences({ of }: { of: Difference[] }) {
  return (
    <WideTable<Difference>
      rowKey="name"
      dataSource={of}
      pagination={of.length > 100 ? { pageSize: 100 } : false}
      locale={{ emptyText: <Empty description={said.noDifference} /> }}
      columns={[
        {
          key: 'kind',
          title: adminWords.account.what,
          render: (_, { before, after }) => (
            <Tag>{before === null ? said.added : after === null ? said.removed : said.changed}</Tag>
          ),
        },
        { key: 'name', title: adminWords.key.name, dataIndex: 'name' },
        { key: 'before', title: said.before, render: (_, { before }) => <del>{before}</del> },
        { key: 'after', title: said.after, dataIndex: 'after' },
      ]}
    />
  );
}
