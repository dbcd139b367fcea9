/** The dispute's table, written down a second time as people read it: every state x action x hat. */
import type { DisputeAction, DisputeAsked } from '../../src/domain/dispute/commands.ts';
import { type DisputeStateName, disputeStates } from '../../src/domain/dispute/state.ts';
import { disputeTable } from '../../src/domain/dispute/table.ts';
import type { BodyId, CaseId } from '../../src/domain/ids.ts';
import { NO_MONEY, parseYuan } from '../../src/domain/money.ts';
import { openActions } from '../../src/domain/role.ts';
import {
  aDispute,
  type DisputeStory,
  employer,
  members,
  people,
  referralId,
  representatives,
  sharedAmong,
  signedOn,
} from '../stories.ts';
import { actorWith, day, hats, outcomeOf, readTable } from './tables.ts';

const letters = {
  c: 'intake-clerk',
  m: 'mediator',
  M: 'manager',
  o: 'owner',
  s: 'system',
  w: 'worker',
  e: 'employer',
  a: 'other-side',
} as const;

const expected = readTable(
  letters,
  `
                        new received consulting accepted mediating agreed performing defaulted performed failed withdrawn negotiated not-accepted closed archived
receive                 cmMwe -      -          -        -         -      -          -         -         -      -         -          -            -      -
receive-settled         cmM -        -          -        -         -      -          -         -         -      -         -          -            -      -
import                  cM  -        -          -        -         -      -          -         -         -      -         -          -            -      -
assign                  -   M        M          M        M         M      M          M         M         M      M         M          M            -      -
recuse                  -   oM       oM         oM       oM        oM     oM         oM        oM        oM     oM        oM         oM           -      -
hear-referral           -   s        s          s        s         s      s          s         s         s      s         s          s            -      -
move-pack               -   M        M          M        M         M      M          M         M         M      M         M          M            -      -
complete-party          -   co       co         co       co        co     co         co        co        co     co        co         co           -      -
record-elements         -   co       co         co       co        co     co         co        co        co     co        co         co           -      -
appoint-agent           -   co       co         co       co        co     co         co        co        co     co        co         co           -      -
record-claim-facts      -   co       co         co       co        co     co         co        co        co     co        co         co           -      -
compute-claims          -   co       co         co       co        co     co         co        co        co     co        co         co           -      -
record-limitation-event -   o        o          o        o         o      o          o         o         o      o         o          o            -      -
withdraw-limitation-event -   o        o          o        o         o      o          o         o         o      o         o          o            -      -
certify-limitation      -   o        o          o        o         o      o          o         o         o      o         o          o            -      -
log-call                -   co       co         co       co        co     co         co        co        co     co        co         co           -      -
add-evidence            -   cowe     cowe       cowe     cowe      cowe   cowe       cowe      cowe      cowe   cowe      cowe       cowe         -      -
withdraw-evidence       -   co       co         co       co        co     co         co        co        co     co        co         co           -      -
add-note                -   oM       oM         oM       oM        oM     oM         oM        oM        oM     oM        oM         oM           -      -
record-privacy-consent -   cowe     cowe       cowe     cowe      cowe   cowe       cowe      cowe      cowe   cowe      cowe       cowe         -      -
give-check-code        -   co       co         co       co        co     co         co        co        co     co        co         co           -      -
issue-papers            -   co       co         co       co        co     co         co        co        co     co        co         co           -      -
correct                 -   o        o          o        o         o      o          o         o         o      o         o          o            -      -
approve-request         -   M        M          M        M         M      M          M         M         M      M         M          M            M      M
reject-request          -   M        M          M        M         M      M          M         M         M      M         M          M            M      M
refer                   -   o        o          o        o         o      o          o         -         o      -         -          o            -      -
plan-chain              -   o        o          o        o         o      o          o         -         o      -         -          o            -      -
skip-station            -   o        o          o        o         o      o          o         -         o      -         -          o            -      -
withdraw                -   co       co         co       co        -      -          -         -         -      -         -          -            -      -
add-parties             -   co       co         co       co        -      -          -         -         -      -         -          -            -      -
change-claims           -   co       co         co       co        -      -          -         -         -      -         -          -            -      -
appoint-representatives -   co       co         co       co        -      -          -         -         -      -         -          -            -      -
separate-members        -   o        o          o        o         -      -          -         -         -      -         -          -            -      -
triage                  -   co       co         -        -         -      -          -         -         -      -         -          -            -      -
consult                 -   o        o          -        -         -      -          -         -         -      -         -          -            -      -
settle-between-sides    -   o        o          -        -         -      -          -         -         -      -         -          -            -      -
decline                 -   o        o          -        -         -      -          -         -         -      -         -          -            -      -
record-consent          -   -        oa         o        o         -      -          -         -         -      -         -          -            -      -
accept                  -   -        o          -        -         -      -          -         -         -      -         -          -            -      -
plan-session            -   -        -          o        o         -      -          -         -         -      -         -          -            -      -
postpone-session        -   -        -          o        o         -      -          -         -         -      -         -          -            -      -
answer-session          -   -        -          we       we        -      -          -         -         -      -         -          -            -      -
hold-session            -   -        -          o        o         -      -          -         -         -      -         -          -            -      -
extend-period           -   -        -          o        o         -      -          -         -         -      -         -          -            -      -
record-proposal         -   -        -          o        o         -      -          -         -         -      -         -          -            -      -
answer-proposal         -   -        -          o        o         -      -          -         -         -      -         -          -            -      -
fail                    -   -        -          o        o         -      -          -         -         -      -         -          -            -      -
ask-reopen              -   -        -          -        -         -      -          -         -         o      o         o          o            coM    coM
close                   -   -        -          -        -         -      -          o         o         o      o         o          o            -      -
draft-agreement         -   -        -          -        o         -      -          -         -         -      -         -          -            -      -
drop-draft              -   -        -          -        o         -      -          -         -         -      -         -          -            -      -
record-member-consents  -   -        -          -        o         -      -          -         -         -      -         -          -            -      -
check-agreement         -   -        -          -        mM        -      -          -         -         -      -         -          -            -      -
sign-off-agreement      -   -        -          -        M         -      -          -         -         -      -         -          -            -      -
sign-on-screen          -   -        -          -        we        -      -          -         -         -      -         -          -            -      -
sign-agreement          -   -        -          -        o         -      -          -         -         -      -         -          -            -      -
scan-back               -   -        -          -        -         co     co         co        co        -      -         -          -            -      -
apply-lock-in           -   -        -          -        -         o      o          o         o         -      -         -          -            -      -
lock-in                 -   -        -          -        -         o      o          o         o         -      -         -          -            -      -
record-payment          -   -        -          -        -         ow     ow         ow        -         -      -         -          -            -      -
report-paid             -   -        -          -        -         e      e          e         -         -      -         -          -            -      -
report-unpaid           -   -        -          -        -         w      w          w         -         -      -         -          -            -      -
record-duty             -   -        -          -        -         o      o          o         -         -      -         -          -            -      -
correct-payment         -   -        -          -        -         o      o          o         o         -      -         -          -            -      -
record-visit            -   -        -          -        -         o      o          o         o         -      -         -          -            -      -
declare-default         -   -        -          -        -         o      o          o         -         -      -         -          -            -      -
choose-remedy           -   -        -          -        -         -      -          o         -         -      -         -          -            -      -
archive                 -   -        -          -        -         -      -          -         -         -      -         -          -            oM     -
`,
);

