/** The public page of the privacy notice: no script, no cookie, nobody's name. */
import type { Request, Response } from 'express';
import { privacyPageWords as wording } from '../../../templates/zh-CN/privacy-notice.ts';
import type { ApiDeps } from '../app.ts';
import { dayOf } from '../order-command.ts';
import { filledIn, noticeOn } from './notice.ts';

export function privacyPage(deps: ApiDeps) {
  return async (_request: Request, response: Response): Promise<void> => {
    const notice = noticeOn(dayOf(deps, undefined));
    const { version, day, confirmed } = notice;
    const title = escapeHtml(notice.title);
    const sections = (await filledIn(deps, notice)).map(
      ({ heading, lines }) =>
        `<section><h2>${escapeHtml(heading)}</h2>${lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('')}</section>`,
    );
    response
      .type('html')
      .send(`<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title}</title><style>
body{font:18px/1.8 "Noto Sans SC","Microsoft YaHei",sans-serif;max-width:42rem;margin:0 auto;padding:1rem;color:#1b1b1b}
h1{font-size:1.4rem;border-bottom:3px solid #b3261e;padding-bottom:.4rem}h2{font-size:1.1rem;margin:1.4rem 0 .3rem}p{margin:.3rem 0}
p.standing{color:#555}
</style></head><body><main><h1>${title}</h1>
<p class="standing">${wording.version} ${escapeHtml(version)}　${wording.day} ${escapeHtml(day)}</p>
${confirmed ? '' : `<p class="standing">${wording.draft}</p>`}
${sections.join('\n')}</main></body></html>`);
  };
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
