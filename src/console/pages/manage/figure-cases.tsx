import { Tag } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { outcomeWords } from '../../../../templates/zh-CN/figure-words.ts';
import { wordOf } from '../../../../templates/zh-CN/word-of.ts';
import type { Answer } from '../../api.ts';
import { useAsk } from '../../ask.ts';
import { ListOf } from '../../parts/list-of.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { manageWords } from '../../words/zh-CN/manage.ts';

type Row = Answer<'/api/figures/cases'>['items'][number];
const said = manageWords.figures;
const about = ['figure', 'part', 'from', 'until', 'asOf', 'district', 'breakdown', 'slice'];

/** The cases behind one figure: as many as it says. */
export function Page() {
  const [params] = useSearchParams();
  const given = Object.fromEntries([...params].filter(([name]) => about.includes(name)));
  const { data } = useAsk('/api/figures/cases', { query: { ...given, limit: 1 } });
  const back = new URLSearchParams(
    [...params].filter(([name]) => ['from', 'until', 'asOf', 'district'].includes(name)),
  );
  return (
    <>
      <PageHead title={data ? `${data.name}：${data.count} ${said.cases}` : said.listOf}>
        <Link to={`/figures?${back}`}>{said.back}</Link>
      </PageHead>
      {data && (
        <p className="muted">
          {data.from} 至 {data.until}，{said.asOf} {data.asOf}。{data.definition}
        </p>
      )}
      <ListOf<Row>
        path="/api/figures/cases"
        about={about}
        isSearched={false}
        rowKey={({ id }) => id}
        to={({ id }) => `/disputes/${id}`}
        firstSort="-receivedOn"
        columns={[
          {
            key: 'number',
            title: said.number,
            sort: 'receiptNumber',
            show: ({ id, receiptNumber }) => <Link to={`/disputes/${id}`}>{receiptNumber}</Link>,
          },
          {
            key: 'sides',
            title: said.sides,
            show: ({ worker, workerCount, employer }) =>
              `${worker}${workerCount > 1 ? `等 ${workerCount} 人` : ''} 与 ${employer}`,
          },
          {
            key: 'outcome',
            title: said.outcome,
            show: ({ outcome, outcomeOn, reason, state }) => (
              <>
                <Tag>
                  {outcome === null ? wordOf(state) : outcomeWords[outcome as keyof typeof outcomeWords]}
                </Tag>
                <span className="number">{outcomeOn}</span> {reason && wordOf(reason)}
              </>
            ),
          },
          {
            key: 'received',
            title: said.receivedOn,
            sort: 'receivedOn',
            show: ({ receivedOn }) => receivedOn,
          },
          { key: 'days', title: said.days, align: 'right', show: ({ days }) => days, isExtra: true },
          {
            key: 'owner',
            title: said.owner,
            show: ({ ownerName }) => ownerName,
            isExtra: true,
          },
          { key: 'agreed', title: said.money, align: 'right', show: ({ agreed }) => agreed, isExtra: true },
          { key: 'money', title: said.moneyIn, align: 'right', show: ({ money }) => money, isExtra: true },
        ]}
      />
    </>
  );
}
