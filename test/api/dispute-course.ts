/** Disputes brought over the API to where a test begins. Everyone in them is invented. */
import type { z } from 'zod';
import type { disputeDetail } from '../../src/api/dispute/present.ts';
import { aDisputeTakenIn } from './bodies.ts';
import type { Answer, Caller } from './caller.ts';
import type { Instance } from './instance.ts';
import { act, later } from './law-acts.ts';

export type Detail = z.infer<typeof disputeDetail>;
export type Told = {
  seq: number;
  kind: string;
  on: string;
  actor: string;
  facts: Record<string, unknown>;
  texts: Record<string, unknown>;
};
export type Desk = Record<'clerk' | 'mediator' | 'manager' | 'auditor', Caller>;

/** Who has to do with a dispute in 卧龙区. */
export async function deskOf(city: Instance): Promise<Desk> {
  const [clerk, mediator, manager, auditor] = await Promise.all(
    ['clerk', 'mediator-411303', 'manager', 'auditor'].map((login) => city.as(login)),
  );
  return { clerk: clerk!, mediator: mediator!, manager: manager!, auditor: auditor! };
}

export const accountOf = ({ logins }: Instance, login: string) =>
  logins.find((one) => one.login === login)?.account ?? '';

/** A second manager, as a city with a second person has one. */
export async function promote(city: Instance, login: string): Promise<Caller> {
  await city.orm.em
    .fork()
    .execute(`update account set roles = array_append(roles, 'manager') where login = ?`, [login]);
  return city.as(login);
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** A man's, born on 15 June 1985, with a right last place (GB 11643). */
export function idNumber(n: number): string {
  const front = `41130319850615${String(n).padStart(2, '0')}1`;
  const sum = WEIGHTS.reduce((all, weight, place) => all + weight * Number(front[place]), 0);
  return `${front}${'10X98765432'[sum % 11]}`;
}

export const worker = (n = 1, more: object = {}) => ({
  ...{ name: `周示例${n}`, phone: `1380000${1000 + n}`, gender: '男', bornOn: '1985-06-15' },
  ...{ idNumber: idNumber(n), address: `南阳市卧龙区七一路${n}号`, isConsenting: true, ...more },
});
const CREDIT = ['91411303MA0000000W', '91411303MA00000010'];
export const employer = (n = 1, more: object = {}) => ({
  ...{ name: `南阳示例第${n}建筑有限公司`, phone: `0377-600000${n}`, address: `示例路${n}号` },
  ...{ creditCode: CREDIT[n - 1], representative: '吴示例', representativeTitle: '总经理', ...more },
});
export const wages = (amount: string, more: object = {}) => ({
  ...{ head: 'wages', amount, basis: '工资未付', ...more },
});

let count = 0;

/** Taken in on 2 March 2026, with everything its papers ask for. */
export function taken({ clerk }: Desk, changes: Record<string, unknown> = {}): Promise<string> {
  count += 1;
  return aDisputeTakenIn(clerk, {
    ...{ facts: `第${count}件`, workers: [worker()], employers: [employer()], claims: [wages('12600.00')] },
    ...changes,
  });
}

export async function consulted(desk: Desk, changes: Record<string, unknown> = {}): Promise<string> {
  const id = await taken(desk, changes);
  await act(desk.mediator, id, 'consult', { on: '2026-03-03', result: 'reached' });
  return id;
}

export async function accepted(
  desk: Desk,
  changes: Record<string, unknown> = {},
  accepting: object = {},
): Promise<string> {
  const id = await consulted(desk, changes);
  await act(desk.mediator, id, 'record-consent', { on: '2026-03-04', isGiven: true });
  await act(desk.mediator, id, 'accept', { on: '2026-03-05', ...accepting });
  return id;
}

export async function mediated(
  desk: Desk,
  changes: Record<string, unknown> = {},
  accepting: object = {},
): Promise<string> {
  const id = await accepted(desk, changes, accepting);
  await act(desk.mediator, id, 'plan-session', {
    ...{ on: '2026-03-05', plannedOn: '2026-03-10', at: '09:00', place: '调解室' },
  });
  await act(desk.mediator, id, 'hold-session', { on: '2026-03-10', no: 1, minutes: '双方同意付清。' });
  return id;
}

export const terms = {
  ...{ on: later, door: 'none', lockInAt: '双方选择不办理', place: '调解室', item: '工资' },
  instalments: [{ dueOn: '2026-03-20', amount: '12600.00' }] as object[],
  ...{ method: '银行转账', breach: '逾期可以申请仲裁。', settlesAll: true },
};

/** Everyone signs for themselves, firms by their legal representative. */
export async function signaturesOf(caller: Caller, id: string) {
  const { parties, group } = await detail(caller, id);
  return parties
    .filter((party) => party.side === 'employer' || group.members.includes(party.id))
    .map((party) => ({
      ...{ party: party.id, on: later },
      authority: party.side === 'worker' ? 'self' : 'legal-representative',
    }));
}

export async function sign(desk: Desk, id: string): Promise<void> {
  const signatures = await signaturesOf(desk.clerk, id);
  await act(desk.mediator, id, 'sign-agreement', { signatures, mediatorOn: later, sealedOn: later });
}

/** In effect since 16 March 2026; one instalment on 20 March where nothing else is said. */
export async function signed(
  desk: Desk,
  changes: Record<string, unknown> = {},
  agreed: object = {},
): Promise<string> {
  const id = await mediated(desk, changes);
  await act(desk.mediator, id, 'draft-agreement', { ...terms, ...agreed });
  await sign(desk, id);
  return id;
}

export async function detail(caller: Caller, id: string): Promise<Detail> {
  const { status, body, text } = await caller.get(`/api/disputes/${id}`);
  if (status !== 200) throw new Error(`${id}: ${status} ${text}`);
  return body as unknown as Detail;
}

export async function sidesOf(caller: Caller, id: string) {
  const { parties } = await detail(caller, id);
  const of = (side: string) => parties.filter((one) => one.side === side).map((one) => one.id);
  return { workers: of('worker'), employers: of('employer') };
}

export async function course(caller: Caller, id: string): Promise<Told[]> {
  return (await caller.get(`/api/disputes/${id}/events`)).body.items as Told[];
}

/** Rule -> its clock, of those that still run. */
export const running = ({ clocks }: Detail) =>
  Object.fromEntries(clocks.filter(({ endedOn }) => endedOn === null).map((one) => [one.rule, one]));

/** An act that must not be done: its status and code. What it says is a sentence in Chinese, without codes or gaps. */
export async function refused(caller: Caller, id: string, kind: string, body: object = {}) {
  return why(await caller.post(`/api/disputes/${id}/${kind}`, { on: later, ...body }));
}

export function why({ status, body, text }: Answer): [number, unknown] {
  if (status < 400) throw new Error(`not refused: ${status} ${text}`);
  expect(body.detail).toMatch(/\p{Script=Han}/u);
  // Ids of bodies and capacities are shown as they are chosen, and so is what a field takes.
  const said = String(body.detail).replace(/[a-z-]+-\d{6}|请填 .+? 之一/g, '');
  expect(said).not.toMatch(/[{}]|[a-z]{3,}-[a-z]|undefined|null/);
  return [status, body.code];
}

/** The files of a case's papers, once they are drawn. */
export async function drawn(caller: Caller, id: string): Promise<Detail['papers']> {
  for (const { file } of (await detail(caller, id)).papers) await caller.getSettled(file);
  return (await detail(caller, id)).papers;
}
