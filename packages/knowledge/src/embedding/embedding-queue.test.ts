import { describe, expect, it } from '@jest/globals';
import { EmbeddingQueue } from './embedding-queue.ts';
import type { EmbeddingWorker } from './embedding-worker.ts';

/** A worker whose batches finish when the test says so. */
function scriptedWorker() {
  const batches: Array<{ texts: readonly string[]; finish: () => void; die: () => void }> = [];
  let starts = 0;
  const start = (): EmbeddingWorker => {
    starts += 1;
    let alive = true;
    return {
      loaded: Promise.resolve(null),
      get alive() {
        return alive;
      },
      embed: (texts) =>
        new Promise((resolve, reject) => {
          batches.push({
            texts,
            finish: () => resolve(Float32Array.from(texts, (text) => text.length)),
            die: () => {
              alive = false;
              reject(new Error('died'));
            },
          });
        }),
      terminate: async () => {
        alive = false;
      },
    };
  };
  return { start, batches, starts: () => starts };
}

function open(script: ReturnType<typeof scriptedWorker>, capacity = 100): EmbeddingQueue {
  return new EmbeddingQueue({
    start: script.start,
    threads: 1,
    dimensions: 1,
    batchSize: 2,
    capacity,
  });
}

const tick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const { signal } = new AbortController();

describe('EmbeddingQueue', () => {
  it('lets a question go before the rest of a bulk', async () => {
    const script = scriptedWorker();
    const queue = open(script);
    const bulk = queue.embed(['b1', 'b2', 'b3', 'b4'], false, signal);
    const question = queue.embed(['question'], true, signal);
    for (let i = 0; i < 3; i++) {
      script.batches[i]?.finish();
      await tick();
    }
    expect(script.batches.map((batch) => batch.texts)).toEqual([
      ['b1', 'b2'],
      ['question'],
      ['b3', 'b4'],
    ]);
    await expect(question).resolves.toEqual([Float32Array.of(8)]);
    await expect(bulk).resolves.toHaveLength(4);
  });

  it('gives a batch to a new thread once when its thread dies', async () => {
    const script = scriptedWorker();
    const queue = open(script);
    const embedded = queue.embed(['text'], false, signal);
    script.batches[0]?.die();
    await tick();
    script.batches[1]?.finish();
    await expect(embedded).resolves.toEqual([Float32Array.of(4)]);
    expect(script.starts()).toBe(2);
  });

  it('gives up a batch that killed two threads, and serves the next one', async () => {
    const script = scriptedWorker();
    const queue = open(script);
    const poison = queue.embed(['poison'], false, signal);
    const good = queue.embed(['good'], false, signal);
    script.batches[0]?.die();
    await tick();
    script.batches[1]?.die();
    await expect(poison).rejects.toMatchObject({ code: 'embedding.failed', retryable: true });
    await tick();
    script.batches[2]?.finish();
    await expect(good).resolves.toHaveLength(1);
  });

  it('embeds no further text of a call that was aborted', async () => {
    const script = scriptedWorker();
    const queue = open(script);
    const controller = new AbortController();
    const aborted = queue.embed(['a', 'b', 'c'], false, controller.signal);
    controller.abort(new Error('gone'));
    await expect(aborted).rejects.toThrow('gone');
    script.batches[0]?.finish();
    await tick();
    expect(script.batches).toHaveLength(1);
  });

  it('refuses what exceeds its capacity, and takes it when there is room again', async () => {
    const script = scriptedWorker();
    const queue = open(script, 2);
    const first = queue.embed(['a', 'b'], false, signal);
    expect(() => queue.embed(['c'], true, signal)).toThrow(
      expect.objectContaining({ code: 'embedding.busy' }),
    );
    script.batches[0]?.finish();
    await first;
    const second = queue.embed(['c'], true, signal);
    script.batches[1]?.finish();
    await expect(second).resolves.toHaveLength(1);
  });

  it('fails what still waits when it is closed', async () => {
    const script = scriptedWorker();
    const queue = open(script);
    const waiting = queue.embed(['a'], false, signal);
    const closing = queue.close();
    await expect(waiting).rejects.toMatchObject({ code: 'embedding.failed' });
    await closing;
    await expect(async () => queue.embed(['b'], false, signal)).rejects.toMatchObject({
      code: 'embedding.failed',
    });
  });
});
