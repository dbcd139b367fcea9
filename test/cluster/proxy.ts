/** A proxy before several APIs, in turn. A request that an API dies over is sent again, as it was, to the next one. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE_MS = 60_000;

export type Balancer = {
  url: string;
  /** Methods of requests that were sent again after an API had taken them. */
  sentAgain: string[];
  /** By port, how many requests were answered. */
  answered: Map<number, number>;
  /** Resolves the moment that a POST has been handed to this port. */
  posting(port: number): Promise<void>;
  close(): void;
};

export async function openProxy(ports: readonly number[]): Promise<Balancer> {
  let turn = 0;
  const sentAgain: string[] = [];
  const answered = new Map(ports.map((port) => [port, 0]));
  const waiting = new Map<number, () => void>();
  async function pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = await buffer(incoming);
    for (const until = Date.now() + PATIENCE_MS; Date.now() < until; ) {
      const port = ports[turn++ % ports.length]!;
      try {
        const asking = ask(port, incoming, body);
        if (incoming.method === 'POST') waiting.get(port)?.();
        const answer = await asking;
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers).end(answer.body);
        answered.set(port, answered.get(port)! + 1);
        return;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ECONNREFUSED') sentAgain.push(incoming.method ?? '');
        await pause(20);
      }
    }
    outgoing.writeHead(502).end();
  }
  const server = createServer((incoming, outgoing) => void pass(incoming, outgoing)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sentAgain,
    answered,
    posting: (port) => new Promise((resolve) => waiting.set(port, resolve)),
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function ask(port: number, { method, url, headers }: IncomingMessage, body: Buffer) {
  const asked = request({ host: '127.0.0.1', port, method, path: url, headers, agent: false });
  asked.end(body);
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  return { statusCode: answer.statusCode, headers: answer.headers, body: await buffer(answer) };
}
