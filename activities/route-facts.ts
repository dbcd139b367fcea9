/** Where the heads of a case may be brought, as papers that end a mediation tell it. */
import type { DisputeState } from '../src/domain/dispute/state.ts';
import { allowsPaymentOrder } from '../src/law/heads.ts';
import { latestTrackOf } from '../src/law/retirement.ts';
import { type Routes, route } from '../src/law/route.ts';
import type { Path } from '../src/papers/notice-facts.ts';
import type { Onward } from '../src/papers/termination-facts.ts';
import type { Party } from '../src/persistence/dispute.entity.ts';
import { claimWords } from '../templates/zh-CN/claim-words.ts';
import { claimLineWords, onwardWords, partyWords } from '../templates/zh-CN/paper-words.ts';
import { type CaseRead, say } from './read-dispute.ts';
import { knownWorker } from './side-facts.ts';

type Kind = keyof typeof partyWords.workerKinds;
type Way = { head: string; kind: Kind; path: Routes['routes'][number]['path'] };

/** Each head once; twice where workers of different kinds ask for it and the law parts their ways. */
export function onwardOf(read: CaseRead): Onward[] {
  const ways = waysOf(read);
  return ways.map(({ head, kind, path }) => {
    const isParted = ways.filter((one) => one.head === head).length > 1;
    const name = isParted ? say(claimLineWords.ofKind, { head, kind: partyWords.workerKinds[kind] }) : head;
    return { head: name, ...onwardWords[path] };
  });
}

/** The kinds of ways the heads take, and inspection where pay is owed in a labour relation. */
export function pathsOf(read: CaseRead): Path[] {
  const ways = new Set(waysOf(read).map(({ path }) => path));
  const isInspected =
    ways.has('authority') || (read.state.isLabourRelation && read.state.heads.some(allowsPaymentOrder));
  return [
    ...(ways.has('arbitration') ? [{ kind: 'arbitration' } as const] : []),
    ...(ways.has('court') ? [{ kind: 'court' } as const] : []),
    ...(isInspected ? [{ kind: 'inspection' } as const] : []),
  ];
}

/** Without a labour relation only who asks on a platform to have one found goes to arbitration; the rest is a contract's. */
export function isArbitrable({ isLabourRelation, heads, kinds }: DisputeState): boolean {
  return (
    isLabourRelation || (heads.includes('confirm-relation') && Object.values(kinds).includes('platform'))
  );
}

function waysOf({ claims, members, state }: CaseRead): Way[] {
  const heads = [...new Set(claims.map(({ head }) => head))];
  const [only, ...others] = members;
  const { bornOn, gender } = only !== undefined && others.length === 0 ? knownWorker(only) : {};
  // Of one worker whose birth is known the retirement age decides too; of the two for women, the later one.
  const birth = bornOn && gender ? { birth: { bornOn, track: latestTrackOf(gender) } } : {};
  const routes = new Map(
    [...new Set(members.map(kindOf))].map((worker) => [
      worker,
      route({ heads, on: state.receivedOn, worker, ...birth }).routes,
    ]),
  );
  const ways = new Map<string, Way>();
  for (const { head, party } of claims)
    for (const kind of new Set(members.filter(({ id }) => !party || party === id).map(kindOf))) {
      const way = routes.get(kind)?.find((one) => one.head === head);
      const key = `${head}/${way?.path}`;
      if (way !== undefined && !ways.has(key))
        ways.set(key, { head: claimWords[head], kind, path: way.path });
    }
  return [...ways.values()];
}

/** An unknown kind is an employee, for whom the law is strictest. */
function kindOf({ kind }: Party): Kind {
  return kind === 'platform' || kind === 'service' || kind === 'past-retirement' ? kind : 'employee';
}
