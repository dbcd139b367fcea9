/** A thread that draws: a paper's facts come in, its file goes back. */
import { parentPort, workerData } from 'node:worker_threads';
import { drawFrozen, type Frozen, openDrawingFonts } from '../../../activities/draw-frozen.ts';

const { fontDir } = workerData as { fontDir?: string };
openDrawingFonts(fontDir);

parentPort?.on('message', ({ no, paper }: { no: number; paper: Frozen }) => {
  drawFrozen(paper).then(
    (drawn) => parentPort?.postMessage({ no, drawn }),
    (error: unknown) =>
      parentPort?.postMessage({ no, error: error instanceof Error ? error.message : String(error) }),
  );
});
