import { randomInt, randomUUID } from 'node:crypto';
import type { CaseState, IssuedPaper, PaperKindName, Recorded } from '../src/domain/case.ts';
import { yearOf } from '../src/domain/day.ts';
import { evolveDispute } from '../src/domain/dispute/evolve.ts';
import type { DisputeEvent, DisputeState } from '../src/domain/dispute/state.ts';
import type { DistrictCode } from '../src/domain/ids.ts';
import { Refusal } from '../src/domain/refusal.ts';
import type { RulePack } from '../src/law/pack.ts';
import { checkPaper, paperKinds } from '../src/papers/index.ts';
import type { Texts } from '../src/persistence/case-event.entity.ts';
import { Body, type BodyKind } from '../src/persistence/city.entity.ts';
import { nearestBodies } from '../src/persistence/city.listing.ts';
import type { Em } from '../src/persistence/orm.ts';
import { Paper } from '../src/persistence/paper.entity.ts';
import { nextNumber } from '../src/persistence/paper.repository.ts';
import { caseFileWords } from '../templates/zh-CN/case-file-words.ts';
import { plainNumber, signedCopy } from '../templates/zh-CN/paper-words.ts';
import { paperFacts } from './paper-facts.ts';
import { mediationBodyOf } from './read-dispute.ts';

/** Whose number and seal a paper bears: the mediation centre's, but for letters to other bodies, which are the federation's. */
const issuerOf = (kind: PaperKindName): BodyKind =>
  kind === 'referral-letter' || kind === 'hand-over-slip' ? 'union' : 'mediation-centre';

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
  for (const { kind, about = '' } of event.papers) {
    const facts = kind === 'case-file' ? null : await paperFacts(kind, inHand, about);
    const district = facts?.district ?? (before as DisputeState).district;
    const body = await issuerNear(em, issuerOf(kind), district);
    const issuer = await headingOf(inHand, body);
    const { title, isForm } = kind === 'case-file' ? caseFile : paperKinds[kind];
    const checkCode = newCheckCode();
    // What the parties themselves hand in bears no number of ours; the register tells it apart by its code.
    const copyOf = facts?.copyOf;
    const number = isForm
      ? `${title}-${checkCode}`
      : copyOf === undefined
        ? await numberOf(inHand, kind, title, body)
        : await copyNumber(inHand, kind, copyOf.number);
    const issue = {
      number: isForm ? '' : (copyOf?.number ?? number),
      issuedOn: copyOf?.issuedOn ?? event.on,
      issuer,
      checkUrl: isForm ? '' : `${publicUrl}/check/${checkCode}`,
    };
    if (facts !== null && kind !== 'case-file') checkPaper(kind, facts.facts, issue);
    const id = randomUUID();
    em.create(Paper, {
      id,
      caseId: before.id,
      seq: event.seq,
      kind,
      about,
      number,
      issuer,
      issuedOn: event.on,
      facts: { facts: facts?.facts ?? {}, issue },
      checkCode,
      // An agreement's signed copy comes with the act that gives it effect.
      status: event.kind === 'agreement-signed' ? 'effective' : 'issued',
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

/** A district added later may have no union or centre of its own: its papers are those of the one above. */
async function issuerNear(em: Em, kind: BodyKind, district: DistrictCode): Promise<Body> {
  const [near] = await nearestBodies(em, district, [kind]);
  if (near === undefined) throw new Refusal('body/unknown', { body: kind });
  return em.findOneOrFail(Body, { id: near.id });
}

/** A centre's papers bear the heading of the capacity it mediates this case in. */
async function headingOf({ em, before, event }: InHand, body: Body): Promise<string> {
  if (body.kind !== 'mediation-centre' || before.story !== 'dispute') return body.name;
  return (await mediationBodyOf(em, evolveDispute(before as DisputeState, event as DisputeEvent))).name;
}

const caseFile = { title: caseFileWords.title, isForm: false } as const;

async function numberOf(
  { em, event }: InHand,
  kind: PaperKindName,
  title: string,
  body: Body,
): Promise<string> {
  const form = body.numbering[kind] ?? plainNumber.replace('{body}', body.name).replace('{title}', title);
  const year = yearOf(event.on);
  const n = await nextNumber(em, `${body.id}/${kind}`, year);
  return form.replace('{year}', String(year)).replace('{n}', String(n));
}

/** How the register tells a copy from the paper it is of. */
async function copyNumber({ em, before }: InHand, kind: PaperKindName, of: string): Promise<string> {
  const earlier = await em.count(Paper, { caseId: before.id, kind, number: { $like: `${of}（%` } });
  return signedCopy.replace('{number}', of).replace('{no}', earlier === 0 ? '' : String(earlier + 1));
}

/** Without 0 O 1 I L, which people mistake for each other. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

function newCheckCode(): string {
  return Array.from({ length: 12 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}
