/** The one list of refusals: `noun/reason`. The sentence of each is in templates/zh-CN/refusals.json, its HTTP status in src/api. */
export const refusalCodes = [
  // days, money, input
  'day/invalid',
  'day/reversed',
  'day/in-the-future',
  'money/invalid',
  'money/negative',
  'input/invalid',
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

/** Plain facts a refusal's sentence is filled with: codes, days, counts, field names. Never people's names or numbers. */
export type RefusalFacts = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** The law or the state says no. `article` cites the rule where one stands behind it. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: RefusalCode;
  readonly facts: RefusalFacts;
  readonly article: string | undefined;
  constructor(code: RefusalCode, facts: RefusalFacts = {}, article?: string) {
    super(code);
    this.code = code;
    this.facts = facts;
    this.article = article;
  }
}
