import { Button } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { wordOf } from '../../../../templates/zh-CN/word-of.ts';
import { incomingChannels, referralStates } from '../../../domain/referral/state.ts';
import { ActDrawer } from '../../acts/act-drawer.tsx';
import type { Answer } from '../../api.ts';
import { useMay, useMe } from '../../me.tsx';
import { Due } from '../../parts/due.tsx';
import { ListOf } from '../../parts/list-of.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { ToneTag } from '../../parts/tone-tag.tsx';
import { usePlaces } from '../../parts/use-places.ts';
import { Views } from '../../parts/views.tsx';
import { dueWords } from '../../words/zh-CN/due.ts';
import { referralPageWords as said } from '../../words/zh-CN/referral.ts';
import { viewWords } from '../../words/zh-CN/views.ts';
import { referralViews } from './views.ts';

type Row = Answer<'/api/referrals'>['items'][number];
const asOptions = (codes: readonly string[]) => codes.map((value) => ({ value, label: wordOf(value) }));

/** What was handed over, either way; who may write down what another body sent, can do so here. */
export function Page() {
  const { bodies, nameOf } = usePlaces();
  const [isBringing, setBringing] = useState(false);
  const navigate = useNavigate();
  const may = useMay();
  const { roles, districts } = useMe();
  return (
    <>
      <PageHead title={said.title}>
        {may('referral.bring') && <Button onClick={() => setBringing(true)}>{said.bring}</Button>}
      </PageHead>
      <Views
        label={viewWords.name}
        path="/api/referrals"
        of={referralViews(roles.every((role) => role === 'liaison'))}
      />
      <ListOf<Row>
        path="/api/referrals"
        rowKey={({ id }) => id}
        to={({ id }) => `/referrals/${id}`}
        firstSort="-openedOn"
        filters={[
          {
            name: 'direction',
            label: said.filters.direction,
            options: asOptions(['incoming', 'outgoing']),
            width: 100,
          },
          {
            name: 'state',
            label: said.filters.state,
            options: asOptions(referralStates.filter((state) => state !== 'new')),
          },
          { name: 'channel', label: said.filters.channel, options: asOptions(incomingChannels), width: 190 },
          { name: 'body', label: said.filters.body, options: bodies, width: 220 },
          {
            name: 'due',
            label: dueWords.label,
            options: dueWords.spans,
            width: 120,
          },
        ]}
        columns={[
          {
            key: 'number',
            title: said.columns.number,
            show: ({ id, parentNumber, childNumber }) => (
              <Link to={`/referrals/${id}`}>{parentNumber ?? childNumber ?? said.alone}</Link>
            ),
          },
          { key: 'from', title: said.columns.from, show: ({ fromName }) => <Body name={fromName} /> },
          { key: 'to', title: said.columns.to, show: ({ toName }) => <Body name={toName} /> },
          {
            key: 'state',
            title: said.columns.state,
            show: ({ state, urgency }) => (
              <>
                <ToneTag tone="plain">{wordOf(state)}</ToneTag>
                {urgency === 'urgent' && <ToneTag tone="bad">{wordOf(urgency)}</ToneTag>}
              </>
            ),
          },
          {
            key: 'next',
            title: said.columns.next,
            sort: 'nextOn',
            show: ({ nextOn, dueOn }) => <Due on={dueOn ?? nextOn} />,
          },
          { key: 'outcome', title: said.columns.outcome, show: ({ outcome }) => outcome && wordOf(outcome) },
          {
            key: 'opened',
            title: said.columns.openedOn,
            sort: 'openedOn',
            show: ({ openedOn }) => openedOn,
            isExtra: true,
          },
          {
            key: 'other',
            title: said.columns.otherNumber,
            show: ({ otherNumber }) => otherNumber,
            isExtra: true,
          },
          // Whoever has one district reads it nowhere else.
          ...(districts.length > 1
            ? [
                {
                  key: 'district',
                  title: said.columns.district,
                  show: ({ district }: Row) => nameOf(district),
                  isExtra: true,
                },
              ]
            : []),
        ]}
      />
      {isBringing && (
        <ActDrawer
          path="/api/referrals"
          to="/api/referrals"
          title={said.bring}
          choices={{ fromBody: bodies, toBody: bodies }}
          close={() => setBringing(false)}
          done={(answer) => void navigate(`/referrals/${(answer as { case: string }).case}`)}
        />
      )}
    </>
  );
}

const Body = ({ name }: { name: string }) => <span className="sentence narrow">{name}</span>;
