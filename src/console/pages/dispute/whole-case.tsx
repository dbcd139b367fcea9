/** All sides of a case one below the other, printed as one document once all of them are there. */
import { useIsFetching } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { todayHere } from '../../parts/due.tsx';
import { PartHead } from '../../parts/page-head.tsx';
import type { Side } from '../../parts/sides.tsx';
import { caseWords } from '../../words/zh-CN/case.ts';

const SETTLING_MS = 300;

export function WholeCase({ of, done }: { of: readonly Side[]; done(): void }) {
  const underway = useIsFetching();
  const end = useRef(done);
  useEffect(() => {
    const over = () => end.current();
    addEventListener('afterprint', over);
    return () => removeEventListener('afterprint', over);
  }, []);
  useEffect(() => {
    if (underway > 0) return;
    const timer = setTimeout(() => print(), SETTLING_MS);
    return () => clearTimeout(timer);
  }, [underway]);
  return (
    <div className="whole-case">
      <p>
        {caseWords.print.on} <span className="number">{todayHere()}</span>
      </p>
      {of.map(({ key, label, show }) => (
        <section key={key}>
          <PartHead>{label}</PartHead>
          {show()}
        </section>
      ))}
    </div>
  );
}
