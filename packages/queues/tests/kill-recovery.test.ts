import { expect, it, jest } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@personate/records';
import { bundleProgram, fillDataDir } from '@personate/records/testing';
import { evolvePersona, openQueues, queueSearchPath } from '../src/index.ts';

// It starts a process of its own.
jest.setTimeout(120_000);

it('a job whose process was killed is done by the next one', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'personate-queues-'));
  await fillDataDir(dataDir, false);
  const program = await bundleProgram(join(import.meta.dirname, 'support/hang-in-job.ts'));
  const child = spawn(process.execPath, [program, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'close');

  const database = await openDatabase({ kind: 'embedded', dataDir, migrate: false });
  const queues = await openQueues({
    kind: 'postgres-pool',
    pool: database.poolFor({ searchPath: queueSearchPath }),
    log: { warn: () => undefined, error: () => undefined },
    lockMs: 500,
  });
  try {
    expect((await queues.counts())['evolution']).toMatchObject({ active: 1 });
    const done: string[] = [];
    await queues.work(evolvePersona, async ({ personaId }) => void done.push(personaId));
    await queues.settled(AbortSignal.timeout(15_000));
    expect(done).toEqual(['mira']);
  } finally {
    await queues.close();
    await database.close();
    await rm(dataDir, { recursive: true, force: true });
  }
});
