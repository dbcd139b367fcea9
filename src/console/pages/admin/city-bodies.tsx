import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { wordOf } from '../../../../templates/zh-CN/word-of.ts';
import { ActDrawer } from '../../acts/act-drawer.tsx';
import type { Answer } from '../../api.ts';
import { useAsk } from '../../ask.ts';
import { useMay } from '../../me.tsx';
import { Answered } from '../../parts/answered.tsx';
import { ToneTag } from '../../parts/tone-tag.tsx';
import { usePlaces } from '../../parts/use-places.ts';
import { WideTable } from '../../parts/wide-table.tsx';
import { adminWords } from '../../words/zh-CN/admin.ts';
import { words } from '../../words/zh-CN.ts';
import { changeColumn } from './change-column.tsx';

type Body = Answer<'/api/bodies'>['items'][number];
const said = adminWords.city;

export function Bodies() {
  const may = useMay();
  const { districts, nameOf } = usePlaces();
  const found = useAsk('/api/bodies');
  const [isAdding, setAdding] = useState(false);
  const [changed, setChanged] = useState<Body | null>(null);
  const [q, setQ] = useState('');
  const [district, setDistrict] = useState<string | null>(null);
  const isShown = (one: Body) =>
    one.name.includes(q.trim()) && (district === null || one.district === district);
  return (
    <>
      <div className="row spread no-print" style={{ marginBottom: 12 }}>
        <div className="row">
          <Input.Search
            value={q}
            onChange={({ target }) => setQ(target.value)}
            allowClear
            aria-label={words.list.search}
            placeholder={words.list.search}
            style={{ width: 220 }}
          />
          <Select
            value={district}
            onChange={(code: string | null) => setDistrict(code ?? null)}
            options={districts}
            allowClear
            aria-label={said.districts}
            placeholder={said.districts}
            style={{ width: 140 }}
          />
        </div>
        {may('city.set') && (
          <Button type="primary" onClick={() => setAdding(true)}>
            {said.addBody}
          </Button>
        )}
      </div>
      <Answered of={found}>
        {({ items }) => (
          <WideTable<Body>
            rowKey="id"
            dataSource={items.filter(isShown)}
            columns={[
              {
                key: 'name',
                title: adminWords.key.name,
                render: (_, { name, closedOn }) => (
                  <>
                    {name} {closedOn && <ToneTag tone="bad">{`${said.closed} ${closedOn}`}</ToneTag>}
                  </>
                ),
              },
              { key: 'kind', title: said.kind, render: (_, { kind }) => wordOf(kind) },
              { key: 'district', title: said.districts, render: (_, { district }) => nameOf(district) },
              { key: 'numbering', title: said.numbering, render: (_, row) => <Numbering of={row} /> },
              ...changeColumn<Body>(may('city.set') ? setChanged : null),
            ]}
          />
        )}
      </Answered>
      {isAdding && (
        <ActDrawer
          path="/api/bodies"
          to="/api/bodies"
          title={said.addBody}
          choices={{ district: districts }}
          labels={{ name: adminWords.key.name }}
          close={() => setAdding(false)}
        />
      )}
      {changed && (
        <ActDrawer
          path="/api/bodies/{id}/change"
          to={`/api/bodies/${encodeURIComponent(changed.id)}/change`}
          title={changed.name}
          seen={changed.version}
          labels={{ name: adminWords.key.name }}
          initial={{
            name: changed.name,
            closedOn: changed.closedOn ?? undefined,
            numbering: changed.numbering.map(({ paper, numberForm }) => ({ paper, numberForm })),
          }}
          // What was emptied is told as such; what is left out would stay.
          compose={(filled) => ({
            ...filled,
            closedOn: filled.closedOn ?? null,
            numbering: filled.numbering ?? [],
          })}
          close={() => setChanged(null)}
        />
      )}
    </>
  );
}

function Numbering({ of: { kind, numbering } }: { of: Body }) {
  const gives = kind === 'union' || kind === 'mediation-centre';
  if (numbering.length === 0) return gives ? said.plainNumbering : '—';
  return (
    <details>
      <summary>{`${numbering.length} 种`}</summary>
      {numbering.map(({ paper, paperName, numberForm }) => (
        <div key={paper}>{`${paperName}：${numberForm}`}</div>
      ))}
    </details>
  );
}
