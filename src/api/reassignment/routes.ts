/** Cases handed to other mediators: first what would come of it, then the order, carried out case by case as a job. */
import { z } from 'zod';
import { sayAssignmentReason } from '../../../templates/zh-CN/advice.ts';
import { sayRefusal } from '../../../templates/zh-CN/say-refusal.ts';
import { planReassignment } from '../../domain/dispute/reassign.ts';
import type { DisputeState } from '../../domain/dispute/state.ts';
import type { AccountId, DistrictCode } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import { districtsWithin } from '../../domain/walls.ts';
import { countOpenReferrals, listDisputes } from '../../persistence/dispute.listing.ts';
import { readJob } from '../../persistence/job.listing.ts';
import { type RankableMediator, rankableMediators } from '../../persistence/mediator.repository.ts';
import { snapshotsOf } from '../../persistence/open-clock.listing.ts';
import type { ApiDeps } from '../app.ts';
import { note } from '../dispute/act.ts';
import { accountId, caseId, text } from '../fields.ts';
import { jobItem, MOST_WATCHED, presentJob } from '../job/present.ts';
import { commandIdOf, dayOf } from '../order-command.ts';
import { type AnyRoute, route } from '../route.ts';
import { fingerprintOfMoves, orderReassignment } from './order-reassignment.ts';

/** More than these are handed over in several turns. */
const MOST = 500;

const wanted = z
  .strictObject({
    cases: z.array(caseId).min(1).max(MOST).optional(),
    /** All open cases of this mediator. */
    owner: accountId.optional(),
    /** Without it each goes to whoever suits it best. */
    mediator: accountId.optional(),
  })
  .refine(({ cases, owner }) => (cases === undefined) !== (owner === undefined), {
    path: ['cases'],
    error: '须填写要改派的案件，或者填写承办人，二者填其一',
  });

const ordered = z.strictObject({
  ...note,
  moves: z
    .array(z.strictObject({ case: caseId, mediator: accountId, seq: z.int().min(1) }))
    .min(1)
    .max(MOST)
    .refine((moves) => new Set(moves.map((one) => one.case)).size === moves.length, '中一件案件只能列一次'),
});

const moveItem = z.object({
  case: text,
  seq: z.int(),
  receiptNumber: text,
  state: text,
  districtName: text,
  worker: text,
  employer: text,
  fromName: text,
  to: text.nullable(),
  toName: text.nullable(),
  /** Will be done as it stands. */
  isOpen: z.boolean(),
  /** Is theirs already. */
  isSame: z.boolean(),
  /** Why it would be refused, or what speaks against it. */
  sentence: text.nullable(),
});
const loadItem = z.object({ account: text, name: text, before: z.int(), after: z.int() });
const candidateItem = z.object({
  account: text,
  name: text,
  districtName: text,
  openCases: z.int(),
  maxCases: z.int().nullable(),
  isAway: z.boolean(),
  /** How many of these cases they may take. */
  cases: z.int(),
});
const previewAnswer = z.object({
  items: z.array(moveItem),
  loads: z.array(loadItem),
  candidates: z.array(candidateItem),
  /** There are more than one turn takes. */
  isCut: z.boolean(),
  /** Referrals of the one who leaves, which stay theirs. */
  referrals: z.int(),
});

