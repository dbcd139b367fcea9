/** What of its case a party sees: its own money and papers, sessions, its own files; nothing said in confidence, nobody's numbers. */
import type { PaperKindName } from '../../domain/case.ts';
import type { Day } from '../../domain/day.ts';
import { type Fen, sumFen } from '../../domain/money.ts';
import { listEvents } from '../../persistence/case.listing.ts';
import type { Em } from '../../persistence/orm.ts';
import { Paper } from '../../persistence/paper.entity.ts';
import { presentCourse } from '../case-parts.ts';
import { isAtTable } from './acts.ts';
import type { PartyVisit } from './visit.ts';

export type OwnMoney = { no: number; dueOn: Day; amount: Fen; paid: Fen };

/** What this party is to pay or to get of each instalment. */
export function ownMoney({ state, party, side }: PartyVisit): OwnMoney[] {
  const { agreement } = state;
  if (!agreement?.effectiveOn) return [];
  return agreement.instalments.flatMap(({ no, dueOn, shares, ...whole }) => {
    // Of an imported agreement nobody knows the shares.
    const own = shares.filter(({ payee, payer }) => (side === 'worker' ? payee : payer) === party);
    if (shares.length > 0 && own.length === 0) return [];
    const of = own.length > 0 ? own : [whole];
    return [
      {
        ...{ no, dueOn },
        amount: sumFen(of.map(({ amount }) => amount)),
        paid: sumFen(of.map(({ paid }) => paid)),
      },
    ];
  });
}

/** What is told to those at the table alone. An agreement is read and signed on a page of its own until it binds. */
const ofTable: readonly PaperKindName[] = ['mediation-notice', 'termination', 'agreement'];

/** The certificate names every worker of the case by number: it is shown where there was never but one. */
function kindsFor(visit: PartyVisit): PaperKindName[] {
  const { side, state } = visit;
  const isLoneWorker = side === 'worker' && state.workers.length === 1;
  return [
    ...(['acceptance-notice', 'receipt-slip'] as const),
    ...(isAtTable(visit) ? ofTable : []),
    ...(side === state.applicant ? (['non-acceptance'] as const) : []),
    ...(isLoneWorker ? (['limitation-certificate'] as const) : []),
  ];
}

export async function ownPapers(em: Em, visit: PartyVisit): Promise<Paper[]> {
  const { caseId, party } = visit;
  const kinds = kindsFor(visit);
  const found = await em.find(
    Paper,
    { caseId, kind: { $in: kinds }, status: { $in: ['drawn', 'effective'] } },
    { orderBy: { issuedOn: 'asc', seq: 'asc' } },
  );
  return found.filter(
    ({ kind, about, status }) =>
      (kind !== 'receipt-slip' || about === party) && (kind !== 'agreement' || status === 'effective'),
  );
}

export type OwnSession = { no: number; plannedOn: Day; heldOn: Day | null; at: string; place: string };

/** With hour and place as last arranged: a new day leaves the old hour behind, but not the place. */
export async function ownSessions(em: Em, { caseId, state }: PartyVisit): Promise<OwnSession[]> {
  const course = presentCourse(await listEvents(em, caseId), { readNotes: false });
  const said = (text: unknown) => (typeof text === 'string' ? text.trim() : '');
  return state.sessions.map(({ no, plannedOn, heldOn }) => {
    const arranged = course.filter(
      ({ kind, facts }) => (kind === 'session-planned' || kind === 'session-postponed') && facts.no === no,
    );
    const places = arranged.map(({ texts }) => said(texts.place)).filter((place) => place !== '');
    return { no, plannedOn, heldOn, at: said(arranged.at(-1)?.texts.at), place: places.at(-1) ?? '' };
  });
}

/** The files that this party has added itself. */
export async function ownFiles(em: Em, { caseId, party }: PartyVisit): Promise<{ name: string; on: Day }[]> {
  return em.execute<{ name: string; on: Day }[]>(
    `select e.name, e.added_on::text as on from evidence e join command c on c.id = e.command_id
     where e.case_id = ? and c.order_given->'by'->>'party' = ? and e.status = 'kept' order by e.no`,
    [caseId, party],
  );
}
