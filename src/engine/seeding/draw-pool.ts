/** Draws papers beside the record: in threads, so that the next act is not held up. */
import { Worker } from 'node:worker_threads';
import type { DrawnFile, Frozen } from '../../../activities/draw-frozen.ts';

type Answer = { no: number; drawn?: DrawnFile; error?: string };

export type DrawPool = { draw(paper: Frozen): Promise<DrawnFile>; end(): Promise<void> };

export function openDrawPool(threads: number, fontDir: string | undefined): DrawPool {
  const waiting = new Map<number, PromiseWithResolvers<DrawnFile>>();
  const refuse = (error: Error) => {
    for (const one of waiting.values()) one.reject(error);
    waiting.clear();
  };
  const workers = Array.from({ length: threads }, () => {
    const worker = new Worker(new URL('./draw-thread.ts', import.meta.url), { workerData: { fontDir } });
    worker.on('message', ({ no, drawn, error }: Answer) => {
      const one = waiting.get(no);
      waiting.delete(no);
      if (drawn === undefined) one?.reject(new Error(error));
      // A thread hands bytes over as a plain array of them.
      else one?.resolve({ ...drawn, pdf: Buffer.from(drawn.pdf) });
    });
    worker.on('error', refuse);
    return worker;
  });
  let last = 0;
  return {
    draw({ kind, facts, pictures = new Map() }) {
      last += 1;
      const no = last;
      const answer = Promise.withResolvers<DrawnFile>();
      waiting.set(no, answer);
      workers[no % threads]!.postMessage({ no, paper: { kind, facts, pictures } });
      return answer.promise;
    },
    async end() {
      await Promise.all(workers.map(async (worker) => worker.terminate()));
    },
  };
}