const court = 'court-411303' as BodyId;
const photo = { evidence: 'photo', sha256: 'ab'.repeat(32), bytes: 1024, mediaType: 'image/jpeg' };
const stations = [{ no: 1, body: court, after: [], why: 'support-suit' }];
const terms = [sharedAmong('2026-04-15', '500'), sharedAmong('2026-05-15', '500')];
const duties = [{ who: employer, dueOn: day('2026-05-15') }];

/** What each action is asked with where nothing stands against it. */
const askedOf = ({ state }: DisputeStory, who = employer): { [A in DisputeAction]: DisputeAsked<A> } => ({
  receive: {},
  'receive-settled': { amount: parseYuan('800'), satisfaction: 'satisfied' },
  import: {
    ...{ state: 'received', owner: null, acceptedOn: null, concludedOn: null, closedOn: null },
    ...{ closedFrom: null, agreement: null },
  },
  assign: { mediator: people.mediator.account },
  recuse: { mediator: people.mediator.account, reason: 'kin' },
  'hear-referral': { referral: referralId, state: 'closed', outcome: 'ordered', isOpen: false },
  'complete-party': { party: employer },
  'record-elements': { sections: ['contract'] },
  'add-parties': { side: 'worker', parties: [], claims: [] },
  'change-claims': { claims: [{ head: 'wages', amount: parseYuan('1'), party: null }] },
  'appoint-agent': { party: employer, scope: 'special' },
  'log-call': { party: employer, way: 'phone', isReached: true },
  'add-evidence': { ...photo, evidence: 'another photo' },
  'withdraw-evidence': { evidence: 'photo' },
  'add-note': { isConfidential: true },
  'give-check-code': { party: employer },
  'record-privacy-consent': {
    ...{ party: who, matter: 'privacy-notice', isGiven: true, notice: '2026-1', way: 'online' },
  },
  triage: { result: 'mediate' },
  withdraw: {},
  refer: { referral: 'referral-2' as CaseId, body: court },
  'plan-chain': { stations, hasReason: true },
  'skip-station': { no: 1 },
  consult: { result: 'reached' },
  'record-consent': { isGiven: true, party: who },
  'settle-between-sides': {},
  accept: {},
  decline: { reason: 'other-path' },
  'appoint-representatives': { parties: representatives },
  'record-member-consents': { parties: members, isGiven: true },
  'separate-members': { parties: members.slice(0, 1), why: 'own-case' },
  'plan-session': { plannedOn: day('2026-05-16') },
  'postpone-session': { no: 2, plannedOn: day('2026-05-16'), by: 'employer' },
  'answer-session': { no: 2, answer: 'coming' },
  'hold-session': { no: 2 },
  'extend-period': {
    until: day('2026-05-16'),
    workerOn: day('2026-03-02'),
    employerOn: day('2026-03-02'),
  },
  'record-proposal': { by: 'worker', amount: parseYuan('9000') },
  'answer-proposal': { no: 1, side: 'worker', answer: 'accepted' },
  'draft-agreement': { door: 'none', instalments: terms },
  'drop-draft': {},
  'check-agreement': {},
  'sign-off-agreement': {},
  'sign-on-screen': {
    ...{ ...photo, evidence: 'signature', paper: state.agreement?.paper ?? '', read: 'ab'.repeat(32) },
    ...{ authority: 'agent-with-special-authority', at: '2026-04-15T01:00:00.000Z' },
  },
  'sign-agreement': signedOn(day('2026-04-15'), [...members, employer]),
  'scan-back': { evidence: 'photo' },
  fail: { reason: 'too-far-apart' },
  'apply-lock-in': {},
  'lock-in': { outcome: 'granted' },
  'record-payment': { instalment: 2, amount: parseYuan('100'), payee: members[0]! },
  'report-paid': { instalment: 2, amount: parseYuan('100') },
  'report-unpaid': { instalment: 2 },
  'record-duty': { no: 1 },
  'declare-default': { instalment: 2 },
  'choose-remedy': { remedy: 'payment-order' },
  'record-visit': { instalment: 2, satisfaction: 'neutral' },
  close: { reason: 'payment-order' },
  archive: {},
  'issue-papers': { papers: [{ kind: 'application' }] },
  correct: { seq: 1, act: 'dispute-received', field: 'note' },
  'correct-payment': { instalment: 2, payee: members[0]!, paid: NO_MONEY },
  'ask-reopen': {},
  'approve-request': { no: state.approvals[0]?.no ?? 0 },
  'reject-request': { no: state.approvals[0]?.no ?? 0 },
  'move-pack': { pack: 'nanyang-2027.1' },
  'record-claim-facts': { no: 1 },
  'compute-claims': {},
  'record-limitation-event': { event: 'demand', happenedOn: day('2026-03-01'), until: null },
  'withdraw-limitation-event': {
    seq: state.limitation.events.find(({ kind }) => kind === 'complaint')?.seq ?? 0,
    act: 'limitation-event-recorded',
  },
  'certify-limitation': {},
});

