import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import getPort from 'get-port';

/** One that decides alone, and soon: watches a primary under the name `main`, and promotes its replica. */
export async function startSentinel(primaryUrl: string) {
  const folder = await mkdtemp(join(tmpdir(), 'personate-sentinel-'));
  const port = await getPort({ host: '127.0.0.1' });
  const file = join(folder, 'sentinel.conf');
  const lines = [
    `port ${port}`,
    'bind 127.0.0.1',
    `dir ${folder}`,
    `sentinel monitor main 127.0.0.1 ${new URL(primaryUrl).port} 1`,
    'sentinel down-after-milliseconds main 1000',
    'sentinel failover-timeout main 10000',
  ];
  await writeFile(file, `${lines.join('\n')}\n`);
  const child = spawn('redis-server', [file, '--sentinel'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const said = createInterface({ input: child.stdout });
  const line = (part: string): Promise<void> =>
    new Promise((resolve, reject) => {
      said.on('line', (one) => {
        if (one.includes(part)) resolve();
      });
      child.once('close', () => reject(new Error(`the sentinel ended before it said ${part}`)));
    });
  const knowsReplica = line('+slave ');
  await line('+monitor');
  return {
    url: `redis+sentinel://127.0.0.1:${port}/main`,
    /** Without one it could promote nobody. */
    knowsReplica,
    async stop() {
      knowsReplica.catch(() => undefined);
      child.kill();
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
