/** Plays acts as in life: written down, decided by the domain, recorded by the activity on the day they happened; clocks ring in between. */
import { createHash, randomUUID } from 'node:crypto';
import { drawIssuedPaper } from '../../../activities/draw-paper.ts';
import { loadCase } from '../../../activities/load-case.ts';
import { recordEvent } from '../../../activities/record-event.ts';
import {
  type CaseState,
  type Decision,
  isAtRest,
  nextRing,
  type OwnDecision,
  paperDrawn,
  type Ring,
  ring,
} from '../../domain/case.ts';
import { type Day, dayAt } from '../../domain/day.ts';
import type { CaseId, CommandId } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Actor } from '../../domain/role.ts';
import { type AnyCommand, storyRules } from '../../domain/story.ts';
import type { Texts } from '../../persistence/case-event.entity.ts';
import { Command } from '../../persistence/command.entity.ts';
import { type CommandDraft, createCommand, refuseCommand } from '../../persistence/command.repository.ts';
import { writeEvidence } from '../../persistence/evidence.repository.ts';
import type { Em, Orm } from '../../persistence/orm.ts';
import { Paper } from '../../persistence/paper.entity.ts';
import type { SampleFile } from '../../persistence/seeds/city/sample-files.ts';
import type { DrawPool } from './draw-pool.ts';

/** In ms: `lastAt` when the last event was recorded; `nextAt` when the case will do something of itself, null: never. `seqOf`: the last event of each kind. */
export type Played = {
  state: CaseState;
  lastAt: number;
  nextAt: number | null;
  seqOf: Map<string, number>;
  drawing: Drawing[];
};
/** `file` null: bound from other papers, once they are there. */
type Drawing = { id: string; at: number; file: ReturnType<DrawPool['draw']> | null };

type Act = {
  id: CommandId;
  kind: string;
  on: Day;
  by: Actor;
  asked: object;
  texts: Texts;
  file?: SampleFile | undefined;
};

/** How long a paper takes to be drawn, in life. */
const DRAWING_MS = 4000;

export class Player {
  readonly cases = new Map<CaseId, Played>();
  readonly #orm: Orm;
  readonly #publicUrl: string;
  readonly #pool: DrawPool;
  #events = 0;

  /** `orm`: whose every fork is in the one transaction of the planting. */
  constructor(orm: Orm, publicUrl: string, pool: DrawPool) {
    this.#orm = orm;
    this.#publicUrl = publicUrl;
    this.#pool = pool;
  }

  get events(): number {
    return this.#events;
  }

  /** What takes a case in writes its rows and its first command; that is played at once. */
  async open(at: number, takeIn: (em: Em) => Promise<Command>): Promise<CaseId> {
    const em = this.#orm.em.fork();
    const command = await takeIn(em);
    await em.flush();
    await this.#settle(command, at);
    return command.caseId;
  }

  async act(caseId: CaseId, given: Act, at: number): Promise<void> {
    const { state } = this.cases.get(caseId)!;
    const { id, kind, on, by, texts, file } = given;
    const em = this.#orm.em.fork();
    let { asked } = given;
    if (file !== undefined) asked = await this.#keep(em, caseId, given, file, at);
    const draft: CommandDraft = { story: state.story, caseId, kind, order: { id, on, by }, asked, texts };
    const command = createCommand(em, draft, '', new Date(at), true);
    await em.flush();
    await this.#settle(command, at);
  }

  /** Everything a case waits for up to that moment: papers drawn, clocks rung, in the order in which it happens. */
  async catchUp(caseId: CaseId, until: number): Promise<void> {
    for (;;) {
      const played = this.cases.get(caseId)!;
      await this.#keepDrawn(caseId, played);
      const { state, nextAt } = played;
      const next = nextRing(state);
      if (next === null || nextAt === null || nextAt > until) return;
      await this.#ring(caseId, next, nextAt);
    }
  }

