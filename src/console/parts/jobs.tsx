/** In the frame: what is under way, how far it is, and where it is found again. */
import { CheckCircleOutlined, LoadingOutlined } from '@ant-design/icons';
import { Button, Popover, Progress } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { jobWords as said } from '../words/zh-CN/jobs.ts';
import { Instant } from './instant.tsx';
import { type Job, percentOf, useJobs } from './use-jobs.tsx';

const placeOf = ({ kind, id, about }: Job) => {
  if (kind === 'import') return `/imports/${id}`;
  return kind === 'reassign' ? '/caseload' : `/rule-packs/${about ?? ''}`;
};
/** As many as the list of jobs has; the drawer a job was ordered from names them all. */
const MOST_NAMED = 20;

export function Jobs() {
  const jobs = useJobs();
  const [isOpen, setOpen] = useState(false);
  const running = jobs.filter(({ isDone }) => !isDone);
  if (jobs.length === 0) return null;
  const [first] = running;
  const name =
    first === undefined
      ? said.ended
      : said.running.replace('{n}', String(running.length)).replace('{percent}', String(percentOf(first)));
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={isOpen}
      onOpenChange={setOpen}
      title={said.title}
      content={
        <ul className="plain" style={{ width: 320, maxWidth: '80vw' }}>
          {jobs.map((job) => (
            <li key={job.id}>
              <OneJob of={job} leave={() => setOpen(false)} />
            </li>
          ))}
        </ul>
      }
    >
      <Button
        aria-expanded={isOpen}
        aria-haspopup="dialog"
        aria-label={name}
        title={name}
        icon={first === undefined ? <CheckCircleOutlined /> : <LoadingOutlined />}
      >
        {first !== undefined && `${percentOf(first)}%`}
      </Button>
    </Popover>
  );
}

function OneJob({ of: job, leave }: { of: Job; leave(): void }) {
  const { sentence, total, done, refused, isDone, at, refusals } = job;
  const unnamed = refused - Math.min(refusals.length, MOST_NAMED);
  return (
    <>
      <Link to={placeOf(job)} onClick={leave}>
        {sentence}
      </Link>{' '}
      <span className="muted">
        <Instant at={at} />
      </span>
      <Progress
        percent={percentOf(job)}
        size="small"
        status={isDone ? 'normal' : 'active'}
        aria-label={sentence}
      />
      <span className="muted">
        {said.counts.replace('{total}', String(total)).replace('{done}', String(done))}
        {refused > 0 && <span className="late">{said.refused.replace('{n}', String(refused))}</span>}
      </span>
      {refusals.length > 0 && (
        <ul>
          {refusals.slice(0, MOST_NAMED).map(({ case: of, receiptNumber, sentence: why }) => (
            <li key={of}>
              <Link to={`/disputes/${of}`} onClick={leave}>
                {receiptNumber}
              </Link>
              ：{why}
            </li>
          ))}
          {unnamed > 0 && <li className="muted">{said.unnamed.replace('{n}', String(unnamed))}</li>}
        </ul>
      )}
    </>
  );
}
