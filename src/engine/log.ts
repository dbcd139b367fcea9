import { DefaultLogger, Runtime } from '@temporalio/worker';
import { type DestinationStream, type Logger, pino } from 'pino';

/** Structured lines on stderr, without host or people: what must not be logged is cut off here as well. */
export function createLog(level: string, to: DestinationStream = pino.destination(2)): Logger {
  return pino(
    {
      level,
      base: null,
      redact: {
        paths: [
          '*.password',
          '*.phone',
          '*.idNumber',
          '*.name',
          '*.authorization',
          '*.cookie',
          '*.texts',
          '*.message',
        ],
        censor: '…',
      },
    },
    to,
  );
}

/**
 * The engine's own SDK writes only warnings, without what people wrote. Call once, before any worker. `metricsAddress`:
 * where it shows its figures. SIGUSR2 is left to `talkMoreOnSignal`.
 */
export function quietEngine(metricsAddress?: string): void {
  Runtime.install({
    logger: new DefaultLogger('WARN'),
    shutdownSignals: ['SIGINT', 'SIGTERM', 'SIGQUIT'],
    ...(metricsAddress === undefined
      ? {}
      : { telemetryOptions: { metrics: { prometheus: { bindAddress: metricsAddress } } } }),
  });
}

/** SIGUSR2 makes a running process talk at `debug`, the next one as before. */
export function talkMoreOnSignal(log: Logger): void {
  const usual = log.level;
  process.on('SIGUSR2', () => {
    log.level = log.level === usual ? 'debug' : usual;
    log.info({ level: log.level }, 'log level changed');
  });
}
