/** What worker and employer do themselves, each in their own case and for themselves alone. */
import { disputeHats } from '../../src/domain/dispute/table.ts';
import { LETTER } from '../../src/domain/ids.ts';
import { actor, aDispute, aGroupDispute, employer, members, partyActor, second, worker } from '../stories.ts';

const hatsIn = (story: { state: Parameters<typeof disputeHats>[0] }, by: Parameters<typeof disputeHats>[1]) =>
  [...disputeHats(story.state, by)].sort();

describe('whoever comes in as a party', () => {
  const received = aDispute().received();
  test('is of their own side of their own case, and of no other', () => {
    expect(hatsIn(received, partyActor(worker))).toEqual(['party', 'worker']);
    expect(hatsIn(received, partyActor(employer))).toEqual(['employer', 'party']);
    expect(hatsIn(aGroupDispute(), partyActor(worker))).toEqual(['party']);
  });
  test('is nobody in a group they have left', () => {
    const group = aGroupDispute().received().consented().accepted().mediated();
    expect(hatsIn(group.separated([members[0]!]), partyActor(members[0]!))).toEqual(['party']);
    expect(hatsIn(group, partyActor(second))).toEqual(['employer', 'party']);
  });
  test('is taken for one by its code alone, not by naming a party', () => {
    expect(hatsIn(received, { ...actor(LETTER, ['letter']), party: worker })).toEqual(['letter']);
    expect(hatsIn(received, { ...actor('clerk', ['intake-clerk']), party: worker })).toEqual([
      'intake-clerk',
    ]);
  });
});
