/** The way of every act: written down, sent, answered with what came of it. */
import { createHash, randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Order, OwnDecision, Story } from '../domain/case.ts';
import { type Day, dayAt } from '../domain/day.ts';
import type { CaseId, CommandId } from '../domain/ids.ts';
import { Refusal } from '../domain/refusal.ts';
import { listEvents } from '../persistence/case.listing.ts';
import type { Texts } from '../persistence/case-event.entity.ts';
import type { Command } from '../persistence/command.entity.ts';
import {
  commandIdWith,
  createCommand,
  findCommand,
  fingerprintOf,
} from '../persistence/command.repository.ts';
import type { Em } from '../persistence/orm.ts';
import type { ApiDeps } from './app.ts';
import { presentEvent } from './case-parts.ts';
import { ChangedMeanwhile } from './respond-to-errors.ts';
import type { SignedIn } from './sign-in.ts';

/** What an act answers: the case as it then stands is a GET away. */
export const commandAnswer = z.object({
  command: z.string(),
  status: z.enum(['done', 'pending']),
  case: z.string(),
  seq: z.int().nullable(),
});

const KEY = /^[\x21-\x7e]{1,200}$/;

/** The command's id out of who asks and their `Idempotency-Key`; a fresh one where no key is given. */
export function commandIdOf(me: SignedIn, request: Request, fallback: string = randomUUID()): CommandId {
  const key = request.get('idempotency-key') ?? fallback;
  if (!KEY.test(key)) throw new Refusal('command/key-invalid');
  return commandIdFor(me, key);
}

/** The id of the command that a request with this key makes. */
export function commandIdFor(me: SignedIn, key: string): CommandId {
  return commandIdWith(me.actor.account, key);
}

/** A UUID of version 8 that is the same for the same text. */
export function uuidOutOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The civil day of an act: today where none is given. */
export function dayOf(deps: ApiDeps, on: Day | undefined): Day {
  return on ?? dayAt(deps.now().getTime());
}

/** `If-Match: "7"`: the actor saw the case after its seventh event; `*` is any. Refuses what is neither. */
export function seenOf(request: Request): { seen?: number } {
  const given = request.get('if-match');
  if (given === undefined || given === '*') return {};
  const tag = /^(?:W\/)?"(\d{1,9})"$/.exec(given);
  if (tag === null) throw new Refusal('command/if-match-invalid');
  return { seen: Number(tag[1]) };
}

export type Wanted = {
  story: Story;
  caseId: CaseId;
  kind: string;
  on: Day | undefined;
  asked: object;
  texts: Texts;
  /** The case's seq as it was read: given where the same words on the same state are one act, key or not. */
  readAt?: number | undefined;
};

/** Orders one act on an existing case. Sent twice with one key, it is done once and answered twice. */
export async function orderCommand(
  deps: ApiDeps,
  me: SignedIn,
  request: Request,
  response: Response,
  wanted: Wanted,
) {
  const { story, caseId, kind, asked, texts } = wanted;
  const { path, body } = request;
  const fingerprint = fingerprintOf({ story, caseId, kind, path, body: body as unknown });
  const on = dayOf(deps, wanted.on);
  const seen = seenOf(request);
  const state = wanted.readAt === undefined ? undefined : (seen.seen ?? wanted.readAt);
  const fallback = state === undefined ? undefined : `${state}/${on}/${fingerprint}`;
  const order: Order = { id: commandIdOf(me, request, fallback), on, by: me.actor, ...seen };
  const command = await writeOnce(deps, order.id, fingerprint, async (em) => {
    const given = { ...order, ...(await readOn(em, caseId, seen)) };
    return createCommand(
      em,
      { story, caseId, kind, order: given, asked, texts },
      fingerprint,
      deps.now(),
      true,
    );
  });
  return settle(deps, response, command);
}

/** What a case does of itself, its papers drawn and its clocks ringing, changes nothing for who looks at it: it counts as seen. */
const ofItself: ReadonlySet<string> = new Set<OwnDecision['kind']>(['paper-drawn', 'clock-rang']);

export async function readOn(em: Em, id: CaseId, { seen }: { seen?: number }): Promise<{ seen?: number }> {
  if (seen === undefined) return {};
  const since = await listEvents(em, id, seen);
  return { seen: since.every(({ kind }) => ofItself.has(kind)) ? seen + since.length : seen };
}

/** Writes the command in one transaction with what `create` adds, or finds the one that was written before. */
export async function writeOnce(
  deps: ApiDeps,
  id: CommandId,
  fingerprint: string,
  create: (em: Em) => Command | Promise<Command>,
): Promise<Command> {
  const earlier = await findCommand(deps.orm.em.fork(), id, fingerprint);
  if (earlier !== null) return earlier;
  try {
    return await deps.orm.em.fork().transactional(async (em) => create(em));
  } catch (error) {
    // Two alike at the same moment: the unique id lets one in, the other finds it.
    const winner = await findCommand(deps.orm.em.fork(), id, fingerprint);
    if (winner === null) throw error;
    return winner;
  }
}

/** Sends a written command and answers: done, refused, or 202 while its outcome is not known. */
export async function settle(deps: ApiDeps, response: Response, written: Command) {
  const command = await deps.sender.send(written).catch((error: unknown) => {
    deps.log.warn(
      { error: error instanceof Error ? error.name : '' },
      'a command is written down, its outcome unknown',
    );
    return null;
  });
  await tellChanges(deps, command);
  return answerOf(response, written, command);
}

/** Whoever acted on what is no longer there is told what differs. */
async function tellChanges(deps: ApiDeps, command: Command | null): Promise<void> {
  const answer = command?.answer ?? null;
  if (command === null || answer === null || !('code' in answer)) return;
  if (answer.code !== 'case/changed-meanwhile') return;
  const since = (await listEvents(deps.orm.em.fork(), command.caseId, Number(answer.facts.seen ?? 0))).map(
    presentEvent,
  );
  throw new ChangedMeanwhile(
    { code: answer.code, facts: answer.facts },
    since.map(({ seq, on, actorName, sentence }) => ({ seq, on, actorName, sentence })),
  );
}

function answerOf(
  response: Response,
  { id, caseId }: Pick<Command, 'id' | 'caseId'>,
  command: Command | null,
) {
  const answer = command?.answer ?? null;
  if (answer !== null && 'code' in answer)
    throw new Refusal(answer.code, answer.facts, answer.article ?? undefined);
  if (answer === null) {
    response.status(202).set('Location', `/api/commands/${id}`).set('Retry-After', '2');
    return { command: id, status: 'pending' as const, case: caseId, seq: null };
  }
  response.set('ETag', `"${answer.seq}"`);
  return { command: id, status: 'done' as const, case: caseId, seq: answer.seq };
}
