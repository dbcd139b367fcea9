import { lookAlikeWords } from '../../../templates/zh-CN/look-alike-words.ts';
import { wordOf } from '../../../templates/zh-CN/word-of.ts';
import { addMonths } from '../../domain/day.ts';
import { districtsWithin } from '../../domain/walls.ts';
import { employerHistory, findDuplicates } from '../../persistence/look-alike.listing.ts';
import { dayOf } from '../order-command.ts';
import { type AnyRoute, route } from '../route.ts';
import { lookAlikes, looked } from './schema.ts';

/** How long after its closing a dispute is still called to mind. */
const MONTHS = 24;

export const lookAlikeRoutes: AnyRoute[] = [
  route({
    method: 'post',
    path: '/look-alikes',
    wall: 'look-alike.ask',
    reads: 'look-alike',
    tag: '劳动争议',
    summary: '登记前查重：同一劳动者的案件，用人单位的历史',
    body: looked,
    answer: lookAlikes,
    async handle({ deps, me, body }) {
      const em = deps.orm.em.fork();
      const districts = districtsWithin(me, 'look-alike.ask');
      const since = addMonths(dayOf(deps, undefined), -MONTHS);
      const { duplicates, elsewhere } = await findDuplicates(em, body, since, districts);
      const employers = await Promise.all(
        body.employers.map(async ({ name, creditCode }) => {
          const history = await employerHistory(em.fork(), { name, creditCode }, districts, body.except);
          const cases = history.cases.map((one) => ({ ...one, stateName: wordOf(one.state) }));
          return { name: name ?? null, creditCode: creditCode ?? null, history: { ...history, cases } };
        }),
      );
      return {
        duplicates: duplicates.map(({ owner, heads, ...one }) => ({
          ...one,
          stateName: wordOf(one.state),
          sameHeads: body.heads.filter((head) => heads.includes(head)),
          isMine: owner === me.actor.account,
        })),
        elsewhere,
        elsewhereSentence:
          elsewhere === 0 ? null : lookAlikeWords.elsewhere.replace('{n}', String(elsewhere)),
        employers,
      };
    },
  }),
];
