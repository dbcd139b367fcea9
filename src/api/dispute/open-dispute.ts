/** A dispute comes in: checked against law and city before anything is written, then written once. */
import type { z } from 'zod';
import type { Day } from '../../domain/day.ts';
import { entriesOnReceipt } from '../../domain/dispute/limitation.ts';
import { receiptRules } from '../../domain/dispute/rules.ts';
import { Refusal } from '../../domain/refusal.ts';
import { caseLimitation } from '../../law/case-limitation.ts';
import { deadline, isRuleId } from '../../law/deadline.ts';
import type { RulePack } from '../../law/pack.ts';
import type { Texts } from '../../persistence/case-event.entity.ts';
import { fingerprintOf } from '../../persistence/command.repository.ts';
import { takeIn } from '../../persistence/dispute.repository.ts';
import type { ApiDeps } from '../app.ts';
import { commandIdOf, dayOf, settle, writeOnce } from '../order-command.ts';
import { mayOpenIn } from '../policies.ts';
import type { Asked } from '../route.ts';
import { packFor } from '../rule-pack/read-pack.ts';
import type { intake } from './schema.ts';

/** `settled`: what the short record says of its result. */
export async function openDispute(
  { deps, me, body, request, response }: Asked<unknown, unknown, z.infer<typeof intake>>,
  settled?: { asked: object; texts: Texts },
) {
  if (!mayOpenIn(me, 'dispute.open', body.district))
    throw new Refusal('district/not-yours', { district: body.district });
  const receivedOn = dayOf(deps, body.receivedOn);
  const pack = await packOf(deps, body, receivedOn);
  const fingerprint = fingerprintOf({ body: request.body as unknown });
  // Without a key the day and the content are the key: a form sent twice on a day is one case.
  const id = commandIdOf(me, request, `${receivedOn}/${fingerprint}`);
  const written = await writeOnce(deps, id, fingerprint, (em) =>
    takeIn(em, {
      id,
      intake: body,
      receivedOn,
      pack: pack.id,
      by: me.actor,
      fingerprint,
      at: deps.now(),
      ...(settled === undefined ? {} : { settled }),
    }),
  );
  response.set('Location', `/api/disputes/${written.caseId}`);
  return settle(deps, response, written);
}

type Dated = Pick<
  z.infer<typeof intake>,
  'since' | 'employmentEndedOn' | 'channel' | 'procedure' | 'claims' | 'applicant'
>;

/** The pack of a case that may begin on this day; refuses, before anything is written, what days or law do not let begin. */
export async function packOf(deps: ApiDeps, body: Dated, receivedOn: Day): Promise<RulePack> {
  if (receivedOn > dayOf(deps, undefined))
    throw new Refusal('day/in-the-future', { on: receivedOn, today: dayOf(deps, undefined) });
  if (body.since > receivedOn)
    throw new Refusal('dispute/since-after-receipt', { since: body.since, receivedOn });
  if (body.employmentEndedOn !== undefined && body.employmentEndedOn > receivedOn)
    throw new Refusal('day/reversed', {
      from: body.employmentEndedOn,
      to: receivedOn,
      field: 'employmentEndedOn',
    });
  // From a day the law cannot count from no case begins: refused before anything is written.
  const pack = await packFor(deps, receivedOn);
  for (const rule of receiptRules(body.channel, body.procedure))
    if (isRuleId(rule)) deadline(rule, receivedOn, pack);
  const heads = body.claims.map(({ head }) => head);
  const events = entriesOnReceipt({ ...body, receivedOn });
  caseLimitation({ heads, endedOn: body.employmentEndedOn ?? null, events }, pack);
  return pack;
}
