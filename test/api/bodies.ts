/** What people type into forms. Everyone in them is invented. */
import type { Caller } from './caller.ts';

export type IntakeBody = Record<string, unknown> & {
  workers: Record<string, unknown>[];
  employers: Record<string, unknown>[];
  claims: Record<string, unknown>[];
};

/** A right intake in 卧龙区, with changes. */
export function intakeBody(changes: Record<string, unknown> = {}): IntakeBody {
  return {
    receivedOn: '2026-03-02',
    channel: 'desk',
    district: '411303',
    workers: [{ name: '周大明', phone: '13800000001', address: '南阳市卧龙区七一路1号' }],
    employers: [{ name: '南阳示例建筑有限公司', phone: '0377-6000001', creditCode: '91411303MA0000000W' }],
    place: '卧龙区某工地',
    since: '2025-12-31',
    claims: [{ head: 'wages', amount: '12600.00', basis: '三个月工资未付' }],
    facts: '在工地做木工，三个月工资未付。',
    isConsentGiven: true,
    ...changes,
  };
}

/** The id of a dispute that is taken in now. */
export async function aDisputeTakenIn(clerk: Caller, changes: Record<string, unknown> = {}): Promise<string> {
  const { status, body } = await clerk.post('/api/disputes', intakeBody(changes));
  if (status !== 201 && status !== 202) throw new Error(`not taken in: ${status} ${JSON.stringify(body)}`);
  return String(body.case);
}
