/** The numbers a restore cannot take back: what was given out after the moment of the backup. */
import type { CopySession } from './copy-session.ts';

/** `last`: the last number known to have been given; `restored`: the last in the backup. */
export type Numbers = { series: string; year: number; restored: number; last: number };

type Ask = CopySession['ask'];

export async function seriesOf(ask: Ask): Promise<Numbers[]> {
  return ask<Numbers>(
    'select series, year, last as restored, last from paper_series order by year desc, series collate "C"',
  );
}

/**
 * Where the database that is replaced still knew of later numbers they are passed over: a gap can be explained, a number
 * on two papers cannot.
 */
export async function raiseSeries(ask: Ask, given: readonly Numbers[]): Promise<Numbers[]> {
  const restored = await seriesOf(ask);
  for (const { series, year, last } of given)
    await ask(
      `insert into paper_series (series, year, last) values ($1, $2, $3)
       on conflict (series, year) do update set last = greatest(paper_series.last, excluded.last)`,
      [series, year, last],
    );
  const before = new Map(restored.map((one) => [`${one.series}/${one.year}`, one.restored]));
  const now = await seriesOf(ask);
  return now.map((one) => ({ ...one, restored: before.get(`${one.series}/${one.year}`) ?? 0 }));
}
