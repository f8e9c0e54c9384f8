import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { startServer, type Server } from '../../tests/harness/server.ts';

export interface TimedStart extends AsyncDisposable {
  server: Server;
  /** From spawning the process until it says where the console is. */
  readyMs: number;
  residentMb(): Promise<number>;
  /** The most that was ever resident; NaN where the system does not tell. */
  peakMb(): Promise<number>;
  stop(): Promise<void>;
}

const run = promisify(execFile);

/** The built service, as `npm start` runs it once install and build are done. */
export async function startTimed(
  dataDir: string,
  env: Record<string, string> = {},
): Promise<TimedStart> {
  const beganAt = performance.now();
  const server = await startServer({
    dataDir,
    built: true,
    startMs: 600_000,
    env: { PERSONATE_RATE_LIMIT: '1000000', ...env },
  });
  const readyMs = performance.now() - beganAt;
  const pid = String(server.process.pid);
  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopped ??= server.stop());
  return {
    server,
    readyMs,
    stop,
    async residentMb() {
      const { stdout } = await run('ps', ['-o', 'rss=', '-p', pid]);
      return Number(stdout) / 1_024;
    },
    async peakMb() {
      const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
      return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? Number.NaN) / 1_024;
    },
    [Symbol.asyncDispose]: stop,
  };
}
