/** Claims worked out by law from the facts of a case, kept with their working. */
import type { DisputeEvent, DisputeState } from '../src/domain/dispute/state.ts';
import { parseYuan } from '../src/domain/money.ts';
import { Refusal } from '../src/domain/refusal.ts';
import { type ClaimKind, claim } from '../src/law/claims/claim.ts';
import { fitsHead } from '../src/law/claims/kind-heads.ts';
import { Claim, ClaimWorking } from '../src/persistence/dispute.entity.ts';
import type { InHand } from './issue-papers.ts';

/** For the events that ask it; refuses what `claim` refuses, `claim/not-of-this-head`. */
export async function workOutClaims(inHand: InHand): Promise<void> {
  const event = inHand.event as DisputeEvent;
  if (event.kind === 'claim-facts-recorded') await keepFacts(inHand, event.facts.no);
  if (event.kind === 'claims-computed') event.facts.lines = await computeLines(inHand);
}

async function keepFacts({ em, before, texts, pack }: InHand, no: number): Promise<void> {
  const facts = readFacts(texts.facts);
  const { kind } = claim(facts, pack);
  const { id, heads } = before as DisputeState;
  const head = heads[no - 1] ?? 'other';
  if (!fitsHead(kind as ClaimKind, head)) throw new Refusal('claim/not-of-this-head', { kind, head });
  await em.nativeUpdate(Claim, { disputeId: id, no }, { facts });
}

type Lines = Extract<DisputeEvent, { kind: 'claims-computed' }>['facts']['lines'];

async function computeLines({ em, before, event, pack }: InHand): Promise<Lines> {
  const rows = await em.find(
    Claim,
    { disputeId: before.id, facts: { $ne: null } },
    { orderBy: { no: 'asc' } },
  );
  return rows.map(({ no, facts }) => {
    const input = facts as object;
    const { kind, amount: yuan, steps, articles, warnings } = claim(input, pack);
    const amount = parseYuan(yuan);
    const working = { kind, input, amount, steps, articles, warnings, pack: pack.id };
    em.create(ClaimWorking, { disputeId: before.id, seq: event.seq, no, ...working });
    return { no, kind, amount };
  });
}

function readFacts(text: unknown): object {
  try {
    const facts: unknown = JSON.parse(String(text));
    if (typeof facts === 'object' && facts !== null) return facts;
  } catch {
    // falls through: not JSON
  }
  throw new Refusal('claim/wrong-field', { field: 'facts', expected: 'JSON' });
}
