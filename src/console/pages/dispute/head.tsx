import { Descriptions, Grid } from 'antd';
import { wordOf } from '../../../../templates/zh-CN/word-of.ts';
import { Due } from '../../parts/due.tsx';
import { ToneTag } from '../../parts/tone-tag.tsx';
import { caseWords } from '../../words/zh-CN/case.ts';
import type { Dispute } from './choices.ts';
import { Numbers } from './numbers.tsx';

const said = caseWords.head;
const where = caseWords.where;

/** One sentence on where the case stands and what comes next. */
export function Standing({ of: dispute }: { of: Dispute }) {
  const [next, ...later] = [...dispute.tasks].sort((a, b) => a.dueOn.localeCompare(b.dueOn));
  return (
    <div style={{ margin: '0 0 12px' }}>
      <p style={{ margin: 0 }}>
        {[dispute.districtName, sayDays(dispute)].filter(Boolean).join('，')}。
        {next ? (
          <>
            {where.next}：<strong>{next.sentence}</strong>（{where.by}
            {next.ownerName}，{where.due} <Due on={next.dueOn} />）
          </>
        ) : (
          where.nothing
        )}
      </p>
      {later.length > 0 && <Tasks of={later.slice(0, FEW)} />}
      {later.length > FEW && (
        <details>
          <summary>
            {where.more}（{later.length - FEW}）
          </summary>
          <Tasks of={later.slice(FEW)} />
        </details>
      )}
    </div>
  );
}

/** A group has a task for each of its instalments. */
const FEW = 4;

const Tasks = ({ of }: { of: Dispute['tasks'] }) => (
  <ul style={{ margin: '4px 0 0', paddingInlineStart: 20 }}>
    {of.map(({ id, sentence, ownerName, dueOn }) => (
      <li key={id}>
        {sentence}（{ownerName}，<Due on={dueOn} />）
      </li>
    ))}
  </ul>
);

function sayDays({ receivedOn, acceptedOn, concludedOn, closedOn, archivedOn, closeReason }: Dispute) {
  const days: [day: string | null, what: string][] = [
    [receivedOn, where.received],
    [acceptedOn, where.accepted],
    [concludedOn, where.concluded],
    [closedOn, closeReason ? `${where.closed}（${wordOf(closeReason)}）` : where.closed],
    [archivedOn, where.archived],
  ];
  return days.flatMap(([day, what]) => (day === null ? [] : [`${day} ${what}`])).join('，');
}

export function CaseHead({ of: dispute }: { of: Dispute }) {
  const screens = Grid.useBreakpoint();
  const { parties, amount, districtName, ownerName, channel, since, place } = dispute;
  const ofSide = (wanted: string) => parties.filter(({ side }) => side === wanted);
  // That the worker asks goes without saying.
  const employer = `${said.employer}${dispute.applicant === 'employer' ? `（${said.applicant}）` : ''}`;
  return (
    <Descriptions
      size="small"
      bordered
      column={1}
      {...(screens.sm ? {} : { layout: 'vertical' as const })}
      styles={{ label: { whiteSpace: 'nowrap', width: '7em' } }}
      items={[
        { key: 'worker', label: said.worker, children: <Parties of={ofSide('worker')} id={dispute.id} /> },
        {
          key: 'employer',
          label: employer,
          children: <Parties of={ofSide('employer')} id={dispute.id} />,
        },
        {
          key: 'amount',
          label: said.amount,
          children: (
            <span className="number">
              {amount} {said.yuan}
              {'　'}
              {headsOf(dispute)}
            </span>
          ),
        },
        { key: 'owner', label: said.owner, children: `${ownerName}（${districtName}）` },
        { key: 'from', label: said.channel, children: wordOf(channel) },
        { key: 'since', label: said.dispute, children: `${since}，${place}` },
      ]}
    />
  );
}

/** Each head once, with how many ask for it. */
function headsOf({ claims }: Dispute): string {
  const counts = new Map<string, number>();
  for (const { headName } of claims) counts.set(headName, (counts.get(headName) ?? 0) + 1);
  return [...counts]
    .map(([name, count]) => (count > 1 ? `${name}（${count} ${said.items}）` : name))
    .join('、');
}

type Party = Dispute['parties'][number];
const MANY = 5;

function Parties({ of, id }: { of: readonly Party[]; id: string }) {
  const list = (some: readonly Party[]) => (
    <ul className="plain">
      {some.map((party) => (
        <li key={party.id}>
          <OneParty of={party} id={id} />
        </li>
      ))}
    </ul>
  );
  if (of.length <= MANY) return list(of);
  return (
    <>
      {list(of.slice(0, MANY))}
      <details>
        <summary>
          {said.rest} {of.length - MANY} {said.people}
        </summary>
        {list(of.slice(MANY))}
      </details>
    </>
  );
}

function OneParty({ of: party, id }: { of: Party; id: string }) {
  const { name, phone, idNumber, creditCode, representative, address, agent, isConsenting, left } = party;
  const also = [creditCode, representative, phone, idNumber, address].filter((one) => one !== null);
  return (
    <>
      <strong>{name}</strong>
      {also.length > 0 && <span className="muted number">　{also.join('　')}</span>}{' '}
      {(phone !== null || idNumber !== null) && <Numbers id={id} party={party.id} name={name} />}{' '}
      {agent && (
        <span>
          {said.agent}：{agent.name}（{wordOf(agent.occupation)}）
        </span>
      )}{' '}
      {left ? (
        <ToneTag tone="plain">{`${said.left}：${wordOf(left.why)}`}</ToneTag>
      ) : (
        <ToneTag tone={isConsenting === null ? 'plain' : isConsenting ? 'good' : 'bad'}>
          {isConsenting === null ? said.unasked : isConsenting ? said.consents : said.refuses}
        </ToneTag>
      )}
    </>
  );
}
