/** One breakdown of a period's figures: drawn, and as a table whose numbers open their cases. */
import { Link, useNavigate } from 'react-router';
import { type Answer, fileAddress } from '../../api.ts';
import { useAsk } from '../../ask.ts';
import { Answered } from '../../parts/answered.tsx';
import { PartHead } from '../../parts/page-head.tsx';
import { WideTable } from '../../parts/wide-table.tsx';
import { manageWords } from '../../words/zh-CN/manage.ts';
import { Chart } from './chart.tsx';
import type { PeriodAsked } from './period.tsx';

type Slice = Answer<'/api/figures/breakdown'>['items'][number];
type Breakdown = Answer<'/api/figures/breakdown'>['breakdown'];
const said = manageWords.figures;

const counted = ['received', 'agreed', 'failed'] as const;
type Counted = (typeof counted)[number] | 'open' | 'accepted' | 'notAccepted' | 'performed';

type BrokenDown = { by: Breakdown; title: string; series: readonly Counted[]; isLying: boolean };

export const brokenDown = {
  month: { by: 'month', title: said.months, series: counted, isLying: false },
  district: { by: 'district', title: said.counties, series: counted, isLying: true },
  mediator: { by: 'mediator', title: said.mediators, series: counted, isLying: true },
  head: { by: 'head', title: said.heads, series: ['received'], isLying: true },
  channel: { by: 'channel', title: said.channels, series: ['received'], isLying: true },
  ageing: { by: 'ageing', title: said.ageing, series: ['open'], isLying: false },
} as const satisfies Record<string, BrokenDown>;

const figureOf = (column: Counted) => (column === 'notAccepted' ? 'not-accepted' : column);
const percent = (value: string | null) => (value === null ? '—' : `${(Number(value) * 100).toFixed(1)}%`);

export function Broken({
  of: { by, title, series, isLying },
  period,
  about,
}: {
  of: BrokenDown;
  period: PeriodAsked;
  about: string;
}) {
  const navigate = useNavigate();
  const query = { ...period, breakdown: by };
  const found = useAsk('/api/figures/breakdown', { query });
  const listOf = (slice: string, column: Counted) =>
    `/figures/cases?${new URLSearchParams({ ...query, slice, figure: figureOf(column) })}`;
  const column = (key: Counted) => ({
    ...{ key, title: said[key], align: 'right' as const, className: 'number' },
    render: (_: unknown, row: Slice) => (
      <Link to={listOf(row.key, key)} aria-label={`${row.name} ${said[key]} ${row[key]}`}>
        {row[key]}
      </Link>
    ),
  });
  const isOneYear = by === 'month' && period.from.slice(0, 4) === period.until.slice(0, 4);
  const isOpenOnly = series.includes('open');
  return (
    <>
      <PartHead>{title}</PartHead>
      <Answered of={found}>
        {({ items }) => {
          const rows = isLying ? byWeight(items) : items;
          return (
            <Chart
              of={{
                ...{
                  title,
                  about,
                  isLying,
                  labels: rows.map(({ name }) => (isOneYear ? name.replace(/^\d+ 年 /, '') : name)),
                },
                series: series.map((one) => ({ name: said[one], values: rows.map((row) => row[one]) })),
                chosen: (label, place) => {
                  const [row, one] = [rows[label], series[place]];
                  if (row && one) void navigate(listOf(row.key, one));
                },
              }}
              workbook={fileAddress('/api/figures/breakdown', { ...query, format: 'xlsx' })}
            >
              <WideTable<Slice>
                rowKey="key"
                dataSource={rows}
                columns={[
                  { key: 'name', title, dataIndex: 'name' },
                  ...(isOpenOnly
                    ? [column('open')]
                    : [
                        ...counted.map(column),
                        {
                          ...{ key: 'rate', title: said.successRate, align: 'right' as const },
                          ...{
                            className: 'number',
                            render: (_: unknown, row: Slice) => percent(row.successRate),
                          },
                        },
                      ]),
                ]}
              />
            </Chart>
          );
        }}
      </Answered>
    </>
  );
}

const byWeight = (rows: readonly Slice[]) => rows.toSorted((a, b) => b.received - a.received);
