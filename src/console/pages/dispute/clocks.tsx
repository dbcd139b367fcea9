import { Empty } from 'antd';
import { Due } from '../../parts/due.tsx';
import { ToneTag } from '../../parts/tone-tag.tsx';
import { caseWords } from '../../words/zh-CN/case.ts';
import type { Dispute } from './choices.ts';

const said = caseWords.clocks;
type Clock = Dispute['clocks'][number];

export const sayOutcome = (code: string): string => said.outcomes[code] ?? code;

/** Days left, in colour and in words; how the day was found opens on a click. */
export function Clocks({ of }: { of: readonly Clock[] }) {
  const running = of.filter(({ endedOn }) => endedOn === null).sort((a, b) => a.dueOn.localeCompare(b.dueOn));
  const past = of.filter(({ endedOn }) => endedOn !== null);
  return (
    <section aria-label={said.name}>
      {running.length === 0 && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={said.none} style={{ margin: 8 }} />
      )}
      {running.map((clock) => (
        <OneClock key={clock.id} of={clock} />
      ))}
      {past.length > 0 && (
        <details>
          <summary>
            {said.past}（{past.length}）
          </summary>
          {past.map((clock) => (
            <OneClock key={clock.id} of={clock} />
          ))}
        </details>
      )}
    </section>
  );
}

function OneClock({ of: clock }: { of: Clock }) {
  const { name, dueOn, startedOn, explanation, article, provisional, confirmed, endedOn, outcome } = clock;
  return (
    <details className="clock">
      <summary>
        <strong>{name}</strong>{' '}
        {endedOn === null ? (
          <Due on={dueOn} />
        ) : (
          <span className="muted number">
            {endedOn} {said.ended}
            {outcome && `：${sayOutcome(outcome)}`}
          </span>
        )}{' '}
        {provisional && <ToneTag tone="soon">{said.provisional}</ToneTag>}
        {!confirmed && <ToneTag tone="soon">{said.unconfirmed}</ToneTag>}
      </summary>
      <p className="muted" style={{ margin: '4px 0' }}>
        {startedOn} {said.from}，{said.why}：
      </p>
      <ol style={{ margin: '0 0 4px', paddingInlineStart: 24 }}>
        {explanation.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      <p className="muted" style={{ margin: 0 }}>
        {article}
      </p>
    </details>
  );
}
