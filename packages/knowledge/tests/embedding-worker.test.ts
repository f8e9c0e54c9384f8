import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from '@jest/globals';
import { EmbeddingQueue } from '../src/embedding/embedding-queue.ts';
import { startEmbeddingWorker } from '../src/embedding/embedding-worker.ts';

const file = fileURLToPath(new URL('crashing-worker.mjs', import.meta.url));
const { signal } = new AbortController();
const opened: EmbeddingQueue[] = [];

function openQueue(timeoutMs = 20_000): EmbeddingQueue {
  const queue = new EmbeddingQueue({
    start: () => startEmbeddingWorker(file, { timeoutMs }),
    threads: 1,
    dimensions: 2,
    batchSize: 2,
    capacity: 100,
  });
  opened.push(queue);
  return queue;
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((queue) => queue.close()));
});

describe('a thread that embeds', () => {
  it('gives each text its own vector, in order, over several batches', async () => {
    const vectors = await openQueue().embed(['a', 'bbb', 'cc', 'dddd', 'e'], false, signal);
    expect(vectors.map((v) => [...v])).toEqual([
      [1, 1],
      [3, 1],
      [2, 1],
      [4, 1],
      [1, 1],
    ]);
  });

  it('that dies is replaced: the batch fails, the next one does not', async () => {
    const queue = openQueue();
    await expect(queue.embed(['die'], false, signal)).rejects.toMatchObject({
      code: 'embedding.failed',
    });
    const [vector] = await queue.embed(['four'], false, signal);
    expect([...(vector ?? [])]).toEqual([4, 1]);
  });

  it('that refuses a batch is kept', async () => {
    const queue = openQueue();
    await expect(queue.embed(['refuse'], false, signal)).rejects.toMatchObject({
      code: 'embedding.failed',
    });
    await expect(queue.embed(['ok'], false, signal)).resolves.toHaveLength(1);
  });

  it('that hangs is ended by its time-out', async () => {
    const queue = openQueue(300);
    await expect(queue.embed(['hang'], false, signal)).rejects.toMatchObject({
      code: 'embedding.failed',
    });
  });
});
