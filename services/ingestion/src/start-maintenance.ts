import type { Logger } from '@personate/chassis';
import type { BlobStore, Database, Repositories } from '@personate/records';

export interface MaintenanceDeps {
  database: Pick<Database, 'maintain'>;
  /** Of the knowledge stores. */
  maintainStores(signal: AbortSignal): Promise<void>;
  ingestions: Pick<Repositories['ingestions'], 'listUnfinished'>;
  common: Pick<Repositories['common'], 'blobs'>;
  blobs: Pick<BlobStore, 'sweep'>;
  log: Pick<Logger, 'warn'>;
}

const everyMs = 10 * 60_000;
/** An upload that an inspection kept can be used for an hour; what is older and wanted by no ingestion goes. */
const uploadKeptMs = 2 * 3_600_000;

/** What a server's own daemons would do: vacuum, and sweep uploads that nobody came back for. */
export function startMaintenance(deps: MaintenanceDeps): { close(): Promise<void> } {
  async function maintain(): Promise<void> {
    await deps.database.maintain();
    await deps.maintainStores(AbortSignal.timeout(everyMs));
    const waiting = await deps.ingestions.listUnfinished();
    const keep = new Set([
      ...waiting.flatMap(({ blobId }) => (blobId === null ? [] : [blobId])),
      ...(await deps.common.blobs()),
    ]);
    await deps.blobs.sweep({ olderThan: new Date(Date.now() - uploadKeptMs), keep });
  }
  const timer = setInterval(
    () =>
      void maintain().catch((error: unknown) =>
        deps.log.warn({ err: error }, 'maintenance failed'),
      ),
    everyMs,
  );
  return { close: async () => clearInterval(timer) };
}
