import { runningServerFile, runningServerSchema } from '@personate/contracts';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the server that runs on this data folder answers; null when none does, or its file was left by a killed one. */
export async function findRunning(folder: string): Promise<string | null> {
  const text = await readFile(join(folder, runningServerFile), 'utf8').catch(() => null);
  if (text === null) return null;
  const server = runningServerSchema.safeParse(parsed(text));
  return server.success && isAlive(server.data.pid) ? server.data.url : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Another user's process is one all the same.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
