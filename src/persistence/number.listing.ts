/** Disputes by a person's number: the keyed hash is asked for, and what is found is compared with the number itself. */
import type { Day } from '../domain/day.ts';
import type { CaseId, DistrictCode, PartyId } from '../domain/ids.ts';
import { Party } from './dispute.entity.ts';
import { blindsOf, plainNumber } from './keys/blind-index.ts';
import { ringOf } from './keys/sealing-driver.ts';
import type { Em } from './orm.ts';

export type NumberAsked = { idNumber?: string | undefined; phone?: string | undefined };

type Found = {
  case: CaseId;
  receiptNumber: string;
  state: string;
  receivedOn: Day;
  party: PartyId;
  name: string;
};

const MOST = 100;

/** Newest first; those of districts the asker does not read are only counted. */
export async function findByNumber(
  em: Em,
  { idNumber, phone }: NumberAsked,
  districts: readonly DistrictCode[],
): Promise<{ items: Found[]; elsewhere: number }> {
  const [kind, given] =
    idNumber === undefined ? (['phone', phone] as const) : (['id-number', idNumber] as const);
  const blinds = blindsOf(ringOf(em.getDriver()), kind, [given]);
  const where = kind === 'phone' ? { phoneBlind: { $in: blinds } } : { idNumberBlind: { $in: blinds } };
  const number = plainNumber(kind, given);
  const parties = (await em.find(Party, where)).filter(
    (party) => plainNumber(kind, kind === 'phone' ? party.phone : party.idNumber) === number,
  );
  const rows = await em.execute<(Omit<Found, 'party' | 'name'> & { district: DistrictCode })[]>(
    `select c.id as case, d.receipt_number as "receiptNumber", c.state, c.opened_on::text as "receivedOn", c.district
     from case_record c join dispute d on d.id = c.id
     where c.id = any(string_to_array(?, ',')::uuid[]) order by c.opened_on desc, d.receipt_number desc`,
    [[...new Set(parties.map(({ disputeId }) => disputeId))].join(',')],
  );
  const own = rows.filter(({ district }) => districts.includes(district));
  const items = own.flatMap(({ district: _, ...row }) =>
    parties
      .filter(({ disputeId }) => disputeId === row.case)
      .map(({ id, name }) => ({ ...row, party: id, name })),
  );
  return { items: items.slice(0, MOST), elsewhere: rows.length - own.length };
}
