/** Where each station of a chain stands in its picture: columns by what it waits for, rows for those side by side. */
export type Waiting = { no: number; after: readonly number[] };
export type Place = { no: number; column: number; row: number };
export type Layout = {
  places: Place[];
  columns: number;
  rows: number;
  edges: { from: number; to: number }[];
};

/** The case itself, from which every chain starts. */
export const START = 0;

/** A station that waits for nothing comes after the case itself; a circle in what is waited for is cut where it closes. */
export function layOut(stations: readonly Waiting[]): Layout {
  const known = new Map(stations.map((one) => [one.no, one]));
  const before = ({ no, after }: Waiting) => after.filter((one) => one !== no && known.has(one));
  const columnOf = new Map<number, number>([[START, 0]]);
  const column = (no: number, on: ReadonlySet<number>): number => {
    const found = columnOf.get(no);
    if (found !== undefined) return found;
    const station = known.get(no);
    if (station === undefined || on.has(no)) return 0;
    const reached = 1 + Math.max(0, ...before(station).map((one) => column(one, new Set([...on, no]))));
    columnOf.set(no, reached);
    return reached;
  };
  for (const { no } of stations) column(no, new Set());
  const places: Place[] = [{ no: START, column: 0, row: 0 }];
  const rowOf = (no: number) => places.find((one) => one.no === no)?.row ?? 0;
  const columns = 1 + Math.max(0, ...columnOf.values());
  for (let at = 1; at < columns; at += 1) {
    const here = stations
      .filter(({ no }) => columnOf.get(no) === at)
      .map((one) => ({ no: one.no, height: mean(before(one).map(rowOf)) }))
      .sort((a, b) => a.height - b.height || a.no - b.no);
    for (const [row, { no }] of here.entries()) places.push({ no, column: at, row });
  }
  const edges = stations.flatMap((one) => {
    const from = before(one);
    return (from.length > 0 ? from : [START]).map((no) => ({ from: no, to: one.no }));
  });
  return { places, columns, rows: 1 + Math.max(...places.map(({ row }) => row)), edges };
}

const mean = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0) / Math.max(1, all.length);
