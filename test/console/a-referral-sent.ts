import { aDisputeTakenIn } from '../api/bodies.ts';
import { act, received } from '../api/law-acts.ts';
import type { Visit } from './visit.ts';

/** A dispute of its own is handed over to the county's HR bureau, for this reason. */
export async function aReferralSent({ city }: Visit, reason: string): Promise<void> {
  const mediator = await city.as('mediator-411303');
  const dispute = await aDisputeTakenIn(await city.as('clerk'), { facts: reason });
  const wish = { reason, request: '请核实', contact: '0377-6000002', isWorkerConsenting: true };
  await act(mediator, dispute, 'refer', { on: received, body: 'hr-411303', ...wish });
  const [one] = (await mediator.get(`/api/referrals?parent=${dispute}`)).body.items as { id: string }[];
  const { status, text } = await mediator.post(`/api/referrals/${one?.id}/send`, { on: received });
  if (status !== 200) throw new Error(text);
}
