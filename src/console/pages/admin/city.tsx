import { wordOf } from '../../../../templates/zh-CN/word-of.ts';
import type { Answer } from '../../api.ts';
import { useAsk } from '../../ask.ts';
import { useMay } from '../../me.tsx';
import { Answered } from '../../parts/answered.tsx';
import { PageHead, PartHead } from '../../parts/page-head.tsx';
import { ToneTag } from '../../parts/tone-tag.tsx';
import { usePlaces } from '../../parts/use-places.ts';
import { WideTable } from '../../parts/wide-table.tsx';
import { adminWords } from '../../words/zh-CN/admin.ts';
import { words } from '../../words/zh-CN.ts';

type Capacity = Answer<'/api/capacities'>['items'][number];
const said = adminWords.city;

export function Page() {
  const may = useMay();
  const { nameOf } = usePlaces();
  const districts = useAsk('/api/districts');
  const bodies = useAsk('/api/bodies');
  const capacities = useAsk('/api/capacities', {}, { isOff: !may('capacity.read') });
  return (
    <>
      <PageHead title={words.menu.city} />
      <p className="muted">{said.about}</p>
      <PartHead>{said.districts}</PartHead>
      <Answered of={districts}>
        {({ items }) => (
          <WideTable
            rowKey="code"
            dataSource={items}
            columns={[
              { key: 'code', title: said.code, dataIndex: 'code', className: 'number', width: 140 },
              { key: 'name', title: said.districts, dataIndex: 'name' },
              {
                key: 'parent',
                title: said.parent,
                render: (_, { parent }) => (parent ? nameOf(parent) : '—'),
              },
            ]}
          />
        )}
      </Answered>
      <PartHead>{said.bodies}</PartHead>
      <Answered of={bodies}>
        {({ items }) => (
          <WideTable
            rowKey="id"
            dataSource={items}
            columns={[
              { key: 'name', title: adminWords.key.name, dataIndex: 'name' },
              { key: 'kind', title: said.kind, render: (_, { kind }) => wordOf(kind) },
              { key: 'district', title: said.districts, render: (_, { district }) => nameOf(district) },
            ]}
          />
        )}
      </Answered>
      {may('capacity.read') && (
        <>
          <PartHead>{said.capacities}</PartHead>
          <Answered of={capacities}>{({ items }) => <Capacities of={items} />}</Answered>
        </>
      )}
    </>
  );
}

function Capacities({ of }: { of: Capacity[] }) {
  const { nameOf } = usePlaces();
  return (
    <WideTable<Capacity>
      rowKey="id"
      dataSource={of}
      columns={[
        { key: 'body', title: adminWords.key.name, dataIndex: 'bodyName' },
        { key: 'district', title: said.districts, render: (_, { district }) => nameOf(district) },
        { key: 'kind', title: said.capacity, dataIndex: 'kindName' },
        {
          key: 'state',
          title: adminWords.account.state,
          render: (_, { isInForce, confirmed }) => (
            <>
              <ToneTag tone={isInForce ? 'good' : 'plain'}>
                {isInForce ? said.inForce : said.notInForce}
              </ToneTag>
              {!confirmed && <ToneTag tone="soon">{said.unconfirmed}</ToneTag>}
            </>
          ),
        },
        { key: 'from', title: said.from, dataIndex: 'validFrom', className: 'number' },
        {
          key: 'until',
          title: said.until,
          className: 'number',
          render: (_, { validUntil }) => validUntil ?? said.noEnd,
        },
        { key: 'of', title: said.ofBody, render: (_, { ofBodyName }) => ofBodyName ?? '—' },
        {
          key: 'sign',
          title: said.signOff,
          render: (_, { isSignOffRequired }) => (isSignOffRequired ? said.signOffNeeded : '—'),
        },
        { key: 'heading', title: said.heading, dataIndex: 'heading' },
      ]}
    />
  );
}
