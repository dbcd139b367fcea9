/** One's own case on one page: where it stands, what comes next, what one may do. */
import { followWords as words } from '../../../templates/zh-CN/follow-words.ts';
import { codeWords } from '../../../templates/zh-CN/words.ts';
import { submit } from '../public/form.ts';
import { html } from '../public/html.ts';
import { publicPage } from '../public/page.ts';
import { partyActs } from './acts.ts';
import { partyVisit } from './visit.ts';

export const casePage = publicPage({
  method: 'get',
  path: '/follow/case',
  async handle(asked) {
    const visit = await partyVisit(asked);
    const acts = partyActs(visit);
    return {
      title: words.caseTitle,
      main: html`<p class="lead">${codeWords[visit.state.state]}</p>
<ul class="acts">${acts.map(({ path, label, why }) => html`<li><a class="button" href="${path}">${label}</a><p class="hint">${why}</p></li>`)}</ul>
${asked.form(submit(words.leave), '/follow/leave')}`,
    };
  },
});
