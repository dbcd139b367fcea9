/** A day and how far it is, in colour and in words. */
export function daysUntil(day: string, today: string): number {
  return Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
}

/** Today in Nanyang, whatever the browser's zone. */
export const todayHere = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

const SOON = 3;

/** Late, or so near that it is done before the rest. */
export const isPressing = (on: string): boolean => daysUntil(on, todayHere()) <= SOON;

export function sayDays(left: number): string {
  if (left < 0) return `已超期 ${-left} 天`;
  if (left === 0) return '今天到期';
  return `还有 ${left} 天`;
}

/** `isShort`: how far alone; `isStacked`: the one above the other, for a column of a list. */
export function Due({
  on,
  isShort = false,
  isStacked = false,
}: {
  on: string | null;
  isShort?: boolean;
  isStacked?: boolean;
}) {
  if (on === null) return null;
  const left = daysUntil(on, todayHere());
  const tone = left < 0 ? 'late' : left <= SOON ? 'soon' : 'calm';
  return (
    <span className="number">
      {!isShort && !isStacked && `${on} `}
      <span className={tone}>{sayDays(left)}</span>
      {isStacked && <span className="muted stacked">{on}</span>}
    </span>
  );
}
