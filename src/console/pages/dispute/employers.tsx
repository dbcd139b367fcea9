import { useMay } from '../../me.tsx';
import { FirmHistory, useLookAlikes } from '../../parts/employer-history.tsx';
import { caseWords } from '../../words/zh-CN/case.ts';
import type { Dispute } from './choices.ts';

const said = caseWords.employer;

/** The card that is read before the first call: what else there was with this employer. This case is not counted. */
export function Employers({ of: { id, parties, isByBreakGlass } }: { of: Dispute }) {
  const may = useMay();
  const firms = parties.filter(({ side }) => side === 'employer');
  const employers = firms.map(({ name, creditCode }) => (creditCode ? { name, creditCode } : { name }));
  const isOff = !may('look-alike.ask') || isByBreakGlass || firms.length === 0;
  const { data } = useLookAlikes({ employers, except: id }, isOff);
  if (isOff || data === undefined) return null;
  const known = data.employers.filter(({ history }) => history.total + history.elsewhere > 0);
  return (
    <section aria-label={said.title} className="clock">
      <strong>{said.title}</strong>
      {known.length === 0 ? (
        <p className="muted" style={{ margin: 0 }}>
          {said.none}
        </p>
      ) : (
        known.map((firm) => <FirmHistory key={`${firm.name} ${firm.creditCode}`} of={firm} />)
      )}
    </section>
  );
}
