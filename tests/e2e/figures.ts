import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createGzip } from 'node:zlib';
import { docker } from './engine.ts';
import type { Compose } from './compose.ts';

/** From the start of a container until its service says that it runs, in ms; null where the log does not tell. */
export async function startMs(cluster: Compose, name: string): Promise<number | null> {
  const { State } = await cluster.inspect(name);
  const log = await docker(['logs', '--since', State.StartedAt, name], { both: true });
  for (const line of log.split('\n'))
    if (line.includes('"service runs"')) {
      const { time } = JSON.parse(line) as { time: number };
      return time - Date.parse(State.StartedAt);
    }
  return null;
}

/** As a registry would move it, near enough: the saved image, compressed. */
export async function compressedBytes(image: string): Promise<number> {
  const child = spawn('docker', ['save', image], { stdio: ['ignore', 'pipe', 'inherit'] });
  const gzip = child.stdout.pipe(createGzip({ level: 6 }));
  let bytes = 0;
  for await (const chunk of gzip) bytes += (chunk as Buffer).length;
  if (child.exitCode === null) await once(child, 'exit');
  if (child.exitCode !== 0) throw new Error(`docker save ${image} ended with ${child.exitCode}`);
  return bytes;
}
