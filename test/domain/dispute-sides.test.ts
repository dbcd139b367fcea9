/** A dispute with many sides: who is asked, who is reached, who speaks for whom, who gets what. */
import type { CapacityHeld } from '../../src/domain/dispute/parts.ts';
import type { PartyKind } from '../../src/domain/dispute/party-kinds.ts';
import { stillOpen } from '../../src/domain/dispute/still-open.ts';
import { disputeTasks } from '../../src/domain/dispute/tasks.ts';
import type { CaseId, PartyId } from '../../src/domain/ids.ts';
import { fen, parseYuan, sumFen } from '../../src/domain/money.ts';
import {
  aDispute,
  aGroupDispute,
  DisputeStory,
  employer,
  members,
  people,
  second,
  sharedAmong,
  signedForAll,
  signedOn,
  strictCentre,
  twoInstalments,
  worker,
} from '../stories.ts';
import { day, outcomeOf } from './tables.ts';

const received = aDispute().received();
const accepted = received.consented().accepted();
const mediating = accepted.mediated();
const group = aGroupDispute().received();
const both = [employer, second];

const tasksOf = ({ state }: DisputeStory) => disputeTasks(state).map(({ key }) => key);
const rulesOf = ({ state }: DisputeStory) =>
  state.clocks.map(({ rule, about }) => (about ? `${rule}:${about}` : rule));
const sumsOf = ({ state }: DisputeStory) => state.agreement?.instalments.map(({ paid }) => paid);

