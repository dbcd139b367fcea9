import { Image } from 'antd';
import { wordOf } from '../../../../templates/zh-CN/word-of.ts';
import { PartHead } from '../../parts/page-head.tsx';
import { ownActWords as said } from '../../words/zh-CN/own-acts.ts';
import type { Dispute } from './choices.ts';

type Whole = NonNullable<Dispute['agreement']>;
type NameOf = (id: string) => string;

const clock = new Intl.DateTimeFormat('zh-CN', {
  ...{ timeZone: 'Asia/Shanghai', dateStyle: 'long', timeStyle: 'medium' },
});

/** Who has signed on a screen: the picture, the instant, what it was of. */
export function OnScreen({ of: { onScreen, effectiveOn }, nameOf }: { of: Whole; nameOf: NameOf }) {
  if (onScreen.length === 0) return null;
  return (
    <>
      <PartHead>{said.onScreen}</PartHead>
      {effectiveOn === null && <p className="muted">{said.takenOver}</p>}
      <ul className="plain">
        {onScreen.map(({ party, at, authority, evidence, sha256, read }) => (
          <li key={party}>
            <Image
              src={`/api/evidence/${evidence}/file`}
              alt={`${nameOf(party)}${said.signatureOf}`}
              height={64}
            />
            <div>
              <strong>{nameOf(party)}</strong>（{wordOf(authority)}）　{clock.format(new Date(at))}
            </div>
            <div className="muted" style={{ overflowWrap: 'anywhere' }}>
              {said.picture} {sha256}
              <br />
              {said.read} {read}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What the parties say of payments that are not counted. */
export function Words({ of: { instalments }, nameOf }: { of: Whole; nameOf: NameOf }) {
  const words = instalments.flatMap(({ no, said: all }) => all.map((word) => ({ no, ...word })));
  if (words.length === 0) return null;
  return (
    <>
      <PartHead>{said.words}</PartHead>
      <ul className="plain">
        {words.map(({ no, party, on, says, amount, evidence }) => (
          <li key={`${no}${party}`}>
            {on}　{said.instalment.replace('{no}', String(no))}　{nameOf(party)}：
            {says === 'paid' ? said.paid.replace('{amount}', amount ?? '') : said.unpaid}{' '}
            {evidence !== null && <a href={`/api/evidence/${evidence}/file`}>{said.proof}</a>}
          </li>
        ))}
      </ul>
    </>
  );
}

type Answers = Dispute['sessions'][number]['answers'];

/** What each says to the day of a session. */
export const saidToDay = (answers: Answers, nameOf: NameOf): string =>
  answers.map(({ party, answer }) => `${nameOf(party)}：${wordOf(answer)}`).join('；');
