/** A referral of another body: what is checked before anything is written, and how it is written. */
import type { Request } from 'express';
import type { z } from 'zod';
import { entriesOnReceipt } from '../../domain/dispute/limitation.ts';
import { receiptRules } from '../../domain/dispute/rules.ts';
import type { BodyId } from '../../domain/ids.ts';
import type { IncomingChannel } from '../../domain/referral/state.ts';
import { Refusal } from '../../domain/refusal.ts';
import { bodyWithin, isWithin } from '../../domain/walls.ts';
import { caseLimitation } from '../../law/case-limitation.ts';
import { deadline, isRuleId } from '../../law/deadline.ts';
import { Body } from '../../persistence/city.entity.ts';
import type { Command } from '../../persistence/command.entity.ts';
import { fingerprintOf } from '../../persistence/command.repository.ts';
import type { Em } from '../../persistence/orm.ts';
import { takeInReferral } from '../../persistence/referral.repository.ts';
import type { ApiDeps } from '../app.ts';
import { commandIdOf, dayOf, writeOnce } from '../order-command.ts';
import { mayOpenIn } from '../policies.ts';
import { packFor } from '../rule-pack/read-pack.ts';
import type { SignedIn } from '../sign-in.ts';
import type { incoming } from './schema.ts';

/** Which kinds of bodies use which way; anyone may hand over 移交. */
const kindsOf: Readonly<Record<Exclude<IncomingChannel, 'transferred'>, readonly string[]>> = {
  'court-delegated': ['court'],
  'court-entrusted': ['court'],
  'arbitration-entrusted': ['hr', 'arbitration'],
};

export async function bringReferral(
  deps: ApiDeps,
  me: SignedIn,
  body: z.infer<typeof incoming>,
  request: Request,
): Promise<Command> {
  const { channel, procedure, otherNumber, urgency, reason, request: wish, materials, contact } = body;
  const { workers, employers, place, since, employmentEndedOn, claims, facts } = body;
  const { from, to } = await endsOf(deps.orm.em.fork(), me, body);
  const known = channel === 'transferred' ? [from.kind] : kindsOf[channel];
  if (!known.includes(from.kind))
    throw new Refusal('referral/channel-not-of-body', { kind: from.kind, channel, known });
  const receivedOn = dayOf(deps, body.receivedOn);
  const today = dayOf(deps, undefined);
  if (receivedOn > today) throw new Refusal('day/in-the-future', { on: receivedOn, today });
  if (since > receivedOn) throw new Refusal('dispute/since-after-receipt', { since, receivedOn });
  if (employmentEndedOn !== undefined && employmentEndedOn > receivedOn)
    throw new Refusal('day/reversed', {
      from: employmentEndedOn,
      to: receivedOn,
      field: 'employmentEndedOn',
    });
  // What acceptance will open must be something the law can count from: refused now, to the one who can mend it.
  const pack = await packFor(deps, receivedOn);
  for (const rule of receiptRules(channel)) if (isRuleId(rule)) deadline(rule, receivedOn, pack);
  const heads = claims.map(({ head }) => head);
  const events = entriesOnReceipt({ since, receivedOn });
  caseLimitation({ heads, endedOn: employmentEndedOn ?? null, events }, pack);
  const fingerprint = fingerprintOf({ path: 'referrals', body: request.body as unknown });
  // Without a key the day and the content are the key: a letter typed in twice on a day is one case.
  const id = commandIdOf(me, request, `${receivedOn}/${fingerprint}`);
  const ended = employmentEndedOn === undefined ? {} : { employmentEndedOn };
  return writeOnce(deps, id, fingerprint, (em) =>
    takeInReferral(em, {
      ...{ id, from, to, channel, urgency, reason, request: wish, materials, contact, receivedOn },
      procedure: procedure ?? null,
      otherNumber: otherNumber ?? null,
      brought: { workers, employers, place, since, claims, facts, ...ended },
      pack: pack.id,
      by: me.actor,
      fingerprint,
      at: deps.now(),
    }),
  );
}

/** An officer speaks for their own body; our desk types in for any body what came to a union or centre of its districts. */
async function endsOf(em: Em, me: SignedIn, { fromBody, toBody }: { fromBody: BodyId; toBody: BodyId }) {
  const [from, to] = [await em.findOne(Body, { id: fromBody }), await em.findOne(Body, { id: toBody })];
  if (from === null) throw new Refusal('body/unknown', { body: fromBody });
  if (to === null) throw new Refusal('body/unknown', { body: toBody });
  const closed = [from, to].find(({ closedOn }) => closedOn);
  if (closed?.closedOn) throw new Refusal('body/closed', { body: closed.id, on: closed.closedOn });
  if (from.id === to.id) throw new Refusal('referral/to-own-body');
  if (to.kind !== 'union' && to.kind !== 'mediation-centre')
    throw new Refusal('referral/not-ours', { body: toBody });
  if (mayOpenIn(me, 'referral.bring', to.district)) return { from, to };
  if (bodyWithin(me, 'referral.bring') !== null) {
    if (!isWithin(me, 'referral.bring', { bodies: [from.id] })) throw new Refusal('referral/from-other-body');
    return { from, to };
  }
  throw new Refusal('district/not-yours', { district: to.district });
}
