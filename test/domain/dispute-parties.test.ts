/** What worker and employer do themselves, each in their own case and for themselves alone. */
import type { Authority, SessionAnswer } from '../../src/domain/dispute/parts.ts';
import { disputeHats } from '../../src/domain/dispute/table.ts';
import { disputeTasks } from '../../src/domain/dispute/tasks.ts';
import { LETTER, type PartyId } from '../../src/domain/ids.ts';
import { parseYuan } from '../../src/domain/money.ts';
import {
  actor,
  aDispute,
  aGroupDispute,
  type DisputeStory,
  employer,
  members,
  partyActor,
  second,
  signedOn,
  worker,
} from '../stories.ts';
import { outcomeOf } from './tables.ts';

const hatsIn = (story: { state: Parameters<typeof disputeHats>[0] }, by: Parameters<typeof disputeHats>[1]) =>
  [...disputeHats(story.state, by)].sort();

describe('whoever comes in as a party', () => {
  const received = aDispute().received();
  test('is of their own side of their own case, and of no other', () => {
    expect(hatsIn(received, partyActor(worker))).toEqual(['party', 'worker']);
    expect(hatsIn(received, partyActor(employer))).toEqual(['employer', 'other-side', 'party']);
    expect(hatsIn(aGroupDispute(), partyActor(worker))).toEqual(['party']);
  });
  test('is of the other side where it did not apply', () => {
    const applied = aDispute({ applicant: 'employer' }).received();
    expect(hatsIn(applied, partyActor(worker))).toEqual(['other-side', 'party', 'worker']);
    expect(hatsIn(applied, partyActor(employer))).toEqual(['employer', 'party']);
  });
  test('is nobody in a group they have left', () => {
    const group = aGroupDispute().received().consented().accepted().mediated();
    expect(hatsIn(group.separated([members[0]!]), partyActor(members[0]!))).toEqual(['party']);
    expect(hatsIn(group, partyActor(second))).toEqual(['employer', 'other-side', 'party']);
  });
  test('is taken for one by its code alone, not by naming a party', () => {
    expect(hatsIn(received, { ...actor(LETTER, ['letter']), party: worker })).toEqual(['letter']);
    expect(hatsIn(received, { ...actor('clerk', ['intake-clerk']), party: worker })).toEqual([
      'intake-clerk',
    ]);
  });
});

describe('a party answers the day of a session', () => {
  const planned = aDispute().received().consented().accepted().planned('2026-03-10');
  const answered = (answer: SessionAnswer, party = worker) =>
    planned.act('answer-session', { no: 1, answer }, partyActor(party));
  const why = (story: DisputeStory) => disputeTasks(story.state).map(({ key }) => key);

  test('whoever cannot come gives the mediator something to settle; who comes does not', () => {
    expect(why(answered('coming'))).not.toContain('settle-day:1');
    expect(why(answered('not-coming'))).toContain('settle-day:1');
    expect(why(answered('other-time', employer))).toContain('settle-day:1');
  });
  test('the last word counts, and none says anything of another day', () => {
    const twice = answered('other-time').act(
      'answer-session',
      { no: 1, answer: 'coming' },
      partyActor(worker),
    );
    expect(twice.state.sessions[0]?.answers).toEqual({ [worker]: { answer: 'coming', on: '2026-03-02' } });
    expect(answered('not-coming').postponed(1, '2026-03-12').state.sessions[0]).not.toHaveProperty('answers');
  });
  test('a session that was held is answered no more', () => {
    const held = planned.held();
    expect(outcomeOf(() => held.act('answer-session', { no: 1, answer: 'coming' }, partyActor(worker)))).toBe(
      'session/already-held',
    );
  });
});

