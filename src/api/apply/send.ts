/** An application becomes a case: its rows, the consent, its files, the code to follow it by, in one transaction. */
import { createHash } from 'node:crypto';
import { applyWords, headsFor, stepWords } from '../../../templates/zh-CN/apply-words.ts';
import type { Order } from '../../domain/case.ts';
import { type CommandId, PARTY, type PartyId } from '../../domain/ids.ts';
import { NO_MONEY } from '../../domain/money.ts';
import { Refusal } from '../../domain/refusal.ts';
import { nearestWith } from '../../persistence/account.repository.ts';
import { Application, ApplicationFile } from '../../persistence/application.entity.ts';
import { lockApplication } from '../../persistence/application.repository.ts';
import { District } from '../../persistence/city.entity.ts';
import type { Command } from '../../persistence/command.entity.ts';
import { type CommandDraft, fingerprintOf } from '../../persistence/command.repository.ts';
import { Dispute } from '../../persistence/dispute.entity.ts';
import { type Intake, takeIn } from '../../persistence/dispute.repository.ts';
import { writeEvidence } from '../../persistence/evidence.repository.ts';
import type { Em } from '../../persistence/orm.ts';
import { giveCheckCode } from '../../persistence/party-access.ts';
import type { ApiDeps } from '../app.ts';
import { packOf } from '../dispute/open-dispute.ts';
import { evidenceOf } from '../evidence/add-evidence.ts';
import { dayOf, writeOnce } from '../order-command.ts';
import { createFollowing, type InTurn, sendInTurn } from '../order-in-turn.ts';
import { noticeOn } from '../privacy/notice.ts';
import type { Answers, Sent } from './application.ts';

type Whole = { [K in keyof Answers]-?: NonNullable<Answers[K]> };

/** Null while something is still to be answered. */
export function wholeOf(answers: Answers): Whole | null {
  const { side, who, other, where, when, claims, story } = answers;
  if (!side || !who || !other || !where || !when || !claims || !story) return null;
  return { side, who, other, where, when, claims, story };
}

/** Everything under one id that is the application's: sent twice it is one case. */
const idOf = (application: string, what: string | number) =>
  createHash('sha256').update(`apply\0${application}\0${what}`).digest('hex').slice(0, 40) as CommandId;

/** Refuses `apply/not-complete`, and what the law refuses of the days. */
export async function sendApplication(deps: ApiDeps, id: string, answers: Answers): Promise<InTurn> {
  const whole = wholeOf(answers);
  if (whole === null) throw new Refusal('apply/not-complete');
  const fingerprint = fingerprintOf({ application: id });
  const command = await writeOnce(deps, idOf(id, 'receive'), fingerprint, (em) =>
    write(deps, em, id, whole, fingerprint),
  );
  return sendInTurn(deps, command);
}

async function write(deps: ApiDeps, em: Em, id: string, whole: Whole, fingerprint: string): Promise<Command> {
  await lockApplication(em, id);
  const application = await em.findOneOrFail(Application, { id });
  const at = deps.now();
  const on = dayOf(deps, undefined);
  const intake = intakeOf(whole);
  const { district } = intake;
  if ((await em.count(District, { code: district })) === 0)
    throw new Refusal('district/unknown', { district });
  const pack = await packOf(deps, intake, on);
  const desk = await nearestWith(em, district, ['intake-clerk', 'manager']);
  if (desk === null) throw new Refusal('district/unknown', { district });
  const command = await takeIn(em, {
    ...{ id: idOf(id, 'receive'), intake, receivedOn: on, pack: pack.id, fingerprint, at },
    by: { account: PARTY, roles: ['party'], district, body: null },
    applied: { desk },
  });
  const { caseId } = command;
  const { by } = command.order;
  const party = by.party as PartyId;
  const order = (what: string | number): Order => ({ id: idOf(id, what), on, by });
  const consent: CommandDraft = {
    ...{ story: 'dispute', caseId, kind: 'record-privacy-consent', order: order('consent'), texts: {} },
    asked: { party, matter: 'privacy-notice', isGiven: true, notice: noticeOn(on).version, way: 'online' },
  };
  const files = await em.find(
    ApplicationFile,
    { applicationId: id },
    { orderBy: { addedAt: 'asc', id: 'asc' }, populate: ['content'] },
  );
  const added = files.map(({ name, mediaType, content }, index) =>
    evidenceOf(caseId, order(index), { name, mediaType, bytes: content }, null, at),
  );
  for (const { row } of added) await writeEvidence(em, row);
  createFollowing(em, command, [consent, ...added.map(({ draft }) => draft)], fingerprint);
  await em.flush();
  const { receiptNumber } = await em.findOneOrFail(Dispute, { id: caseId });
  const sent: Sent = { receiptNumber, checkCode: await giveCheckCode(em, caseId, party, at) };
  await em.nativeDelete(ApplicationFile, { applicationId: id });
  em.assign(application, { answers: sent, caseId, savedAt: at });
  return command;
}

function intakeOf({ side, who, other, where, when, claims, story }: Whole): Intake {
  const { name, phone, idNumber, creditCode, representative } = who;
  const isWorker = side.side === 'worker';
  const applicant = isWorker
    ? { name, phone, idNumber, isConsenting: true }
    : { name, phone, creditCode, representative };
  return {
    ...{ channel: 'online', applicant: side.side, ...where, ...when, facts: story.facts },
    workers: [isWorker ? applicant : other],
    employers: [isWorker ? other : applicant],
    claims: claims.lines.map(({ head, amount, basis }) => ({
      head,
      amount: amount ?? NO_MONEY,
      basis: [
        ...(isWorker ? [] : [applyWords.askedByEmployer]),
        ...(amount === null ? [stepWords.claims.amountUnknown] : []),
        ...(basis === '' ? [headsFor[side.side][head]] : [basis]),
      ].join('；'),
    })),
  };
}
