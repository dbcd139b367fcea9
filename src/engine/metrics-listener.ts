/** Shows a process's figures on a port of their own, apart from what the public reaches. */
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { Readiness } from '../persistence/readiness.ts';
import type { Metrics } from './metrics.ts';

export type Shown = {
  metrics: Metrics;
  host: string;
  port: number;
  /** Where the engine's SDK shows its own figures, host:port; they are added to ours. */
  sdkAddress?: string | undefined;
  /** Answers /readyz: for a process without an API. */
  ready?: () => Promise<Readiness>;
};

export type MetricsListener = { close(): void };

const SDK_PATIENCE_MS = 2000;

export async function showMetrics(shown: Shown): Promise<MetricsListener> {
  const { metrics, host, port, ready } = shown;
  const server = createServer((request, response) => {
    const path = request.url?.split('?')[0];
    const answer =
      path === '/metrics'
        ? figures(metrics, shown.sdkAddress).then((text) =>
            send(response, 200, metrics.registry.contentType, text),
          )
        : path === '/readyz' && ready !== undefined
          ? ready().then((parts) =>
              send(response, parts.ok ? 200 : 503, 'application/json', JSON.stringify(parts)),
            )
          : Promise.resolve(send(response, 404, 'text/plain', ''));
    answer.catch(() => send(response, 500, 'text/plain', ''));
  }).listen(port, host);
  await once(server, 'listening').catch((error: NodeJS.ErrnoException) => {
    throw new Error(
      `指标端口 ${host}:${port} 不能用（${error.code}）；请用 WANHE_METRICS_PORT 另选一个端口，或者设为 off。`,
    );
  });
  return {
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function figures({ registry }: Metrics, sdkAddress: string | undefined): Promise<string> {
  const own = registry.metrics();
  if (sdkAddress === undefined) return own;
  const signal = AbortSignal.timeout(SDK_PATIENCE_MS);
  const sdk = await fetch(`http://${sdkAddress}/metrics`, { signal }).then(
    (answer) => answer.text(),
    () => '',
  );
  return `${await own}\n${sdk}`;
}

function send(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, { 'content-type': type }).end(text);
}
