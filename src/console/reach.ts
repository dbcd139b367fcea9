/** Whether the server answers. Where it does not, it is asked until it does, and then everything shown is read anew. */
import { useSyncExternalStore } from 'react';

const AGAIN_MS = 3000;
let isUp = true;
const watchers = new Set<() => void>();

export function noteReach(up: boolean): void {
  if (up === isUp) return;
  isUp = up;
  for (const tell of watchers) tell();
  if (!up) setTimeout(() => void knock(), AGAIN_MS);
}

async function knock(): Promise<void> {
  const { ok } = await fetch('/healthz', { cache: 'no-store' }).catch(() => ({ ok: false }));
  if (ok) noteReach(true);
  else setTimeout(() => void knock(), AGAIN_MS);
}

const watch = (tell: () => void) => {
  watchers.add(tell);
  return () => void watchers.delete(tell);
};

export const useIsReached = (): boolean => useSyncExternalStore(watch, () => isUp);
