const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** A moment as the clock on the wall here shows it. */
export const sayInstant = (at: string): string => clock.format(new Date(at));

export function Instant({ at }: { at: string | null }) {
  if (at === null) return null;
  return (
    <time dateTime={at} className="number" style={{ whiteSpace: 'nowrap' }}>
      {sayInstant(at)}
    </time>
  );
}
