import { Descriptions, Empty } from 'antd';
import { wordOf } from '../../../../templates/zh-CN/word-of.ts';
import { Due } from '../../parts/due.tsx';
import { PartHead } from '../../parts/page-head.tsx';
import { ToneTag } from '../../parts/tone-tag.tsx';
import { WideTable } from '../../parts/wide-table.tsx';
import { caseWords } from '../../words/zh-CN/case.ts';
import type { Dispute } from './choices.ts';
import { OnScreen, Words } from './own-acts.tsx';

const said = caseWords.agreement;
type Whole = NonNullable<Dispute['agreement']>;
const fen = (yuan: string) => BigInt(yuan.replace('.', ''));
const yuan = (sum: bigint) => `${sum / 100n}.${String(sum % 100n).padStart(2, '0')}`;

export function Agreement({ of: { agreement, doors, requests, parties } }: { of: Dispute }) {
  const nameOf = (id: string) => parties.find((one) => one.id === id)?.name ?? wordOf(id);
  return (
    <>
      {agreement ? <Terms of={agreement} nameOf={nameOf} /> : <Empty description={said.empty} />}
      {requests.length > 0 && (
        <>
          <PartHead>{said.requests}</PartHead>
          <ul className="plain">
            {requests.map(({ no, what, on, seen, paid }) => (
              <li key={no}>
                {on}　{wordOf(what)}
                {paid !== null && `：${seen ?? ''} → ${paid}`}
              </li>
            ))}
          </ul>
        </>
      )}
      <PartHead>{said.doors}</PartHead>
      <ul className="plain">
        {doors.map(({ door, isOpen, isDefault, why, article }) => (
          <li key={door}>
            <strong>{wordOf(door)}</strong> {isDefault && <ToneTag tone="good">{said.isDefault}</ToneTag>}
            {!isOpen && <ToneTag tone="plain">{said.closed}</ToneTag>}{' '}
            <span className="muted">
              {why} {article}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Terms({ of: agreement, nameOf }: { of: Whole; nameOf(id: string): string }) {
  const { door, draftedOn, checkedBy, signedOffOn, effectiveOn, lockedIn, instalments, duties } = agreement;
  const days: [label: string, shown: string | null][] = [
    [said.door, wordOf(door)],
    [said.draftedOn, `${draftedOn}（${checkedBy === null ? said.notChecked : said.checkedBy}）`],
    [said.signedOff, signedOffOn],
    [said.effectiveOn, effectiveOn],
    [said.lockedIn, lockedIn === null ? null : wordOf(lockedIn)],
  ];
  const due = instalments.reduce((sum, { amount }) => sum + fen(amount), 0n);
  const paid = instalments.reduce((sum, one) => sum + fen(one.paid), 0n);
  return (
    <>
      <Descriptions
        size="small"
        bordered
        column={{ xs: 1, md: 2 }}
        items={days.flatMap(([label, shown]) =>
          shown === null ? [] : [{ key: label, label, children: shown }],
        )}
      />
      <OnScreen of={agreement} nameOf={nameOf} />
      <PartHead>{said.instalments}</PartHead>
      <WideTable<Whole['instalments'][number]>
        rowKey="no"
        dataSource={[...instalments]}
        columns={[
          { key: 'no', title: said.no, dataIndex: 'no', className: 'number' },
          {
            key: 'due',
            title: said.dueOn,
            render: (_, one) => (fen(one.paid) < fen(one.amount) ? <Due on={one.dueOn} /> : one.dueOn),
          },
          { key: 'amount', title: said.due, align: 'right', className: 'number', dataIndex: 'amount' },
          { key: 'paid', title: said.paid, align: 'right', className: 'number', dataIndex: 'paid' },
          {
            key: 'left',
            title: said.left,
            align: 'right',
            className: 'number',
            render: (_, one) => yuan(fen(one.amount) - fen(one.paid)),
          },
          { key: 'visited', title: said.visited, dataIndex: 'visitedOn', className: 'number' },
        ]}
        summary={() => (
          <tr className="ant-table-row number">
            <td className="ant-table-cell" colSpan={2}>
              {said.sum}
            </td>
            {[due, paid, due - paid].map((sum, index) => (
              <td
                key={['due', 'paid', 'left'][index]}
                className="ant-table-cell"
                style={{ textAlign: 'right' }}
              >
                {yuan(sum)}
              </td>
            ))}
            <td className="ant-table-cell" />
          </tr>
        )}
      />
      <Words of={agreement} nameOf={nameOf} />
      {duties.length > 0 && (
        <>
          <PartHead>{said.duties}</PartHead>
          <ul className="plain">
            {duties.map(({ no, who, dueOn, doneOn }) => (
              <li key={no}>
                第 {no} 项　{nameOf(who)}　{doneOn ? `${doneOn} ${said.done}` : <Due on={dueOn} />}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
