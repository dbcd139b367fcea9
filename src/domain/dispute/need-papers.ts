/** Papers on demand: each is to be had once what it states has happened. */
import type { PaperKindName, PaperStart } from '../case.ts';
import { Refusal } from '../refusal.ts';
import type { DisputeState } from './state.ts';

/** Null: as things stand it can be issued; else the code of what it waits for. */
type Wait = (state: DisputeState, about: string | undefined) => string | null;

const always: Wait = () => null;
const party: Wait = ({ workers, employers }, about) =>
  [...workers, ...employers].some((id) => id === about) ? null : 'party';
const signed: Wait = ({ agreement }) => (agreement?.effectiveOn ? null : 'agreement-signed');
const doored =
  (door: string): Wait =>
  ({ agreement, state }) => {
    // The draft of a mediation that is over without agreement is void.
    const isLive = agreement !== null && (agreement.effectiveOn !== null || state === 'mediating');
    if (!isLive) return 'agreement-drafted';
    return agreement.door === door ? null : 'door';
  };

/** Those that no act issues by itself. */
const onDemand: Partial<Record<PaperKindName, Wait>> = {
  application: always,
  // The copy with the signatures given on a screen, for those who sign on paper.
  agreement: ({ agreement, state }) => {
    const isSigning = state === 'mediating' && (agreement?.onScreen ?? []).length > 0;
    return isSigning ? null : 'agreement-signed-on-screen';
  },
  'mediation-notice': ({ sessions }, about) =>
    sessions.some(({ no }) => String(no) === about) ? null : 'session-planned',
  minutes: ({ sessions }, about) =>
    sessions.some(({ no, heldOn }) => String(no) === about && heldOn !== null) ? null : 'session-held',
  'service-address': party,
  'authority-letter': ({ agents, representatives }, about) =>
    about === undefined
      ? representatives.length > 0
        ? null
        : 'representatives-appointed'
      : Object.hasOwn(agents, about)
        ? null
        : 'agent-appointed',
  'review-application': doored('arbitration-review'),
  'confirmation-application': doored('judicial-confirmation'),
  'mediation-proof': signed,
  'payment-order-application': ({ state }) => (state === 'defaulted' ? null : 'default-declared'),
  'visit-record': ({ agreement }) =>
    agreement?.instalments.some(({ visitedOn }) => visitedOn !== null) ? null : 'visit-recorded',
};

export const papersOnDemand = Object.keys(onDemand) as PaperKindName[];

export function needPapers(state: DisputeState, papers: readonly PaperStart[]): void {
  for (const { kind, about } of papers) {
    const wait = onDemand[kind];
    if (wait === undefined) throw new Refusal('paper/not-on-demand', { paper: kind });
    const waitsFor = wait(state, about);
    if (waitsFor !== null) throw new Refusal('paper/not-yet', { paper: kind, waitsFor });
  }
}
