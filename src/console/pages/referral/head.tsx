import { Descriptions } from 'antd';
import { Link } from 'react-router';
import { wordOf } from '../../../../templates/zh-CN/word-of.ts';
import { useMay } from '../../me.tsx';
import { PartHead } from '../../parts/page-head.tsx';
import { referralPageWords } from '../../words/zh-CN/referral.ts';
import type { Referral } from './referral.tsx';

const said = referralPageWords.head;
const brief = referralPageWords.brought;

export function ReferralHead({ of: referral }: { of: Referral }) {
  const { direction, channel, procedure, otherNumber, openedOn, receivedOn, closedOn, outcome } = referral;
  const { reason, request, materials, contact, origin, child, reminders, slip } = referral;
  const days = [
    `${openedOn} ${said.sent}`,
    receivedOn && `${receivedOn} ${said.received}`,
    closedOn && `${closedOn} ${said.closed}`,
  ].filter(Boolean);
  const rows: [label: string, shown: React.ReactNode][] = [
    [said.origin, origin && <CaseLink to={origin} />],
    [said.child, child && <CaseLink to={child} />],
    [said.direction, wordOf(direction)],
    [said.channel, channel && [wordOf(channel), procedure && wordOf(procedure)].filter(Boolean).join('，')],
    [referralPageWords.columns.otherNumber, otherNumber],
    [said.days, days.join('，') + (reminders > 0 ? `；${said.reminders} ${reminders} ${said.times}` : '')],
    [said.outcome, outcome && wordOf(outcome)],
    [
      said.reason,
      <p key="reason" className="lines" style={{ margin: 0 }}>
        {reason}
      </p>,
    ],
    [
      said.request,
      <p key="request" className="lines" style={{ margin: 0 }}>
        {request}
      </p>,
    ],
    [
      said.materials,
      materials.length > 0 && (
        <ol style={{ margin: 0, paddingInlineStart: 20 }}>
          {materials.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ol>
      ),
    ],
    [said.contact, contact],
    [
      said.slip,
      slip && (
        <a href={slip.file} target="_blank" rel="noreferrer">
          {said.openSlip}
        </a>
      ),
    ],
  ];
  return (
    <Descriptions
      size="small"
      bordered
      column={1}
      items={rows.flatMap(([label, shown]) => (shown ? [{ key: label, label, children: shown }] : []))}
    />
  );
}

/** Who does not read disputes sees the number alone. */
function CaseLink({ to: { id, receiptNumber } }: { to: { id: string; receiptNumber: string } }) {
  const may = useMay();
  return may('dispute.read') ? <Link to={`/disputes/${id}`}>{receiptNumber}</Link> : receiptNumber;
}

/** What another body wrote of the dispute it sends. */
export function Brought({ of }: { of: NonNullable<Referral['brought']> }) {
  const { workers, employers, place, since, claims, facts } = of;
  const names = (some: readonly { name: string }[]) => some.map(({ name }) => name).join('、');
  return (
    <>
      <PartHead>{brief.title}</PartHead>
      <Descriptions
        size="small"
        bordered
        column={1}
        items={[
          { key: 'workers', label: brief.workers, children: names(workers) },
          { key: 'employers', label: brief.employers, children: names(employers) },
          { key: 'place', label: brief.place, children: place },
          { key: 'since', label: brief.since, children: since },
          {
            key: 'claims',
            label: brief.claims,
            children: claims.map(({ head, amount, basis }) => (
              <div key={`${head} ${amount}`}>
                {wordOf(head)} <span className="number">{(amount / 100).toFixed(2)}</span> 元：{basis}
              </div>
            )),
          },
          { key: 'facts', label: brief.facts, children: <span className="lines">{facts}</span> },
        ]}
      />
    </>
  );
}