  async #ring(caseId: CaseId, due: Ring, at: number): Promise<void> {
    const alarm = due.rung === 'alarmed' ? `:${due.clock.alarms?.[0]}` : '';
    const id = `ring:${due.clock.id}:${due.rung}${alarm}` as CommandId;
    await this.#record(caseId, id, ring(due, at), at);
    // A dispute's clocks are nobody else's.
    if (this.cases.get(caseId)!.state.story === 'referral') await this.#tell(id, at);
  }

  /** Decides and records a command that is written down, then those it calls for. */
  async #settle({ id, story, caseId, kind, order, asked }: Command, at: number): Promise<void> {
    const known = this.cases.get(caseId);
    if (known === undefined) {
      const state = await loadCase({ orm: this.#orm }, caseId);
      this.cases.set(caseId, { state, lastAt: at, nextAt: null, seqOf: new Map(), drawing: [] });
    } else await this.catchUp(caseId, at);
    const { state } = this.cases.get(caseId)!;
    const command = { kind, order, asked } as AnyCommand;
    try {
      await this.#record(caseId, id, storyRules[story].decide(state, command, dayAt(at)), at);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { code, facts, article } = error;
      await refuseCommand(this.#orm.em.fork(), id, { code, facts, article: article ?? null }, new Date(at));
      // What one case tells another may come too late for it, as in life.
      if (!order.by.roles.includes('system')) throw error;
    }
    await this.#tell(id, at);
  }

  /** What one case tells another goes out in the same breath. */
  async #tell(id: CommandId, at: number): Promise<void> {
    const next = await this.#orm.em.fork().find(Command, { causedBy: id, status: 'pending' });
    for (const one of next) await this.#settle(one, at + 1000);
  }

  async #record(
    caseId: CaseId,
    commandId: CommandId,
    decision: Decision | OwnDecision,
    at: number,
  ): Promise<void> {
    const played = this.cases.get(caseId)!;
    const { state } = played;
    // What is behind the record's last moment happens right after it.
    played.lastAt = Math.max(at, played.lastAt);
    const moment = new Date(played.lastAt);
    const deps = { orm: this.#orm, publicUrl: this.#publicUrl, now: () => moment };
    const [event] = await recordEvent(deps, { caseId, seq: state.seq + 1, commandId, decision });
    if (event === undefined || event.seq !== state.seq + 1) throw new Error(`${caseId} was not recorded`);
    this.#events += 1;
    played.state = storyRules[state.story].evolve(state, event);
    played.seqOf.set(event.kind, event.seq);
    const next = isAtRest(played.state) ? null : nextRing(played.state);
    played.nextAt = next && Math.max(next.at, played.lastAt);
    for (const { id, kind } of event.issued) played.drawing.push(await this.#startDrawing(id, kind, at));
  }

  async #startDrawing(id: string, kind: string, at: number): Promise<Drawing> {
    if (kind === 'case-file') return { id, at, file: null };
    const file = this.#pool.draw(await this.#orm.em.fork().findOneOrFail(Paper, { id }));
    // Whoever waits for it hears of a failure; until then it is nobody's.
    file.catch(() => undefined);
    return { id, at, file };
  }

  async #keepDrawn(caseId: CaseId, played: Played): Promise<void> {
    for (let one = played.drawing.shift(); one !== undefined; one = played.drawing.shift()) {
      const { id, at, file } = one;
      const { sha256, pages } = await drawIssuedPaper(
        { orm: this.#orm },
        id,
        file === null ? undefined : () => file,
      );
      const drawnAt = at + DRAWING_MS;
      await this.#record(caseId, `drawn:${id}` as CommandId, paperDrawn(id, sha256, pages, drawnAt), drawnAt);
    }
  }

  async #keep(em: Em, caseId: CaseId, { id, on, by }: Act, file: SampleFile, at: number): Promise<object> {
    const evidence = randomUUID();
    const { content, mediaType } = file;
    const sha256 = createHash('sha256').update(content).digest('hex');
    const whose = { addedBy: by.account, addedOn: on, addedAt: new Date(at), commandId: id };
    await writeEvidence(em, { id: evidence, caseId, sha256, ...file, ...whose });
    return { evidence, sha256, bytes: content.length, mediaType };
  }
}
