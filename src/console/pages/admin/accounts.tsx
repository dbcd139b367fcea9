import { Button, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { wordOf } from '../../../../templates/zh-CN/word-of.ts';
import { roles } from '../../../domain/role.ts';
import { ActDrawer } from '../../acts/act-drawer.tsx';
import type { Answer } from '../../api.ts';
import { useMay } from '../../me.tsx';
import { ListOf } from '../../parts/list-of.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { usePlaces } from '../../parts/use-places.ts';
import { adminWords } from '../../words/zh-CN/admin.ts';
import { words } from '../../words/zh-CN.ts';
import { AccountTags } from './account-tags.tsx';
import { OneTime, type WithPassword } from './one-time.tsx';

type Row = Answer<'/api/accounts'>['items'][number];
const said = adminWords.account;

export function Page() {
  const may = useMay();
  const { districts, bodies } = usePlaces();
  const [isCreating, setCreating] = useState(false);
  const [made, setMade] = useState<WithPassword | null>(null);
  return (
    <>
      <PageHead title={words.menu.accounts}>
        {may('account.set') && (
          <Button type="primary" onClick={() => setCreating(true)}>
            {said.create}
          </Button>
        )}
      </PageHead>
      <ListOf<Row>
        path="/api/accounts"
        rowKey={({ id }) => id}
        to={({ id }) => `/accounts/${id}`}
        firstSort="login"
        filters={[
          {
            name: 'role',
            label: said.roles,
            options: roles.map((value) => ({ value, label: wordOf(value) })),
          },
          { name: 'district', label: said.district, options: districts },
          {
            name: 'isActive',
            label: said.activeOr,
            options: [
              { value: 'true', label: said.active },
              { value: 'false', label: said.inactive },
            ],
          },
        ]}
        columns={[
          {
            key: 'login',
            title: said.login,
            sort: 'login',
            show: ({ id, login }) => <Link to={`/accounts/${id}`}>{login}</Link>,
          },
          { key: 'name', title: said.name, sort: 'name', show: ({ name }) => name },
          {
            key: 'roles',
            title: said.roles,
            show: ({ roles: all }) => all.map(({ code, name }) => <Tag key={code}>{name}</Tag>),
          },
          {
            key: 'district',
            title: said.district,
            sort: 'district',
            show: ({ districtName }) => districtName,
          },
          { key: 'body', title: said.body, show: ({ bodyName }) => bodyName, isExtra: true },
          { key: 'state', title: said.state, show: (row) => <AccountTags of={row} /> },
          {
            key: 'open',
            title: said.openCases,
            align: 'right',
            show: ({ openCases }) => openCases,
            isExtra: true,
          },
          {
            key: 'sessions',
            title: said.sessions,
            align: 'right',
            show: ({ sessions }) => sessions,
            isExtra: true,
          },
        ]}
      />
      {isCreating && (
        <ActDrawer
          path="/api/accounts"
          to="/api/accounts"
          title={said.create}
          choices={{ district: districts, body: bodies }}
          labels={{ name: said.name, body: said.body }}
          close={() => setCreating(false)}
          done={(answer) => setMade(answer as WithPassword)}
        />
      )}
      {made && <OneTime of={made} close={() => setMade(null)} />}
    </>
  );
}
