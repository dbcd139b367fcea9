/** The linkage chain 联动: a plan of stations, each of them one referral, side by side or in turn. */

import type { Order } from '../case.ts';
import { decision } from '../case.ts';
import { Refusal } from '../refusal.ts';
import { among, type CommandOf, type DisputeAsked } from './commands.ts';
import type { DisputeDecision } from './decisions.ts';
import type { PlannedStation, Station } from './parts.ts';
import type { DisputeState } from './state.ts';

const kinds = ['plan-chain', 'skip-station', 'refer', 'hear-referral'] as const;
export const isOfChain = among(kinds);

export function decideChain(
  state: DisputeState,
  command: CommandOf<(typeof kinds)[number]>,
): DisputeDecision {
  const { order } = command;
  switch (command.kind) {
    case 'plan-chain': {
      const { stations, hasReason } = command.asked;
      if (state.chain.length > 0 && !hasReason) throw new Refusal('chain/reason-missing');
      checkPlan(state.chain, stations);
      return decision('chain-planned', order, { stations });
    }
    case 'skip-station': {
      const station = stationOf(state, command.asked.no);
      if (station.status !== 'planned' && station.status !== 'came-back')
        throw new Refusal('chain/station-used', { no: station.no });
      return decision('station-skipped', order, command.asked);
    }
    case 'refer':
      checkReferring(state, command.asked, order);
      return decision('referral-opened', order, command.asked);
    case 'hear-referral': {
      const { referral } = command.asked;
      if (!state.referrals.some(({ id }) => id === referral))
        throw new Refusal('referral/unknown', { referral });
      return decision('referral-heard', order, command.asked);
    }
  }
}

/** Also of a referral that a failed mediation opens in the same step. */
export function checkReferring(
  state: DisputeState,
  { body, station: no }: DisputeAsked<'refer'>,
  order: Order,
): void {
  if (body === order.by.body) throw new Refusal('referral/to-own-body');
  if (no === undefined) return;
  const station = stationOf(state, no);
  if (station.body !== body) throw new Refusal('chain/other-body', { no, body: station.body });
  if (station.status !== 'planned' && station.status !== 'came-back')
    throw new Refusal('chain/station-used', { no });
  const waits = waitsFor(state.chain, station);
  if (waits.length > 0) throw new Refusal('chain/station-waits', { no, waits: waits.map(String) });
}

const isOver = ({ status }: Station) => status === 'done' || status === 'skipped' || status === 'came-back';

/** The stations that must be over before this one's turn. */
export function waitsFor(chain: readonly Station[], { after }: Pick<Station, 'after'>): number[] {
  return after.filter((no) => !chain.some((one) => one.no === no && isOver(one)));
}

function stationOf({ chain }: DisputeState, no: number): Station {
  const station = chain.find((one) => one.no === no);
  if (station === undefined) throw new Refusal('chain/unknown-station', { no, last: chain.length });
  return station;
}

/** Numbered from one, each after earlier ones only; a station that has been used stays as it was. */
function checkPlan(before: readonly Station[], stations: readonly PlannedStation[]): void {
  for (const [index, { no, after }] of stations.entries()) {
    const isInOrder = no === index + 1 && after.every((one) => one >= 1 && one < no);
    if (!isInOrder) throw new Refusal('chain/bad-order', { no });
  }
  for (const used of before.filter(({ status }) => status !== 'planned'))
    if (stations.find(({ no }) => no === used.no)?.body !== used.body)
      throw new Refusal('chain/station-used', { no: used.no });
}
