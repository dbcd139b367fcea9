/** The linkage chain as a picture of its stations: who has it, since when, what comes after what. */
import { Empty } from 'antd';
import { Link } from 'react-router';
import { wordOf } from '../../../../templates/zh-CN/word-of.ts';
import { useMay } from '../../me.tsx';
import { Due } from '../../parts/due.tsx';
import { PartHead } from '../../parts/page-head.tsx';
import { ToneTag } from '../../parts/tone-tag.tsx';
import { usePlaces } from '../../parts/use-places.ts';
import { WideTable } from '../../parts/wide-table.tsx';
import { caseWords } from '../../words/zh-CN/case.ts';
import { words } from '../../words/zh-CN.ts';
import type { Dispute } from './choices.ts';

const said = caseWords.chain;
type Referral = Dispute['referrals'][number];

export function Chain({ of: { chain, referrals } }: { of: Dispute }) {
  const may = useMay();
  const { bodies } = usePlaces();
  const nameOf = (id: string) => bodies.find(({ value }) => value === id)?.label ?? id;
  return (
    <>
      {chain.length === 0 ? (
        <Empty description={said.empty} />
      ) : (
        <ol className="stations" aria-label={caseWords.sides.chain}>
          {chain.map(({ no, body, after, why, status, referral }) => {
            const sent = referrals.find(({ id }) => id === referral);
            return (
              <li key={no} data-status={status}>
                <span className="muted">
                  {said.station} {no} {said.stop}
                </span>
                <strong>{nameOf(body)}</strong>
                <span>{wordOf(why)}</span>
                <ToneTag tone={toneOf(status)}>{wordOf(status)}</ToneTag>
                {sent ? (
                  <span className="muted number">
                    {said.since} {sent.openedOn} <Due on={sent.dueOn ?? sent.nextOn} isShort />
                  </span>
                ) : (
                  <span className="muted">
                    {after.length > 0 ? `${said.after} ${after.join('、')} ${said.stop}` : said.notStarted}
                  </span>
                )}
              </li>
            );
          })}
        </ol>
      )}
      <PartHead>{said.referrals}</PartHead>
      <WideTable<Referral>
        rowKey="id"
        dataSource={[...referrals]}
        locale={{ emptyText: <Empty description={said.noReferrals} /> }}
        columns={[
          { key: 'to', title: '接收单位', render: (_, { toName }) => toName },
          { key: 'from', title: '移送单位', render: (_, { fromName }) => fromName },
          {
            key: 'state',
            title: '状态',
            render: (_, { state }) => <ToneTag tone="plain">{wordOf(state)}</ToneTag>,
          },
          { key: 'outcome', title: '结果', render: (_, { outcome }) => outcome && wordOf(outcome) },
          { key: 'on', title: '移送日', dataIndex: 'openedOn', className: 'number' },
          { key: 'due', title: '期限', render: (_, { dueOn, nextOn }) => <Due on={dueOn ?? nextOn} /> },
          {
            key: 'to-it',
            title: words.list.act,
            render: (_, { id }) =>
              may('referral.read') && <Link to={`/referrals/${id}`}>{said.referral}</Link>,
          },
        ]}
      />
    </>
  );
}

const toneOf = (status: string) =>
  status === 'done' ? 'good' : status === 'skipped' ? 'plain' : status === 'planned' ? 'plain' : 'soon';
