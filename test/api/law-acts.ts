/** What the tests of the law room do to a case over the API. Everyone in it is invented. */
import { setTimeout as sleep } from 'node:timers/promises';
import { aDisputeTakenIn } from './bodies.ts';
import type { Caller } from './caller.ts';

/** Days long past, so that the tests mean the same whenever they run. */
export const received = '2026-03-02';
export const later = '2026-03-16';

/** An invented calendar, not a notice of the State Council. */
export const invented2027 = {
  year: 2027,
  notice: '虚构的放假安排，仅供测试',
  issuedOn: '2026-11-01',
  holidays: [
    { name: '元旦', off: ['2027-01-01', '2027-01-03'], work: [], statutory: ['2027-01-01'] },
    { name: '春节', off: ['2027-02-06', '2027-02-12'], work: ['2027-02-14'], statutory: ['2027-02-06'] },
  ],
};

export type Shown = {
  pack: string;
  state: string;
  clocks: Record<string, unknown>[];
  claims: Record<string, unknown>[];
  papers: { kind: string; number: string; file: string }[];
  limitation: Record<string, unknown> & {
    events: Record<string, unknown>[];
    heads: Record<string, unknown>[];
  };
  parties: { id: string; side: string }[];
  tasks: { why: string; dueOn: string }[];
};

export async function shown(caller: Caller, id: string): Promise<Shown> {
  return (await caller.get(`/api/disputes/${id}`)).body as unknown as Shown;
}

/** An act that must succeed, on 16 March 2026 unless told otherwise. */
export async function act(caller: Caller, id: string, action: string, body: object = {}): Promise<void> {
  const answer = await caller.post(`/api/disputes/${id}/${action}`, { on: later, ...body });
  if (answer.status !== 200) throw new Error(`${action}: ${answer.status} ${answer.text}`);
}

/** A claim for severance whose year, counted from the application, ends on 2 March 2027. */
export const severance = {
  receivedOn: received,
  since: '2025-06-30',
  employmentEndedOn: '2025-06-30',
  claims: [{ head: 'economic-compensation', amount: '14000.00', basis: '单位提出解除' }],
};

/** An agreement signed on 16 March 2026 with one instalment on 5 February 2027. */
export async function anAgreement(clerk: Caller, mediator: Caller): Promise<string> {
  const id = await aDisputeTakenIn(clerk, { facts: '分期' });
  const { parties } = await shown(clerk, id);
  const [worker, employer] = ['worker', 'employer'].map(
    (side) => parties.find((one) => one.side === side)?.id,
  );
  await act(mediator, id, 'complete-party', {
    ...{ party: worker, gender: '男', bornOn: '1985-06-15', idNumber: '411303198506150014' },
  });
  await act(mediator, id, 'complete-party', {
    ...{ party: employer, representative: '吴示例', representativeTitle: '总经理', address: '示例路1号' },
  });
  await act(mediator, id, 'consult', { result: 'reached' });
  await act(mediator, id, 'record-consent', { isGiven: true });
  await act(mediator, id, 'accept');
  await act(mediator, id, 'plan-session', { plannedOn: later, place: '调解室' });
  await act(mediator, id, 'hold-session', { no: 1, minutes: '双方同意分期。' });
  await act(mediator, id, 'draft-agreement', {
    door: 'none',
    lockInAt: '双方选择不办理',
    instalments: [{ dueOn: '2027-02-05', amount: '12600.00' }],
    place: '调解室',
    item: '工资',
    method: '银行转账',
    breach: '逾期可以申请仲裁。',
    settlesAll: true,
  });
  await act(mediator, id, 'sign-agreement', {
    signatures: [
      { party: worker, on: later, authority: 'self' },
      { party: employer, on: later, authority: 'legal-representative' },
    ],
    mediatorOn: later,
    sealedOn: later,
  });
  return id;
}

export async function until(is: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 150; tries += 1) {
    if (await is()) return;
    await sleep(100);
  }
  throw new Error('it has not come about');
}
