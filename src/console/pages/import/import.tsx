/** One import: how far it is, and what came of each line. */
import { Alert, Progress } from 'antd';
import { Link, useParams } from 'react-router';
import type { Answer } from '../../api.ts';
import { useAsk } from '../../ask.ts';
import { Answered } from '../../parts/answered.tsx';
import { ListOf } from '../../parts/list-of.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { ToneTag } from '../../parts/tone-tag.tsx';
import { importWords as said } from '../../words/zh-CN/import.ts';

type Import = Answer<'/api/imports/{id}'>;
type Line = Answer<'/api/imports/{id}/lines'>['items'][number];
/** Whoever brought it is told as it goes on; others look now and then. */
const EVERY_MS = 5000;

export function Page() {
  const { id = '' } = useParams();
  const until = ({ isDone }: Import) => isDone;
  const found = useAsk('/api/imports/{id}', { path: { id } }, { everyMs: EVERY_MS, until });
  return <Answered of={found}>{(one) => <One of={one} />}</Answered>;
}

const statuses = ['done', 'refused', 'skipped', 'pending'] as const;
const tones = { done: 'good', refused: 'bad', skipped: 'plain', pending: 'soon' } as const;

function One({ of: one }: { of: Import }) {
  const { id, fileName, total, pending, isDone, sameAs } = one;
  return (
    <>
      <PageHead title={fileName ?? said.pasted} />
      <Progress
        percent={total === 0 ? 100 : Math.floor(((total - pending) / total) * 100)}
        aria-label={said.progress}
        status={isDone ? 'normal' : 'active'}
      />
      <p role="status">
        {isDone ? said.whole : said.underway}{' '}
        {statuses.map((status) => `${said.columns[status]} ${one[status]}`).join('，')}
      </p>
      {sameAs !== null && (
        <Alert type="info" showIcon title={<Link to={`/imports/${sameAs}`}>{said.same}</Link>} />
      )}
      {/* What came of the lines is read anew whenever more of them are done. */}
      <ListOf<Line>
        key={pending === 0 ? 'whole' : 'underway'}
        path="/api/imports/{id}/lines"
        inPath={{ id }}
        rowKey={({ row }) => String(row)}
        firstSort="row"
        filters={[
          {
            name: 'status',
            label: said.columns.status,
            options: statuses.map((value) => ({ value, label: said.columns[value] })),
          },
        ]}
        columns={[
          { key: 'row', title: said.columns.row, sort: 'row', align: 'right', show: ({ row }) => row },
          {
            key: 'status',
            title: said.columns.status,
            sort: 'status',
            show: ({ status, statusWord }) => <ToneTag tone={tones[status]}>{statusWord}</ToneTag>,
          },
          {
            key: 'problems',
            title: said.columns.problems,
            show: ({ problems }) => (
              <ul className="plain">
                {problems.map(({ column, sentence }) => (
                  <li key={`${column} ${sentence}`}>{sentence}</li>
                ))}
              </ul>
            ),
          },
          {
            key: 'case',
            title: said.columns.case,
            show: ({ case: of, receiptNumber }) => of && <Link to={`/disputes/${of}`}>{receiptNumber}</Link>,
          },
        ]}
      />
    </>
  );
}
