import { Empty } from 'antd';
import { wordOf } from '../../../../templates/zh-CN/word-of.ts';
import { Due } from '../../parts/due.tsx';
import { Instant } from '../../parts/instant.tsx';
import { ToneTag } from '../../parts/tone-tag.tsx';
import { WideTable } from '../../parts/wide-table.tsx';
import { referralPageWords } from '../../words/zh-CN/referral.ts';
import type { Referral } from './referral.tsx';

const said = referralPageWords;

/** What both sides said and sent, oldest first. */
export function Thread({ of: { thread, fromName, toName } }: { of: Referral }) {
  if (thread.length === 0) return <Empty description={said.thread.none} />;
  return (
    <ol className="course" aria-label={said.thread.title}>
      {thread.map(({ seq, on, sentence, actorName, side, recordedAt, text, materials, enclosed }) => (
        <li key={seq}>
          <span className="number">{on}</span>　<strong>{sentence}</strong>
          <span className="muted">
            {`　${side === 'sender' ? fromName : toName} ${actorName}　`}
            <Instant at={recordedAt} />
          </span>
          {text && <p className="lines">{text}</p>}
          {materials.length > 0 && <p>{materials.join('；')}</p>}
          {enclosed.length > 0 && (
            <p>
              {said.thread.files}：
              {enclosed.map(({ id, name, file }) =>
                file === null ? (
                  <span key={id}>{name}　</span>
                ) : (
                  <a key={id} href={file} target="_blank" rel="noreferrer" style={{ marginInlineEnd: 12 }}>
                    {name}
                  </a>
                ),
              )}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

export function Hops({ of }: { of: Referral['hops'] }) {
  return (
    <WideTable<Referral['hops'][number]>
      rowKey={({ hop, startedOn }) => `${hop} ${startedOn}`}
      dataSource={[...of]}
      columns={[
        {
          key: 'name',
          title: said.hops.title,
          render: (_, { name, provisional }) => (
            <>
              {name} {provisional && <ToneTag tone="soon">{said.hops.provisional}</ToneTag>}
            </>
          ),
        },
        { key: 'since', title: said.hops.since, dataIndex: 'startedOn', className: 'number' },
        {
          key: 'due',
          title: said.hops.due,
          render: (_, { dueOn, endedOn }) =>
            endedOn === null ? <Due on={dueOn} /> : <span className="number">{dueOn}</span>,
        },
        {
          key: 'until',
          title: said.hops.until,
          render: (_, { endedOn, outcome }) =>
            endedOn && `${endedOn}${outcome ? `（${wordOf(outcome)}）` : ''}`,
        },
      ]}
    />
  );
}
