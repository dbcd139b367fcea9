/** What stands in a rule pack, in lines that people read and compare. */
import { adminWords } from '../../words/zh-CN/admin.ts';

export type YearCalendar = {
  year: number;
  notice: string;
  issuedOn: string;
  title?: string;
  url?: string;
  reason?: string;
  holidays: { name: string; off: [string, string]; work: string[]; statutory: string[] }[];
};
export type Rule = {
  id: string;
  name: string;
  statute: string;
  article: string;
  tag: string;
  trigger: string;
  length: number;
  dayType: string;
  direction?: string;
  validFrom?: string;
  validTo?: string;
  note?: string;
};
export type Wage = {
  province: string;
  source: string;
  from: string;
  to: string | null;
  classes: Record<string, { month: string; hour: string }>;
};
export type PackContent = {
  statutes: Record<
    string,
    { title: string; number: string; validFrom: string | null; validTo: string | null }
  >;
  rules: Rule[];
  acts: Record<string, string[]>;
  calendars: YearCalendar[];
  places: object[];
  minimumWages: Wage[];
  wageClasses: object[];
  averageWages: object[];
};

const said = adminWords.pack;

export const sayLength = ({ length, dayType, direction }: Rule): string =>
  `${direction === undefined ? '' : said.beforeEvent}${length}${said.days[dayType] ?? dayType}`;

export const sayBasis = ({ statutes }: PackContent, { statute, article }: Rule): string =>
  `${statutes[statute]?.title ?? statute}${article === '' ? '' : ` ${article}`}`;

export const saySpan = ([from, to]: readonly [string, string]): string =>
  from === to ? from : `${from} 至 ${to}`;

export const sayWage = (classes: Wage['classes']): string =>
  Object.entries(classes)
    .sort(([a], [b]) => '一二三四'.indexOf(a.charAt(0)) - '一二三四'.indexOf(b.charAt(0)))
    .map(([name, { month, hour }]) => `${name} ${month} ${said.month}、${hour} ${said.hour}`)
    .join('；');

/** Every entry of the pack under a name of its own. */
function entriesOf(pack: PackContent): Map<string, string> {
  const entries: [string, string][] = [
    ...pack.calendars.flatMap(({ year, notice, issuedOn, holidays }): [string, string][] => [
      [`${said.calendars} ${year}`, `${notice}（${issuedOn}）`],
      ...holidays.map(({ name, off, work, statutory }): [string, string] => [
        `${said.calendars} ${year} ${name}`,
        [
          `${said.offSay} ${saySpan(off)}`,
          work.length > 0 ? `${said.workSay} ${work.join('、')}` : '',
          statutory.length > 0 ? `${adminWords.calendar.statutory} ${statutory.join('、')}` : '',
        ]
          .filter(Boolean)
          .join('；'),
      ]),
    ]),
    ...pack.rules.map((rule): [string, string] => [
      `${said.rules} ${rule.name}（${rule.id}${rule.validFrom ? ` ${rule.validFrom}` : ''}）`,
      [sayLength(rule), `${said.trigger} ${rule.trigger}`, sayBasis(pack, rule), rest(rule)]
        .filter(Boolean)
        .join('；'),
    ]),
    ...pack.minimumWages.map(({ from, to, province, classes, source }): [string, string] => [
      `${said.wages} ${province} ${from}`,
      `${sayWage(classes)}；${from} 至 ${to ?? said.openEnd}；${source}`,
    ]),
    ...Object.entries(pack.statutes).map(([id, { title, number, validFrom, validTo }]): [string, string] => [
      `${said.law} ${title}（${id}）`,
      [number, validFrom, validTo].filter(Boolean).join('；'),
    ]),
    ...Object.entries(pack.acts).map(([act, rules]): [string, string] => [act, rules.join('、')]),
    ...[...pack.places, ...pack.wageClasses, ...pack.averageWages].map((row): [string, string] => [
      Object.values(row).slice(0, 3).join(' '),
      Object.values(row).flat().join('；'),
    ]),
  ];
  return new Map(entries);
}

/** What a rule says besides, so that no change of it goes unseen. */
function rest({
  id: _,
  name: _n,
  length: _l,
  dayType: _d,
  direction: _r,
  trigger: _t,
  statute: _s,
  article: _a,
  ...more
}: Rule) {
  return Object.values(more)
    .flat()
    .map((one) => (typeof one === 'object' ? JSON.stringify(one) : String(one)))
    .join('；');
}

export type Difference = { name: string; before: string | null; after: string | null };

export function differencesOf(before: PackContent, after: PackContent): Difference[] {
  const [was, is] = [entriesOf(before), entriesOf(after)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((name) => ({ name, before: was.get(name) ?? null, after: is.get(name) ?? null }))
    .filter((one) => one.before !== one.after);
}