describe('the other side', () => {
  test('of two employers one refuses: the case goes on with the other alone', () => {
    const asked = group.consulted().answered(employer, true);
    expect(asked.state.isConsentGiven).toBe(true);
    const one = asked.answered(second, false).accepted().mediated();
    const drafted = one.drafted('none', [sharedAmong('2026-04-15', '500')]);
    const signed = drafted.act('sign-agreement', signedOn(drafted.today, [...members, employer]));
    expect(signed.state.state).toBe('agreed');
    expect(signed.state.agreement?.instalments[0]?.shares.map(({ payer }) => payer)).toEqual(
      members.map(() => employer),
    );
  });

  test('while one is silent nothing is decided; when both refuse it is declined', () => {
    const half = group.consulted().answered(employer, false);
    expect(half.state.isConsentGiven).toBeNull();
    expect(tasksOf(half)).toEqual(['ask-consent']);
    const refused = half.answered(second, false);
    expect(refused.state.isConsentGiven).toBe(false);
    expect(tasksOf(refused)).toEqual(['decline-refused']);
  });

  test('an employer that cannot be reached is not waited for', () => {
    const answered = group.consulted().answered(employer, true);
    const called = answered.called(second).on('2026-03-03').called(second);
    expect(outcomeOf(() => called.accepted())).toBe('dispute/other-side-not-asked');
    expect(outcomeOf(() => called.called(second).accepted())).toBe('done');
  });

  test('nobody can be reached: the call log proves it, and the notice is issued', () => {
    const calls = received.called(employer).on('2026-03-03').called(employer).called(employer);
    const decided = calls.decide('decline', { reason: 'unreachable' });
    expect(decided.papers).toEqual([{ kind: 'non-acceptance' }]);
    expect(decided.starts).toEqual([{ rule: 'file.close', from: '2026-03-03' }]);
  });

  test('where the employer applies the worker is asked, and no right of the worker’s is claimed by it', () => {
    const applied = aDispute({ applicant: 'employer' }).received();
    expect(applied.state.limitation.events).toEqual([]);
    const asked = applied.consulted();
    expect(outcomeOf(() => asked.answered(employer, true))).toBe('party/not-asked');
    expect(outcomeOf(() => asked.accepted())).toBe('dispute/consent-missing');
    const agreed = asked.answered(worker, true);
    expect(agreed.state).toMatchObject({ isConsentGiven: true, consents: { [worker]: { isGiven: true } } });
    expect(outcomeOf(() => agreed.accepted().mediated())).toBe('done');
    expect(tasksOf(asked.answered(worker, false))).toEqual(['decline-refused']);
  });

  test('of two workers an employer asks each answers, and each can be tried in vain', () => {
    const [first, other] = members.slice(0, 2) as [PartyId, PartyId];
    const asked = aDispute({ applicant: 'employer', workers: [first, other] })
      .received()
      .consulted();
    const one = asked.answered(first, true);
    expect(outcomeOf(() => one.accepted())).toBe('dispute/other-side-not-asked');
    expect(outcomeOf(() => one.answered(other, false).accepted())).toBe('done');
    const tried = (story: DisputeStory) => story.act('consult', { result: 'not-reached', party: other });
    expect(outcomeOf(() => tried(tried(tried(one).on('2026-03-03'))).accepted())).toBe('done');
  });

  test('an employer that applied and is not reached itself is no other side out of reach', () => {
    const applied = aDispute({ applicant: 'employer' }).received();
    const tried = (story: DisputeStory) => story.act('consult', { result: 'not-reached' });
    const thrice = tried(tried(tried(applied).on('2026-03-03')));
    expect(thrice.state.calls.map(({ party }) => party)).toEqual([worker, worker, worker]);
    expect(thrice.decide('decline', { reason: 'unreachable' }).papers).toEqual([{ kind: 'non-acceptance' }]);
  });

  test('asking the other side in vain is a call in vain', () => {
    const asked = (story: DisputeStory) => story.act('consult', { result: 'not-reached' });
    const thrice = asked(asked(asked(received).on('2026-03-03')));
    expect(outcomeOf(() => thrice.decide('decline', { reason: 'unreachable' }))).toBe('done');
  });

  test('one who was reached at first and then vanishes can be out of reach too', () => {
    const reached = mediating.called(employer, true);
    const once = reached.called(employer).on('2026-03-04').called(employer);
    expect(outcomeOf(() => once.decide('fail', { reason: 'unreachable' }))).toBe(
      'dispute/unreachable-not-proven',
    );
    expect(once.called(employer).act('fail', { reason: 'unreachable' }).state.state).toBe('failed');
  });

  test('the worker can be out of reach as well', () => {
    const calls = mediating.called(worker).on('2026-03-03').called(worker).called(worker);
    expect(calls.act('fail', { reason: 'unreachable' }).state.state).toBe('failed');
  });

  test('the first call is the first contact', () => {
    expect(
      received.called(worker).decide('log-call', { party: worker, way: 'visit', isReached: true }).ends,
    ).toEqual([]);
    const { ends } = received
      .on('2026-03-04')
      .decide('log-call', { party: worker, way: 'phone', isReached: true });
    expect(ends).toEqual([{ clock: '1.0', outcome: 'late' }]);
  });

  test('a mediator who is kin steps back, and another has the case', () => {
    const recused = received.happened(
      received.decide('recuse', { mediator: people.mediator.account, reason: 'kin' }),
      people.colleague.account,
    );
    expect(recused.state).toMatchObject({ owner: 'colleague', recused: ['mediator'] });
    const nobody = received.act('recuse', { mediator: people.mediator.account, reason: 'kin' });
    expect(tasksOf(nobody)).toEqual(['assign-mediator']);
    const other = received.act('recuse', { mediator: people.colleague.account, reason: 'interest' });
    expect(other.state.owner).toBe('mediator');
  });
});

