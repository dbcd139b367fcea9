import { Button } from 'antd';
import { Link } from 'react-router';
import type { Answer } from '../../api.ts';
import { useAsk } from '../../ask.ts';
import { useMay } from '../../me.tsx';
import { Answered } from '../../parts/answered.tsx';
import { Instant } from '../../parts/instant.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { WideTable } from '../../parts/wide-table.tsx';
import { adminWords } from '../../words/zh-CN/admin.ts';
import { words } from '../../words/zh-CN.ts';

type Pack = Answer<'/api/rule-packs'>['items'][number];
const said = adminWords.pack;

export function Page() {
  const may = useMay();
  const packs = useAsk('/api/rule-packs');
  return (
    <>
      <PageHead title={words.menu.rulePacks}>
        {may('rule-pack.preview') && (
          <Link to="/rule-packs/new">
            <Button type="primary" tabIndex={-1}>
              {said.load}
            </Button>
          </Link>
        )}
      </PageHead>
      <p className="muted">{said.about}</p>
      <Answered of={packs}>
        {({ items }) => (
          <WideTable<Pack>
            rowKey="id"
            dataSource={items}
            columns={[
              {
                key: 'name',
                title: said.name,
                render: (_, { id, name }) => <Link to={`/rule-packs/${id}`}>{name}</Link>,
              },
              { key: 'id', title: said.id, dataIndex: 'id' },
              {
                key: 'from',
                title: said.validFrom,
                render: (_, { validFrom }) => `${validFrom} ${said.since}`,
              },
              { key: 'year', title: said.lastYear, render: (_, { lastYear }) => `${lastYear} 年` },
              {
                key: 'by',
                title: said.published,
                render: (_, { publishedAt, publishedByName }) => (
                  <>
                    <Instant at={publishedAt} /> {publishedByName || said.system}
                  </>
                ),
              },
            ]}
          />
        )}
      </Answered>
    </>
  );
}
