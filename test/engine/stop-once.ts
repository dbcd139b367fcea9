import { removeHome } from './homes.ts';

/** Ends what start-once started, whether the suites passed or not. */
export default async function stopOnce(): Promise<void> {
  const engine = globalThis.wanheTestEngine;
  if (!engine) return;
  await Promise.all([engine.temporal.stop(), engine.postgres.stop()]);
  removeHome(engine.home);
}
