/** Which bodies a dispute suggests, in what order. */

import { type ChainFacts, chainFor, chainWhys, workerGroups } from '../../src/law/chain.ts';
import { chainWhyWords, workerGroupWords } from '../../templates/zh-CN/advice.ts';

const one: ChainFacts = {
  heads: ['economic-compensation'],
  workers: 1,
  isEmployerUncooperative: false,
  hasMeans: null,
  groups: [],
  agreed: null,
};
const many: Partial<ChainFacts> = { heads: ['wages'], workers: 10, isEmployerUncooperative: true };

/** `1 hr arrears`, `2 procuratorate special-group <1`: what follows `<` has acted before. */
const shown = (changes: Partial<ChainFacts>) =>
  chainFor({ ...one, ...changes }).map(
    ({ no, body, why, after }) => `${no} ${body} ${why}${after.length > 0 ? ` <${after.join()}` : ''}`,
  );

const rows: [situation: string, changes: Partial<ChainFacts>, stations: string[]][] = [
  ['nothing speaks for another body', {}, []],
  ['unpaid wages', { heads: ['wages'] }, ['1 hr arrears']],
  ['overtime is pay, too', { heads: ['economic-compensation', 'overtime'] }, ['1 hr arrears']],
  ['a refund of a deposit is no pay', { heads: ['deposit'] }, []],
  ['contributions to be paid in', { heads: ['social-insurance'] }, ['1 hr social-insurance']],
  ['a loss of insurance is a claim, not for inspection', { heads: ['social-insurance-loss'] }, []],
  ['no means', { hasMeans: false }, ['1 justice no-means']],
  ['means', { hasMeans: true }, []],
  [
    'unpaid wages and no means, side by side',
    { heads: ['wages'], hasMeans: false },
    ['1 hr arrears', '2 justice no-means'],
  ],
  [
    'migrants’ pay is exempt from the means test, even with means',
    { heads: ['wages'], groups: ['migrant'], hasMeans: true },
    ['1 hr arrears', '2 justice exempt-from-means'],
  ],
  [
    'migrants’ injury is exempt, too',
    { heads: ['injury-benefits'], groups: ['migrant'] },
    ['1 justice exempt-from-means'],
  ],
  ['migrants’ other claims are not', { groups: ['migrant'] }, []],
  [
    'ten unpaid, an employer who does not cooperate: the procuratorate after inspection',
    many,
    ['1 hr arrears', '2 procuratorate group-and-uncooperative <1'],
  ],
  ['nine are no group', { ...many, workers: 9 }, ['1 hr arrears']],
  ['a cooperating employer', { ...many, isEmployerUncooperative: false }, ['1 hr arrears']],
  [
    'a group’s lost insurance goes to the procuratorate at once: no inspection comes before',
    { ...many, heads: ['social-insurance-loss'] },
    ['1 procuratorate group-and-uncooperative'],
  ],
  ['a group over something else', { ...many, heads: ['economic-compensation'] }, []],
  ['a courier alone', { groups: ['platform'] }, ['1 procuratorate special-group']],
  [
    'all at once: aid beside inspection, oversight after it',
    { ...many, groups: ['migrant', 'woman'] },
    ['1 hr arrears', '2 justice exempt-from-means', '3 procuratorate group-and-uncooperative <1'],
  ],
  ['an agreement for review', { ...many, agreed: 'arbitration-review' }, ['1 hr review-of-agreement']],
  [
    'an agreement for confirmation',
    { ...many, agreed: 'judicial-confirmation' },
    ['1 court confirmation-of-agreement'],
  ],
  ['an agreement that needs no door', { ...many, agreed: 'none' }, []],
];
test.each(rows)('%s', (_situation, changes, stations) => {
  expect(shown(changes)).toEqual(stations);
});

test('every special group but migrants may be brought before the procuratorate', () => {
  const brought = workerGroups.filter((group) => shown({ groups: [group] }).length > 0);
  expect(brought).toEqual(workerGroups.filter((group) => group !== 'migrant'));
});

test('every reason is met somewhere, cites its article and has its sentence', () => {
  const stations = rows.flatMap(([, changes]) => chainFor({ ...one, ...changes }));
  const met = new Set([...stations, ...chainFor({ ...one, groups: ['minor'] })].map(({ why }) => why));
  expect([...met].sort()).toEqual([...chainWhys].sort());
  for (const { article } of stations) expect(article).toMatch(/第\d+条|通知/);
  for (const why of chainWhys) expect(chainWhyWords[why]).toMatch(/^\p{Script=Han}/u);
  for (const group of workerGroups) expect(workerGroupWords[group]).toMatch(/^\p{Script=Han}+$/u);
});
