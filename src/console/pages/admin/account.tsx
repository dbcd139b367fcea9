import { Button, Descriptions } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { ActDrawer } from '../../acts/act-drawer.tsx';
import type { Answer } from '../../api.ts';
import { useAsk } from '../../ask.ts';
import { useMay } from '../../me.tsx';
import { Answered } from '../../parts/answered.tsx';
import { Instant } from '../../parts/instant.tsx';
import { PageHead, PartHead } from '../../parts/page-head.tsx';
import { Sessions } from '../../parts/sessions.tsx';
import { useAskFirst } from '../../parts/use-ask-first.ts';
import { usePlaces } from '../../parts/use-places.ts';
import { adminWords } from '../../words/zh-CN/admin.ts';
import { AccountTags } from './account-tags.tsx';
import { Course } from './course.tsx';
import { OneTime, type WithPassword } from './one-time.tsx';

type Account = Answer<'/api/accounts/{id}'>;
const said = adminWords.account;

export function Page() {
  const { id = '' } = useParams();
  const may = useMay();
  const found = useAsk('/api/accounts/{id}', { path: { id } });
  const events = useAsk('/api/accounts/{id}/events', { path: { id } });
  const sessions = useAsk('/api/accounts/{id}/sessions', { path: { id } }, { isOff: !may('account.set') });
  return (
    <Answered of={found}>
      {(account) => (
        <>
          <PageHead title={`${account.name}（${account.login}）`}>
            {may('account.set') && <Acts account={account} />}
            {may('reading.read') && <Link to={`/readings?account=${id}`}>{said.readings}</Link>}
          </PageHead>
          <Descriptions
            size="small"
            bordered
            column={{ xs: 1, sm: 1, md: 2, lg: 3 }}
            items={[
              { key: 'state', label: said.state, children: <AccountTags of={account} /> },
              { key: 'roles', label: said.roles, children: account.roles.map(({ name }) => name).join('、') },
              { key: 'district', label: said.district, children: account.districtName },
              { key: 'body', label: said.body, children: account.bodyName ?? '—' },
              { key: 'open', label: said.openCases, children: account.openCases },
              { key: 'created', label: said.createdAt, children: <Instant at={account.createdAt} /> },
            ]}
          />
          {may('account.set') && (
            <>
              <PartHead>{said.where}</PartHead>
              <Answered of={sessions}>{({ items }) => <Sessions of={items} />}</Answered>
            </>
          )}
          <PartHead>{said.course}</PartHead>
          <Answered of={events}>{({ items }) => <Course of={items} />}</Answered>
        </>
      )}
    </Answered>
  );
}

function Acts({ account }: { account: Account }) {
  const { id, version, name, roles, district, body, isActive, lockedUntil, sessions } = account;
  const { districts, bodies } = usePlaces();
  const { act, askFirst } = useAskFirst();
  const [isChanging, setChanging] = useState(false);
  const [reset, setReset] = useState<WithPassword | null>(null);
  const path = `/api/accounts/${id}`;
  return (
    <>
      <Button onClick={() => setChanging(true)}>{said.change}</Button>
      <Button
        onClick={() =>
          askFirst(said.reset, said.resetAsk, { path: `${path}/reset-password` }, (answer) =>
            setReset(answer as WithPassword),
          )
        }
      >
        {said.reset}
      </Button>
      {lockedUntil !== null && <Button onClick={() => act({ path: `${path}/unlock` })}>{said.unlock}</Button>}
      {sessions > 0 && (
        <Button onClick={() => askFirst(said.endSessions, said.endAsk, { path: `${path}/sessions/end` })}>
          {said.endSessions}
        </Button>
      )}
      {isChanging && (
        <ActDrawer
          path="/api/accounts/{id}/change"
          to={`${path}/change`}
          title={said.change}
          seen={version}
          choices={{ district: districts, body: bodies }}
          labels={{ name: said.name, body: said.body }}
          initial={{ name, roles: roles.map(({ code }) => code), district, body, isActive }}
          // A body that was taken away is told as such; what is left out would stay.
          compose={(filled) => ({ ...filled, body: filled.body ?? null })}
          close={() => setChanging(false)}
        />
      )}
      {reset && <OneTime of={reset} close={() => setReset(null)} />}
    </>
  );
}