describe('channels and capacities', () => {
  test.each([
    ['court-delegated', null, 'mediation.court-delegated'],
    ['court-entrusted', 'ordinary', 'mediation.court-entrusted.ordinary'],
    ['court-entrusted', 'summary', 'mediation.court-entrusted.summary'],
    ['arbitration-entrusted', null, 'mediation.arbitration-entrusted'],
    ['desk', null, 'mediation.direct.acceptance'],
  ] as const)('a case that came %s %s is mediated within its own period', (channel, procedure, rule) => {
    const kind =
      channel === 'arbitration-entrusted'
        ? channel
        : channel === 'desk'
          ? 'people-mediation'
          : 'court-roster';
    const capacity: CapacityHeld = { id: 'capacity-9', kind, isSignOffRequired: false };
    const taken = aDispute({ channel, procedure }).received();
    expect(rulesOf(taken).includes('mediation.direct')).toBe(channel === 'desk');
    const own = taken.consented().accepted(capacity);
    expect(rulesOf(own)).toContain(rule);
    expect(own.state.capacity).toEqual(capacity);
    const failed = own.on('2026-04-02').act('fail', { reason: 'time-over' });
    expect(rulesOf(failed)).toEqual(['file.close']);
  });
});

describe('who sits at the table', () => {
  const both = [employer, second];
  const away = ['2026-03-02', '2026-03-03', '2026-03-04']
    .reduce((story, on) => story.on(on).called(second), aDispute({ employers: both }).received())
    .consulted()
    .answered(employer, true);
  /** The contact before the answers reaches all: the second is tried again. */
  const tried = ['2026-03-05', '2026-03-06', '2026-03-07'].reduce(
    (story, on) => story.on(on).called(second),
    away,
  );
  const mediated = tried.accepted().mediated();
  const terms = [sharedAmong('2026-04-15', '500', [worker], [employer])];

  test('one who was out of reach at acceptance does not hold the signing up', () => {
    const signed = mediated.drafted('none', terms).signed();
    expect(signed.state.state).toBe('agreed');
  });

  test('one who turns up later sits down, and the draft without them goes', () => {
    const come = mediated.drafted('none', terms).answered(second, true);
    expect(come.state).toMatchObject({ state: 'mediating', agreement: null });
    expect(outcomeOf(() => come.drafted('none', terms).signed())).toBe('agreement/signature-missing');
  });

  test('an employer who joins and declines leaves the table, with the draft', () => {
    const joined = received
      .consented()
      .accepted()
      .mediated()
      .act('add-parties', { side: 'employer', parties: [second], claims: [] })
      .drafted('none', terms);
    expect(outcomeOf(() => joined.signed())).toBe('agreement/signature-missing');
    const left = joined.answered(second, false);
    expect(left.state).toMatchObject({ agreement: null, isConsentGiven: true, consentOn: '2026-03-02' });
    expect(left.drafted('none', terms).signed().state.state).toBe('agreed');
  });

  test('the period of the commission runs from consent, not from another’s refusal', () => {
    const kind = 'arbitration-entrusted';
    const capacity: CapacityHeld = { id: 'capacity-9', kind, isSignOffRequired: false };
    const sent = aDispute({ channel: 'arbitration-entrusted', employers: both }).received().consulted();
    const taken = sent.on('2026-03-03').answered(employer, true).on('2026-03-09').answered(second, false);
    const { clocks } = taken.accepted(capacity).state;
    expect(clocks.find(({ rule }) => rule === 'mediation.arbitration-entrusted')).toMatchObject({
      startedOn: '2026-03-03',
    });
  });

  test('a draft that is dropped makes room for other claims', () => {
    const drafted = received.consented().accepted().mediated().drafted();
    const dropped = drafted.act('drop-draft', {});
    expect(dropped.state.agreement).toBeNull();
    expect(tasksOf(dropped)).toEqual(['reach-result']);
    expect(dropped.act('change-claims', { claims: [] }).state.heads).toEqual([]);
    expect(outcomeOf(() => dropped.act('drop-draft', {}))).toBe('agreement/not-drafted');
  });
});