describe('an agreement signed on a screen', () => {
  const drafted = aDispute().received().consented().accepted().mediated().on('2026-03-16').drafted().drawn();
  const onScreen = (story: DisputeStory, party: PartyId, authority: Authority) =>
    story.act(
      'sign-on-screen',
      {
        ...{ evidence: `signature of ${party}`, sha256: 'cd'.repeat(32), bytes: 900, mediaType: 'image/png' },
        ...{ paper: story.state.agreement!.paper, read: story.state.agreement!.sha256!, authority },
        at: `${story.today}T02:30:00.000Z`,
      },
      partyActor(party),
    );
  const byWorker = onScreen(drafted, worker, 'self');
  const byBoth = onScreen(byWorker.on('2026-03-17'), employer, 'legal-representative');

  test('keeps who signed what, when, and has no effect by itself', () => {
    expect(byWorker.state.agreement).toMatchObject({
      effectiveOn: null,
      onScreen: [{ party: worker, on: '2026-03-16', read: 'ab'.repeat(32), sha256: 'cd'.repeat(32) }],
    });
    expect(byBoth.state.state).toBe('mediating');
  });
  test('takes effect by the mediator, who lists only those who signed on paper', () => {
    const { signatures, ...days } = signedOn(byWorker.today, [employer]);
    const signed = byWorker.decide('sign-agreement', { signatures, ...days });
    expect(signed.facts).toMatchObject({
      signatures: [{ party: worker, authority: 'self', evidence: `signature of ${worker}` }, signatures[0]],
      effectiveOn: '2026-03-16',
    });
    expect(signed.papers).toEqual([{ kind: 'agreement' }]);
    const both = byBoth.decide('sign-agreement', {
      signatures: [],
      mediatorOn: days.mediatorOn,
      sealedOn: days.sealedOn,
    });
    expect(both.facts).toMatchObject({ effectiveOn: '2026-03-17' });
  });
  test('is not missing on paper what it never had', () => {
    expect(drafted.decide('sign-agreement', signedOn(drafted.today)).papers).toEqual([]);
  });
  test('is nothing any more once other terms are drafted', () => {
    expect(byBoth.drafted('none').state.agreement).not.toHaveProperty('onScreen');
    expect(byBoth.act('drop-draft', {}).state.agreement).toBeNull();
  });
});

describe('what the parties say of a payment', () => {
  const agreed = aDispute().received().consented().accepted().mediated().on('2026-03-16').drafted().signed();
  const due = agreed.on('2026-04-15');
  const said = (story: DisputeStory) => story.state.agreement?.instalments[0]?.said ?? [];
  const why = (story: DisputeStory) => disputeTasks(story.state).map(({ key }) => key);
  const paidBy = (story: DisputeStory, yuan: string) =>
    story.act('report-paid', { instalment: 1, amount: parseYuan(yuan) }, partyActor(employer));
  const unpaid = (story: DisputeStory) => story.act('report-unpaid', { instalment: 1 }, partyActor(worker));
  const confirmed = (story: DisputeStory, yuan: string) =>
    story.act(
      'record-payment',
      { instalment: 1, amount: parseYuan(yuan), payee: worker },
      partyActor(worker),
    );

  test('a worker who has it all settles the instalment, as the mediator would', () => {
    const after = confirmed(due, '6000');
    expect(after.state.state).toBe('performing');
    expect(after.state.clocks).toEqual(due.paid(1).state.clocks);
    expect(confirmed(due, '100').state.agreement?.instalments[0]?.paid).toBe(parseYuan('100'));
  });
  test("an employer's word counts no money and asks for the worker's", () => {
    const after = paidBy(due, '6000');
    expect(after.state.agreement?.instalments[0]?.paid).toBe(0);
    expect(why(after)).toContain('hear-paid:1');
    expect(said(confirmed(after, '6000'))).toEqual([]);
    expect(why(confirmed(after, '6000'))).not.toContain('hear-paid:1');
  });
  test('nothing received is no default, but the mediator hears of it', () => {
    const after = unpaid(paidBy(due, '6000'));
    expect([after.state.state, said(after).map(({ says }) => says)]).toEqual(['agreed', ['paid', 'unpaid']]);
    expect(why(after)).toContain('hear-unpaid:1');
    expect(said(confirmed(after, '100')).map(({ says }) => says)).toEqual(['paid']);
  });
  test('nobody has missed what is not due, nor paid more than is owed', () => {
    expect(outcomeOf(() => unpaid(agreed.on('2026-04-14')))).toBe('instalment/not-yet-due');
    expect(outcomeOf(() => unpaid(due))).toBe('done');
    expect(outcomeOf(() => paidBy(due, '6000.01'))).toBe('instalment/too-much');
  });
});
