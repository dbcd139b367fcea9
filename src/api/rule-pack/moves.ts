/** Which open clocks a pack would move: what a preview shows, and which cases are then moved. */

import { type Day, daysBetween } from '../../domain/day.ts';
import { LIMITATION } from '../../domain/dispute/rules.ts';
import type { DisputeState } from '../../domain/dispute/state.ts';
import type { RefusalCode } from '../../domain/refusal.ts';
import { caseLimitation } from '../../law/case-limitation.ts';
import { movedClocks } from '../../law/moved-clocks.ts';
import type { RulePack } from '../../law/pack.ts';
import { listLawClocks, type OpenClockRow, snapshotsOf } from '../../persistence/open-clock.listing.ts';
import type { ApiDeps } from '../app.ts';
import { readPack } from './read-pack.ts';

export type Move = OpenClockRow & {
  before: Day;
  /** Null where the new pack refuses the clock; `refusal` says why. */
  after: Day | null;
  days: number;
  wasProvisional: boolean;
  isProvisional: boolean;
  refusal: RefusalCode | null;
};

/** Earliest first as the days stand today. */
export async function movesTo(deps: ApiDeps, pack: RulePack): Promise<Move[]> {
  const rows = await listLawClocks(deps.orm.em.fork(), pack.id);
  const isLimitation = ({ rule }: OpenClockRow) => rule === LIMITATION;
  const counted = await countedMoves(
    deps,
    pack,
    rows.filter((row) => !isLimitation(row)),
  );
  const ledgers = await ledgerMoves(deps, pack, rows.filter(isLimitation));
  return [...counted, ...ledgers].sort((a, b) => (a.before < b.before ? -1 : a.before > b.before ? 1 : 0));
}

async function countedMoves(deps: ApiDeps, pack: RulePack, rows: OpenClockRow[]): Promise<Move[]> {
  const keyOf = (row: OpenClockRow) => `${row.case}/${row.clock}`;
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  const moves: Move[] = [];
  for (const id of new Set(rows.map((row) => row.pack))) {
    const clocks = rows
      .filter((row) => row.pack === id)
      .map((row) => ({ id: keyOf(row), rule: row.rule, from: row.startedOn, dueOn: row.dueOn }));
    for (const { id: key, rule: _, ...moved } of movedClocks(clocks, await readPack(deps, id), pack)) {
      const row = byKey.get(key);
      if (row !== undefined) moves.push({ ...row, ...moved, refusal: moved.refusal ?? null });
    }
  }
  return moves;
}

/** The last safe day follows from a case's whole ledger, not from one rule. */
async function ledgerMoves(deps: ApiDeps, pack: RulePack, rows: OpenClockRow[]): Promise<Move[]> {
  if (rows.length === 0) return [];
  const states = await snapshotsOf(
    deps.orm.em.fork(),
    rows.map((row) => row.case),
  );
  return rows.flatMap((row) => {
    const state = states.get(row.case) as DisputeState | undefined;
    if (state === undefined) return [];
    const { heads, employmentEndedOn: endedOn, limitation } = state;
    const { first } = caseLimitation({ heads, endedOn, events: limitation.events }, pack);
    const after = first.lastSafeDay;
    if (after === null || (after === row.dueOn && first.provisional === row.provisional)) return [];
    return [
      {
        ...row,
        before: row.dueOn,
        after,
        days: daysBetween(row.dueOn, after),
        wasProvisional: row.provisional,
        isProvisional: first.provisional,
        refusal: null,
      },
    ];
  });
}
