import { Descriptions, Empty } from 'antd';
import { Link } from 'react-router';
import { PartHead } from '../../parts/page-head.tsx';
import { ToneTag } from '../../parts/tone-tag.tsx';
import { WideTable } from '../../parts/wide-table.tsx';
import { adminWords } from '../../words/zh-CN/admin.ts';
import type { Preview } from './new-pack.tsx';

const said = adminWords.calendar;

/** Which open clocks the new year moves, and what the year then looks like. */
export function PreviewShown({ of: { cases, elsewhere, becomeFirm, moves, months, year } }: { of: Preview }) {
  return (
    <section aria-label={said.effect}>
      <PartHead>{said.effect}</PartHead>
      <Descriptions
        bordered
        column={{ xs: 1, sm: 1, md: 3 }}
        items={[
          { key: 'cases', label: said.cases, children: `${cases} ${said.item}` },
          { key: 'elsewhere', label: said.elsewhere, children: `${elsewhere} ${said.item}` },
          { key: 'firm', label: said.firm, children: `${becomeFirm} ${said.items}` },
        ]}
      />
      <PartHead>{said.clocks}</PartHead>
      <WideTable<Preview['moves'][number]>
        rowKey={({ case: of, clock }) => `${of} ${clock}`}
        dataSource={moves}
        locale={{ emptyText: <Empty description={elsewhere > 0 ? said.onlyElsewhere : said.none} /> }}
        columns={[
          {
            key: 'case',
            title: adminWords.reading.case,
            render: (_, { case: of, story, receiptNumber }) => (
              <Link to={story === 'referral' ? `/referrals/${of}` : `/disputes/${of}`}>{receiptNumber}</Link>
            ),
          },
          { key: 'clock', title: said.clock, dataIndex: 'name' },
          { key: 'start', title: said.startedOn, dataIndex: 'startedOn', className: 'number' },
          { key: 'was', title: said.was, dataIndex: 'before', className: 'number' },
          {
            key: 'becomes',
            title: said.becomes,
            className: 'number',
            render: (_, { after, days }) =>
              after === null ? (
                <ToneTag tone="bad">{said.cannot}</ToneTag>
              ) : (
                `${after}（${days > 0 ? '+' : ''}${days} 天）`
              ),
          },
        ]}
      />
      <PartHead>
        {year} 年{said.months}
      </PartHead>
      <WideTable
        rowKey="month"
        dataSource={months}
        columns={[
          { key: 'month', title: said.month, render: (_, { month }) => `${month} 月` },
          { key: 'days', title: said.workingDays, dataIndex: 'workingDays', className: 'number' },
          { key: 'off', title: said.offDays, render: (_, { off }) => off.join('、') },
          { key: 'work', title: said.workDays, render: (_, { work }) => work.join('、') },
        ]}
      />
    </section>
  );
}
