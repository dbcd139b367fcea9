/** Records one event of a case: in one transaction its row, its clocks with the law's days, its papers' numbers, its tasks. */
import { DriverException } from '@mikro-orm/core';
import type { CaseState, Decision, PackMoved, Recorded } from '../src/domain/case.ts';
import { type Day, dayAt } from '../src/domain/day.ts';
import type { DisputeDecision } from '../src/domain/dispute/decisions.ts';
import { isCollective } from '../src/domain/dispute/group.ts';
import type { DisputeState } from '../src/domain/dispute/state.ts';
import type { AccountId, CaseId, CommandId } from '../src/domain/ids.ts';
import { Refusal } from '../src/domain/refusal.ts';
import { storyRules } from '../src/domain/story.ts';
import { packFrom } from '../src/law/shelf.ts';
import { nearestWith } from '../src/persistence/account.repository.ts';
import {
  appendEvent,
  eventsSince,
  lockCase,
  settleCommand,
  touchClocks,
} from '../src/persistence/case.repository.ts';
import { refuseCommand } from '../src/persistence/command.repository.ts';
import { bestMediator } from '../src/persistence/mediator.repository.ts';
import type { Em } from '../src/persistence/orm.ts';
import { packContent } from '../src/persistence/rule-pack.repository.ts';
import type { ActivityDeps } from './index.ts';
import { type InHand, issuePapers } from './issue-papers.ts';
import { renewLimitation } from './limitation.ts';
import { projectDispute } from './project-dispute.ts';
import { settleLines } from './project-parties.ts';
import { projectReferral } from './project-referral.ts';
import { recordBehind } from './record-behind.ts';
import { moveClocks, startClocks } from './start-clocks.ts';
import { workOutClaims } from './work-out-claims.ts';

export type EventToRecord = { caseId: CaseId; seq: number; commandId: CommandId; decision: Decision };

const projections = { dispute: projectDispute, referral: projectReferral };

/**
 * Gives the events from `seq` on: this one alone as a rule. Where the record is ahead of the workflow's history (a
 * crash after the commit), those the workflow has not heard of, for it to adopt; nothing is written then. Where the
 * record is behind (restored to an earlier moment), it says so for good, and the workflow ends.
 * A refused paper refuses the whole: nothing is kept, its number goes to the next.
 */
export async function recordEvent(deps: ActivityDeps, given: EventToRecord): Promise<Recorded[]> {
  const at = deps.now();
  try {
    return await deps.orm.em.fork().transactional(async (em) => {
      const locked = await lockCase(em, given.caseId);
      if (locked === null) throw recordBehind(given.caseId);
      const { row, state: before } = locked;
      const known = await eventsSince(em, given.caseId, given.seq, given.commandId);
      if (known.length > 0) return known;
      if (row.seq < given.seq - 1) throw recordBehind(given.caseId);
      if (row.seq !== given.seq - 1)
        throw new Error(`the record of ${given.caseId} is at ${row.seq}, its workflow at ${given.seq - 1}`);
      const { decision, seq, commandId } = given;
      const { story } = before;
      const rules = storyRules[story];
      const moved = decision as PackMoved;
      const packId = moved.kind === 'pack-moved' ? moved.facts.to : before.pack;
      const event: Recorded = {
        ...decision,
        facts: { ...decision.facts },
        ends: [...decision.ends],
        seq,
        commandId,
        recordedOn: dayAt(at.getTime()),
        clocks: [],
        issued: [],
        assigned: await assignedBy(em, before, decision as DisputeDecision, dayAt(at.getTime())),
        ...(await deskOf(em, before, decision as DisputeDecision)),
      };
      const texts = await settleCommand(em, commandId, seq, at);
      const pack = await packFrom(deps.orm, packId, (id) => packContent(em, id));
      const inHand = { em, at, publicUrl: deps.publicUrl, pack, before, event, texts };
      await askLaw(inHand);
      event.issued = await issuePapers(inHand);
      const after = rules.evolve(before, event);
      await touchClocks(em, row.id, event);
      await appendEvent(em, row, { event, texts, state: after, tasks: rules.tasks(after), recordedAt: at });
      await projections[story](inHand);
      return [event];
    });
  } catch (error) {
    const refusal =
      error instanceof Refusal ? error : isHopeless(error) ? new Refusal('service/fault') : null;
    if (refusal === null) throw error;
    const { code, facts, article } = refusal;
    await refuseCommand(deps.orm.em.fork(), given.commandId, { code, facts, article: article ?? null }, at);
    throw refusal;
  }
}

/** Whom a dispute goes to on receipt, or when its mediator steps aside (null: nobody may take it, a manager assigns); which manager a request is put before. */
async function assignedBy(
  em: Em,
  before: CaseState,
  decision: DisputeDecision,
  day: Day,
): Promise<AccountId | null> {
  if (decision.kind === 'approval-asked')
    return nearestWith(em, (before as DisputeState).district, ['manager'], decision.by);
  if (decision.kind !== 'dispute-received' && decision.kind !== 'mediator-recused') return null;
  const { district, heads, recused, ...group } = before as DisputeState;
  const out = decision.kind === 'mediator-recused' ? [...recused, decision.facts.mediator] : recused;
  return bestMediator(em, { district, heads, collective: isCollective(group), recused: out, day });
}

/** Who assigns where nobody is left to mediate, and checks a draft its writer may not check. */
async function deskOf(
  em: Em,
  before: CaseState,
  { kind, by }: DisputeDecision,
): Promise<{ desk?: AccountId | null }> {
  if (!leavesToDesk.has(kind)) return {};
  return { desk: await nearestWith(em, (before as DisputeState).district, ['manager'], by) };
}

const leavesToDesk: ReadonlySet<string> = new Set<DisputeDecision['kind']>([
  'dispute-received',
  'dispute-imported',
  'mediator-recused',
  'agreement-drafted',
]);

/** Data the database will never take (SQLSTATE classes 22, 23): tried again for ever it would hold the case up. */
function isHopeless(error: unknown): boolean {
  return error instanceof DriverException && /^2[23]/.test(String(error.code));
}

/** What the law answers, put into the event: its clocks, the workings of claims, the last safe day. */
async function askLaw(inHand: InHand): Promise<void> {
  startClocks(inHand);
  if (inHand.event.kind === 'pack-moved') await moveClocks(inHand);
  if (inHand.before.story !== 'dispute') return;
  await workOutClaims(inHand);
  await settleLines(inHand);
  await renewLimitation(inHand);
}
