import { ExpectedError } from '@personate/contracts';
import { RefusedBatch, type EmbeddingWorker } from './embedding-worker.ts';

interface Task {
  texts: readonly string[];
  vectors: Float32Array[];
  next: number;
  inFlight: number;
  reject: (error: unknown) => void;
  resolve: (vectors: Float32Array[]) => void;
  settled: boolean;
}

export interface EmbeddingQueueOptions {
  start: () => EmbeddingWorker;
  threads: number;
  dimensions: number;
  /** Texts handed to a thread at a time: a question waits for at most one such batch. */
  batchSize: number;
  /** Texts that may wait; more are refused. */
  capacity: number;
}

/** Questions first, then bulk in order of arrival; a thread that dies is replaced once per batch. */
export class EmbeddingQueue {
  readonly #options: EmbeddingQueueOptions;
  readonly #workers: Array<EmbeddingWorker | undefined>;
  readonly #busy: boolean[];
  readonly #urgent: Task[] = [];
  readonly #bulk: Task[] = [];
  #waitingTexts = 0;
  #closed = false;

  constructor(options: EmbeddingQueueOptions) {
    this.#options = options;
    this.#workers = Array.from({ length: options.threads }, () => options.start());
    this.#busy = this.#workers.map(() => false);
  }

  embed(texts: readonly string[], urgent: boolean, signal: AbortSignal): Promise<Float32Array[]> {
    signal.throwIfAborted();
    if (this.#closed) throw embeddingFailed('The embedder is closed.');
    if (texts.length === 0) return Promise.resolve([]);
    if (this.#waitingTexts + texts.length > this.#options.capacity)
      throw new ExpectedError(
        'unavailable',
        'embedding.busy',
        `More than ${this.#options.capacity} texts wait to be embedded.`,
        { fix: 'Try again in a minute, or embed in smaller batches.' },
      );
    return new Promise((resolve, reject) => {
      const task: Task = {
        texts,
        vectors: [],
        next: 0,
        inFlight: 0,
        settled: false,
        resolve,
        reject,
      };
      const abort = (): void => this.#settle(task, () => reject(signal.reason));
      signal.addEventListener('abort', abort, { once: true });
      task.resolve = (vectors) => {
        signal.removeEventListener('abort', abort);
        resolve(vectors);
      };
      task.reject = (error) => {
        signal.removeEventListener('abort', abort);
        reject(error);
      };
      this.#waitingTexts += texts.length;
      (urgent ? this.#urgent : this.#bulk).push(task);
      this.#dispatch();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const task of [...this.#urgent, ...this.#bulk])
      this.#settle(task, () => task.reject(embeddingFailed('The embedder was closed.')));
    await Promise.all(this.#workers.flatMap((worker) => worker?.terminate() ?? []));
  }

  #dispatch(): void {
    for (let slot = 0; slot < this.#busy.length; slot++) {
      if (this.#busy[slot] === true) continue;
      const task = this.#urgent.find(hasMore) ?? this.#bulk.find(hasMore);
      if (task === undefined) return;
      void this.#run(slot, task);
    }
  }

  async #run(slot: number, task: Task): Promise<void> {
    const from = task.next;
    const batch = task.texts.slice(from, from + this.#options.batchSize);
    task.next += batch.length;
    task.inFlight += 1;
    this.#busy[slot] = true;
    try {
      const vectors = await this.#embedBatch(slot, batch);
      const { dimensions } = this.#options;
      for (let i = 0; i < batch.length; i++)
        task.vectors[from + i] = vectors.slice(i * dimensions, (i + 1) * dimensions);
      task.inFlight -= 1;
      if (task.inFlight === 0 && !hasMore(task))
        this.#settle(task, () => task.resolve(task.vectors));
    } catch (error) {
      this.#settle(task, () =>
        task.reject(embeddingFailed('The text could not be embedded.', error)),
      );
    } finally {
      this.#busy[slot] = false;
      this.#dispatch();
    }
  }

  async #embedBatch(slot: number, batch: readonly string[]): Promise<Float32Array> {
    for (let attempt = 1; ; attempt++) {
      if (this.#closed) throw new Error('closed');
      let worker = this.#workers[slot];
      if (worker?.alive !== true) worker = this.#workers[slot] = this.#options.start();
      try {
        return await worker.embed(batch);
      } catch (error) {
        if (attempt === 2 || this.#closed || error instanceof RefusedBatch) throw error;
      }
    }
  }

  #settle(task: Task, tell: () => void): void {
    if (task.settled) return;
    task.settled = true;
    this.#waitingTexts -= task.texts.length;
    for (const queue of [this.#urgent, this.#bulk]) {
      const at = queue.indexOf(task);
      if (at >= 0) queue.splice(at, 1);
    }
    tell();
  }
}

const hasMore = (task: Task): boolean => !task.settled && task.next < task.texts.length;

function embeddingFailed(message: string, cause?: unknown): ExpectedError {
  return new ExpectedError('unavailable', 'embedding.failed', message, {
    fix: 'Try again; if it lasts, restart the service and look at its log.',
    ...(cause === undefined ? {} : { cause }),
  });
}
