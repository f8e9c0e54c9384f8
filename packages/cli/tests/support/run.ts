import { Readable, Writable, type PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { runPersonate, readSettings, type ExitCode, type Io } from '../../src/index.ts';

export interface Ran {
  exitCode: ExitCode;
  out: string;
  err: string;
  /** Standard output, parsed: fails unless it is exactly one JSON value. */
  json(): unknown;
}

export interface RunOptions {
  url?: string;
  env?: Record<string, string>;
  /** Lines typed or piped in. */
  input?: string | PassThrough;
  terminal?: boolean;
  cwd?: string;
  root?: string;
  /** Called with how to press Ctrl-C once somebody can be told of it. */
  onInterruptible?: (press: () => void) => void;
}

/** One run of the command, its streams kept. */
export async function run(argv: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const out = collector(options.terminal);
  const err = collector(options.terminal);
  const { input = '', cwd = '/nowhere', root = '/nowhere' } = options;
  const stdin: Io['stdin'] = typeof input === 'string' ? Readable.from([input]) : input;
  if (options.terminal === true) stdin.isTTY = true;
  const exitCode = await runPersonate(argv, {
    stdin,
    stdout: out.stream,
    stderr: err.stream,
    settings: readSettings({
      ...(options.url === undefined ? {} : { PERSONATE_URL: options.url }),
      PERSONATE_API_KEY: 'test-key',
      ...options.env,
    }),
    cwd,
    root,
    moveProgram: [fileURLToPath(new URL('./fake-move.mjs', import.meta.url))],
    version: '1.2.3',
    nodeVersion: '20.19.0',
    interrupts: interrupts(options.onInterruptible),
  });
  return {
    exitCode,
    out: out.text(),
    err: err.text(),
    json: () => JSON.parse(out.text()) as unknown,
  };
}

function interrupts(onInterruptible: RunOptions['onInterruptible']): Io['interrupts'] {
  const handlers: Array<() => void> = [];
  return {
    subscribe(handler) {
      handlers.push(handler);
      onInterruptible?.(() => handlers.at(-1)?.());
      return () => void handlers.splice(handlers.lastIndexOf(handler), 1);
    },
  };
}

function collector(terminal: boolean | undefined) {
  const pieces: string[] = [];
  const stream: Io['stdout'] = new Writable({
    write(piece: Buffer, _encoding, done) {
      pieces.push(piece.toString('utf8'));
      done();
    },
  });
  if (terminal === true) Object.assign(stream, { isTTY: true, columns: 100 });
  return { stream, text: () => pieces.join('') };
}
