import fc from 'fast-check';
import { flow, type Item } from '../../src/papers/flow.ts';
import { AREA } from '../../src/papers/sheet.ts';

type Placed = { name: string; page: number; top: number; height: number };

/** Lays out items named by their index and tells where each came to stand. */
function lay(items: readonly Omit<Item, 'draw'>[]): { pages: number; placed: Placed[] } {
  const placed: Placed[] = [];
  let current = 0;
  const drawn = items.map(({ header, ...item }, index): Item => {
    const place = (name: string, height: number) => (top: number) =>
      void placed.push({ name, page: current, top, height });
    return {
      ...item,
      draw: place(String(index), item.height),
      ...(header ? { header: { ...header, draw: place('head', header.height) } } : {}),
    };
  });
  const pages = flow(drawn, (page) => {
    current = page;
    return AREA.top;
  });
  return { pages, placed };
}

const item = fc.record({
  height: fc.integer({ min: 1, max: 300 }),
  keep: fc.constantFrom(undefined, undefined, 'next' as const, 'group' as const),
  isSpace: fc.boolean(),
});

test('all is drawn once, in order, inside the area, and only space is left out', () => {
  fc.assert(
    fc.property(fc.array(item, { maxLength: 60 }), (items) => {
      const { pages, placed } = lay(items);
      const names = placed.map(({ name }) => Number(name));
      expect(names).toEqual(names.toSorted((a, b) => a - b));
      for (const [index, { isSpace }] of items.entries())
        if (!isSpace) expect(names.filter((name) => name === index)).toHaveLength(1);
      for (const { top, height } of placed) {
        expect(top).toBeGreaterThanOrEqual(AREA.top);
        expect(top + height).toBeLessThanOrEqual(AREA.top + AREA.height + 0.51);
      }
      const last = placed.at(-1)?.page ?? 1;
      expect(pages).toBe(last);
    }),
  );
});

test('a group that fits on a page is not divided', () => {
  const group = Array.from({ length: 4 }, () => ({ height: 150, keep: 'group' as const }));
  const { placed } = lay([{ height: 100 }, ...group.slice(0, 3), { height: 150 }]);
  expect(new Set(placed.slice(1).map(({ page }) => page))).toEqual(new Set([2]));
});

test('a group taller than a page flows, its pairs undivided', () => {
  const pairs = Array.from({ length: 10 }, () => [
    { height: 50, keep: 'next' as const },
    { height: 50, keep: 'group' as const },
  ]).flat();
  const { pages, placed } = lay([{ height: 100 }, ...pairs]);
  expect(pages).toBe(2);
  for (let index = 1; index < placed.length; index += 2)
    expect(placed[index]!.page).toBe(placed[index + 1]!.page);
});

test('space at the end opens no page, a head is repeated on each', () => {
  const header = { height: 20, draw: () => {} };
  const rows = Array.from({ length: 12 }, () => ({ height: 100, header }));
  const { pages, placed } = lay([...rows, { height: 200, isSpace: true }]);
  expect(pages).toBe(2);
  expect(placed.filter(({ name }) => name === 'head').map(({ page }) => page)).toEqual([1, 2]);
});
