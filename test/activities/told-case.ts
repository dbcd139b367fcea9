/** Cases told to the recording itself, on a database of their own and without an engine: each act decided, recorded, its papers drawn. */
import { randomUUID } from 'node:crypto';
import { drawIssuedPaper } from '../../activities/draw-paper.ts';
import { recordEvent } from '../../activities/record-event.ts';
import { type Day, dayAt, instantOf, parseDay } from '../../src/domain/day.ts';
import type { DisputeAction, DisputeAsked, DisputeCommand } from '../../src/domain/dispute/commands.ts';
import { decideDispute } from '../../src/domain/dispute/decide.ts';
import { type DisputeState, ownerOf } from '../../src/domain/dispute/state.ts';
import type { CaseId, CommandId, DistrictCode, PartyId } from '../../src/domain/ids.ts';
import { parseYuan } from '../../src/domain/money.ts';
import type { Actor } from '../../src/domain/role.ts';
import { snapshotOf } from '../../src/persistence/case.listing.ts';
import type { Texts } from '../../src/persistence/case-event.entity.ts';
import { createCommand } from '../../src/persistence/command.repository.ts';
import { type Intake, takeIn } from '../../src/persistence/dispute.repository.ts';
import type { Orm } from '../../src/persistence/orm.ts';
import { Paper } from '../../src/persistence/paper.entity.ts';
import { type DemoLogin, plantCity, plantDemo } from '../../src/persistence/seeds/plant.ts';
import { freshDatabase } from '../api/instance.ts';
import { type ReadPdf, readPdf } from '../papers/read-pdf.ts';
import { actorOf } from '../workflows/acts.ts';

export type Drawn = Pick<Paper, 'kind' | 'number' | 'issuer' | 'about'> & { pdf: Buffer; read: ReadPdf };

/** What the eight fields of intake give. */
export const eightFields: Intake = {
  channel: 'desk',
  district: '411303' as DistrictCode,
  workers: [{ name: '张喆' }],
  employers: [{ name: '南阳示例建筑劳务有限公司' }],
  place: '卧龙区示例花园二期工地',
  since: parseDay('2026-01-31'),
  claims: [{ head: 'wages', amount: parseYuan('12000'), basis: '两个月工资未付' }],
  facts: '在工地做钢筋工，两个月工资未付。',
};

export type Town = { orm: Orm; logins: DemoLogin[]; stop(): Promise<void> };

export async function startTown(): Promise<Town> {
  const orm = await freshDatabase();
  await plantCity(orm);
  const logins = await plantDemo(orm, new Date());
  return { orm, logins, stop: () => orm.close(true) };
}

export class ToldCase {
  private readonly town: Town;
  readonly id: CaseId;
  /** The papers of the first act. */
  first: readonly Drawn[] = [];
  private today: Day;

  private constructor(town: Town, id: CaseId, today: Day) {
    this.town = town;
    this.id = id;
    this.today = today;
  }

  /** Taken in by the window; what it settles on the spot, where that is how it ends. */
  static async takenIn(
    town: Town,
    intake: Intake,
    on = '2026-03-02',
    settled?: { asked: DisputeAsked<'receive-settled'>; texts: Texts },
  ): Promise<ToldCase> {
    const today = parseDay(on);
    const by = actorOf(town.logins, 'clerk');
    const id = randomUUID() as string as CommandId;
    const { caseId } = await town.orm.em.fork().transactional((em) =>
      takeIn(em, {
        id,
        intake,
        receivedOn: today,
        by,
        fingerprint: '',
        at: new Date(instantOf(today, 9)),
        ...(settled === undefined ? {} : { settled }),
      }),
    );
    const told = new ToldCase(town, caseId, today);
    told.first =
      settled === undefined
        ? await told.record(id, 'receive', {}, by)
        : await told.record(id, 'receive-settled', settled.asked, by);
    return told;
  }

  on(day: string): ToldCase {
    this.today = parseDay(day);
    return this;
  }

  async state(): Promise<DisputeState> {
    return (await snapshotOf(this.town.orm.em.fork(), this.id)) as DisputeState;
  }

  async parties(): Promise<PartyId[]> {
    const { workers, employers } = await this.state();
    return [...workers, ...employers];
  }

  /** Gives the papers of the act as they were drawn. */
  async act<A extends DisputeAction>(
    kind: A,
    asked: DisputeAsked<A>,
    texts: Texts = {},
    login?: string,
  ): Promise<Drawn[]> {
    const by = login === undefined ? await this.owner() : actorOf(this.town.logins, login);
    const em = this.town.orm.em.fork();
    const id = randomUUID() as string as CommandId;
    const order = { id, on: this.today, by };
    const draft = { story: 'dispute' as const, caseId: this.id, kind, order, asked, texts };
    createCommand(em, draft, '', new Date(instantOf(this.today, 9)), true);
    await em.flush();
    return this.record(id, kind, asked, by);
  }

  private async owner(): Promise<Actor> {
    const owner = ownerOf(await this.state());
    return actorOf(this.town.logins, this.town.logins.find(({ account }) => account === owner)?.login ?? '');
  }

  private async record<A extends DisputeAction>(
    id: CommandId,
    kind: A,
    asked: DisputeAsked<A>,
    by: Actor,
  ): Promise<Drawn[]> {
    const { orm } = this.town;
    const now = () => new Date(instantOf(this.today, 10));
    const state = await this.state();
    const command = { kind, order: { id, on: this.today, by }, asked } as DisputeCommand;
    const decision = decideDispute(state, command, dayAt(now().getTime()));
    const deps = { orm, publicUrl: 'https://wanhe.example.org', now };
    const [event] = await recordEvent(deps, { caseId: this.id, seq: state.seq + 1, commandId: id, decision });
    const drawn: Drawn[] = [];
    for (const { id: paper } of event?.issued ?? []) {
      await drawIssuedPaper({ orm }, paper);
      const row = await orm.em.fork().findOneOrFail(Paper, { id: paper }, { populate: ['file'] });
      const pdf = Buffer.from(row.file!);
      const { kind: of, number, issuer, about } = row;
      drawn.push({ kind: of, number, issuer, about, pdf, read: await readPdf(pdf) });
    }
    return drawn;
  }
}
