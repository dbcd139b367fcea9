/** The one list of refusals: `noun/reason`. The sentence of each is in templates/zh-CN/refusals.json, its HTTP status in src/api. */
export const refusalCodes = [
  // days, money, input
  'day/invalid',
  'day/reversed',
  'day/in-the-future',
  'day/before-step',
  'money/invalid',
  'money/negative',
  'money/not-positive',
  'input/invalid',
  // any case
  'case/not-in-this-state',
  'case/not-yours-to-do',
  'case/changed-meanwhile',
  'case/not-found',
  // disputes
  'dispute/before-receipt',
  'dispute/since-after-receipt',
  'dispute/consent-missing',
  'dispute/other-side-refused',
  'dispute/no-mediator',
  'dispute/no-session-held',
  'dispute/still-open',
  'dispute/close-reason-missing',
  'party/unknown',
  'limitation/already-recorded',
  'limitation/wrong-end',
  'session/unknown',
  'session/already-held',
  'agreement/no-instalments',
  'agreement/day-not-after',
  'agreement/one-pair-only',
  'agreement/door-not-open',
  'agreement/not-drafted',
  'agreement/not-signed',
  'agreement/signature-missing',
  'agreement/authority-not-of-side',
  'agreement/already-locked-in',
  'instalment/unknown',
  'instalment/already-paid',
  'instalment/too-much',
  'instalment/not-yet-due',
  'visit/already-made',
  // claims worked out
  'claim/unknown-line',
  'claim/no-facts',
  'claim/not-of-this-head',
  // rule packs
  'pack/already-on',
  'pack/id-taken',
  'pack/not-as-previewed',
  'pack/nothing-to-move',
  // referrals
  'referral/unknown',
  'referral/to-own-body',
  'referral/still-open',
  // the outside
  'command/key-reused',
  'command/key-invalid',
  'command/if-match-invalid',
  'command/not-found',
  'input/unreadable',
  'service/away',
  'service/fault',
  'account/wrong-login',
  'account/signed-out',
  'account/csrf',
  'account/no-role',
  'account/login-taken',
  'account/password-weak',
  'account/not-a-mediator',
  'body/unknown',
  'district/unknown',
  'district/not-yours',
  'list/bad-cursor',
  'list/unknown-sort',
  // law: rules, calendars, figures, claims
  'law/unknown-rule',
  'law/rule-not-in-force',
  'law/unknown-act',
  'law/not-a-window',
  'law/unknown-pack',
  'law/no-pack-on',
  'law/pause-not-allowed',
  'law/restart-not-allowed',
  'law/extension-not-allowed',
  'law/table-unknown',
  'law/unknown-place',
  'law/limitation-no-start',
  'calendar/unknown-year',
  'calendar/invalid',
  'calendar/not-next-year',
  'claim/unknown-kind',
  'claim/missing-field',
  'claim/unknown-field',
  'claim/wrong-field',
  'claim/out-of-range',
  'claim/choose-one-field',
  // papers
  'paper/blank-without-fact',
  'paper/missing-glyph',
  'paper/provisional-date',
  'paper/negative-amount',
  'paper/instalments-do-not-add-up',
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
