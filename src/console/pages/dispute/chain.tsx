/** The linkage chain as a picture of its stations: who has it, since when, what comes after what. */
import { Empty } from 'antd';
import { Link } from 'react-router';
import { wordOf } from '../../../../templates/zh-CN/word-of.ts';
import { useMay } from '../../me.tsx';
import { Due } from '../../parts/due.tsx';
import { PartHead } from '../../parts/page-head.tsx';
import { ToneTag } from '../../parts/tone-tag.tsx';
import { WideTable } from '../../parts/wide-table.tsx';
import { caseWords } from '../../words/zh-CN/case.ts';
import { words } from '../../words/zh-CN.ts';
import { ChainPicture } from './chain-picture.tsx';
import type { Dispute } from './choices.ts';

const said = caseWords.chain;
type Referral = Dispute['referrals'][number];

export function Chain({ of: dispute }: { of: Dispute }) {
  const may = useMay();
  const { chain, referrals } = dispute;
  return (
    <>
      {chain.length === 0 && referrals.length === 0 ? (
        <Empty description={said.empty} />
      ) : (
        <ChainPicture of={dispute} />
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
