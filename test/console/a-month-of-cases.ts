import { accepted, type Desk, deskOf, mediated, signed, taken, worker } from '../api/dispute-course.ts';
import { act } from '../api/law-acts.ts';
import type { Visit } from './visit.ts';

/** Cases of March 2026 for a manager to look at: three open, one agreed and paid, one failed; a correction waits. */
export async function aMonthOfCases({ city }: Visit): Promise<{ desk: Desk; paid: string }> {
  const desk = await deskOf(city);
  await taken(desk);
  await taken(desk, { workers: [worker(2)] });
  await accepted(desk, { workers: [worker(3)] });
  const paid = await signed(desk, { workers: [worker(4)] });
  const payment = { on: '2026-03-20', instalment: 1, amount: '12600.00' };
  await act(desk.mediator, paid, 'record-payment', payment);
  const correction = { on: '2026-03-23', instalment: 1, paid: '12000.00', note: '以银行回单为准' };
  await act(desk.mediator, paid, 'correct-payment', correction);
  const failed = await mediated(desk, { workers: [worker(5)] });
  await act(desk.mediator, failed, 'fail', { on: '2026-03-31', reason: 'too-far-apart', note: '差距太大' });
  return { desk, paid };
}
