import { pino, type Logger } from 'pino';
import { toldError } from './telemetry/told-error.ts';
import type { Telemetry } from './telemetry/telemetry.ts';

export type { Logger } from 'pino';

/** Members that never reach a log, wherever they stand. */
const secrets = ['authorization', 'cookie', 'apiKey', 'token', 'set-cookie'];

/**
 * JSON lines. To a file when one is given (and from `warn` on to standard error too), else to standard error:
 * standard output belongs to the program's own answer.
 */
export function openLogger(options: {
  level: string;
  file?: string;
  name: string;
  /** What is under way where a line is logged, and what the lines are counted by. */
  telemetry?: Pick<Telemetry, 'ids' | 'metrics'>;
}): Logger {
  const { telemetry } = options;
  const level = options.level;
  const targets = options.file
    ? [
        {
          stream: destination({ dest: options.file, append: true, mkdir: true }),
          level,
        },
        {
          stream: destination({ dest: 2 }),
          level: level === 'silent' ? level : 'warn',
        },
      ]
    : [{ stream: destination({ dest: 2 }), level }];
  const root: Logger = pino(
    {
      level,
      base: { service: options.name },
      serializers: { err: toldError },
      mixin(_fields, levelNumber, logger) {
        if (telemetry === undefined) return {};
        const { ids, metrics } = telemetry;
        metrics.logLines.inc({ level: pino.levels.labels[levelNumber] ?? 'other' });
        const { requestId, ...others } = ids.current();
        // The web server's own loggers are children, and carry their request's id.
        return logger === root && requestId !== undefined ? { requestId, ...others } : others;
      },
      redact: {
        paths: secrets.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`]),
        censor: '[redacted]',
      },
    },
    pino.multistream(targets as Parameters<typeof pino.multistream>[0]),
  );
  return root;
}

/** Lines kept while they cannot be written; beyond it they are dropped. */
const keptBytes = 1024 * 1024;

/** A full disk or a closed pipe costs lines of the log: thrown, it would fail whoever logs. */
function destination(to: { dest: string | 2; append?: boolean; mkdir?: boolean }) {
  return pino.destination({ ...to, sync: true, maxLength: keptBytes }).on('error', () => undefined);
}
