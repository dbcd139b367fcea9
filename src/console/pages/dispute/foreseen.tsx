/** What an act with legal effect would do, as the rules say that will do it. */
import '../../acts/form.css';
import type { Posted } from '../../api.ts';
import { PartHead } from '../../parts/page-head.tsx';
import { caseWords } from '../../words/zh-CN/case.ts';
import { sayOutcome } from './clocks.tsx';

const said = caseWords.before;
const FEW = 4;
type Preview = Posted<'/api/disputes/{id}/preview'>;

export function Foreseen({ of }: { of: Preview }) {
  const { sentence, on, stateName, stateAfterName, starts, ends, papers, next } = of;
  return (
    <>
      <PartHead>{said.follows}</PartHead>
      <dl className="filled">
        <Line name={said.recorded}>
          <span className="number">{on}</span> {sentence}
        </Line>
        <Line name={said.state}>
          {stateName === stateAfterName ? (
            `${stateName}（${said.same}）`
          ) : (
            <>
              {stateName} → <strong>{stateAfterName}</strong>
            </>
          )}
        </Line>
        <Line name={said.starts}>
          {starts.map(({ name, dueOn, article, explanation }) => (
            <details key={`${name} ${dueOn}`}>
              <summary>
                {name}：<strong className="number">{dueOn}</strong>
              </summary>
              <ol>
                {explanation.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ol>
              <span className="muted">{article}</span>
            </details>
          ))}
          {starts.length === 0 && said.none}
        </Line>
        {ends.length > 0 && (
          <Line name={said.ends}>
            <ul className="plain">
              {ends.map(({ name, dueOn, outcome }) => (
                <li key={`${name} ${dueOn}`}>
                  {name}（<span className="number">{dueOn}</span>）：{sayOutcome(outcome)}
                </li>
              ))}
            </ul>
          </Line>
        )}
        <Line name={said.papers}>{papers.length > 0 ? papers.join('、') : said.none}</Line>
        {next.length > 0 && (
          <Line name={said.next}>
            <ul className="plain">
              {next.slice(0, FEW).map(({ sentence, dueOn: by }) => (
                <li key={sentence}>
                  {sentence}（<span className="number">{by}</span>）
                </li>
              ))}
            </ul>
          </Line>
        )}
      </dl>
    </>
  );
}

const Line = ({ name, children }: { name: string; children: React.ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
