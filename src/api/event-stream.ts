/** An answer that goes on: `text/event-stream`, one whole state after another, until what is told of is over. */
import type { Response } from 'express';

/** The browser asks again after so long; proxies hear something at least so often. */
const AGAIN_MS = 2000;
const HEARTBEAT_MS = 15_000;

export class EventStream {
  readonly states: (gone: AbortSignal) => AsyncIterable<object>;

  constructor(states: (gone: AbortSignal) => AsyncIterable<object>) {
    this.states = states;
  }

  async send(response: Response): Promise<void> {
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    response.setHeader('Content-Type', 'text/event-stream');
    // Neither kept, nor compressed, nor collected on the way.
    response.setHeader('Cache-Control', 'no-store, no-transform');
    response.setHeader('X-Accel-Buffering', 'no');
    response.flushHeaders();
    response.write(`retry: ${AGAIN_MS}\n\n`);
    const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS);
    try {
      for await (const state of this.states(gone.signal))
        response.write(`data: ${JSON.stringify(state)}\n\n`);
    } finally {
      clearInterval(heartbeat);
      response.end();
    }
  }
}
