import { pino, type Logger } from 'pino';

export type { Logger } from 'pino';

/** Members that never reach a log, wherever they stand. */
const secrets = ['authorization', 'cookie', 'apiKey', 'token', 'set-cookie'];

/**
 * JSON lines. To a file when one is given (and from `warn` on to standard error too), else to standard error:
 * standard output belongs to the program's own answer.
 */
export function openLogger(options: { level: string; file?: string; name: string }): Logger {
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
  return pino(
    {
      level,
      base: { service: options.name },
      redact: {
        paths: secrets.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`]),
        censor: '[redacted]',
      },
    },
    pino.multistream(targets as Parameters<typeof pino.multistream>[0]),
  );
}

/** Lines kept while they cannot be written; beyond it they are dropped. */
const keptBytes = 1024 * 1024;

/** A full disk or a closed pipe costs lines of the log: thrown, it would fail whoever logs. */
function destination(to: { dest: string | 2; append?: boolean; mkdir?: boolean }) {
  return pino.destination({ ...to, sync: true, maxLength: keptBytes }).on('error', () => undefined);
}
