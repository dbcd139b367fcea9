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

/** The engine's own SDK writes only warnings. Call once, before any worker. */
export function quietEngine(): void {
  Runtime.install({ logger: new DefaultLogger('WARN') });
}
