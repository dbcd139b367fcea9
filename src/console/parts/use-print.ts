import { useEffect, useRef } from 'react';

/** Prints once what was asked for has come and is on the page; `done` once the dialogue is closed. */
export function usePrint(isReady: boolean, done: () => void): void {
  const after = useRef(done);
  after.current = done;
  useEffect(() => {
    if (!isReady) return;
    // The rows are painted first.
    const frame = requestAnimationFrame(() => {
      print();
      after.current();
    });
    return () => cancelAnimationFrame(frame);
  }, [isReady]);
}
