import { Button } from 'antd';
import { useState } from 'react';
import { ActDrawer } from '../../acts/act-drawer.tsx';
import type { Answer } from '../../api.ts';
import { useAsk } from '../../ask.ts';
import { useMay } from '../../me.tsx';
import { Answered } from '../../parts/answered.tsx';
import { ToneTag } from '../../parts/tone-tag.tsx';
import { usePlaces } from '../../parts/use-places.ts';
import { WideTable } from '../../parts/wide-table.tsx';
import { adminWords } from '../../words/zh-CN/admin.ts';
import { changeColumn } from './change-column.tsx';

type Capacity = Answer<'/api/capacities'>['items'][number];
const said = adminWords.city;

export function Capacities() {
  const may = useMay();
  const { bodies, centres } = usePlaces();
  const found = useAsk('/api/capacities');
  const [isAdding, setAdding] = useState(false);
  const [changed, setChanged] = useState<Capacity | null>(null);
  return (
    <>
      {may('city.set') && (
        <p>
          <Button type="primary" onClick={() => setAdding(true)}>
            {said.addCapacity}
          </Button>
        </p>
      )}
      <Answered of={found}>
        {({ items }) => <Rows of={items} change={may('city.set') ? setChanged : null} />}
      </Answered>
      {isAdding && (
        <ActDrawer
          path="/api/capacities"
          to="/api/capacities"
          title={said.addCapacity}
          choices={{ body: centres, ofBody: bodies }}
          labels={{ kind: said.capacity }}
          close={() => setAdding(false)}
        />
      )}
      {changed && (
        <ActDrawer
          path="/api/capacities/{id}/change"
          to={`/api/capacities/${encodeURIComponent(changed.id)}/change`}
          title={`${changed.bodyName}：${changed.kindName}`}
          seen={changed.version}
          initial={{
            heading: changed.heading,
            validUntil: changed.validUntil ?? undefined,
            isSignOffRequired: changed.isSignOffRequired,
            confirmed: changed.confirmed,
          }}
          // A last day that was emptied is told as such; what is left out would stay.
          compose={(filled) => ({ ...filled, validUntil: filled.validUntil ?? null })}
          close={() => setChanged(null)}
        />
      )}
    </>
  );
}

function Rows({ of, change }: { of: Capacity[]; change: ((row: Capacity) => void) | null }) {
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
        ...changeColumn<Capacity>(change),
      ]}
    />
  );
}
