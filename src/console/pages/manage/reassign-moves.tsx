/** What would come of handing cases over, and what has come of it. */
import { wordOf } from '../../../../templates/zh-CN/word-of.ts';
import type { Posted } from '../../api.ts';
import { ToneTag } from '../../parts/tone-tag.tsx';
import type { Job } from '../../parts/use-jobs.tsx';
import { WideTable } from '../../parts/wide-table.tsx';
import { manageWords } from '../../words/zh-CN/manage.ts';

type Preview = Posted<'/api/reassignments/preview'>;
type Move = Preview['items'][number];
const said = manageWords.reassign;

export function Loads({ of: all }: { of: Preview['loads'] }) {
  const loads = all.filter(({ before, after }) => before !== after);
  if (loads.length === 0) return null;
  return (
    <ul className="plain" aria-label={said.loads}>
      {loads.map(({ account, name, before, after }) => (
        <li key={account} className="number">
          {name}：{said.load} {before} → <strong>{after}</strong> {said.cases}
        </li>
      ))}
    </ul>
  );
}

export function Moves({ of: moves, job }: { of: readonly Move[]; job: Job | undefined }) {
  const refused = new Map(job?.refusals.map((one) => [one.case, one.sentence]));
  return (
    <WideTable<Move>
      rowKey="case"
      dataSource={[...moves]}
      columns={[
        {
          key: 'case',
          title: said.case,
          render: (_, { receiptNumber, worker, employer, state }) => (
            <div className="told">
              {receiptNumber} <span className="muted">{wordOf(state)}</span>
              <br />
              {worker} 与 {employer}
            </div>
          ),
        },
        {
          key: 'move',
          title: said.fromTo,
          render: (_, move) => (
            <div className="told">
              {move.fromName}
              {move.isOpen && ` → ${move.toName}`}
              <br />
              <Told of={move} job={job} refused={refused.get(move.case)} />
            </div>
          ),
        },
      ]}
    />
  );
}

type Ordered = { of: Move; job: Job | undefined; refused: string | undefined };

/** How far a case is that was ordered; else how it would go. */
function Told({ of: { isOpen, isSame, sentence }, job, refused }: Ordered) {
  if (refused !== undefined) return <span className="late">{refused}</span>;
  if (job !== undefined && isOpen)
    return job.isDone ? <ToneTag tone="good">{said.done}</ToneTag> : said.underway;
  if (isSame) return <span className="muted">{said.same}</span>;
  if (!isOpen)
    return (
      <>
        <ToneTag tone="bad">{said.cannot}</ToneTag> {sentence}
      </>
    );
  return (
    <>
      {said.will}
      {sentence && (
        <>
          {' '}
          <ToneTag tone="soon">{sentence}</ToneTag>
        </>
      )}
    </>
  );
}