describe('at the table', () => {
  test('a session is put off at the employer’s wish, and held on its new day', () => {
    const put = accepted
      .planned('2026-03-12')
      .postponed(1, '2026-03-19')
      .postponed(1, '2026-03-26', 'mediator');
    expect(put.state.sessions).toEqual([
      {
        no: 1,
        plannedOn: '2026-03-26',
        heldOn: null,
        postponed: [
          { from: '2026-03-12', by: 'employer', on: '2026-03-02' },
          { from: '2026-03-19', by: 'mediator', on: '2026-03-02' },
        ],
      },
    ]);
    expect(disputeTasks(put.state)).toMatchObject([{ key: 'hold-session:1', dueOn: '2026-03-26' }]);
    expect(put.on('2026-03-26').held().state).toMatchObject({ state: 'mediating' });
  });

  test('both sides extend the period: their day takes the place of the law’s', () => {
    const extended = mediating.extended('2026-05-01');
    expect(extended.state.clocks.map(({ rule, dueOn }) => [rule, dueOn])).toEqual([
      ['mediation.direct', '2026-03-17'],
      ['mediation.extended', '2026-05-01'],
    ]);
    expect(
      mediating.decide('extend-period', {
        until: day('2026-05-01'),
        workerOn: day('2026-03-02'),
        employerOn: day('2026-03-02'),
      }).ends,
    ).toEqual([{ clock: '4.0', outcome: 'moved' }]);
  });

  test('a period that was extended may be extended again, while it runs', () => {
    const again = mediating.extended('2026-05-01').on('2026-05-01').extended('2026-06-01');
    expect(rulesOf(again)).toEqual(['mediation.direct', 'mediation.extended']);
    expect(again.state.clocks[1]?.dueOn).toBe('2026-06-01');
  });

  test('a side that proposes has said yes to it; the mediator’s proposal is open to both', () => {
    const talk = mediating
      .act('record-proposal', { by: 'worker', amount: parseYuan('9000') })
      .act('answer-proposal', { no: 1, side: 'employer', answer: 'refused' })
      .act('record-proposal', { by: 'mediator', amount: parseYuan('8000') })
      .act('answer-proposal', { no: 2, side: 'worker', answer: 'accepted' })
      .act('answer-proposal', { no: 2, side: 'employer', answer: 'accepted' });
    expect(talk.state.proposals).toMatchObject([
      { no: 1, by: 'worker', amount: 900_000, answers: { worker: 'accepted', employer: 'refused' } },
      { no: 2, by: 'mediator', amount: 800_000, answers: { worker: 'accepted', employer: 'accepted' } },
    ]);
  });

  test('claims and parties change while no terms are written; facts of old lines go', () => {
    const changed = received
      .act('record-claim-facts', { no: 1 })
      .act('add-parties', {
        side: 'worker',
        parties: [members[0]!],
        claims: [{ head: 'overtime', amount: parseYuan('1'), party: members[0]! }],
      })
      .act('add-parties', { side: 'employer', parties: [second], claims: [] });
    expect(changed.state).toMatchObject({
      workers: [worker, members[0]],
      employers: both,
      heads: ['wages', 'overtime'],
      linesWithFacts: [1],
    });
    const claims = [{ head: 'deposit' as const, amount: parseYuan('5'), party: worker }];
    expect(changed.act('change-claims', { claims }).state).toMatchObject({
      heads: ['deposit'],
      linesWithFacts: [],
    });
  });

  test('lines that go along with a member are gone; those that stay are numbered anew', () => {
    const line = (head: 'overtime' | 'deposit', party: PartyId | null) => ({
      head,
      amount: parseYuan('1'),
      party,
    });
    const group = aGroupDispute()
      .received()
      .act('change-claims', {
        claims: [line('overtime', members[0]!), line('deposit', members[1]!), line('overtime', null)],
      })
      .act('record-claim-facts', { no: 2 });
    const leave = (more: object) => {
      const asked = { parties: [members[0]!], why: 'own-case' as const, dispute: 'dispute-2' as CaseId };
      const decided = group.decide('separate-members', asked);
      return group.happened({ ...decided, facts: { ...decided.facts, ...more } } as typeof decided).state;
    };
    expect(leave({ kept: [2, 3] })).toMatchObject({ heads: ['deposit', 'overtime'], linesWithFacts: [1] });
    // Events of older versions do not say which lines stayed: all did.
    expect(leave({})).toMatchObject({ heads: ['overtime', 'deposit', 'overtime'], linesWithFacts: [2] });
  });

  test('evidence that is withdrawn is no longer on the file', () => {
    const photo = { evidence: 'photo', sha256: 'ab'.repeat(32), bytes: 9, mediaType: 'image/jpeg' };
    const kept = received.act('add-evidence', photo).act('add-evidence', { ...photo, evidence: 'chat' });
    expect(kept.act('withdraw-evidence', { evidence: 'photo' }).state.evidence).toEqual(['chat']);
  });
});

