/** A case keeps its rule pack until it is moved, and older snapshots are read as they would be written today. */
import { FIRST_PACK } from '../../src/domain/case.ts';
import { evolveDispute } from '../../src/domain/dispute/evolve.ts';
import { type DisputeEvent, type DisputeState, readDisputeSnapshot } from '../../src/domain/dispute/state.ts';
import { readSnapshot } from '../../src/domain/story.ts';
import { aDispute, aReferral, DisputeStory, people } from '../stories.ts';
import { day } from './tables.ts';

const received = aDispute().received();

test('moving a case to a pack changes the pack and nothing else', () => {
  const moved = received.act('move-pack', { pack: 'nanyang-2027.1' }, people.manager).state;
  expect(moved).toEqual({ ...received.state, seq: 2, pack: 'nanyang-2027.1' });
});

test('the clocks that the law computed anew take the place of those they end', () => {
  const [contact, acceptance, direct] = received.state.clocks;
  const decided = received.decide('move-pack', { pack: 'nanyang-2027.1' }, people.manager);
  const firm = { ...direct!, id: '2.0', dueOn: day('2026-03-18'), rung: 'no' as const };
  const event = {
    ...decided,
    ...{ seq: 2, commandId: 'c2', recordedOn: day('2026-03-02'), issued: [], assigned: null },
    ends: [{ clock: direct!.id, outcome: 'moved' }],
    clocks: [firm],
  } as unknown as DisputeEvent;
  expect(evolveDispute(received.state, event).clocks).toEqual([contact, acceptance, firm]);
});

test('a referral moves like a dispute', () => {
  const sent = aReferral().drafted().sent();
  const decided = sent.decide('move-pack', { pack: 'nanyang-2027.1' }, people.manager);
  expect(decided).toMatchObject({
    kind: 'pack-moved',
    facts: { from: FIRST_PACK, to: 'nanyang-2027.1' },
    ends: [],
  });
  expect(sent.happened(decided).state).toMatchObject({ pack: 'nanyang-2027.1', state: 'sent' });
});

test('a snapshot written before cases kept their pack is on the first one, with the application on its ledger', () => {
  const { pack: _p, limitation: _l, linesWithFacts: _f, employmentEndedOn: _e, ...older } = received.state;
  expect(readSnapshot(older as DisputeState)).toEqual({
    ...received.state,
    limitation: {
      events: [{ kind: 'mediation-application', on: '2026-03-02', until: null, seq: 1 }],
      lastSafeDay: null,
      provisional: false,
    },
  });
  const { pack: _, ...referral } = aReferral().state;
  expect(readSnapshot(referral as never)).toEqual(aReferral().state);
});

test('a file closed before it was kept from where is opened again to what it came to', () => {
  const agreed = received.consented().accepted().mediated().drafted('none').signed().drawn();
  const performed = agreed.on('2026-05-15').paid(1).paid(2).visited(1).visited(2).closed();
  const broken = agreed.on('2026-05-16').defaulted(1).act('close', { reason: 'employer-insolvent' });
  const older = ({ state, today }: DisputeStory) => {
    const { closedFrom: _c, approvals: _a, consents: _n, archivedOn: _b, ...rest } = state;
    return new DisputeStory(readDisputeSnapshot(rest as DisputeState), today);
  };
  expect(older(performed).reopened().state.state).toBe('performed');
  expect(older(broken).reopened().state.state).toBe('defaulted');
  const failed = received.consented().accepted().mediated().act('fail', { reason: 'refused' });
  expect(older(failed.drawn().closed()).reopened().state.state).toBe('mediating');
});

test('an agreement drafted before shares were kept is between the two there are', () => {
  const { state } = received.consented().accepted().mediated().drafted().signed().paid(1, '1000');
  const instalments = state.agreement!.instalments.map(({ shares: _, ...one }) => one);
  const older = { ...state, agreement: { ...state.agreement, instalments } } as unknown as DisputeState;
  expect(readDisputeSnapshot(older)).toEqual(state);
});

test('a snapshot of today is read as it is', () => {
  const { state } = aDispute({ heads: ['overtime'] })
    .received()
    .act('record-claim-facts', { no: 1 });
  expect(readSnapshot(state)).toEqual(state);
  expect(readSnapshot(aDispute().state)).toEqual(aDispute().state);
});
