import { Button } from 'antd';
import { useState } from 'react';
import { ActDrawer } from '../../acts/act-drawer.tsx';
import type { Answer } from '../../api.ts';
import { useAsk } from '../../ask.ts';
import { useMay } from '../../me.tsx';
import { Answered } from '../../parts/answered.tsx';
import { usePlaces } from '../../parts/use-places.ts';
import { WideTable } from '../../parts/wide-table.tsx';
import { adminWords } from '../../words/zh-CN/admin.ts';
import { changeColumn } from './change-column.tsx';

type District = Answer<'/api/districts'>['items'][number];
const said = adminWords.city;

export function Districts() {
  const may = useMay();
  const { districts, nameOf } = usePlaces();
  const found = useAsk('/api/districts');
  const [isAdding, setAdding] = useState(false);
  const [changed, setChanged] = useState<District | null>(null);
  return (
    <>
      {may('city.set') && (
        <p>
          <Button type="primary" onClick={() => setAdding(true)}>
            {said.addDistrict}
          </Button>
        </p>
      )}
      <Answered of={found}>
        {({ items }) => (
          <WideTable<District>
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
              ...changeColumn<District>(may('city.set') ? setChanged : null),
            ]}
          />
        )}
      </Answered>
      {isAdding && (
        <ActDrawer
          path="/api/districts"
          to="/api/districts"
          title={said.addDistrict}
          choices={{ above: districts }}
          labels={{ name: adminWords.key.name, code: `${said.code}（${said.codeHint}）` }}
          close={() => setAdding(false)}
        />
      )}
      {changed && (
        <ActDrawer
          path="/api/districts/{id}/change"
          to={`/api/districts/${changed.code}/change`}
          title={said.change}
          seen={changed.version}
          labels={{ name: adminWords.key.name }}
          initial={{ name: changed.name }}
          close={() => setChanged(null)}
        />
      )}
    </>
  );
}
