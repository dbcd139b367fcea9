import axe from 'axe-core';
import type { Page } from 'playwright-core';

type Found = { passes: unknown[]; violations: { id: string; nodes: { html: string }[] }[] };

/** What axe finds wrong with a page as it stands, whatever is open over it. */
export async function faultsOf(page: Page): Promise<string[]> {
  // Evaluated from outside the page, so that its policy stays as it is.
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe.source);
  const { passes, violations } = (await page.evaluate('axe.run(document)')) as Found;
  expect(passes.length).toBeGreaterThan(10);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' ')}`);
}
