/** Copies the pieces of a backup into their tables, one table after the other. */
import { Refusal } from '../../domain/refusal.ts';
import { quoted } from './catalogue.ts';
import type { CopySession } from './copy-session.ts';
import type { Manifest } from './manifest.ts';
import type { TakePiece } from './read-backup.ts';

type Loading = {
  table: string;
  write(content: Buffer): Promise<void>;
  end(): Promise<number>;
};

export function createLoader(
  session: CopySession,
  manifest: Manifest,
  say: (table: string, rows: number) => void,
): { take: TakePiece; end(): Promise<void> } {
  let loading: Loading | null = null;
  const keptOf = new Map(manifest.tables.map((kept) => [kept.name, kept]));

  async function end(): Promise<void> {
    if (loading === null) return;
    const { table } = loading;
    const rows = await loading.end();
    loading = null;
    if (rows !== keptOf.get(table)?.rows) throw new Refusal('backup/changed', { where: table });
    say(table, rows);
  }

  return {
    end,
    async take(table, content) {
      if (loading?.table !== table) {
        await end();
        const kept = keptOf.get(table);
        // Once loaded a table is closed: its pieces stand together in the file.
        if (kept === undefined) throw new Refusal('backup/changed', { where: table });
        loading = begin(session, table, kept.columns);
      }
      await loading.write(content);
    },
  };
}

function begin(session: CopySession, table: string, columns: string[]): Loading {
  const list = columns.map(quoted).join(', ');
  const stream = session.copyIn(`copy ${quoted(table)} (${list}) from stdin (format binary)`);
  // PostgreSQL may say no in the middle, when nothing more is taken or answered.
  const refused = new Promise<never>((_, reject) => void stream.once('error', reject));
  refused.catch(() => undefined);
  const orRefused = <T>(run: (resolve: (value: T) => void) => void) =>
    Promise.race([new Promise<T>(run), refused]);
  return {
    table,
    write: (content) => orRefused<void>((resolve) => void stream.write(content, () => resolve())),
    end: () => orRefused<number>((resolve) => void stream.end(() => resolve(stream.rowCount))),
  };
}
