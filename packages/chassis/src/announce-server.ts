import { runningServerFile, type RunningServer } from '@personate/contracts';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Says in the data folder where this process answers, so that the command line finds it on any port.
 * @returns takes it back; what another process has written since stays.
 */
export async function announceServer(dataDir: string, url: string): Promise<() => Promise<void>> {
  const file = join(dataDir, runningServerFile);
  const server: RunningServer = { url, pid: process.pid };
  const text = `${JSON.stringify(server)}\n`;
  const half = `${file}.${process.pid}`;
  await writeFile(half, text, { mode: 0o600 });
  await rename(half, file);
  return async () => {
    const kept = await readFile(file, 'utf8').catch(() => null);
    if (kept === text) await rm(file, { force: true });
  };
}
