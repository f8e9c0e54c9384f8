import { openAsBlob } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { joinSignals, ExpectedError } from '@personate/contracts';
import type { GenerationSpec } from '@personate/knowledge';
import { nameFailure } from './name-failure.ts';
import type { Placement } from './placement.ts';
import { qdrantAddress } from './qdrant-address.ts';
import type { QdrantConnection } from './qdrant-connection.ts';
import { QdrantFailure } from './qdrant-failure.ts';

export interface QdrantSnapshotsOptions {
  url: string;
  apiKey: string;
  connection: QdrantConnection;
  placement: Placement;
  /** Longest wait for making, fetching or restoring one. */
  timeoutMs: number;
}

export interface Snapshot {
  name: string;
  sizeBytes: number;
  createdAt: string | null;
}

/**
 * Backups of one generation, as Qdrant makes them. The records can project a generation anew without any: these
 * only spare the time. The client can neither fetch nor send one, so both go by HTTP.
 */
export class QdrantSnapshots {
  readonly #options: QdrantSnapshotsOptions;

  constructor(options: QdrantSnapshotsOptions) {
    this.#options = options;
  }

  async create(spec: GenerationSpec, signal: AbortSignal): Promise<Snapshot> {
    const { connection, timeoutMs } = this.#options;
    const collection_name = this.#collection(spec);
    const made = await connection.call(
      (api, init) => api.createSnapshot({ collection_name, wait: true }, init),
      // Twice would be two of them.
      { signal, timeoutMs, repeatable: false },
    );
    return toSnapshot(made);
  }

  async list(spec: GenerationSpec, signal: AbortSignal): Promise<Snapshot[]> {
    const collection_name = this.#collection(spec);
    const found = await this.#options.connection.call(
      (api, init) => api.listSnapshots({ collection_name }, init),
      { signal },
    );
    return found.map(toSnapshot);
  }

  async remove(spec: GenerationSpec, name: string, signal: AbortSignal): Promise<void> {
    const collection_name = this.#collection(spec);
    await this.#options.connection.call(
      (api, init) => api.deleteSnapshot({ collection_name, snapshot_name: name, wait: true }, init),
      { signal },
    );
  }

  /** The file is there whole or not at all. */
  async download(
    spec: GenerationSpec,
    input: { name: string; path: string; signal: AbortSignal },
  ): Promise<void> {
    const { name, path, signal } = input;
    const place = `${this.#collection(spec)}/snapshots/${encodeURIComponent(name)}`;
    const unfinished = `${path}.part`;
    try {
      await this.#request(place, {}, signal, async (response) => {
        await using file = await open(unfinished, 'w', 0o600);
        for await (const chunk of response.body ?? []) await file.write(chunk);
        await file.sync();
      });
      await rename(unfinished, path);
    } finally {
      await rm(unfinished, { force: true });
    }
  }

  /** After it, the generation's collection is what it was when the snapshot was made; made anew where it is gone. */
  async restore(spec: GenerationSpec, input: { path: string; signal: AbortSignal }): Promise<void> {
    const form = new FormData();
    form.append('snapshot', await openAsBlob(input.path), 'snapshot');
    const place = `${this.#collection(spec)}/snapshots/upload?priority=snapshot&wait=true`;
    await this.#request(place, { method: 'POST', body: form }, input.signal, async (response) => {
      await response.text();
    });
  }

  async #request(
    place: string,
    init: RequestInit,
    signal: AbortSignal,
    read: (response: Response) => Promise<void>,
  ): Promise<void> {
    const { url, apiKey, connection, timeoutMs } = this.#options;
    const address = qdrantAddress(url);
    const deadline = AbortSignal.timeout(timeoutMs);
    const { signal: either, release } = joinSignals(signal, deadline);
    try {
      const response = await fetch(
        `${address.url}:${address.port}${address.prefix ?? ''}/collections/${place}`,
        {
          ...init,
          // As in `QdrantConnection`.
          redirect: 'error',
          headers: { 'api-key': apiKey, 'accept-encoding': 'identity' },
          signal: either,
        },
      );
      if (!response.ok) throw await answered(response);
      await read(response);
    } catch (error) {
      signal.throwIfAborted();
      if (deadline.aborted) throw new QdrantFailure('timeout', connection.shown, '', error);
      const named = nameFailure(error);
      if (named === null) throw error;
      throw new QdrantFailure(named.name, connection.shown, named.detail, error);
    } finally {
      release();
    }
  }

  #collection(spec: GenerationSpec): string {
    const { placement } = this.#options;
    if (placement.tenant(spec) !== null)
      throw new ExpectedError(
        'unprocessable',
        'knowledge.snapshot-shared',
        'A snapshot of a shared collection would hold other personas too.',
        {
          fix: 'Export the persona’s knowledge, or snapshot the whole collection in Qdrant itself.',
        },
      );
    return placement.collection(spec);
  }
}

/** As the client would have thrown it. */
async function answered(response: Response): Promise<Error> {
  const text = await response.text();
  let data: unknown = text;
  try {
    data = JSON.parse(text);
  } catch {
    // A proxy's page: its status says enough.
  }
  return Object.assign(new Error(response.statusText), { status: response.status, data });
}

function toSnapshot(made: { name: string; size: number; creation_time?: string | null }): Snapshot {
  return { name: made.name, sizeBytes: made.size, createdAt: made.creation_time ?? null };
}
