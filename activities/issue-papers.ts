import { randomInt, randomUUID } from 'node:crypto';
import type { CaseState, IssuedPaper, Recorded } from '../src/domain/case.ts';
import { yearOf } from '../src/domain/day.ts';
import type { RulePack } from '../src/law/pack.ts';
import { checkPaper, paperKinds } from '../src/papers/index.ts';
import type { Texts } from '../src/persistence/case-event.entity.ts';
import { Body } from '../src/persistence/city.entity.ts';
import type { Em } from '../src/persistence/orm.ts';
import { Paper } from '../src/persistence/paper.entity.ts';
import { nextNumber } from '../src/persistence/paper.repository.ts';
import { plainNumber } from '../templates/zh-CN/paper-words.ts';
import { paperFacts } from './paper-facts.ts';

/** Whose number and seal a paper bears: an agreement the mediation centre's, not the federation's. */
const issuers = {
  agreement: 'mediation-centre',
  'referral-letter': 'union',
  'limitation-certificate': 'mediation-centre',
} as const;

/** What a recording has in its hands. */
export type InHand = {
  em: Em;
  at: Date;
  publicUrl: string;
  /** The pack of the case, or the one it moves to. */
  pack: RulePack;
  before: CaseState;
  event: Recorded;
  texts: Texts;
};

/** Gives each paper of the event its number and freezes its facts; refuses what could not be drawn. */
export async function issuePapers(inHand: InHand): Promise<IssuedPaper[]> {
  const { em, event, before, publicUrl } = inHand;
  const issued: IssuedPaper[] = [];
  for (const { kind } of event.papers) {
    const facts = await paperFacts(kind, inHand);
    const body = await em.findOneOrFail(Body, { kind: issuers[kind], district: facts.district });
    const form =
      body.numbering[kind] ??
      plainNumber.replace('{body}', body.name).replace('{title}', paperKinds[kind].title);
    const year = yearOf(event.on);
    const n = await nextNumber(em, `${body.id}/${kind}`, year);
    const number = form.replace('{year}', String(year)).replace('{n}', String(n));
    const checkCode = newCheckCode();
    const issue = {
      number,
      issuedOn: event.on,
      issuer: body.name,
      checkUrl: `${publicUrl}/check/${checkCode}`,
    };
    checkPaper(kind, facts.facts, issue);
    const id = randomUUID();
    em.create(Paper, {
      id,
      caseId: before.id,
      seq: event.seq,
      kind,
      number,
      issuer: body.name,
      issuedOn: event.on,
      facts: { facts: facts.facts, issue },
      checkCode,
      status: 'issued',
      voidReason: null,
      template: null,
      pages: null,
      sha256: null,
      file: null,
    });
    issued.push({ id, kind, number });
  }
  return issued;
}

/** Without 0 O 1 I L, which people mistake for each other. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

function newCheckCode(): string {
  return Array.from({ length: 12 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}
