/** What the other body's officer reads of a referral: what the two sides said to each other, not what our house says to itself. */
import type { z } from 'zod';
import type { ReferralState } from '../../domain/referral/state.ts';
import { mayReadWhole } from '../policies.ts';
import type { SignedIn } from '../sign-in.ts';
import type { referralDetail } from './present.ts';

type Detail = z.infer<typeof referralDetail>;

export function forReader(me: SignedIn, referral: ReferralState, whole: Detail, maySent: boolean): Detail {
  if (mayReadWhole(me, referral)) return whole;
  const spoken = new Set(whole.thread.map(({ seq }) => seq));
  const events = whole.events.filter(({ seq }) => spoken.has(seq));
  // An incoming referral's sender has tasks of its own here.
  const tasks = whole.tasks.filter(({ owner }) => owner === me.actor.account);
  const theirs = { ...whole, events, tasks };
  return maySent ? theirs : withoutSent(theirs);
}

/** What we had sent is gone; what the body answered, and that and why it was taken back, stays. */
function withoutSent(detail: Detail): Detail {
  const isKept = ({ side, kind }: Detail['thread'][number]) =>
    side === 'receiver' || kind === 'referral-recalled';
  const kept = new Set(detail.thread.filter(isKept).map(({ seq }) => seq));
  return {
    ...detail,
    ...{ reason: '', request: '', materials: [], contact: '', brought: null, origin: null, parent: null },
    thread: detail.thread.map((one) =>
      isKept(one) ? one : { ...one, text: null, materials: [], enclosed: [] },
    ),
    events: detail.events.map((one) => (kept.has(one.seq) ? one : { ...one, facts: {}, texts: {} })),
    papers: detail.papers.filter(({ kind }) => kind === 'hand-over-slip'),
  };
}
