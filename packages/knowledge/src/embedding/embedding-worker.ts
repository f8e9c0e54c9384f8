import { once } from 'node:events';
import { SHARE_ENV, Worker } from 'node:worker_threads';

/** One thread that embeds one batch at a time. */
export interface EmbeddingWorker {
  /** @returns the vectors of all texts, end to end; rejects when the thread dies, hangs or refuses. */
  embed(texts: readonly string[]): Promise<Float32Array>;
  /** False once the thread is gone; a dead worker is replaced, never revived. */
  readonly alive: boolean;
  /** Settles with null when the model loaded, else with what kept it from loading; only of workers that tell. */
  readonly loaded: Promise<string | null>;
  terminate(): Promise<void>;
}

interface Reply {
  ready?: boolean;
  id?: number;
  vectors?: ArrayBuffer;
  error?: string;
}

/** The batch made the model fail, the thread lives on: the same batch would fail again. */
export class RefusedBatch extends Error {}

/**
 * @param file path of the worker's JavaScript file
 * @param timeoutMs how long one batch (with loading the model, for the first) may take before the thread is ended
 */
export function startEmbeddingWorker(
  file: string,
  options: {
    timeoutMs: number;
    workerData?: unknown;
    /** The thread closes itself when it is asked to; ending it from outside is not safe. */
    closesItself?: boolean;
  },
): EmbeddingWorker {
  // No flags of ours are for the worker: Jest's and tsx's loaders would only slow it down. The environment is the
  // process's own, not a copy: a native library reads that one.
  const worker = new Worker(file, {
    execArgv: [],
    env: SHARE_ENV,
    workerData: options.workerData,
  });
  const closesItself = options.closesItself ?? false;
  let alive = true;
  let nextId = 1;
  let tellLoaded: (why: string | null) => void = () => undefined;
  const loaded = new Promise<string | null>((resolve) => (tellLoaded = resolve));
  let waiting:
    | { id: number; resolve: (v: Float32Array) => void; reject: (e: Error) => void }
    | undefined;

  const fail = (error: Error): void => {
    alive = false;
    tellLoaded(error.message);
    waiting?.reject(error);
    waiting = undefined;
  };
  worker.on('error', fail);
  worker.on('exit', (code) => fail(new Error(`the embedding thread ended with code ${code}`)));
  worker.on('message', (reply: Reply) => {
    if (reply.ready !== undefined)
      tellLoaded(reply.ready ? null : (reply.error ?? 'it did not load'));
    if (waiting === undefined || reply.id !== waiting.id) return;
    const { resolve, reject } = waiting;
    waiting = undefined;
    if (reply.vectors === undefined) reject(new RefusedBatch(reply.error ?? 'no vectors'));
    else resolve(new Float32Array(reply.vectors));
  });
  // An idle thread keeps no process alive, one that tells whether it loaded does until then: somebody may wait
  // for nothing else. After the listeners: adding one takes the reference again.
  if (closesItself) void loaded.then(() => worker.unref());
  else worker.unref();

  return {
    loaded,
    get alive() {
      return alive;
    },
    async embed(texts) {
      if (!alive) throw new Error('the embedding thread is gone');
      const id = nextId++;
      worker.ref();
      const timer = setTimeout(() => {
        fail(new Error(`the embedding thread did not answer within ${options.timeoutMs} ms`));
        if (!closesItself) void worker.terminate();
      }, options.timeoutMs);
      try {
        return await new Promise<Float32Array>((resolve, reject) => {
          waiting = { id, resolve, reject };
          worker.postMessage({ id, texts });
        });
      } finally {
        clearTimeout(timer);
        worker.unref();
      }
    },
    async terminate() {
      const gone = !alive;
      fail(new Error('the embedder was closed'));
      if (!closesItself) await worker.terminate();
      else if (!gone) {
        // That it is closed settles `loaded`, which gives the reference back: this one has to come after it.
        await loaded;
        worker.ref();
        const exited = once(worker, 'exit');
        worker.postMessage({ close: true });
        await exited;
      }
    },
  };
}
