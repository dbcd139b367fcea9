/** What figures are counted from: each dispute with the events that count, up to a day. */
import type { Day } from '../domain/day.ts';
import { isCollective } from '../domain/dispute/group.ts';
import { FIRST_CONTACT } from '../domain/dispute/rules.ts';
import { courseOf, type Milestone, milestoneKinds } from '../domain/figure/course.ts';
import type { FigureCase, Period } from '../domain/figure/figures.ts';
import type { DistrictCode, PartyId } from '../domain/ids.ts';
import { workersOf } from './dispute.listing.ts';
import type { Em } from './orm.ts';

type Row = Omit<FigureCase, 'isCollective' | keyof ReturnType<typeof courseOf>> & {
  workers: PartyId[];
  milestones: Milestone[] | null;
};

/** A person by their number; without one by telephone and name; else by the one entry. */
const personKey = `coalesce(w.id_number_blind, w.phone_blind || ' ' || w.name, w.id::text)`;

/**
 * The disputes of these districts that may belong to a figure of the period: received by its day, and not closed before
 * it begins. Events of acts after the day are not read; a register's case brings days of its own in the one event it has.
 */
export async function figureCases(
  em: Em,
  { from, asOf }: Pick<Period, 'from' | 'asOf'>,
  districts: readonly DistrictCode[],
): Promise<FigureCase[]> {
  const rows = await em.execute<Row[]>(
    `select c.id, c.district, c.owner, d.channel, c.opened_on::text as "receivedOn", d.amount_fen::float8 as asked,
       array(select k.head from claim k where k.dispute_id = c.id order by k.no) as heads,
       array(select w.id::text from party w where w.dispute_id = c.id and w.side = 'worker') as workers,
       array(select ${personKey} ${workersOf('c')} order by w.no) as people,
       (select json_build_object('dueOn', k.due_on, 'endedOn', k.ended_on, 'outcome', k.outcome) from clock k
         where k.case_id = c.id and k.rule = ? and k.outcome is distinct from 'moved'
         order by k.started_on, k.id limit 1) as contact,
       (select json_agg(json_build_object('kind', e.kind, 'on', e.on_day, 'facts', e.event->'facts') order by e.seq)
         from case_event e where e.case_id = c.id and e.kind = any(?::text[])
           and (e.on_day <= ?::date or e.kind = 'dispute-imported')) as milestones
     from case_record c join dispute d on d.id = c.id
     where c.story = 'dispute' and c.seq > 0 and c.district in (?) and c.opened_on <= ?::date
       and (d.closed_on is null or d.closed_on >= least(?::date, ?::date))
     order by c.opened_on, c.id`,
    [FIRST_CONTACT, `{${milestoneKinds.join(',')}}`, asOf, [...districts, ''], asOf, from, asOf],
  );
  return rows.map((row) => figureCaseOf(row, asOf));
}

function figureCaseOf({ workers, milestones, ...row }: Row, asOf: Day): FigureCase {
  return { ...row, ...courseOf(milestones ?? [], asOf), isCollective: isCollective({ workers }) };
}

/** What districts and people are called, by their codes and ids. */
export async function namesOf(em: Em): Promise<Map<string, string>> {
  const rows = await em.execute<{ key: string; name: string }[]>(
    `select code as key, name from district union all
     select id::text, name from account where 'mediator' = any(roles) or exists (
       select 1 from case_record c where c.owner = account.id::text)`,
  );
  return new Map(rows.map(({ key, name }) => [key, name]));
}