describe('the kind of a worker that was set down wrongly', () => {
  const [first, next] = members;
  const kinds = (...said: (PartyKind | null)[]) =>
    aDispute({
      workers: members.slice(0, said.length),
      kinds: Object.fromEntries(said.map((kind, index) => [members[index]!, kind])),
      isLabourRelation: said.some((kind) => kind !== 'service'),
    }).received();
  const isLabour = ({ state }: DisputeStory) => state.isLabourRelation;

  test('puts the case under the other law once it is put right, and back', () => {
    const service = kinds(null).act('complete-party', { party: first!, kind: 'service' });
    expect([isLabour(kinds(null)), isLabour(service)]).toEqual([true, false]);
    expect(isLabour(service.act('complete-party', { party: first! }))).toBe(false);
    expect(isLabour(service.act('complete-party', { party: first!, kind: 'employee' }))).toBe(true);
    expect(isLabour(service.act('complete-party', { party: employer, kind: 'employer' }))).toBe(false);
  });

  test('of those who join and leave counts as much', () => {
    const joining = { side: 'worker' as const, parties: [next!], claims: [] };
    const both = kinds('service').act('add-parties', { ...joining, kinds: [null] });
    expect(isLabour(both)).toBe(true);
    expect(isLabour(kinds('service').act('add-parties', { ...joining, kinds: ['platform'] }))).toBe(false);
    expect(isLabour(both.separated([next!]))).toBe(false);
  });

  test('leaves a case of older versions as it was while others’ kinds are not kept', () => {
    const old = aDispute({ workers: [first!, next!] }).received();
    const one = old.act('complete-party', { party: first!, kind: 'platform' });
    expect(isLabour(one)).toBe(true);
    expect(isLabour(one.act('complete-party', { party: next!, kind: 'service' }))).toBe(false);
    const parted = aDispute({ workers: [first!, next!], isLabourRelation: false }).received();
    expect(isLabour(parted.act('complete-party', { party: first!, kind: 'platform' }))).toBe(false);
    expect(isLabour(parted.act('add-parties', { side: 'worker', parties: [members[2]!], claims: [] }))).toBe(
      false,
    );
  });
});