const received = aDispute({ workers: members })
  .received()
  .referred()
  .act('appoint-agent', { party: employer, scope: 'special' })
  .act('appoint-agent', { party: members[0]!, scope: 'special' })
  .act('record-claim-facts', { no: 1 })
  .act('add-evidence', photo)
  .act('record-limitation-event', { event: 'complaint', happenedOn: day('2026-03-01'), until: null })
  .act('plan-chain', { stations, hasReason: false });
const consenting = received.consented();
const accepted = consenting.accepted().act('record-proposal', { by: 'mediator', amount: null });
const mediating = accepted.mediated().planned().on('2026-04-15');
const drafted = mediating.act('draft-agreement', {
  door: 'arbitration-review',
  instalments: terms,
  duties,
});
const agreed = drafted.act('sign-agreement', signedOn(drafted.today, [...members, employer])).drawn();
const paid = agreed.paid(1);
const performed = paid.paid(2).act('record-duty', { no: 1 });
const visits = ['first', 'second', 'third'] as const;
const visited = visits.reduce(
  (story, after) => story.act('record-visit', { after, satisfaction: 'satisfied' }),
  performed.lockedIn().visited(1).visited(2).heard(false),
);
const closed = visited.closed();
const failed = drafted.drawn().heard(false).act('fail', { reason: 'too-far-apart' });
const declined = consenting.heard(false).act('decline', { reason: 'out-of-scope' });

