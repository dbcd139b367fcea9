/** The public page of the privacy notice: no script, no cookie, nobody's name. */
import { privacyPageWords as wording } from '../../../templates/zh-CN/privacy-notice.ts';
import { dayOf } from '../order-command.ts';
import { html } from '../public/html.ts';
import { publicPage } from '../public/page.ts';
import { filledIn, noticeOn } from './notice.ts';

export const privacyPage = publicPage({
  method: 'get',
  path: '/privacy',
  async handle({ deps }) {
    const notice = noticeOn(dayOf(deps, undefined));
    const { title, version, day, confirmed } = notice;
    const sections = (await filledIn(deps, notice)).map(
      ({ heading, lines }) =>
        html`<section><h2>${heading}</h2>${lines.map((line) => html`<p>${line}</p>`)}</section>`,
    );
    return {
      title,
      main: html`<p class="standing">${wording.version} ${version}　${wording.day} ${day}</p>
${!confirmed && html`<p class="standing">${wording.draft}</p>`}
${sections}`,
    };
  },
});
