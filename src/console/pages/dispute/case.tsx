/** One dispute: where it stands, what may be done, and all that is known of it. */
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Link, useLocation, useNavigate, useParams } from 'react-router';
import { wordOf } from '../../../../templates/zh-CN/word-of.ts';
import { useAsk } from '../../ask.ts';
import { Answered } from '../../parts/answered.tsx';
import { kept, LAST_LIST } from '../../parts/kept.ts';
import { NotNow } from '../../parts/not-now.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { type Side, Sides } from '../../parts/sides.tsx';
import { ToneTag } from '../../parts/tone-tag.tsx';
import { useAct } from '../../parts/use-act.ts';
import { caseWords } from '../../words/zh-CN/case.ts';
import { ActOn } from './act-on.tsx';
import { Acts } from './acts.tsx';
import { Agreement } from './agreement.tsx';
import { Chain } from './chain.tsx';
import type { Dispute } from './choices.ts';
import { Claims } from './claims.tsx';
import { Clocks } from './clocks.tsx';
import { Course, Notes } from './course.tsx';
import { Employers } from './employers.tsx';
import { Evidence } from './evidence.tsx';
import { CaseHead, Standing } from './head.tsx';
import { Mediation } from './mediation.tsx';
import { Papers } from './papers.tsx';
import { WholeCase } from './whole-case.tsx';

export function Page() {
  const { id = '' } = useParams();
  const found = useAsk('/api/disputes/{id}', { path: { id } });
  return <Answered of={found}>{(dispute) => <Case of={dispute} />}</Answered>;
}

const FIRST = 'course';

function Case({ of: dispute }: { of: Dispute }) {
  const { id, actions } = dispute;
  const { search, hash } = useLocation();
  const navigate = useNavigate();
  const { act, refused, choose } = useAct(actions);
  const [isWhole, setWhole] = useState(false);
  const sides: Record<keyof Omit<typeof caseWords.sides, 'name'>, () => React.ReactNode> = {
    course: () => <Course of={dispute} />,
    claims: () => <Claims of={dispute} />,
    chain: () => <Chain of={dispute} />,
    mediation: () => <Mediation of={dispute} />,
    agreement: () => <Agreement of={dispute} />,
    evidence: () => <Evidence of={dispute} />,
    papers: () => <Papers of={dispute} />,
    notes: () => <Notes id={id} />,
  };
  const shown = Object.entries(sides).map(
    ([key, show]): Side => ({ key, label: caseWords.sides[key as keyof typeof sides], show }),
  );
  return (
    <>
      <Link className="no-print" to={`/disputes${kept<string>(LAST_LIST) ?? ''}`}>
        ← {caseWords.head.back}
      </Link>
      <PageHead
        title={
          <span className="row">
            {dispute.receiptNumber} <ToneTag tone="plain">{dispute.stateName}</ToneTag>
            {dispute.group.isCollective && <ToneTag tone="soon">{caseWords.head.collective}</ToneTag>}
          </span>
        }
      >
        <Button onClick={() => setWhole(true)}>{caseWords.print.whole}</Button>
      </PageHead>
      {dispute.isByBreakGlass && <Alert type="warning" showIcon title={caseWords.where.byBreakGlass} />}
      <Standing of={dispute} />
      {refused && <NotNow name={wordOf(refused)} close={() => choose(null)} />}
      <Acts of={dispute} choose={choose} />
      <div className="beside">
        <CaseHead of={dispute} />
        <div>
          <Clocks of={dispute.clocks} />
          <Employers of={dispute} />
        </div>
      </div>
      {isWhole && <WholeCase of={shown} done={() => setWhole(false)} />}
      <Sides
        name={caseWords.sides.name}
        of={shown}
        at={hash.slice(1) || FIRST}
        change={(key) => void navigate({ search, hash: key }, { replace: true })}
      />
      {act && <ActOn of={dispute} act={act} close={() => choose(null)} />}
    </>
  );
}
