import { Button, Tag } from 'antd';
import { useState } from 'react';
import { ActDrawer } from '../../acts/act-drawer.tsx';
import type { Answer } from '../../api.ts';
import { useAsk } from '../../ask.ts';
import { useMay } from '../../me.tsx';
import { ListOf } from '../../parts/list-of.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { ShownOnce } from '../../parts/shown-once.tsx';
import { ToneTag } from '../../parts/tone-tag.tsx';
import { useAskFirst } from '../../parts/use-ask-first.ts';
import { usePlaces } from '../../parts/use-places.ts';
import { adminWords } from '../../words/zh-CN/admin.ts';
import { words } from '../../words/zh-CN.ts';

type Row = Answer<'/api/service-keys'>['items'][number];
const said = adminWords.key;

export function Page() {
  const may = useMay();
  const { districts, bodies } = usePlaces();
  const scopes = useAsk('/api/service-key-scopes');
  const { askFirst } = useAskFirst();
  const [isCreating, setCreating] = useState(false);
  const [made, setMade] = useState<{ key: string | null } | null>(null);
  const isSetter = may('service-key.set');
  return (
    <>
      <PageHead title={words.menu.serviceKeys}>
        {isSetter && (
          <Button type="primary" onClick={() => setCreating(true)}>
            {said.create}
          </Button>
        )}
      </PageHead>
      <p className="muted">{said.about}</p>
      <ListOf<Row>
        path="/api/service-keys"
        rowKey={({ id }) => id}
        firstSort="-createdAt"
        filters={[
          {
            name: 'isUsable',
            label: said.usableOr,
            options: [
              { value: 'true', label: said.usable },
              { value: 'false', label: said.unusable },
            ],
          },
        ]}
        columns={[
          { key: 'name', title: said.name, sort: 'name', show: ({ name }) => name },
          {
            key: 'state',
            title: adminWords.account.state,
            show: ({ isUsable, revokedAt }) => (
              <ToneTag tone={isUsable ? 'good' : 'plain'}>
                {revokedAt ? said.revoked : isUsable ? said.usable : said.unusable}
              </ToneTag>
            ),
          },
          {
            key: 'scopes',
            title: said.scopes,
            show: ({ scopes: all }) => all.map(({ scope, name }) => <Tag key={scope}>{name}</Tag>),
          },
          {
            key: 'place',
            title: adminWords.account.district,
            show: ({ districtName, bodyName }) => bodyName ?? districtName,
          },
          { key: 'until', title: said.until, sort: 'expiresAt', show: ({ until }) => until },
          { key: 'used', title: said.lastUsed, show: ({ lastUsedOn }) => lastUsedOn ?? said.never },
          {
            key: 'by',
            title: said.createdBy,
            sort: 'createdAt',
            show: ({ createdByName }) => createdByName,
            isExtra: true,
          },
          ...(isSetter
            ? [
                {
                  key: 'revoke',
                  title: said.revoke,
                  show: ({ id, name, revokedAt }: Row) =>
                    revokedAt === null && (
                      <Button
                        size="small"
                        danger
                        aria-label={`${said.revoke} ${name}`}
                        onClick={() =>
                          askFirst(`${said.revoke} ${name}`, said.revokeAsk, {
                            path: `/api/service-keys/${id}/revoke`,
                          })
                        }
                      >
                        {said.revoke}
                      </Button>
                    ),
                },
              ]
            : []),
        ]}
      />
      {isCreating && (
        <ActDrawer
          path="/api/service-keys"
          to="/api/service-keys"
          title={said.create}
          choices={{
            district: districts,
            body: bodies,
            scopes: (scopes.data?.items ?? []).map(({ scope, name }) => ({ value: scope, label: name })),
          }}
          labels={{ name: said.name, body: adminWords.account.body, until: said.until }}
          close={() => setCreating(false)}
          done={(answer) => setMade(answer as { key: string | null })}
        />
      )}
      {made && (
        <ShownOnce title={said.secret} secret={made.key} note={said.secretNote} close={() => setMade(null)} />
      )}
    </>
  );
}
