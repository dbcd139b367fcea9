/** What is known of employers from their other cases: before the first call, and while a new one is typed in. */
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { order, type Posted, type Problem } from '../api.ts';
import { caseWords } from '../words/zh-CN/case.ts';
import { intakeWords } from '../words/zh-CN/intake.ts';

const said = { ...intakeWords.alike, ...caseWords.employer };
export type LookAlikes = Posted<'/api/look-alikes'>;
type Firm = LookAlikes['employers'][number];
type OneCase = Pick<LookAlikes['duplicates'][number], 'case' | 'receiptNumber' | 'stateName' | 'receivedOn'>;

/** Asked again only when what is wanted changes: each look is written down. */
export function useLookAlikes(wanted: object, isOff: boolean) {
  return useQuery<LookAlikes, Problem>({
    queryKey: ['/api/look-alikes', wanted],
    queryFn: async () => (await order('/api/look-alikes', wanted)) as LookAlikes,
    enabled: !isOff,
    placeholderData: (before) => before,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}

export function FirmHistory({ of: { name, creditCode, history } }: { of: Firm }) {
  const { total, open, agreed, failed, defaulted, collective, elsewhere, lastOn, cases } = history;
  return (
    <details>
      <summary>
        {name ?? creditCode}：{said.employer} {total} {said.unit}（{said.open} {open}，{said.agreed} {agreed}
        ，{said.failed} {failed}，{said.defaulted} {defaulted}
        {collective > 0 && `，${said.collective} ${collective}`}）
      </summary>
      {lastOn && (
        <p className="muted" style={{ margin: '4px 0' }}>
          {said.lastOn} <span className="number">{lastOn}</span>
          {elsewhere > 0 && `；${said.elsewhere} ${elsewhere} ${said.unit}`}
        </p>
      )}
      <ul className="plain">
        {cases.map((one) => (
          <li key={one.case}>
            <CaseLink of={one} />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** In another tab: the form stays open. */
export function CaseLink({ of }: { of: OneCase }) {
  return (
    <>
      <Link to={`/disputes/${of.case}`} target="_blank">
        {of.receiptNumber}
      </Link>{' '}
      {of.stateName}　<span className="number">{of.receivedOn}</span>
    </>
  );
}
