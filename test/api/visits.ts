/** How a test comes to a party's page: the slip is ordered at the window, and its code read off the paper. */
import { readPdf } from '../papers/read-pdf.ts';
import type { Caller } from './caller.ts';
import { Phone, type Seen } from './phone.ts';

type Side = 'worker' | 'employer';
type Slip = { number: string; code: string; party: string };

/** A fresh code for one party of a dispute. */
export async function aSlip(staff: Caller, dispute: string, side: Side, place = 0): Promise<Slip> {
  const read = async () => (await staff.get(`/api/disputes/${dispute}`)).body as unknown as Shown;
  const { parties, receiptNumber } = await read();
  const party = parties.filter((one) => one.side === side)[place]?.id ?? '';
  const given = await staff.post(`/api/disputes/${dispute}/give-check-code`, { party });
  if (given.status !== 200) throw new Error(`no code: ${given.status} ${given.text}`);
  const slips = (await read()).papers.filter(({ kind }) => kind === 'receipt-slip');
  const newest = slips.sort((a, b) => numberIn(b.number) - numberIn(a.number))[0];
  await staff.getSettled(newest?.file ?? '');
  const [page = ''] = (await readPdf(await staff.bytes(newest?.file ?? ''))).pages;
  return { number: receiptNumber, code: /查询码([0-9A-Z]{4}-[0-9A-Z]{4})/.exec(page)?.[1] ?? '', party };
}

type Shown = {
  receiptNumber: string;
  parties: { id: string; side: string }[];
  papers: { kind: string; number: string; file: string }[];
};

const numberIn = (text: string) => Number(/第(\d+)号/.exec(text)?.[1] ?? 0);

export const enter = (phone: Phone, { number, code }: Pick<Slip, 'number' | 'code'>): Promise<Seen> =>
  phone.fill('/follow', { receiptNumber: number, checkCode: code });

/** A phone on whose page the party's case is open. */
export async function aVisit(url: string, staff: Caller, dispute: string, side: Side): Promise<Phone> {
  const phone = new Phone(url);
  const seen = await enter(phone, await aSlip(staff, dispute, side));
  if (seen.status !== 200 || seen.path !== '/follow/case') throw new Error(`not in: ${seen.status}`);
  return phone;
}
