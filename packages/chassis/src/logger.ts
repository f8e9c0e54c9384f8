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
          stream: pino.destination({ dest: options.file, append: true, mkdir: true, sync: true }),
          level,
        },
        {
          stream: pino.destination({ dest: 2, sync: true }),
          level: level === 'silent' ? level : 'warn',
        },
      ]
    : [{ stream: pino.destination({ dest: 2, sync: true }), level }];
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
