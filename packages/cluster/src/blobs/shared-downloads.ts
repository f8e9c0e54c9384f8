interface Download {
  readonly path: Promise<string>;
  readonly abort: AbortController;
  /** How many wait for it. */
  waiting: number;
}

const noop = (): void => undefined;

/** Who asks for what is being fetched waits for the same download; it is given up once nobody waits any more. */
export class SharedDownloads {
  readonly #coming = new Map<string, Download>();

  async wait(
    blobId: string,
    fetch: (signal: AbortSignal) => Promise<string>,
    signal: AbortSignal | undefined,
  ): Promise<string> {
    signal?.throwIfAborted();
    const download = this.#coming.get(blobId) ?? this.#begin(blobId, fetch);
    download.waiting += 1;
    try {
      return await unlessAborted(download.path, signal);
    } finally {
      download.waiting -= 1;
      if (download.waiting === 0) await this.#end(blobId, download, signal?.reason);
    }
  }

  #begin(blobId: string, fetch: (signal: AbortSignal) => Promise<string>): Download {
    const abort = new AbortController();
    const download = { path: fetch(abort.signal), abort, waiting: 0 };
    this.#coming.set(blobId, download);
    return download;
  }

  /** Where it is there already, it stays. Otherwise nothing of it is left afterwards. */
  async #end(blobId: string, download: Download, reason: unknown): Promise<void> {
    if (this.#coming.get(blobId) === download) this.#coming.delete(blobId);
    download.abort.abort(reason);
    await download.path.then(noop, noop);
  }
}

async function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return promise;
  signal.throwIfAborted();
  let stop = noop;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason as Error);
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