export const reassignmentRoutes: AnyRoute[] = [
  route({
    method: 'post',
    path: '/reassignments/preview',
    wall: 'reassignment.order',
    reads: null,
    tag: '调解员',
    summary: '改派预演：谁的案件交给谁，哪些不能改派、为什么，改派前后各人件数；不改变任何案件',
    body: wanted,
    answer: previewAnswer,
    async handle({ deps, me, body: { cases, owner, mediator } }) {
      const em = deps.orm.em.fork();
      const districts = districtsWithin(me, 'reassignment.order');
      const which = owner === undefined ? { ids: cases } : { owner, isOpen: true };
      const page = await listDisputes(em, { ...which, districts, sort: 'receiptNumber', limit: MOST });
      if (cases !== undefined && page.items.length !== new Set(cases).size)
        throw new Refusal('case/not-found');
      const states = await snapshotsOf(
        em,
        page.items.map(({ id }) => id),
      );
      const disputes = page.items.flatMap(({ id }) => (states.get(id) as DisputeState | undefined) ?? []);
      const known = await mediatorsFor(deps, disputes);
      const candidatesOf = ({ district, recused }: DisputeState) =>
        (known.get(district) ?? []).map((one) => ({ ...one, isRecused: recused.includes(one.account) }));
      const { moves, loads } = planReassignment(disputes, {
        ...{ to: mediator ?? null, by: me.actor, today: dayOf(deps, undefined), candidatesOf },
      });
      const everyone = new Map([...known.values()].flat().map((one) => [one.account, one]));
      const nameOf = (account: AccountId | null) => (account && everyone.get(account)?.name) ?? null;
      const rows = new Map(page.items.map((row) => [row.id, row]));
      return {
        items: moves.flatMap(({ case: id, from, to, refusal, doubts }) => {
          const row = rows.get(id);
          if (row === undefined) return [];
          const { receiptNumber, state, districtName, worker, employer, ownerName } = row;
          const said = doubts.map(({ code, facts }) => sayAssignmentReason(code, facts)).join('；');
          const isSame = refusal === null && to === from;
          return {
            ...{
              case: id,
              seq: states.get(id)?.seq ?? 0,
              receiptNumber,
              state,
              districtName,
              worker,
              employer,
            },
            ...{ fromName: ownerName, to, toName: nameOf(to), isSame, isOpen: refusal === null && !isSame },
            sentence: refusal === null ? said || null : sayRefusal(refusal.code, refusal.facts),
          };
        }),
        loads: loads.map(({ account, before, after }) => ({
          ...{ account, name: nameOf(account) ?? '', before, after },
        })),
        candidates: candidatesFor(disputes, candidatesOf, everyone),
        isCut: page.nextCursor !== null,
        referrals: owner === undefined ? 0 : await countOpenReferrals(em, owner, districts),
      };
    },
  }),
  route({
    method: 'post',
    path: '/reassignments',
    wall: 'reassignment.order',
    reads: null,
    tag: '调解员',
    summary: '改派预演过的案件：每件写下一条命令，随后逐件办理；预演以后有变动的不改派，并说明原因',
    body: ordered,
    answer: jobItem,
    async handle({ deps, me, body, request }) {
      // Without a key the day and the moves are the key: on the same states they are one order.
      const same = `${dayOf(deps, undefined)}/${fingerprintOfMoves(body.moves, body.note)}`;
      const id = await orderReassignment(deps, me, body, commandIdOf(me, request, same));
      const em = deps.orm.em.fork();
      return presentJob(em, await readJob(em, id, me.actor.account), MOST_WATCHED);
    },
  }),
];

/** Every mediator as they stand, seen from each of the districts. */
async function mediatorsFor(deps: ApiDeps, disputes: readonly DisputeState[]) {
  const day = dayOf(deps, undefined);
  const known = new Map<DistrictCode, RankableMediator[]>();
  for (const district of new Set(disputes.map((one) => one.district)))
    known.set(district, await rankableMediators(deps.orm.em.fork(), { district, day }));
  return known;
}

/** Who may take most of them first, then who has least to do. */
function candidatesFor(
  disputes: readonly DisputeState[],
  candidatesOf: (
    one: DisputeState,
  ) => readonly { account: AccountId; seesDistrict: boolean; isRecused: boolean }[],
  everyone: ReadonlyMap<AccountId, RankableMediator>,
): z.infer<typeof candidateItem>[] {
  const counts = new Map<AccountId, number>();
  for (const dispute of disputes)
    for (const { account, seesDistrict, isRecused } of candidatesOf(dispute))
      if (seesDistrict && !isRecused) counts.set(account, (counts.get(account) ?? 0) + 1);
  return [...counts]
    .flatMap(([account, cases]) => {
      const one = everyone.get(account);
      if (one === undefined) return [];
      const { name, districtName, openCases, maxCases, isAway } = one;
      return { account, name, districtName, openCases, maxCases, isAway, cases };
    })
    .sort((a, b) => b.cases - a.cases || Number(a.isAway) - Number(b.isAway) || a.openCases - b.openCases);
}
