/** One's own case on one page: where it stands, what comes next, what one may do. */
import { followWords as words } from '../../../templates/zh-CN/follow-words.ts';
import { codeWords } from '../../../templates/zh-CN/words.ts';
import { disputeHats, disputeTable } from '../../domain/dispute/table.ts';
import { formatYuan } from '../../domain/money.ts';
import { Refusal } from '../../domain/refusal.ts';
import { openActions } from '../../domain/role.ts';
import { nearestBodies } from '../../persistence/city.listing.ts';
import { type DisputeDetail, readDispute } from '../../persistence/dispute.listing.ts';
import { Paper } from '../../persistence/paper.entity.ts';
import { FileAnswer } from '../file-answer.ts';
import { type Html, html } from '../public/html.ts';
import { type PageAsked, type PublicPage, publicPage } from '../public/page.ts';
import { type PartyAct, partyActs } from './acts.ts';
import { type OwnMoney, type OwnSession, ownMoney, ownPapers, ownSessions } from './own-parts.ts';
import { courseOf, standingOf } from './standing.ts';
import { type PartyVisit, partyVisit } from './visit.ts';

const section = (heading: string, inside: Html | false) =>
  inside && html`<section><h2>${heading}</h2>${inside}</section>`;
const facts = (rows: readonly (readonly [string, string | false])[]) =>
  html`<dl class="facts">${rows.map(([name, value]) => value && html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;

async function casePage(asked: PageAsked) {
  const visit = await partyVisit(asked);
  const em = asked.deps.orm.em.fork();
  const dispute = (await readDispute(em, visit.caseId))!;
  const [papers, sessions, centres] = await Promise.all([
    ownPapers(em.fork(), visit),
    ownSessions(em.fork(), visit),
    nearestBodies(em.fork(), visit.state.district, ['mediation-centre']),
  ]);
  const { now, turn, until } = standingOf(visit);
  const next = facts([
    [words.next, words.nextStep[now]],
    [words.whose, words.turns[turn]],
    [words.until, until ?? words.noDay],
  ]);
  return {
    title: words.caseTitle,
    main: html`<p class="verdict lead">${words.standing[now]}</p>${next}
${section(words.acts, actsShown(visit))}
${section(words.course, courseShown(visit))}
${section(words.sessions, sessions.length > 0 && sessionsShown(sessions))}
${section(words.money[visit.side], moneyShown(ownMoney(visit)))}
${section(words.papers, papers.length > 0 && html`<ul class="cards">${papers.map(({ id, kind, number, issuedOn }) => html`<li><a class="step" href="/follow/papers/${id}">${(codeWords as Record<string, string>)[kind] ?? kind}</a><p class="hint">${number}　${issuedOn}</p></li>`)}</ul>`)}
${section(words.about, aboutShown(visit, dispute))}
${section(
  words.contact,
  facts([
    [words.centre, centres[0]?.name ?? ''],
    [words.mediator, dispute.snapshot.owner !== null && dispute.ownerName],
    [words.hotline, words.hotlineNumber],
  ]),
)}
${asked.form(html`<p><button type="submit" class="second">${words.leave}</button></p>`, '/follow/leave')}`,
  };
}

function actsShown(visit: PartyVisit): Html | false {
  const { state, actor } = visit;
  const mayAdd = openActions(disputeTable, state.state, disputeHats(state, actor)).includes('add-evidence');
  const acts: PartyAct[] = [
    ...partyActs(visit),
    ...(mayAdd ? [{ path: '/follow/evidence', label: words.evidence, why: words.evidenceWhy }] : []),
  ];
  if (acts.length === 0) return html`<p>${words.nothingToDo}</p>`;
  return html`<ul class="acts">${acts.map(({ path, label, why }) => html`<li><a class="button" href="${path}">${label}</a><p class="hint">${why}</p></li>`)}</ul>`;
}

function courseShown({ state }: PartyVisit): Html {
  const ended = (words.ended as Partial<Record<string, string>>)[state.closedFrom ?? state.state];
  const steps = courseOf(state).map(
    ({ step, day, standing }) =>
      html`<li class="${standing}"${standing === 'now' && html` aria-current="step"`}>${step === 'ended' && ended ? ended : words.steps[step]} <small>${day ?? (standing === 'now' ? words.underWay : '')}</small></li>`,
  );
  return html`<ol class="steps">${steps}</ol>`;
}

const sessionsShown = (sessions: readonly OwnSession[]) =>
  html`<ul class="cards">${sessions.map(({ no, plannedOn, heldOn, at, place }) => html`<li><p><strong>${words.session.replace('{no}', String(no))}</strong>　${heldOn ?? plannedOn} ${heldOn === null && at}</p><p>${heldOn === null ? place : words.held}</p></li>`)}</ul>`;

function moneyShown(money: readonly OwnMoney[]): Html | false {
  if (money.length === 0) return false;
  return html`<ul class="cards">${money.map(({ no, dueOn, amount, paid }) => html`<li><p><strong>${words.instalment.replace('{no}', String(no))}</strong>　${dueOn} ${words.dueBy}</p><p>${words.amount} ${formatYuan(amount)} ${words.yuan}　${paid >= amount ? words.paidAll : html`${words.paid} ${formatYuan(paid)} ${words.yuan}`}</p></li>`)}</ul>`;
}

/** Of many workers one sees oneself and how many there are. */
function aboutShown({ state, party, side }: PartyVisit, { receiptNumber, parties }: DisputeDetail): Html {
  const own = parties.find(({ id }) => id === party)?.name ?? '';
  const namesOf = (of: PartyVisit['side']) => {
    const names = parties.filter((one) => one.side === of).map(({ name }) => name);
    if (of === side && names.length > 1)
      return words.among.replace('{name}', own).replace('{n}', String(names.length));
    return names.length > 3
      ? words.among.replace('{name}', names[0] ?? '').replace('{n}', String(names.length))
      : names.join('、');
  };
  return facts([
    [words.number, receiptNumber],
    [words.workers, namesOf('worker')],
    [words.employers, namesOf('employer')],
    [words.receivedOn, state.receivedOn],
  ]);
}

export const casePages: readonly PublicPage[] = [
  publicPage({ method: 'get', path: '/follow/case', handle: casePage }),
  publicPage({
    method: 'get',
    path: '/follow/papers/:id',
    async handle(asked) {
      const visit = await partyVisit(asked);
      const em = asked.deps.orm.em.fork();
      const own = (await ownPapers(em, visit)).find(({ id }) => id === asked.request.params.id);
      if (own === undefined) throw new Refusal('case/not-found');
      const { file, number } = await em.findOneOrFail(Paper, { id: own.id }, { populate: ['file'] });
      return new FileAnswer(file!, {
        'Content-Type': 'application/pdf',
        'Content-Disposition': `inline; filename*=UTF-8''${encodeURIComponent(number)}.pdf`,
        'Cache-Control': 'no-store',
        'X-Content-Type-Options': 'nosniff',
      });
    },
  }),
];
