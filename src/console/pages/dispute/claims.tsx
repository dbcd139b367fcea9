import { Button, Empty } from 'antd';
import { useState } from 'react';
import { ActDrawer } from '../../acts/act-drawer.tsx';
import { PartHead } from '../../parts/page-head.tsx';
import { ToneTag } from '../../parts/tone-tag.tsx';
import { WideTable } from '../../parts/wide-table.tsx';
import { caseWords } from '../../words/zh-CN/case.ts';
import type { Dispute } from './choices.ts';
import { ClaimFacts } from './claim-facts.tsx';

const said = caseWords.claims;
type Claim = Dispute['claims'][number];
const MANY = 50;

export function Claims({ of: dispute }: { of: Dispute }) {
  const { id, claims, limitation, facts, actions, seq, parties } = dispute;
  const isGroup = claims.some(({ party }) => party !== null);
  const [isComputed, setComputed] = useState(false);
  const [asked, setAsked] = useState<Claim | null>(null);
  const mayRecord = actions.includes('record-claim-facts');
  return (
    <>
      <WideTable<Claim>
        rowKey="no"
        dataSource={[...claims]}
        pagination={claims.length > MANY && { pageSize: MANY, showSizeChanger: false }}
        expandable={{
          columnTitle: said.steps,
          expandedRowRender: (claim) => <Working of={claim} />,
        }}
        columns={[
          { key: 'head', title: said.head, dataIndex: 'headName' },
          ...(isGroup
            ? [
                {
                  key: 'whose',
                  title: said.whose,
                  render: (_: unknown, { party }: Claim) =>
                    parties.find((one) => one.id === party)?.name ?? said.everyone,
                },
              ]
            : []),
          { key: 'amount', title: said.amount, dataIndex: 'amount', align: 'right', className: 'number' },
          { key: 'basis', title: said.basis, dataIndex: 'basis' },
          { key: 'route', title: said.route, render: (_, { route }) => route.pathName },
          {
            key: 'final',
            title: said.final,
            render: (_, { isFinal }) =>
              isFinal === null ? said.unknown : isFinal ? said.isFinal : said.isNotFinal,
          },
          ...(mayRecord
            ? [
                {
                  key: 'act',
                  title: said.act,
                  className: 'no-print',
                  render: (_: unknown, claim: Claim) =>
                    claim.kinds.length > 0 && (
                      <Button
                        size="small"
                        aria-label={`${claim.no}. ${claim.headName}：${claim.facts ? said.change : said.record}`}
                        onClick={() => setAsked(claim)}
                      >
                        {claim.facts ? said.change : said.record}
                      </Button>
                    ),
                },
              ]
            : []),
        ]}
      />
      {actions.includes('compute-claims') && (
        <Button className="no-print" style={{ marginTop: 8 }} onClick={() => setComputed(true)}>
          {said.compute}
        </Button>
      )}
      {isComputed && (
        <ActDrawer
          path="/api/disputes/{id}/claims/compute"
          to={`/api/disputes/${id}/claims/compute`}
          title={said.compute}
          seen={seq}
          close={() => setComputed(false)}
        />
      )}
      {asked && <ClaimFacts of={dispute} claim={asked} close={() => setAsked(null)} />}
      <PartHead>{said.limitation}</PartHead>
      <ul className="plain">
        {limitation.heads.map(({ head, headName, lastSafeDay, provisional, explanation, articles }) => (
          <li key={head}>
            <details>
              <summary>
                {headName}：{said.lastSafeDay}{' '}
                <strong className="number">{lastSafeDay ?? said.unknown}</strong>{' '}
                {provisional && <ToneTag tone="soon">{caseWords.clocks.provisional}</ToneTag>}
              </summary>
              <Lines of={[...explanation, ...articles]} />
            </details>
          </li>
        ))}
      </ul>
      <PartHead>{said.events}</PartHead>
      {limitation.events.length === 0 && <Empty description={said.noEvents} />}
      <ul className="plain">
        {limitation.events.map((event) => (
          <li key={event.seq}>
            {event.on}　{event.kindName}
            {event.evidence && `　${event.evidence}`}
          </li>
        ))}
      </ul>
      <PartHead>{said.facts}</PartHead>
      <p className="lines">{facts}</p>
    </>
  );
}

function Working({ of: { working, route, finality } }: { of: Claim }) {
  return (
    <>
      {working ? (
        <>
          <strong>{said.working}</strong>
          <Lines of={working.steps.map(({ text, amount }) => `${text}　${amount} 元`)} />
          <Lines of={[...working.articles, ...working.warnings]} />
        </>
      ) : (
        <p>{said.notComputed}</p>
      )}
      <p className="muted">
        {said.route}：{route.pathName}，{route.reason}（{route.article}）
      </p>
      <p className="muted">
        {said.final}：{finality}
      </p>
    </>
  );
}

const Lines = ({ of }: { of: readonly string[] }) => (
  <ul style={{ margin: '4px 0', paddingInlineStart: 20 }}>
    {of.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
);