describe('a group settles', () => {
  const table = group.consented().accepted().mediated().on('2026-03-16').represented();
  const terms = [sharedAmong('2026-04-15', '500', members, both)];

  test('through its representatives, each member consenting', () => {
    const drafted = table.drafted('none', terms).membersSaid(true);
    const agreed = drafted.act('sign-agreement', signedForAll(drafted.today, drafted.state));
    expect(agreed.state.agreement?.instalments[0]?.amount).toBe(1_200_000);
    expect(rulesOf(agreed)).toEqual([
      'agreement.instalment:1',
      'follow-up.visit:1',
      'follow-up.collective.first:first',
      'follow-up.collective.second:second',
      'follow-up.collective.third:third',
    ]);
    expect(tasksOf(agreed)).toEqual([
      'watch-instalment:1',
      'visit:1',
      'visit:first',
      'visit:second',
      'visit:third',
    ]);
  });

  test('one member settles apart and one withholds consent: the others sign, the one signs for herself or not at all', () => {
    const [apart, unwilling] = [members[11]!, members[7]!];
    const drafted = table.drafted('none', terms);
    const without = drafted.separated([apart], 'settled-apart');
    expect(without.state.agreement).toBeNull();
    const remaining = members.filter((one) => one !== apart);
    const anew = without
      .drafted('none', [sharedAmong('2026-04-15', '500', remaining, both)])
      .membersSaid(true)
      .membersSaid(false, [unwilling]);
    const forAll = signedForAll(anew.today, { workers: remaining, employers: both });
    expect(outcomeOf(() => anew.decide('sign-agreement', forAll))).toBe('group/member-consent-missing');
    const herself = forAll.signatures.map((one) =>
      one.party === unwilling ? { party: unwilling, on: one.on, authority: 'self' as const } : one,
    );
    const signed = anew.act('sign-agreement', { ...forAll, signatures: herself });
    expect(signed.state).toMatchObject({
      state: 'agreed',
      left: [{ party: apart, why: 'settled-apart', on: '2026-03-16', dispute: null }],
    });
    expect(outcomeOf(() => signed.paid(1, '500', apart))).toBe('party/not-a-member');
  });

  test('a representative who leaves speaks for nobody any more', () => {
    const [first] = members;
    const left = table.act('separate-members', {
      parties: [first!],
      why: 'own-case',
      dispute: 'dispute-2' as CaseId,
    });
    expect(left.state.representatives).toEqual(members.slice(1, 3));
    expect(left.state.left).toEqual([
      { party: first, why: 'own-case', on: '2026-03-16', dispute: 'dispute-2' },
    ]);
  });

  test('a group that shrinks to nine is still visited as a group', () => {
    const nine = table
      .separated(members.slice(9))
      .drafted('none', [sharedAmong('2026-04-15', '500', members.slice(0, 9))]);
    const signed = nine.act('sign-agreement', signedOn(nine.today, [...members.slice(0, 9), ...both]));
    expect(rulesOf(signed)).toContain('follow-up.collective.third:third');
    const visited = signed.act('record-visit', { after: 'first', satisfaction: 'satisfied' });
    expect(rulesOf(visited)).not.toContain('follow-up.collective.first:first');
    expect(outcomeOf(() => visited.act('record-visit', { after: 'first', satisfaction: 'neutral' }))).toBe(
      'visit/not-called-for',
    );
  });

  const agreed = table
    .drafted('none', [...terms, sharedAmong('2026-05-15', '100')])
    .membersSaid(true)
    .act('sign-agreement', signedForAll(day('2026-03-16'), table.state))
    .drawn();

  test('what one employer pays is not credited to the other', () => {
    const [first] = members;
    const own = agreed.paid(1, '300', first, second).paid(1, '500', first, employer);
    const paidBy = (story: DisputeStory) =>
      story.state.agreement!.instalments[0]!.shares.slice(0, 2).map(({ paid }) => paid);
    expect(paidBy(own)).toEqual([50_000, 30_000]);
    // The first has paid its share: who else is meant is plain.
    expect(paidBy(own.paid(1, '200', first))).toEqual([50_000, 50_000]);
    // One employer's whole part, of every worker at once.
    const { shares, paid } = agreed.paid(1, '6000', undefined, second).state.agreement!.instalments[0]!;
    expect(paid).toBe(600_000);
    for (const share of shares) expect(share.paid).toBe(share.payer === second ? 50_000 : 0);
  });

  test('payments recorded by older versions name no employer: they fill share after share', () => {
    const [first] = members;
    const whole = agreed.decide('record-payment', {
      ...{ instalment: 1, amount: parseYuan('1000'), payee: first! },
    });
    const told = (amount: string, story: DisputeStory) =>
      story.happened({ ...whole, facts: { ...whole.facts, amount: parseYuan(amount) } } as never);
    const some = told('400', told('300', agreed));
    const own = some.state.agreement!.instalments[0]!.shares.slice(0, 2);
    expect(own.map(({ paid }) => paid)).toEqual([50_000, 20_000]);
  });

  test('money comes in worker by worker, in parts, employer by employer', () => {
    const [first, next] = members;
    const some = agreed.paid(1, '500', first, employer).paid(1, '200', first, second).paid(1, '1000', next);
    const shares = some.state.agreement!.instalments[0]!.shares;
    expect(shares.filter(({ payee }) => payee === first).map(({ paid }) => paid)).toEqual([50_000, 20_000]);
    expect(shares.filter(({ payee }) => payee === next).map(({ paid }) => paid)).toEqual([50_000, 50_000]);
    expect(some.state.agreement?.instalments[0]?.paid).toBe(170_000);
    expect(some.state.state).toBe('performing');
  });

  test('the rest of an instalment comes in at once for all who are owed', () => {
    const rest = agreed.paid(1, '1000', members[0]).paid(1, '11000').paid(2);
    expect(rest.state.state).toBe('performed');
    for (const { shares, paid, amount } of rest.state.agreement!.instalments) {
      expect(paid).toBe(amount);
      expect(sumFen(shares.map((share) => share.paid))).toBe(amount);
    }
  });

  test('one worker’s money is corrected: that employer’s share alone is counted anew', () => {
    const [first] = members;
    const paid = agreed.paid(1, '1000', first);
    const asked = paid.act('correct-payment', {
      ...{ instalment: 1, payee: first!, payer: second, paid: parseYuan('100') },
    });
    expect(asked.state.agreement).toEqual(paid.state.agreement);
    const shares = asked.approved().state.agreement!.instalments[0]!.shares;
    expect(shares.filter(({ payee }) => payee === first).map((one) => one.paid)).toEqual([50_000, 10_000]);
    expect(sumsOf(asked.approved())).toEqual([60_000, 0]);
  });
});

