/** Reads one referral whole: its letter, hops, thread, files, papers and what may be done. */
import type { CaseId } from '../../domain/ids.ts';
import type { ReferralState } from '../../domain/referral/state.ts';
import { listClocks, listEvents, listPapers } from '../../persistence/case.listing.ts';
import { Body } from '../../persistence/city.entity.ts';
import { Dispute } from '../../persistence/dispute.entity.ts';
import type { Em } from '../../persistence/orm.ts';
import { Referral } from '../../persistence/referral.entity.ts';
import { isTakenBack, namesOfFiles } from '../../persistence/referral.repository.ts';
import { listTasks } from '../../persistence/task.listing.ts';
import type { ApiDeps } from '../app.ts';
import { presentEvent, presentPaper } from '../case-parts.ts';
import { dayOf } from '../order-command.ts';
import { mayReadSent } from '../policies.ts';
import type { SignedIn } from '../sign-in.ts';
import { presentTask } from '../task/present.ts';
import { forReader } from './for-body.ts';
import { presentActions } from './open-acts.ts';
import { directionOf, enclosedOf, presentHops, presentOutcomes, presentThread } from './present.ts';

const EVERY_TASK = 1000;

export async function readReferral(deps: ApiDeps, me: SignedIn, shown: ReferralState) {
  const em = deps.orm.em.fork();
  const { id, story, state, seq, parent, fromBody, toBody, urgency, channel, procedure } = shown;
  const { openedOn, receivedOn, closedOn, outcome, reminders } = shown;
  const row = await em.findOneOrFail(Referral, { id });
  const { reason, request, materials, contact } = row;
  const clocks = await listClocks(em, id);
  const papers = (await listPapers(em, id)).map(presentPaper);
  const events = await listEvents(em, id);
  const names = await namesOfFiles(em, events.flatMap(enclosedOf));
  const asked = { districts: [shown.district], sort: 'dueOn', limit: EVERY_TASK, case: id };
  const today = dayOf(deps, undefined);
  const tasks = (await listTasks(em, asked)).items.map((task) => presentTask(me, task, today));
  const nameOf = async (body: typeof fromBody) => (await em.findOneOrFail(Body, { id: body })).name;
  const whole = {
    ...{
      id,
      story: story as 'referral',
      state,
      seq,
      fromBody,
      fromName: await nameOf(fromBody),
      toBody,
      toName: await nameOf(toBody),
    },
    ...{ urgency, direction: directionOf(shown), channel, procedure, otherNumber: row.otherNumber ?? null },
    ...{ openedOn, receivedOn, closedOn, outcome, reason, request, materials, contact, parent, reminders },
    brought: row.brought ?? null,
    origin: await linked(em, parent),
    child: await linked(em, shown.child),
    childOutcome: shown.childEnd?.outcome ?? null,
    hops: presentHops(clocks),
    thread: presentThread(id, events, names),
    slip: papers.findLast(({ kind }) => kind === 'hand-over-slip') ?? null,
    ...{ clocks, papers, tasks, events: events.map(presentEvent) },
    ...presentActions(me, shown, today),
    outcomes: presentOutcomes(shown),
  };
  return forReader(me, shown, whole, mayReadSent(me, shown, await isTakenBack(em, id)));
}

async function linked(em: Em, id: CaseId | null) {
  const dispute = id && (await em.findOne(Dispute, { id }));
  return dispute ? { id: dispute.id, receiptNumber: dispute.receiptNumber } : null;
}
