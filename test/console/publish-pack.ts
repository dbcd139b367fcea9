import { invented2027 } from '../api/law-acts.ts';
import type { Visit } from './visit.ts';

/** A pack with an invented 2027, published as an administrator does. */
export async function publishPack(
  { city }: Visit,
  { id, lunarWork = '2027-02-14', reason }: { id: string; lunarWork?: string; reason?: string },
): Promise<void> {
  const admin = await city.as('admin');
  const [newYear, spring] = invented2027.holidays;
  const holidays = [newYear, { ...spring, work: [lunarWork] }];
  const draft = {
    id,
    name: `虚构 ${id}`,
    calendar: { ...invented2027, holidays, ...(reason ? { reason } : {}) },
  };
  const { body } = await admin.post('/api/rule-packs/preview', draft);
  const answer = await admin.post('/api/rule-packs', {
    ...draft,
    sha256: (body as { sha256: string }).sha256,
  });
  if (answer.status !== 201) throw new Error(answer.text);
}
