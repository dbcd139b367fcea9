/** What each list holds of the walled city: whoever reaches a row finds it there, in JSON, CSV and workbook alike. */
import ExcelJS from 'exceljs';
import type { AnyRoute } from '../../src/api/route.ts';
import type { Wall } from '../../src/domain/walls.ts';
import type { Caller } from './caller.ts';
import type { Thing, WalledCity } from './walled-city.ts';

export type ListAim = {
  path: string;
  /** The things whose ids its rows bear in this field. */
  field: string;
  things: readonly Thing[];
  /** Behind which each of them stands. */
  wall: Wall;
};

export const isList = ({ query }: AnyRoute) =>
  query !== undefined && 'format' in (query as { shape?: object }).shape!;

/** Throws for a list it does not know: say here what its rows are. */
export function listOf({ path }: AnyRoute, built: WalledCity): ListAim[] {
  const { cases, incoming, drafts, imports, mediators, broken, notices } = built;
  const at = (field: string, things: readonly Thing[], wall: Wall): ListAim[] => [
    { path: `/api${path}`, field, things, wall },
  ];
  const of = (id: string, lists: ListAim[]) =>
    lists.map((one) => ({ ...one, path: one.path.replace(':id', id) }));
  switch (path) {
    case '/disputes':
      return at('id', cases, 'dispute.read');
    case '/referrals':
      return at('id', [...cases.map(({ referral }) => referral), ...incoming], 'referral.read');
    case '/tasks':
      // Of a case its district has tasks; of a letter also the body it was sent to.
      return at('case', [...cases, ...cases.map(({ referral }) => referral)], 'task.read');
    case '/drafts':
      return at('id', drafts, 'draft.keep');
    case '/imports':
      return at('id', imports, 'import.read');
    case '/mediators':
      return at('id', mediators, 'mediator.read');
    case '/accounts':
      return at('id', [...mediators, ...built.accounts], 'account.read');
    case '/service-keys':
      return at('id', built.serviceKeys, 'service-key.read');
    case '/notices':
      return at('id', notices, 'notice.own');
    case '/break-glass':
      return at('id', broken, 'break-glass.read');
    case '/readings':
      return at('case', cases, 'reading.read');
    case '/disputes/:id/readings':
      return cases.flatMap((one) => of(one.id, at('case', [one], 'reading.read')));
    case '/disputes/:id/evidence':
      return cases.flatMap(({ id, evidence }) => of(id, at('id', [evidence], 'evidence.read')));
    case '/city/events':
      return at('id', built.registered, 'city-event.read');
    case '/figures':
    case '/figures/breakdown':
    case '/caseload':
      // Sums: the cases they are of are the next lists.
      return [];
    case '/stuck':
      return at('id', cases, 'figure.read');
    case '/requests':
      // Nobody in this city has asked for anything to be put right.
      return [];
    case '/figures/cases':
      return at('id', cases, 'figure.read');
    case '/imports/:id/lines':
      // Its rows are lines of one import; who may read that is who may read them.
      return [];
    default:
      throw new Error(`the walk does not know what ${path} lists: add it here`);
  }
}

type Row = Record<string, unknown>;

export async function itemsOf(
  caller: Caller,
  path: string,
  query: string,
): Promise<{ items: Row[]; text: string }> {
  const { status, body, text } = await caller.get(`${path}?limit=500&${query}`);
  return { items: status === 200 ? (body.items as Row[]) : [], text };
}

/** The same list as tables: their texts, and how many rows stand below the header. */
export async function tablesOf(
  caller: Caller,
  path: string,
  query: string,
): Promise<{ text: string; rows: number }[]> {
  const csv = await caller.get(`${path}?format=csv&${query}`);
  if (csv.status !== 200) return [];
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await caller.bytes(`${path}?format=xlsx&${query}`)) as never);
  const texts = book.worksheets.flatMap((sheet) =>
    (sheet.getSheetValues() as unknown[][])
      .filter((row) => row !== undefined)
      .map((row) => JSON.stringify(row)),
  );
  return [
    { text: csv.text, rows: csv.text.trimEnd().split('\r\n').length - 1 },
    { text: texts.join('\n'), rows: texts.length - 1 },
  ];
}
