/** The steps that are one form each: what is asked, how it is kept, how it is read back. */
import { z } from 'zod';
import { applyWords, stepWords as words } from '../../../templates/zh-CN/apply-words.ts';
import { District } from '../../persistence/city.entity.ts';
import { creditCode, day, districtCode, idNumber, line, phone, words as text } from '../fields.ts';
import { choiceField, type Filled, lineField, selectField, type Typed, wordsField } from '../public/form.ts';
import { type Html, html } from '../public/html.ts';
import type { PageAsked } from '../public/page.ts';
import { type Answers, sideOf } from './application.ts';

/** In the order in which they are asked. */
export const stepNames = ['side', 'who', 'other', 'where', 'when', 'claims', 'story', 'photos'] as const;

/** A line of the page on which everything is checked. */
export type Line = [label: string, value: string];

type Step<K extends keyof Answers, B extends z.ZodType> = {
  name: K;
  title: string;
  body: B;
  fields(asked: PageAsked, filled: Filled, answers: Answers): Promise<Html> | Html;
  toAnswer(body: z.infer<B>): NonNullable<Answers[K]>;
  toTyped(answer: NonNullable<Answers[K]>): Typed;
  lines(answer: NonNullable<Answers[K]>, answers: Answers, asked: PageAsked): Promise<Line[]> | Line[];
};

export type AnyStep = Step<keyof Answers, z.ZodType>;

/** Keeps the types of a step's parts while it is written down. */
const step = <K extends keyof Answers, B extends z.ZodType>(given: Step<K, B>) => given as unknown as AnyStep;

/** Without what was not given. */
const given = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
const linesOf = (...lines: [string, string | undefined][]): Line[] =>
  lines.flatMap(([label, value]): Line[] => (value === undefined ? [] : [[label, value]]));

const { who, other, where, when, story } = words;

const sideStep = step({
  name: 'side',
  title: words.side.title,
  body: z.strictObject({ side: z.enum(['worker', 'employer']) }),
  fields: (_asked, filled) =>
    choiceField(filled, {
      ...{ name: 'side', label: words.side.label },
      choices: [
        { value: 'worker', label: applyWords.forWorker, hint: applyWords.forWorkerHint },
        { value: 'employer', label: applyWords.forEmployer, hint: applyWords.forEmployerHint },
      ],
    }),
  toAnswer: (body) => body,
  toTyped: (answer) => answer,
  lines: (answer) => [
    [words.side.name, answer.side === 'worker' ? applyWords.forWorker : applyWords.forEmployer],
  ],
});

const whoStep = step({
  name: 'who',
  title: who.title,
  body: z.strictObject({
    name: line(50),
    phone,
    idNumber: idNumber.optional(),
    creditCode: creditCode.optional(),
    representative: line(50).optional(),
  }),
  fields(_asked, filled, answers) {
    const isWorker = sideOf(answers) === 'worker';
    const name = isWorker
      ? lineField(filled, { name: 'name', label: who.worker, most: 50, autoComplete: 'name' })
      : lineField(filled, {
          ...{ name: 'name', label: who.employer, hint: who.employerHint, most: 50 },
          autoComplete: 'organization',
        });
    const call = lineField(filled, {
      ...{ name: 'phone', label: who.phone, hint: who.phoneHint, type: 'tel' as const },
      ...{ autoComplete: 'tel', most: 30 },
    });
    const more = isWorker
      ? lineField(filled, { name: 'idNumber', label: who.idNumber, hint: who.idNumberHint, most: 20 })
      : html`${lineField(filled, { name: 'creditCode', label: who.creditCode, most: 20 })}${lineField(filled, { name: 'representative', label: who.representative, most: 50 })}`;
    return html`${name}${call}${more}`;
  },
  toAnswer: (body) => given(body) as NonNullable<Answers['who']>,
  toTyped: (answer) => answer,
  lines: ({ name, ...more }, answers) =>
    linesOf(
      [sideOf(answers) === 'worker' ? who.worker : who.employer, name],
      [who.phone, more.phone],
      [who.idNumber, more.idNumber],
      [who.creditCode, more.creditCode],
      [who.representative, more.representative],
    ),
});

const otherStep = step({
  name: 'other',
  title: other.title,
  body: z.strictObject({ name: line(120), phone: phone.optional() }),
  fields(_asked, filled, answers) {
    const isWorker = sideOf(answers) === 'worker';
    const name = isWorker
      ? { name: 'name', label: other.employer, hint: other.employerHint, most: 120 }
      : { name: 'name', label: other.worker, most: 50 };
    const call = { name: 'phone', label: other.phone, hint: other.phoneHint, type: 'tel' as const };
    return html`${lineField(filled, name)}${lineField(filled, { ...call, most: 30 })}`;
  },
  toAnswer: (body) => given(body) as NonNullable<Answers['other']>,
  toTyped: (answer) => answer,
  lines: ({ name, phone: call }, answers) =>
    linesOf([sideOf(answers) === 'worker' ? other.employer : other.worker, name], [other.phone, call]),
});

async function districtsOf({ deps }: PageAsked): Promise<{ value: string; label: string }[]> {
  const all = await deps.orm.em.fork().find(District, {}, { orderBy: { code: 'asc' } });
  // The city itself last: most work in one of its counties.
  const sorted = [...all].sort((a, b) => Number(a.parent === null) - Number(b.parent === null));
  return sorted.map(({ code, name }) => ({ value: code, label: name }));
}

const whereStep = step({
  name: 'where',
  title: where.title,
  body: z.strictObject({ district: districtCode, place: line(200) }),
  async fields(asked, filled) {
    const choices = await districtsOf(asked);
    return html`${selectField(filled, { name: 'district', label: where.district, hint: where.districtHint, choices })}${lineField(filled, { name: 'place', label: where.place, hint: where.placeHint })}`;
  },
  toAnswer: (body) => body,
  toTyped: (answer) => answer,
  async lines({ district, place }, _answers, asked) {
    const found = (await districtsOf(asked)).find(({ value }) => value === district);
    return linesOf([where.district, found?.label ?? district], [where.place, place]);
  },
});

const whenStep = step({
  name: 'when',
  title: when.title,
  body: z.strictObject({ since: day, employmentEndedOn: day.optional() }),
  fields: (_asked, filled) =>
    html`${lineField(filled, { name: 'since', label: when.since, hint: when.sinceHint, type: 'date' })}${lineField(filled, { name: 'employmentEndedOn', label: when.ended, hint: when.endedHint, type: 'date' })}`,
  toAnswer: (body) => given(body) as NonNullable<Answers['when']>,
  toTyped: (answer) => answer,
  lines: ({ since, employmentEndedOn }) => linesOf([when.since, since], [when.ended, employmentEndedOn]),
});

const storyStep = step({
  name: 'story',
  title: story.title,
  body: z.strictObject({ facts: text(8000) }),
  fields: (_asked, filled) =>
    wordsField(filled, { name: 'facts', label: story.facts, hint: story.factsHint, rows: 10, most: 8000 }),
  toAnswer: (body) => body,
  toTyped: (answer) => answer,
  lines: ({ facts }) => linesOf([story.facts, facts]),
});

export const formSteps: readonly AnyStep[] = [sideStep, whoStep, otherStep, whereStep, whenStep, storyStep];
