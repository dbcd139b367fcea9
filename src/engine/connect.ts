/** Connects to the engine the configuration names: an embedded server, a cluster with TLS, or one with an API key. */
import { readFileSync } from 'node:fs';
import { Client, Connection, type TLSConfig } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import type { Config } from '../config.ts';

type Engine = Pick<Config, 'temporalNamespace' | 'temporalApiKey' | 'temporalTls'> & {
  temporalAddress: string;
};

function optionsOf({ temporalAddress, temporalApiKey, temporalTls }: Engine) {
  return {
    address: temporalAddress,
    ...(temporalApiKey === undefined ? {} : { apiKey: temporalApiKey }),
    ...(temporalTls === false ? {} : { tls: tlsOf(temporalTls) }),
  };
}

/** Left to itself, the client waits up to two minutes before it tries again to reach an engine that was away for long. */
const patience = { 'grpc.initial_reconnect_backoff_ms': 500, 'grpc.max_reconnect_backoff_ms': 5000 };

function tlsOf({ certPath, keyPath, caPath }: Exclude<Config['temporalTls'], false>): TLSConfig {
  return {
    ...(caPath ? { serverRootCACertificate: readFileSync(caPath) } : {}),
    ...(certPath && keyPath
      ? { clientCertPair: { crt: readFileSync(certPath), key: readFileSync(keyPath) } }
      : {}),
  };
}

export async function connectClient(engine: Engine): Promise<Client> {
  const connection = await Connection.connect({
    ...optionsOf(engine),
    channelArgs: patience,
    connectTimeout: '20s',
  }).catch(() => {
    throw new Error(
      `连不上 Temporal（${engine.temporalAddress}）；请检查 TEMPORAL_ADDRESS 和网络，确认服务器在运行。`,
    );
  });
  return new Client({ connection, namespace: engine.temporalNamespace });
}

/** For a server that answers while the engine is away, too: connects at the first question, and again whenever it was lost. */
export function reachClient(engine: Engine): Client {
  const connection = Connection.lazy({ ...optionsOf(engine), channelArgs: patience });
  return new Client({ connection, namespace: engine.temporalNamespace });
}

export async function connectWorker(engine: Engine): Promise<NativeConnection> {
  return NativeConnection.connect(optionsOf(engine));
}
