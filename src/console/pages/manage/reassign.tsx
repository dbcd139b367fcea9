/** Cases handed to others: what would come of it is shown first, then each is handed over by itself. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Drawer, Form, Input, Progress, Select } from 'antd';
import { useState } from 'react';
import { wordOf } from '../../../../templates/zh-CN/word-of.ts';
import { order, type Posted, Problem } from '../../api.ts';
import { Answered } from '../../parts/answered.tsx';
import { PartHead } from '../../parts/page-head.tsx';
import { ToneTag } from '../../parts/tone-tag.tsx';
import { WideTable } from '../../parts/wide-table.tsx';
import { manageWords } from '../../words/zh-CN/manage.ts';
import { words } from '../../words/zh-CN.ts';

type Preview = Posted<'/api/reassignments/preview'>;
type Move = Preview['items'][number];
/** Case -> what came of it; an empty sentence where it went well. */
type Outcome = ReadonlyMap<string, string>;
const said = manageWords.reassign;

/** Chosen cases, or all that one mediator has open. */
export type Which = { cases: readonly string[] } | { owner: string; name: string };

export function Reassign({ which, close, done }: { which: Which; close(): void; done?(): void }) {
  const client = useQueryClient();
  const [mediator, setMediator] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [isRunning, setRunning] = useState(false);
  const asked = {
    ...('owner' in which ? { owner: which.owner } : { cases: which.cases }),
    ...(mediator === null ? {} : { mediator }),
  };
  const preview = useQuery<Preview, Problem>({
    queryKey: ['reassignments', asked],
    queryFn: async () => (await order('/api/reassignments/preview', asked)) as Preview,
    // What is being carried out is no longer asked what it would be.
    enabled: outcome === null,
    placeholderData: (before) => before,
  });
  const run = async (moves: readonly Move[]) => {
    setRunning(true);
    const told = new Map<string, string>();
    setOutcome(told);
    for (const { case: id, to, seq } of moves) {
      const body = { mediator: to, ...(note.trim() === '' ? {} : { note: note.trim() }) };
      const sentence = await order(`/api/disputes/${id}/assign`, body, { seen: seq }).then(
        () => '',
        (error: unknown) => (error instanceof Problem ? error.message : words.error.title),
      );
      told.set(id, sentence);
      setOutcome(new Map(told));
    }
    setRunning(false);
    await client.invalidateQueries();
  };
  const finish = () => {
    if (outcome !== null) done?.();
    close();
  };
  const title = 'owner' in which ? `${said.handOver}：${which.name}` : said.title;
  return (
    <Drawer open title={title} size={880} onClose={finish} closable={!isRunning} mask={{ closable: false }}>
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
                    disabled={outcome !== null}
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
                    disabled={outcome !== null}
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
              <Moves of={items} outcome={outcome} />
              {outcome !== null && <Ended of={outcome} all={open.length} />}
              <div className="row" style={{ marginTop: 16 }}>
                {outcome === null ? (
                  <Button
                    type="primary"
                    disabled={open.length === 0 || preview.isFetching}
                    onClick={() => void run(open)}
                  >
                    {said.run.replace('{n}', String(open.length))}
                  </Button>
                ) : null}
                <Button disabled={isRunning} onClick={finish}>
                  {outcome === null ? words.form.cancel : said.close}
                </Button>
              </div>
            </>
          );
        }}
      </Answered>
    </Drawer>
  );
}

function sayCandidate(
  { name, districtName, openCases, maxCases, isAway, cases }: Preview['candidates'][number],
  all: number,
): string {
  const load = `${said.load} ${openCases}${maxCases === null ? '' : ` / ${maxCases}`} ${said.cases}`;
  const some = cases < all ? `，${said.some.replace('{n}', String(cases))}` : '';
  return `${name}（${districtName}）${load}${isAway ? `，${said.away}` : ''}${some}`;
}

function Loads({ of: all }: { of: Preview['loads'] }) {
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

function Moves({ of: moves, outcome }: { of: readonly Move[]; outcome: Outcome | null }) {
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
              <Told of={move} told={outcome?.get(move.case)} />
            </div>
          ),
        },
      ]}
    />
  );
}

function Told({ of: { isOpen, isSame, sentence }, told }: { of: Move; told: string | undefined }) {
  if (told === '') return <ToneTag tone="good">{said.done}</ToneTag>;
  if (told !== undefined) return <span className="late">{told}</span>;
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

function Ended({ of: outcome, all }: { of: Outcome; all: number }) {
  const failed = [...outcome.values()].filter((sentence) => sentence !== '').length;
  const good = outcome.size - failed;
  return (
    <div role="status" style={{ marginTop: 12 }}>
      <Progress
        aria-label={said.progress}
        percent={all === 0 ? 100 : Math.round((outcome.size / all) * 100)}
        status={failed > 0 ? 'exception' : 'normal'}
      />
      {said.handed.replace('{n}', String(good)).replace('{all}', String(all))}
      {failed > 0 && `，${said.failed.replace('{n}', String(failed))}`}
    </div>
  );
}
