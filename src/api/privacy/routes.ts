import { z } from 'zod';
import { privacyNotices } from '../../../templates/zh-CN/privacy-notice.ts';
import { line, text, texts } from '../fields.ts';
import { dayOf } from '../order-command.ts';
import { type AnyRoute, route } from '../route.ts';
import { filledIn, noticeOn } from './notice.ts';

export const privacyRoutes: AnyRoute[] = [
  route({
    method: 'get',
    path: '/privacy-notice',
    wall: 'public',
    reads: null,
    tag: '隐私',
    summary: '个人信息处理告知书：现行版本，或者指定的版本',
    query: z.strictObject({ version: line(20).optional() }),
    answer: z.object({
      version: text,
      day: text,
      /** False: still to be read by a lawyer. */
      confirmed: z.boolean(),
      title: text,
      text,
      sections: z.array(z.object({ heading: text, lines: texts })),
      versions: z.array(z.object({ version: text, day: text })),
    }),
    async handle({ deps, query }) {
      const notice = noticeOn(dayOf(deps, undefined), query.version);
      const sections = await filledIn(deps, notice);
      const whole = sections.flatMap(({ heading, lines }) => [heading, ...lines]).join('\n');
      const versions = privacyNotices.map(({ version, day }) => ({ version, day }));
      return { ...notice, sections, text: whole, versions };
    },
  }),
];
