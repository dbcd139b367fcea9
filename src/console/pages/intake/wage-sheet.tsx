/** A wage sheet pasted in: who is on it and for how much, shown first, then put into the form. */
import { Button, Drawer, Input } from 'antd';
import { useState } from 'react';
import { wordOf } from '../../../../templates/zh-CN/word-of.ts';
import type { Posted } from '../../api.ts';
import { useOrder } from '../../ask.ts';
import { Trouble } from '../../parts/trouble.tsx';
import { WideTable } from '../../parts/wide-table.tsx';
import { intakeWords } from '../../words/zh-CN/intake.ts';

const said = intakeWords.sheet;
type Sheet = Posted<'/api/sheets/wage-sheet/read'>;
type Line = Sheet['rows'][number];
export type TakenSheet = { workers: object[]; claims: object[] };
const MANY = 20;

export function WageSheet({ take }: { take(sheet: TakenSheet): void }) {
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  const { mutate, data, error, isPending, reset } = useOrder();
  const sheet = data as Sheet | undefined;
  const close = () => setOpen(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{said.paste}</Button>
      <Drawer open={isOpen} title={said.paste} size={720} onClose={close} destroyOnHidden>
        <p className="muted">
          {said.hint}　<a href="/api/sheets/wage-sheet/template">{said.template}</a>
        </p>
        <Input.TextArea
          aria-label={said.text}
          value={text}
          autoSize={{ minRows: 6, maxRows: 14 }}
          onChange={({ target }) => {
            setText(target.value);
            reset();
          }}
        />
        <div className="row" style={{ margin: '12px 0' }}>
          <Button
            disabled={text.trim() === ''}
            loading={isPending}
            onClick={() => mutate({ path: '/api/sheets/wage-sheet/read', body: { text } })}
          >
            {said.read}
          </Button>
        </div>
        {error && <Trouble problem={error} />}
        {sheet && (
          <div role="status">
            <p>
              {said.found} <strong>{sheet.rows.length}</strong> {said.rows}，{said.sum}{' '}
              <strong className="number">{sheet.total}</strong> {said.yuan}
            </p>
            {sheet.problems.length > 0 && (
              <>
                <p className="late">{said.problems}</p>
                <ul>
                  {sheet.problems.map(({ row, column, sentence }) => (
                    <li key={`${row} ${column} ${sentence}`}>{sentence}</li>
                  ))}
                </ul>
              </>
            )}
            <WideTable<Line>
              rowKey="row"
              dataSource={[...sheet.rows]}
              pagination={sheet.rows.length > MANY && { pageSize: MANY, showSizeChanger: false }}
              columns={[
                { key: 'name', title: said.name, dataIndex: 'name' },
                { key: 'head', title: said.head, render: (_, { head }) => wordOf(head) },
                {
                  key: 'amount',
                  title: said.amount,
                  dataIndex: 'amount',
                  align: 'right',
                  className: 'number',
                },
                { key: 'since', title: said.since, dataIndex: 'since', className: 'number' },
                { key: 'until', title: said.until, dataIndex: 'until', className: 'number' },
              ]}
            />
            <Button
              type="primary"
              disabled={sheet.rows.length === 0}
              style={{ marginTop: 12 }}
              onClick={() => {
                take(membersOf(sheet.rows));
                close();
              }}
            >
              {said.take}
            </Button>
          </div>
        )}
      </Drawer>
    </>
  );
}

/** Each person once, however many lines they have; each line a claim of theirs. */
function membersOf(rows: readonly Line[]): TakenSheet {
  const places = new Map<string, number>();
  const workers: object[] = [];
  const claims = rows.map((line) => {
    const { name, idNumber, phone, isConsenting, head, amount, since, until } = line;
    const who = idNumber ?? `${name} ${phone}`;
    const place = places.get(who) ?? workers.push(given({ name, idNumber, phone, isConsenting }));
    places.set(who, place);
    return given({
      head,
      amount,
      basis: `${said.basis} ${line.row} ${said.line}`,
      from: since,
      until,
      worker: place,
    });
  });
  // Whose claim it is goes without saying where there is one worker.
  if (workers.length > 1) return { workers, claims };
  return { workers, claims: claims.map(({ worker: _, ...claim }: Record<string, unknown>) => claim) };
}

const given = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
