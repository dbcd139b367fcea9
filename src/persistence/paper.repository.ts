/** Numbers of papers: without gaps, in the caller's transaction, so that a refused paper gives its number back. */
import type { Em } from './orm.ts';

/** The next number of a series in a year; holds the series until the transaction ends. */
export async function nextNumber(em: Em, series: string, year: number): Promise<number> {
  const [row] = await em.execute<{ last: number }[]>(
    `insert into paper_series (series, year, last) values (?, ?, 1)
     on conflict (series, year) do update set last = paper_series.last + 1 returning last`,
    [series, year],
  );
  return row!.last;
}
