import { Empty } from 'antd';
import { wordOf } from '../../../../templates/zh-CN/word-of.ts';
import { Due } from '../../parts/due.tsx';
import { PartHead } from '../../parts/page-head.tsx';
import { ToneTag } from '../../parts/tone-tag.tsx';
import { WideTable } from '../../parts/wide-table.tsx';
import { caseWords } from '../../words/zh-CN/case.ts';
import { ownActWords } from '../../words/zh-CN/own-acts.ts';
import type { Dispute } from './choices.ts';
import { saidToDay } from './own-acts.tsx';

const said = caseWords.mediation;

export function Mediation({ of: { sessions, proposals, calls, parties } }: { of: Dispute }) {
  const nameOf = (id: string) => parties.find((one) => one.id === id)?.name ?? wordOf(id);
  return (
    <>
      <PartHead>{said.sessions}</PartHead>
      <WideTable<Dispute['sessions'][number]>
        rowKey="no"
        dataSource={[...sessions]}
        locale={{ emptyText: <Empty description={said.noSessions} /> }}
        columns={[
          { key: 'no', title: '次', dataIndex: 'no', className: 'number' },
          {
            key: 'planned',
            title: said.planned,
            render: (_, { plannedOn, heldOn }) => (heldOn === null ? <Due on={plannedOn} /> : plannedOn),
          },
          {
            key: 'held',
            title: said.held,
            render: (_, { heldOn }) => heldOn ?? <ToneTag tone="plain">{said.notHeld}</ToneTag>,
          },
          { key: 'way', title: '方式', render: (_, { way }) => way && wordOf(way) },
          {
            key: 'answers',
            title: ownActWords.answers,
            render: (_, { answers }) => saidToDay(answers, nameOf),
          },
          {
            key: 'postponed',
            title: said.postponed,
            render: (_, { postponed }) =>
              postponed.map(({ from, by, on }) => `${from} → ${on}（${wordOf(by)}）`).join('；'),
          },
        ]}
      />
      <PartHead>{said.proposals}</PartHead>
      <WideTable<Dispute['proposals'][number]>
        rowKey="no"
        dataSource={[...proposals]}
        locale={{ emptyText: <Empty description={said.noProposals} /> }}
        columns={[
          { key: 'no', title: '次', dataIndex: 'no', className: 'number' },
          { key: 'on', title: '日期', dataIndex: 'on', className: 'number' },
          { key: 'by', title: said.by, render: (_, { by }) => wordOf(by) },
          { key: 'amount', title: '金额（元）', align: 'right', className: 'number', dataIndex: 'amount' },
          {
            key: 'answers',
            title: said.answers,
            render: (_, { answers }) =>
              Object.entries(answers)
                .map(([who, answer]) => `${nameOf(who)}：${wordOf(answer)}`)
                .join('；'),
          },
        ]}
      />
      <PartHead>{said.calls}</PartHead>
      <WideTable<Dispute['calls'][number]>
        rowKey={({ party, on, way, isReached }) => `${party}${on}${way}${isReached}`}
        dataSource={[...calls]}
        locale={{ emptyText: <Empty description={said.noCalls} /> }}
        columns={[
          { key: 'on', title: '日期', dataIndex: 'on', className: 'number' },
          { key: 'party', title: '当事人', render: (_, { party }) => nameOf(party) },
          { key: 'way', title: '方式', render: (_, { way }) => wordOf(way) },
          {
            key: 'reached',
            title: '结果',
            render: (_, { isReached }) => (isReached ? said.reached : said.notReached),
          },
        ]}
      />
    </>
  );
}