/** With a correction of what has legal effect waiting for a manager. */
const asking = (story: DisputeStory) =>
  story.act('correct', { seq: 1, act: 'agreement-signed', field: 'note' });

const askedByEmployer = aDispute({ workers: members, applicant: 'employer' }).received().consulted();

/** Each state, such that every action open there can succeed in one of its situations. */
const situations: Record<DisputeStateName, readonly DisputeStory[]> = {
  new: [aDispute({ workers: members })],
  received: [received, asking(received)],
  consulting: [consenting, received.consulted(), asking(consenting), askedByEmployer],
  accepted: [accepted.planned().planned(), asking(accepted)],
  mediating: [mediating, drafted.checked(), drafted.drawn(), asking(mediating)],
  agreed: [agreed.on('2026-05-16'), asking(agreed)],
  performing: [paid.on('2026-05-16'), asking(paid)],
  defaulted: [
    agreed.on('2026-05-16').defaulted(2),
    agreed.on('2026-05-16').lockedIn().heard(false).defaulted(2),
    asking(agreed.on('2026-05-16').defaulted(2)),
  ],
  performed: [performed, visited, asking(performed)],
  failed: [failed.drawn(), asking(failed)],
  withdrawn: [
    consenting.heard(false).act('withdraw', {}),
    asking(consenting.heard(false).act('withdraw', {})),
  ],
  negotiated: [
    consenting.heard(false).act('settle-between-sides', {}),
    asking(consenting.act('settle-between-sides', {})),
  ],
  'not-accepted': [declined.drawn(), asking(declined)],
  closed: [closed, closed.act('ask-reopen', {})],
  archived: [closed.archived(), closed.archived().act('ask-reopen', {})],
};

const actions = Object.keys(askedOf(received)) as DisputeAction[];

test.each(disputeStates)(
  'a dispute that is %s lets those act whom the table names, and refuses all others',
  (state) => {
    const wrong: string[] = [];
    for (const story of situations[state]) expect(story.state.state).toBe(state);
    for (const action of actions) {
      const who = expected.cell(action, state);
      for (const hat of hats) {
        // Whoever is of the other side is of a side, too: an employer, in most of these situations.
        const isTheirs = who.includes(hat) || (hat === 'other-side' && who.includes('employer'));
        const due = who.length === 0 ? 'case/not-in-this-state' : isTheirs ? 'done' : 'case/not-yours-to-do';
        const outcomes = situations[state].map((story) =>
          outcomeOf(() =>
            story.decide(
              action,
              askedOf(story, hat === 'worker' ? members[0] : employer)[action],
              actorWith(hat, story.owner, { worker: members[0]!, employer }),
            ),
          ),
        );
        if (!outcomes.includes(due)) wrong.push(`${action} by ${hat}: ${outcomes.join(', ')}, not ${due}`);
      }
    }
    expect(wrong).toEqual([]);
  },
);

test('the buttons of a state are the cells of its column', () => {
  for (const state of disputeStates)
    for (const hat of hats) {
      const open = actions.filter((action) => expected.cell(action, state).includes(hat));
      expect(new Set(openActions(disputeTable, state, new Set([hat])))).toEqual(new Set(open));
    }
});

test('the table in this test knows every action and every state', () => {
  expect([...expected.columns].sort()).toEqual([...disputeStates].sort());
  expect([...expected.rows].sort()).toEqual([...actions].sort());
});

test('the clerk who took a dispute in looks after it until a mediator is assigned, and is none', () => {
  const unassigned = aDispute().received(null);
  const { refer, assign } = askedOf(unassigned);
  expect(outcomeOf(() => unassigned.decide('refer', refer, people.clerk))).toBe('dispute/no-mediator');
  expect(outcomeOf(() => unassigned.decide('triage', { result: 'mediate' }, people.clerk))).toBe('done');
  const assigned = unassigned.act('assign', assign, people.manager);
  expect(outcomeOf(() => assigned.decide('refer', refer, people.clerk))).toBe('case/not-yours-to-do');
  expect(outcomeOf(() => assigned.decide('refer', refer, people.mediator))).toBe('done');
});
