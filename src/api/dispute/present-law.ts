/** What the law says of a dispute as it stands: each claim's working, path and finality, and the limitation ledger. */
import { z } from 'zod';
import { sayRefusal } from '../../../templates/zh-CN/say-refusal.ts';
import { wordOf } from '../../../templates/zh-CN/word-of.ts';
import type { LedgerEntry } from '../../domain/dispute/limitation.ts';
import { formatYuan } from '../../domain/money.ts';
import { Refusal } from '../../domain/refusal.ts';
import { caseLimitation } from '../../law/case-limitation.ts';
import { claimKinds } from '../../law/claims/claim.ts';
import { fitsHead, kindHeads } from '../../law/claims/kind-heads.ts';
import { type FinalAward, finalAward } from '../../law/final-award.ts';
import type { Head } from '../../law/heads.ts';
import type { RulePack } from '../../law/pack.ts';
import { latestTrackOf } from '../../law/retirement.ts';
import { type Routes, route } from '../../law/route.ts';
import type { DisputeDetail } from '../../persistence/dispute.listing.ts';
import { text, texts } from '../fields.ts';
import { step } from '../law/schema.ts';

export const claimItem = z.object({
  no: z.int(),
  head: text,
  headName: text,
  amount: text,
  basis: text,
  party: text.nullable(),
  from: text.nullable(),
  until: text.nullable(),
  facts: z.record(z.string(), z.unknown()).nullable(),
  /** The sums it may be worked out as, its own first. */
  kinds: texts,
  working: z
    .object({
      seq: z.int(),
      kind: text,
      amount: text,
      steps: z.array(step),
      articles: texts,
      warnings: texts,
      pack: text,
    })
    .nullable(),
  route: z.object({ path: text, pathName: text, article: text, reason: text }),
  /** Null where the line cannot be drawn; `finality` says why. */
  isFinal: z.boolean().nullable(),
  finality: text,
});

export const routingItem = z.object({ isSplit: z.boolean(), paymentOrder: texts, warnings: texts });

export const limitationItem = z.object({
  lastSafeDay: text.nullable(),
  provisional: z.boolean(),
  employmentEndedOn: text.nullable(),
  events: z.array(
    z.object({
      seq: z.int(),
      kind: text,
      kindName: text,
      on: text,
      until: text.nullable(),
      evidence: text.nullable(),
    }),
  ),
  /** Each head with its own day. */
  heads: z.array(
    z.object({
      head: text,
      headName: text,
      lastSafeDay: text.nullable(),
      provisional: z.boolean(),
      explanation: texts,
      articles: texts,
      warnings: texts,
    }),
  ),
});

type Shown = {
  claims: z.infer<typeof claimItem>[];
  routing: z.infer<typeof routingItem>;
  limitation: z.infer<typeof limitationItem>;
};

type EvidenceOf = (entry: LedgerEntry) => string | null;

export function presentLaw(dispute: DisputeDetail, pack: RulePack, evidenceOf: EvidenceOf): Shown {
  const { routes, isSplit, paymentOrder, warnings } = routesOf(dispute);
  const award = awardOf(dispute, pack);
  return {
    claims: dispute.claims.map(({ facts, working, ...claim }, index) => {
      const { path, pathName, article, reason } = routes.find(({ head }) => head === claim.head) ?? NO_ROUTE;
      const item = typeof award === 'string' ? undefined : award.items[index];
      return {
        ...claim,
        headName: wordOf(claim.head),
        amount: formatYuan(claim.amount),
        facts: facts as Record<string, unknown> | null,
        kinds: kindsFor(claim.head),
        working: working && { ...working, amount: formatYuan(working.amount) },
        route: { path, pathName, article, reason },
        isFinal: item?.isFinal ?? null,
        finality: item?.reason ?? String(award),
      };
    }),
    routing: { isSplit, paymentOrder, warnings },
    limitation: limitationShown(dispute, pack, evidenceOf),
  };
}

const NO_ROUTE = { path: '', pathName: '', article: '', reason: '' };

/** With one worker whose birth is known, the retirement age decides too; of the two for women, the later one. */
function routesOf({ claims, parties, snapshot }: DisputeDetail): Routes {
  const [worker, ...others] = parties.filter(({ side }) => side === 'worker');
  const { bornOn, gender } = others.length === 0 && worker ? worker : { bornOn: null, gender: null };
  return route({
    heads: [...new Set(claims.map(({ head }) => head))],
    on: snapshot.receivedOn,
    worker: workerKindOf(worker?.kind),
    ...(bornOn && gender ? { birth: { bornOn, track: latestTrackOf(gender) } } : {}),
  });
}

/** A group is sorted by its first worker; an unknown kind is an employee, for whom the law is strictest. */
function workerKindOf(kind: string | null | undefined) {
  return kind === 'platform' || kind === 'service' || kind === 'past-retirement' ? kind : 'employee';
}

/** The sentence of the refusal where the minimum wage of the place and day is not known. */
function awardOf({ claims, snapshot }: DisputeDetail, pack: RulePack): FinalAward | string {
  try {
    const items = claims.map(({ head, amount }) => ({ head, amount: formatYuan(amount) }));
    return finalAward({ items, place: snapshot.district, on: snapshot.receivedOn }, pack);
  } catch (error) {
    if (error instanceof Refusal) return sayRefusal(error.code, error.facts);
    throw error;
  }
}

function limitationShown(
  { snapshot }: DisputeDetail,
  pack: RulePack,
  evidenceOf: EvidenceOf,
): Shown['limitation'] {
  const { heads, employmentEndedOn, limitation } = snapshot;
  const { events } = limitation;
  const all =
    events.length === 0 ? [] : caseLimitation({ heads, endedOn: employmentEndedOn, events }, pack).heads;
  return {
    lastSafeDay: limitation.lastSafeDay,
    provisional: limitation.provisional,
    employmentEndedOn,
    events: events.map((entry) => {
      const { seq, kind, on, until } = entry;
      return { seq, kind, kindName: wordOf(kind), on, until, evidence: evidenceOf(entry) };
    }),
    heads: all.map(({ head, lastSafeDay, provisional, explanation, articles, warnings }) => {
      return { head, headName: wordOf(head), lastSafeDay, provisional, explanation, articles, warnings };
    }),
  };
}

const kindsFor = (head: Head): string[] =>
  claimKinds
    .filter((kind) => fitsHead(kind, head))
    .toSorted((a, b) => Number(kindHeads[b] === head) - Number(kindHeads[a] === head));
