/** Chance that gives the same every time: the same seed throws the same dice. */
export type Dice = {
  /** From 0 up to 1, which it never is. */
  roll(): number;
  /** A whole number, both ends included. */
  between(least: number, most: number): number;
  pick<T>(all: readonly T[]): T;
  chance(part: number): boolean;
};

/** mulberry32, started from the letters of `seed`. */
export function diceOf(seed: string): Dice {
  let state = 0x9e3779b9;
  for (const letter of seed) state = Math.imul(state ^ letter.codePointAt(0)!, 0x85ebca6b) >>> 0;
  const roll = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (least: number, most: number) => least + Math.floor(roll() * (most - least + 1));
  return {
    roll,
    between,
    pick: (all) => all[between(0, all.length - 1)]!,
    chance: (part) => roll() < part,
  };
}
