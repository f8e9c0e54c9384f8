import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CliError } from './cli-error.ts';
import { exitCodes } from './exit-code.ts';
import { failureOf, tellFailure } from './failure.ts';
import type { Interrupts, Io } from './io.ts';
import { Output } from './output/output.ts';
import { runPersonate } from './run-personate.ts';
import { readSettings, type Settings } from './settings.ts';

const root = resolve(import.meta.dirname, '../../..');
const { version } = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
) as { version: string };

// `personate … | head` closes the pipe early.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(exitCodes.done);
    throw error;
  });
}

const settings = settingsOfHere();
if (settings !== undefined)
  process.exitCode = await runPersonate(process.argv.slice(2), io(settings));

function settingsOfHere(): Settings | undefined {
  try {
    loadEnvFile();
    return readSettings(process.env);
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    const streams = { stdout: process.stdout, stderr: process.stderr, settings: readSettings({}) };
    const json = process.argv.includes('--json');
    tellFailure(new Output(streams, { json }), failureOf(error));
    process.exitCode = error.exitCode;
    return undefined;
  }
}

/** Of the current folder, else the repository's, which the server reads; what the shell has set stays. */
function loadEnvFile(): void {
  const file = [join(process.cwd(), '.env'), join(root, '.env')].find(
    (path) => existsSync(path) && statSync(path).isFile(),
  );
  if (file === undefined) return;
  try {
    process.loadEnvFile(file);
  } catch (error) {
    throw new CliError('cli.env-unreadable', `${file} cannot be read.`, {
      fix: 'Give yourself the right to read it, or move it away.',
      cause: error,
    });
  }
}

function io(read: Settings): Io {
  return {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    settings: read,
    cwd: process.cwd(),
    root,
    moveProgram: [join(root, 'services/ingestion/dist/move/main.js')],
    version,
    nodeVersion: process.versions.node,
    interrupts: interrupts(),
  };
}

function interrupts(): Interrupts {
  const handlers: Array<() => void> = [];
  process.on('SIGINT', () => {
    const latest = handlers.at(-1);
    if (latest === undefined) process.exit(exitCodes.interrupted);
    latest();
  });
  return {
    subscribe(handler) {
      handlers.push(handler);
      return () => {
        const index = handlers.lastIndexOf(handler);
        if (index >= 0) handlers.splice(index, 1);
      };
    },
  };
}
