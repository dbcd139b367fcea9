/** The two sides as papers name them, and who signs for whom. */
import type { Day } from '../src/domain/day.ts';
import type { PartyId } from '../src/domain/ids.ts';
import { isIdNumber } from '../src/domain/numbers.ts';
import type { EmployerParty, Signatory, WorkerParty } from '../src/papers/facts.ts';
import type { KnownEmployer, KnownWorker } from '../src/papers/notice-facts.ts';
import { briefOf } from '../src/papers/parties.ts';
import type { Party } from '../src/persistence/dispute.entity.ts';
import { agreementWords, partyWords } from '../templates/zh-CN/paper-words.ts';
import { type CaseRead, onRecord, said } from './read-dispute.ts';

const { authority: authorityWords, employerRoles, genders, units } = partyWords;

export function knownWorker(party: Party): KnownWorker {
  const idNumber = said(party.idNumber);
  const born = bornIn(idNumber);
  return {
    name: party.name,
    ...onRecord({
      gender: party.gender ?? born?.gender,
      bornOn: party.bornOn ?? born?.bornOn,
      idKind: said(party.details.idKind),
      idNumber,
      address: said(party.address),
      phone: said(party.phone),
      agent: agentOf(party),
    }),
  };
}

/** What is not on record is a blank without its fact: the paper refuses it by name. */
export function wholeWorker(party: Party): WorkerParty {
  const unknown = { gender: '' as '男', bornOn: '' as Day, idNumber: '', address: '', phone: '' };
  return { ...unknown, ...knownWorker(party) };
}

export function knownEmployer(party: Party): KnownEmployer {
  const { representative, representativeTitle } = party;
  return {
    name: party.name,
    ...onRecord({
      role: (employerRoles as Readonly<Record<string, string>>)[party.kind ?? ''],
      creditCode: said(party.creditCode),
      address: said(party.address),
      representative: said(representative),
      representativeTitle: said(representativeTitle),
      phone: said(party.phone),
      agent: agentOf(party),
    }),
  };
}

export function wholeEmployer(party: Party): EmployerParty {
  const unknown = { creditCode: '', address: '', representative: '', representativeTitle: '', phone: '' };
  return { ...unknown, ...knownEmployer(party) };
}

/** GB 11643: places 7 to 14 are the birthday, an odd place 17 is a man's. */
function bornIn(id: string): { bornOn: Day; gender: '男' | '女' } | undefined {
  if (!isIdNumber(id)) return undefined;
  const bornOn = `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}` as Day;
  return { bornOn, gender: Number(id[16]) % 2 === 1 ? genders.man : genders.woman };
}

function agentOf({ agent }: Party): WorkerParty['agent'] {
  if (!agent) return undefined;
  const { name, occupation, scope } = agent;
  return { name, occupation, authority: authorityWords[scope] };
}

/** 张三等12人. */
export const workersInBrief = (parties: readonly Party[]): string => briefOf(parties, units.worker) ?? '';
export const employersInBrief = (parties: readonly Party[]): string => briefOf(parties, units.employer) ?? '';

export function partiesOf({ workers, employers }: CaseRead, ids: readonly PartyId[]): Party[] {
  return [...workers, ...employers].filter(({ id }) => ids.includes(id));
}

export const representativesIn = (read: CaseRead): Party[] => partiesOf(read, read.state.representatives);

/** Who signs what binds: elected representatives for their group, an agent with a special authority, else the party itself. */
export function workerSignatories(
  read: CaseRead,
  workers: readonly Party[] = read.members,
  consents: string = agreementWords.consents,
): Signatory[] {
  const elected = representativesIn(read).filter(({ id }) => workers.some((one) => one.id === id));
  if (elected.length === 0 || workers.length < 2) return workers.map(signatoryOf);
  const party = workersInBrief(workers);
  return elected.map(({ name }) => ({
    side: 'worker',
    party,
    signer: name,
    authority: 'representative',
    consents,
  }));
}

export const signatoriesOf = (read: CaseRead): Signatory[] => [
  ...workerSignatories(read),
  ...read.respondents.map(signatoryOf),
];

export function signatoryOf({ side, name, agent, representative }: Party): Signatory {
  if (agent?.scope === 'special') return { side, party: name, signer: agent.name, authority: 'agent' };
  if (side === 'worker') return { side, party: name, signer: name, authority: 'self' };
  return { side, party: name, signer: said(representative), authority: 'legal-representative' };
}
