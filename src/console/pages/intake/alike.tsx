import { wordOf } from '../../../../templates/zh-CN/word-of.ts';
import { CaseLink, FirmHistory, useLookAlikes } from '../../parts/employer-history.tsx';
import { PartHead } from '../../parts/page-head.tsx';
import { ToneTag } from '../../parts/tone-tag.tsx';
import { useLate } from '../../parts/use-late.ts';
import { intakeWords } from '../../words/zh-CN/intake.ts';
import type { Content } from './use-draft.ts';

const said = intakeWords.alike;
const REST_MS = 600;

/** Cases like the one being typed in, as far as it is typed. */
export function Alike({ content }: { content: Content }) {
  const wanted = useLate(JSON.stringify(wantedOf(content)), REST_MS);
  const isAsked = wanted.includes('"name"') || wanted.includes('"phone"') || wanted.includes('"idNumber"');
  const { data } = useLookAlikes(JSON.parse(wanted) as object, !isAsked);
  const firms = (data?.employers ?? []).filter(({ history }) => history.total > 0);
  return (
    <section aria-label={said.title}>
      <PartHead>{said.title}</PartHead>
      <div role="status">
        {!isAsked && <p className="muted">{said.idle}</p>}
        {isAsked && data && data.duplicates.length === 0 && firms.length === 0 && <p>{said.none}</p>}
        {isAsked && data && data.duplicates.length > 0 && (
          <>
            <p>
              <strong>{said.duplicates}</strong>　<span className="muted">{said.go}</span>
            </p>
            <ul className="plain">
              {data.duplicates.map((one) => (
                <li key={one.case}>
                  <CaseLink of={one} /> {one.isMine && <ToneTag tone="soon">{said.mine}</ToneTag>}{' '}
                  <span className="muted">
                    {said.by}
                    {one.matchedBy.map(wordOf).join('、')}
                    {one.sameHeads.length > 0 && `；${said.heads}${one.sameHeads.map(wordOf).join('、')}`}
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
        {isAsked && data?.elsewhereSentence && <p>{data.elsewhereSentence}</p>}
        {isAsked && firms.map((firm) => <FirmHistory key={`${firm.name} ${firm.creditCode}`} of={firm} />)}
      </div>
    </section>
  );
}

type Person = { name?: unknown; idNumber?: unknown; phone?: unknown; creditCode?: unknown };

/** Only what is typed to its end: half a number finds nothing. */
function wantedOf({ workers, employers, claims }: Content) {
  const list = (value: unknown): Person[] => (Array.isArray(value) ? value.filter(Boolean) : []);
  const whole = (value: unknown, shape: RegExp) =>
    typeof value === 'string' && shape.test(value.trim()) ? value.trim() : undefined;
  return {
    workers: list(workers).map(({ name, idNumber, phone }) => ({
      name: whole(name, /^.{2,50}$/),
      idNumber: whole(idNumber, /^\d{17}[\dXx]$/),
      phone: whole(phone, /^1\d{10}$/),
    })),
    employers: list(employers).map(({ name, creditCode }) => ({
      name: whole(name, /^.{4,120}$/),
      creditCode: whole(creditCode, /^[0-9A-Za-z]{18}$/),
    })),
    heads: list(claims).flatMap(({ head }: Person & { head?: unknown }) =>
      typeof head === 'string' ? [head] : [],
    ),
  };
}