describe('checked, signed off, signed', () => {
  const strict = received.consented().accepted(strictCentre).mediated();

  test('what its owner may not do is on the desk of a manager', () => {
    const ownersOf = ({ state }: DisputeStory) => disputeTasks(state).map(({ owner }) => owner);
    const desked = (story: DisputeStory) =>
      new DisputeStory({ ...story.state, desk: people.manager.account }, story.today);
    const drafted = desked(strict.drafted());
    expect(ownersOf(drafted)).toEqual(['manager']);
    expect(ownersOf(drafted.checked())).toEqual(['manager']);
    expect(ownersOf(drafted.checked().signedOff())).toEqual(['mediator']);
    expect(ownersOf(desked(aDispute().received(null)))).toEqual(['manager']);
  });

  test('where the centre signs off, the draft goes from hand to hand', () => {
    expect(tasksOf(strict)).toEqual(['reach-result']);
    const drafted = strict.drafted();
    expect(tasksOf(drafted)).toEqual(['check-agreement']);
    const checked = drafted.checked();
    expect(tasksOf(checked)).toEqual(['sign-off-agreement']);
    const ready = checked.signedOff();
    expect(tasksOf(ready)).toEqual(['collect-signatures']);
    expect(ready.signed().state.agreement).toMatchObject({
      checkedBy: 'colleague',
      signedOffOn: '2026-03-02',
    });
  });

  test('an agent with a special authority signs for either side', () => {
    const drafted = mediating
      .drafted()
      .act('appoint-agent', { party: worker, scope: 'special' })
      .act('appoint-agent', { party: employer, scope: 'special' });
    const { signatures, ...days } = signedOn(drafted.today);
    const byAgents = signatures.map((one) => ({
      ...one,
      authority: 'agent-with-special-authority' as const,
    }));
    expect(drafted.act('sign-agreement', { ...days, signatures: byAgents }).state.state).toBe('agreed');
  });

  test('the signed copy is scanned back', () => {
    const photo = { evidence: 'scan', sha256: 'ab'.repeat(32), bytes: 9, mediaType: 'application/pdf' };
    const scanned = mediating
      .drafted()
      .signed()
      .act('add-evidence', photo)
      .act('scan-back', { evidence: 'scan' });
    expect(scanned.state.agreement?.scan).toBe('scan');
  });
});

