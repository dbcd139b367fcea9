/** What minutes 调解笔录 of one session state: who came, what was said and proposed, as it was written down. */

import type { Day } from '../src/domain/day.ts';
import type { FactsOf } from '../src/domain/dispute/decisions.ts';
import { otherSide, type Presence } from '../src/domain/dispute/parts.ts';
import type { PartyId } from '../src/domain/ids.ts';
import { writeAmount } from '../src/papers/blanks.ts';
import type { Attendee, MinutesFacts, Proposal, Told } from '../src/papers/minutes-facts.ts';
import type { Party } from '../src/persistence/dispute.entity.ts';
import { partyWords, minutesWords as words } from '../templates/zh-CN/paper-words.ts';
import type { InHand } from './issue-papers.ts';
import { mediatorsIn, noticeFacts } from './notice-facts.ts';
import { arranged, type Course, happened, readCourse } from './read-course.ts';
import { type CaseRead, onRecord, paragraphs, readCase, said, say } from './read-dispute.ts';
import { representativesIn, workersInBrief } from './side-facts.ts';

/** `about`: the session's number. */
export async function minutesFacts(inHand: InHand, about?: string) {
  const read = await readCase(inHand);
  const { em, state, body } = read;
  const course = await readCourse(em, state.id);
  const held = happened(course, 'session-held');
  const one = held.find(({ facts: { no } }) => String(no) === about) ?? held.at(-1);
  const texts = one?.texts ?? {};
  const no = one?.facts.no ?? 1;
  const on = one?.on ?? read.event.on;
  const hours = { from: said(texts.from), to: said(texts.to) };
  const facts: MinutesFacts = {
    ...noticeFacts(read),
    session: no,
    heldOn: on,
    ...(hours.from && hours.to ? hours : {}),
    venue: arranged(course, no).venue,
    mediators: mediatorsIn(read),
    ...onRecord({ recorder: said(texts.recorder), answer: said(texts.answer) }),
    ...attendanceOf(read, one?.facts),
    told: Array.isArray(texts.told) ? (texts.told as Told[]) : [],
    statements: [
      { by: partyWords.sides[state.applicant], said: paragraphs(texts.applicantSays) },
      { by: partyWords.sides[otherSide(state.applicant)], said: paragraphs(texts.respondentSays) },
    ].filter(({ said: lines }) => lines.length > 0),
    points: paragraphs(texts.disputed),
    proposals: proposalsOn(read, course, on),
    record: paragraphs(texts.minutes),
    undisputed: paragraphs(texts.undisputed),
    result: paragraphs(texts.result),
  };
  return { district: body.district, facts };
}

/** Whose coming was not noted is not said to have come: the place is left to be filled in by hand. */
function attendanceOf(
  read: CaseRead,
  held: FactsOf<'session-held'> | undefined,
): Pick<MinutesFacts, 'present' | 'absent'> {
  const { workers, employers } = read;
  const noted = new Map<PartyId, Presence>(held?.attendance?.map(({ party, presence }) => [party, presence]));
  const all = [...workers, ...employers];
  const ofGroup = workers.filter(({ id }) => noted.get(id) === 'representative');
  const elected = (ofGroup.length > 0 ? representativesIn(read) : []).filter(
    ({ id }) => noted.get(id) !== 'absent',
  );
  const alone = all.filter(({ id, side }) => {
    const presence = noted.get(id);
    // A firm comes through who represents it, whichever of the two was noted.
    const isByItself = presence === 'self' || (side === 'employer' && presence === 'representative');
    return (isByItself || presence === 'agent') && !elected.some((one) => one.id === id);
  });
  const group = workers.filter((worker) => ofGroup.includes(worker) || elected.includes(worker));
  return {
    present: [
      ...elected.map(({ name }): Attendee => {
        const party = workersInBrief(group);
        return { side: 'worker', party, signer: name, authority: 'representative' };
      }),
      ...alone.map((party) => attendeeOf(party, noted.get(party.id) === 'agent')),
    ],
    ...onRecord({
      absent: all.filter(({ id }) => noted.get(id) === 'absent').map(({ name }) => ({ name })),
    }),
  };
}

function attendeeOf({ side, name, agent, representative }: Party, isByAgent: boolean): Attendee {
  if (isByAgent) return { side, party: name, authority: 'agent', ...onRecord({ signer: said(agent?.name) }) };
  if (side === 'worker') return { side, party: name, signer: name, authority: 'self' };
  const signer = said(representative);
  return { side, party: name, authority: 'legal-representative', ...onRecord({ signer }) };
}

/** Those put on the table on that day, and what each side said to them then. */
function proposalsOn({ state }: CaseRead, course: Course, on: Day): Proposal[] {
  const written = happened(course, 'proposal-recorded');
  const answered = happened(course, 'proposal-answered').filter((one) => one.on === on);
  return state.proposals
    .filter((proposal) => proposal.on === on)
    .map(({ no, by, amount }) => {
      const note = written.find(({ facts }) => facts.no === no)?.texts.note;
      const terms = paragraphs(note).join('').replace(/。$/, '');
      return {
        by: partyWords.sides[by],
        terms: amount === null ? terms : say(words.money, { terms, amount: writeAmount(amount) }),
        answers: answered
          .filter(({ facts }) => facts.no === no)
          .map(({ facts: { side, answer }, texts }) => {
            const more = paragraphs(texts.note).join('');
            const said = words[answer];
            return {
              by: partyWords.sides[side],
              answer: more === '' ? said : say(words.answer, { answer: said, note: more }),
            };
          }),
      };
    });
}
