/** The front page: the few things somebody comes for. */
import { homeWords as words } from '../../../templates/zh-CN/public-words.ts';
import { html } from './html.ts';
import { publicPage } from './page.ts';

export const homePage = publicPage({
  method: 'get',
  path: '/',
  async handle() {
    const doors = words.doors.map(
      ([path, label, hint], index) =>
        html`<li><a class="button${index > 0 && ' second'}" href="${path}">${label}</a><p class="hint">${hint}</p></li>`,
    );
    return {
      title: words.title,
      main: html`<p>${words.lead}</p><ul class="doors">${doors}</ul><p><a class="step" href="/console/">${words.staff}</a></p>`,
    };
  },
});
