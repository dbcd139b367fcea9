/** The privacy notice as it stands on a day, with the federation's name in it. */
import { type PrivacyNotice, privacyNotices } from '../../../templates/zh-CN/privacy-notice.ts';
import type { Day } from '../../domain/day.ts';
import { Refusal } from '../../domain/refusal.ts';
import { Body, District } from '../../persistence/city.entity.ts';
import type { ApiDeps } from '../app.ts';

/** The last version in force on the day, or the one that is asked for. Refuses `privacy/unknown-version`. */
export function noticeOn(day: Day, version?: string): PrivacyNotice {
  const found =
    version === undefined
      ? privacyNotices.findLast((one) => one.day <= day)
      : privacyNotices.find((one) => one.version === version);
  if (found === undefined)
    throw new Refusal('privacy/unknown-version', {
      version: version ?? day,
      known: privacyNotices.map((one) => one.version),
    });
  return found;
}

/** Its sections, with whoever runs the house by name. */
export async function filledIn(
  deps: ApiDeps,
  { sections }: PrivacyNotice,
): Promise<PrivacyNotice['sections']> {
  const em = deps.orm.em.fork();
  const root = await em.findOne(District, { parent: null });
  const union = root && (await em.findOne(Body, { district: root.code, kind: 'union', closedOn: null }));
  const fill = (line: string) => line.replaceAll('{handler}', union?.name ?? '');
  return sections.map(({ heading, lines }) => ({ heading, lines: lines.map(fill) }));
}