describe('after it is signed', () => {
  const agreed = mediating.on('2026-03-16').drafted().drawn().on('2026-03-17').signed();

  test('locking in is applied for, awaited, granted', () => {
    const applied = agreed.on('2026-04-01').applied();
    expect(agreed.on('2026-04-01').decide('apply-lock-in', {}).ends).toEqual([
      { clock: '10.0', outcome: 'met' },
    ]);
    expect(disputeTasks(applied.state)[0]).toMatchObject({ key: 'await-lock-in', dueOn: '2026-04-06' });
    expect(stillOpen(applied.state)).toContain('clock:agreement.arbitration-review.decide');
    const granted = applied.on('2026-04-07').lockedIn();
    expect(granted.state.agreement).toMatchObject({ appliedOn: '2026-04-01', lockedIn: 'granted' });
    expect(rulesOf(granted)).not.toContain('agreement.arbitration-review.decide');
  });

  test('a payment knows whether it was late', () => {
    const late = (on: string) =>
      (
        agreed.on(on).decide('record-payment', { instalment: 1, amount: parseYuan('6000') }).facts as {
          isLate: boolean;
        }
      ).isLate;
    expect([late('2026-04-15'), late('2026-04-16')]).toEqual([false, true]);
  });

  test('a default is cured by all that is late, not by its first fen', () => {
    const late = agreed.lockedIn().on('2026-04-16').defaulted(1);
    expect(tasksOf(late)[0]).toBe('ask-remedy');
    const chosen = late.act('choose-remedy', { remedy: 'enforcement' });
    expect(tasksOf(chosen)[0]).toBe('prepare-remedy');
    const part = chosen.paid(1, '5999.99');
    expect(part.state).toMatchObject({ state: 'defaulted', remedy: 'enforcement' });
    expect(part.paid(1, '0.01').state).toMatchObject({ state: 'performing', remedy: null });
    expect(chosen.paid(2).state.state).toBe('defaulted');
    expect(chosen.paid(2).paid(1).state).toMatchObject({ state: 'performed', remedy: null });
  });

  test('a worker who waits is asked nothing more', () => {
    const waiting = agreed.on('2026-04-16').defaulted(1).act('choose-remedy', { remedy: 'wait' });
    expect(tasksOf(waiting)).toEqual([
      'lock-in',
      'watch-instalment:1',
      'visit:1',
      'watch-instalment:2',
      'visit:2',
    ]);
  });

  test('duties are watched, fall into default, and the last one performs the agreement', () => {
    const dutied = mediating
      .act('draft-agreement', {
        door: 'none',
        instalments: twoInstalments.slice(0, 1),
        duties: [
          { who: employer, dueOn: day('2026-04-01') },
          { who: worker, dueOn: day('2026-04-10') },
        ],
      })
      .signed();
    expect(tasksOf(dutied)).toEqual(['watch-instalment:1', 'visit:1', 'watch-duty:1', 'watch-duty:2']);
    const paid = dutied.on('2026-04-11').paid(1);
    expect(paid.state.state).toBe('performing');
    const late = paid.act('declare-default', { duty: 1 });
    const one = late.act('record-duty', { no: 1 });
    expect(one.state.state).toBe('defaulted');
    const last = one.act('record-duty', { no: 2 });
    expect(last.state.state).toBe('performed');
    expect(rulesOf(last)).toEqual(['follow-up.visit:1', 'file.close']);
    expect(last.state.agreement?.duties.map(({ doneOn }) => doneOn)).toEqual(['2026-04-11', '2026-04-11']);
  });

  test('what is paid on the spot is performed when it is paid, with no door to go through', () => {
    const spot = mediating
      .drafted('none', [{ dueOn: mediating.today, amount: fen(100) }])
      .signed()
      .paid(1);
    expect(spot.state.state).toBe('performed');
    expect(tasksOf(spot)).toEqual(['visit:1']);
  });
});
