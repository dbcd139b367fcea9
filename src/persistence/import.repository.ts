/** Registers taken over: written down whole, then made into cases a chunk at a time; whoever dies, each line is done once. */
import { createHash, randomUUID } from 'node:crypto';
import { bestOf, type MediationNeeds, type MediatorCandidate } from '../domain/dispute/assignment.ts';
import { isCollective } from '../domain/dispute/group.ts';
import type { AccountId, CaseId, CommandId, PartyId } from '../domain/ids.ts';
import { Refusal } from '../domain/refusal.ts';
import { fingerprintOf } from './command.repository.ts';
import { takeIn } from './dispute.repository.ts';
import { type CaseToImport, Import, ImportLine, type LineProblem } from './import.entity.ts';
import { rankableMediators } from './mediator.repository.ts';
import type { Em } from './orm.ts';

/** A line either became a case to import or has problems. */
export type LineRead = { row: number; given: CaseToImport | null; problems: LineProblem[] };

/** In the caller's transaction. */
export function createImport(em: Em, made: Import, lines: readonly LineRead[]): void {
  em.create(Import, made);
  for (const { row, given, problems } of lines)
    em.create(ImportLine, {
      ...{ id: randomUUID(), importId: made.id, rowNo: row, problems, given },
      ...{ status: given === null ? 'refused' : 'pending', caseId: null, commandId: null },
    });
}

/** The import this request made before; refuses `command/key-reused` where it brought something else. */
export async function findImport(em: Em, commandId: CommandId, fingerprint: string): Promise<Import | null> {
  const made = await em.findOne(Import, { commandId });
  if (made !== null && made.fingerprint !== fingerprint) throw new Refusal('command/key-reused');
  return made;
}

/** So many imported cases may be on their way at once: people's own commands wait behind no more. */
const ON_THE_WAY = 100;

/**
 * Makes the next pending lines of one import into cases: their rows and their commands, which the relay sends. In the
 * caller's transaction; gives how many lines are dealt with, none where there are none or enough are on their way.
 */
export async function writeLines(em: Em, most: number, at: Date): Promise<number> {
  // One writer at a time, or two could each find that the case is not there yet.
  await em.execute('select pg_advisory_xact_lock(7007)');
  const [waiting] = await em.execute<{ n: number }[]>(
    `select count(*)::int as n from command where status = 'pending' and kind = 'import'`,
  );
  if ((waiting?.n ?? 0) >= ON_THE_WAY) return 0;
  const lines = await nextLines(em, most);
  const [first] = lines;
  if (first === undefined) return 0;
  const made = await em.findOneOrFail(Import, { id: first.importId });
  const there = await casesThere(em, lines);
  const assign = assigner(em, made);
  for (const line of lines) {
    const known = there.get(line.rowNo);
    if (known !== undefined) em.assign(line, { status: 'skipped', caseId: known, given: null });
    else await writeLine(em, made, line, assign, at);
  }
  return lines.length;
}

async function writeLine(
  em: Em,
  made: Import,
  line: ImportLine,
  assign: ReturnType<typeof assigner>,
  at: Date,
): Promise<void> {
  const { intake, receivedOn, pack, carried, texts } = line.given!;
  const id = commandIdOfLine(made.id, line.rowNo);
  const owner = carried.owner ?? (await assign(line.given!));
  const { caseId } = await takeIn(em, {
    ...{ id, intake, receivedOn, pack, by: made.actor, at },
    fingerprint: fingerprintOf(line.given!),
    imported: { on: made.onDay, carried: { ...carried, owner }, texts },
  });
  em.assign(line, { status: 'written', caseId, commandId: id, given: null });
}

/** What nobody can write down is refused with a sentence, so that the lines after it go on. */
export async function refuseNextLine(em: Em, problem: LineProblem): Promise<void> {
  for (const line of await nextLines(em, 1))
    em.assign(line, { status: 'refused', problems: [problem], given: null });
}

/** Of one import, the one that came first: cases of one sheet are not looked for among each other. */
async function nextLines(em: Em, most: number): Promise<ImportLine[]> {
  const [first] = await em.execute<{ id: string }[]>(
    `select i.id from import_line l join import i on i.id = l.import_id
     where l.status = 'pending' order by i.at, i.id limit 1`,
  );
  if (first === undefined) return [];
  const pending = { importId: first.id, status: 'pending' } as const;
  return em.find(ImportLine, pending, { orderBy: { rowNo: 'asc' }, limit: most });
}

/** The same line is the same command, whoever writes it. */
function commandIdOfLine(importId: string, row: number): CommandId {
  return createHash('sha256').update(`${importId}\0${row}`).digest('hex').slice(0, 40) as CommandId;
}

/**
 * By row, the case that is in the record already: of its district, under the same old number and of the same day or worker;
 * or the same worker against the same employer, received on the same day.
 */
async function casesThere(em: Em, lines: readonly ImportLine[]): Promise<Map<number, CaseId>> {
  const looked = lines.map(({ rowNo, given }) => ({
    row_no: rowNo,
    number: given!.intake.externalNumber ?? null,
    district: given!.intake.district,
    day: given!.receivedOn,
    workers: given!.intake.workers.map(({ name }) => name),
    employers: given!.intake.employers.map(({ name }) => name),
  }));
  const named = (alias: string, list: string) =>
    `name_key(${alias}.name) in (select name_key(v) from jsonb_array_elements_text(r.${list}) v)`;
  const rows = await em.execute<{ rowNo: number; case: CaseId }[]>(
    `select distinct on (r.row_no) r.row_no as "rowNo", c.id as case
     from jsonb_to_recordset(?::jsonb) r(row_no int, number text, district text, day date, workers jsonb, employers jsonb)
     join lateral (
       select d.id from dispute d join case_record k on k.id = d.id
       where d.external_number = r.number and k.district = r.district and (k.opened_on = r.day or exists (
         select 1 from party p where p.dispute_id = d.id and p.side = 'worker' and ${named('p', 'workers')}))
       union
       select w.dispute_id from party w join party e on e.dispute_id = w.dispute_id and e.side = 'employer'
         join case_record k on k.id = w.dispute_id
       where w.side = 'worker' and k.opened_on = r.day and ${named('w', 'workers')} and ${named('e', 'employers')}
     ) f on true
     join case_record c on c.id = f.id
     where not exists (select 1 from command m where m.case_id = c.id and m.kind = 'import' and m.status = 'refused')
     order by r.row_no, c.created_at`,
    [JSON.stringify(looked)],
  );
  return new Map(rows.map((row) => [row.rowNo, row.case]));
}

/** Chooses a mediator for open cases that name none, counting those it has just given away. */
function assigner(em: Em, { onDay }: Import): (given: CaseToImport) => Promise<AccountId | null> {
  const known = new Map<string, MediatorCandidate[]>();
  return async ({ intake: { district, claims, workers }, carried: { state } }) => {
    if (state === 'closed' || state === 'archived') return null;
    const candidates = known.get(district) ?? (await rankableMediators(em, { district, day: onDay }));
    known.set(district, candidates);
    const group = { workers: workers.map(({ name }) => name as string as PartyId) };
    const needs: MediationNeeds = {
      district,
      heads: claims.map(({ head }) => head),
      isCollective: isCollective(group),
    };
    const best = bestOf(candidates, needs);
    const counted = ({ account, openCases, ...one }: MediatorCandidate): MediatorCandidate => ({
      ...one,
      account,
      openCases: account === best ? openCases + 1 : openCases,
    });
    known.set(district, candidates.map(counted));
    return best;
  };
}
