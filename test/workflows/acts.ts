/** Writes and sends commands as the API does, without HTTP. */
import { randomUUID } from 'node:crypto';
import { dayAt, parseDay } from '../../src/domain/day.ts';
import type { BodyId, CaseId, CommandId, DistrictCode } from '../../src/domain/ids.ts';
import { parseYuan } from '../../src/domain/money.ts';
import type { Actor } from '../../src/domain/role.ts';
import type { Sender } from '../../src/engine/client.ts';
import { CaseEvent } from '../../src/persistence/case-event.entity.ts';
import type { Command } from '../../src/persistence/command.entity.ts';
import { createCommand } from '../../src/persistence/command.repository.ts';
import { takeIn } from '../../src/persistence/dispute.repository.ts';
import type { Orm } from '../../src/persistence/orm.ts';
import type { DemoLogin } from '../../src/persistence/seeds/plant.ts';

export function actorOf(logins: readonly DemoLogin[], login: string): Actor {
  const found = logins.find((one) => one.login === login)!;
  const { account, role, district, body } = found;
  return { account, roles: [role], district: district as DistrictCode, body: body as BodyId };
}

const newId = () => randomUUID() as string as CommandId;
const today = () => dayAt(Date.now());

/** A wage dispute of 卧龙区, written down but not yet sent. */
export async function writeIntake(orm: Orm, by: Actor): Promise<Command> {
  const intake = {
    channel: 'desk' as const,
    district: '411303' as DistrictCode,
    workers: [{ name: '测试工' }],
    employers: [{ name: '测试单位' }],
    place: '测试地',
    since: today(),
    claims: [{ head: 'wages' as const, amount: parseYuan('1000'), basis: '欠薪' }],
    facts: '欠薪一个月',
  };
  return orm.em
    .fork()
    .transactional((em) =>
      takeIn(em, { id: newId(), intake, receivedOn: today(), by, fingerprint: '', at: new Date() }),
    );
}

export async function writeAct(
  orm: Orm,
  by: Actor,
  caseId: CaseId,
  kind: string,
  asked: object = {},
  id: CommandId = newId(),
): Promise<Command> {
  const em = orm.em.fork();
  const order = { id, on: today(), by };
  const draft = { story: 'dispute' as const, caseId, kind, order, asked, texts: {} };
  const command = createCommand(em, draft, '', new Date(), true);
  await em.flush();
  return command;
}

export async function send(sender: Sender, command: Command): Promise<Command> {
  const settled = await sender.send(command);
  if (settled.status !== 'done')
    throw new Error(`${command.kind}: ${settled.status} ${JSON.stringify(settled.answer)}`);
  return settled;
}

/** Heard, accepted, mediated in vain: a notice of acceptance and one of the end are issued on the way. */
export async function failMediation(orm: Orm, sender: Sender, by: Actor, caseId: CaseId): Promise<void> {
  const act = async (kind: string, asked: object = {}) =>
    send(sender, await writeAct(orm, by, caseId, kind, asked));
  await act('consult', { result: 'reached' });
  await act('record-consent', { isGiven: true });
  await act('accept');
  await act('plan-session', { plannedOn: parseDay('2099-01-01') });
  await act('hold-session', { no: 1 });
  await act('fail', { reason: 'too-far-apart' });
}

export async function kindsOf(orm: Orm, caseId: CaseId): Promise<string[]> {
  const events = await orm.em.fork().find(CaseEvent, { caseId }, { orderBy: { seq: 'asc' } });
  events.forEach((event, index) => {
    if (event.seq !== index + 1) throw new Error(`event ${index + 1} has seq ${event.seq}`);
  });
  return events.map(({ kind }) => kind);
}
