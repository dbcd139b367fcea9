/** Cases handed to others: what would come of it is shown first, then they are ordered as one job, which goes on without the page. */
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Drawer, Form, Input, Progress, Select } from 'antd';
import { useRef, useState } from 'react';
import { order, type Posted, type Problem } from '../../api.ts';
import { useOrder } from '../../ask.ts';
import { Answered } from '../../parts/answered.tsx';
import { PartHead } from '../../parts/page-head.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { type Job, percentOf, useJobs } from '../../parts/use-jobs.tsx';
import { manageWords } from '../../words/zh-CN/manage.ts';
import { words } from '../../words/zh-CN.ts';
import { Loads, Moves } from './reassign-moves.tsx';

type Preview = Posted<'/api/reassignments/preview'>;
const said = manageWords.reassign;

/** Chosen cases, or all that one mediator has open. */
export type Which = { cases: readonly string[] } | { owner: string; name: string };

export function Reassign({ which, close, done }: { which: Which; close(): void; done?(): void }) {
  const [mediator, setMediator] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const { mutate, data, error, isPending, isSuccess } = useOrder();
  const ordered = data as Job | undefined;
  const job = useJobs().find(({ id }) => id === ordered?.id) ?? ordered;
  const asked = {
    ...('owner' in which ? { owner: which.owner } : { cases: which.cases }),
    ...(mediator === null ? {} : { mediator }),
  };
  const preview = useQuery<Preview, Problem>({
    queryKey: ['reassignments', asked],
    queryFn: async () => (await order('/api/reassignments/preview', asked)) as Preview,
    // What is being carried out is no longer asked what it would be.
    enabled: !isPending && !isSuccess,
    placeholderData: (before) => before,
  });
  // The same moves however often they are sent are one order; changed ones are another.
  const last = useRef({ content: '', key: '' });
  const run = (items: Preview['items']) => {
    const moves = items.map(({ case: id, to, seq }) => ({ case: id, mediator: to, seq }));
    const body = { moves, ...(note.trim() === '' ? {} : { note: note.trim() }) };
    const content = JSON.stringify(body);
    if (last.current.content !== content) last.current = { content, key: crypto.randomUUID() };
    mutate({ path: '/api/reassignments', body, key: last.current.key });
  };
  const finish = () => {
    if (isSuccess) done?.();
    close();
  };
  const title = 'owner' in which ? `${said.handOver}：${which.name}` : said.title;
  return (
    <Drawer open title={title} size={880} onClose={finish} mask={{ closable: false }}>
      <p className="muted">{said.about}</p>
      <Answered of={preview}>
        {({ items, loads, candidates, isCut, referrals }) => {
          const open = items.filter(({ isOpen }) => isOpen);
          return (
            <>
              <Form layout="vertical">
                <Form.Item label={said.to} htmlFor="reassign-to">
                  <Select
                    id="reassign-to"
                    disabled={isPending || isSuccess}
                    value={mediator ?? ''}
                    showSearch={{ optionFilterProp: 'label' }}
                    onChange={(chosen: string) => setMediator(chosen || null)}
                    optionRender={({ label }) => <span style={{ whiteSpace: 'normal' }}>{label}</span>}
                    options={[
                      { value: '', label: said.each },
                      ...candidates.map((one) => ({
                        value: one.account,
                        label: sayCandidate(one, items.length),
                      })),
                    ]}
                  />
                </Form.Item>
                <Form.Item label={`${said.note}${words.form.optional}`} htmlFor="reassign-note">
                  <Input
                    id="reassign-note"
                    disabled={isPending || isSuccess}
                    value={note}
                    maxLength={200}
                    onChange={({ target }) => setNote(target.value)}
                  />
                </Form.Item>
              </Form>
              {isCut && <Alert type="warning" title={said.cut} style={{ marginBottom: 12 }} />}
              {referrals > 0 && (
                <Alert
                  type="info"
                  title={said.referrals.replace('{n}', String(referrals))}
                  style={{ marginBottom: 12 }}
                />
              )}
              <Loads of={loads} />
              <PartHead>
                {said.moves}：{said.go} {open.length} {said.cases}
                {items.length > open.length && `，${said.stay} ${items.length - open.length} ${said.cases}`}
              </PartHead>
              <Moves of={items} job={job} />
              {job && <Progressed of={job} />}
              {error && <Trouble problem={error} />}
              <div className="row" style={{ marginTop: 16 }}>
                {!isSuccess && (
                  <Button
                    type="primary"
                    loading={isPending}
                    disabled={open.length === 0 || preview.isFetching}
                    onClick={() => run(open)}
                  >
                    {said.run.replace('{n}', String(open.length))}
                  </Button>
                )}
                <Button onClick={finish}>{endOf(job)}</Button>
              </div>
            </>
          );
        }}
      </Answered>
    </Drawer>
  );
}

function endOf(job: Job | undefined): string {
  if (job === undefined) return words.form.cancel;
  return job.isDone ? said.close : said.leave;
}

function sayCandidate(
  { name, districtName, openCases, maxCases, isAway, cases }: Preview['candidates'][number],
  all: number,
): string {
  const load = `${said.load} ${openCases}${maxCases === null ? '' : ` / ${maxCases}`} ${said.cases}`;
  const some = cases < all ? `，${said.some.replace('{n}', String(cases))}` : '';
  return `${name}（${districtName}）${load}${isAway ? `，${said.away}` : ''}${some}`;
}

function Progressed({ of: job }: { of: Job }) {
  const { done, total, refused, isDone } = job;
  return (
    <div role="status" style={{ marginTop: 12 }}>
      <Progress
        aria-label={said.progress}
        percent={percentOf(job)}
        status={refused > 0 ? 'exception' : 'normal'}
      />
      {said.handed.replace('{n}', String(done)).replace('{all}', String(total))}
      {refused > 0 && `，${said.failed.replace('{n}', String(refused))}`}
      {!isDone && <p className="muted">{said.goesOn}</p>}
    </div>
  );
}
