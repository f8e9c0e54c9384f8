import { createReadStream } from 'node:fs';
import { join, resolve } from 'node:path';
import { ExpectedError } from '@personate/contracts';
import type { Config } from '@personate/chassis';
import { openBlobStore } from '@personate/cluster';
import {
  countMovable,
  FolderBlobStore,
  moveRecords,
  openMoveSource,
  openMoveTarget,
  openRepositories,
  requireMovableInto,
  type Database,
  type MovedRecords,
  type MoveRecordsInput,
} from '@personate/records';
import { migrateCluster } from '../migrate-cluster.ts';

export interface MoveInstallationInput extends Pick<
  MoveRecordsInput,
  'anew' | 'onProgress' | 'signal'
> {
  /** Says what would be moved, and changes nothing. */
  dryRun: boolean;
}

export interface MovedInstallation {
  dryRun: boolean;
  isResumed: boolean;
  /** In both databases, by count and by content. */
  tables: MovedRecords['tables'];
  uploads: { moved: number; missing: string[] };
}

/**
 * Takes the embedded installation in the data folder to the Postgres that `databaseUrl` names. The folder stays as it
 * is. The knowledge stores are not moved: ingestion fills those of the cluster from the vectors that are, when it starts.
 *
 * @throws ExpectedError `move.*`, `data.*`, `database.*`.
 */
export async function moveInstallation(
  config: Pick<
    Config,
    'dataDir' | 'databaseUrl' | 'uploadsDir' | 'uploadsBucket' | 'rolePasswordsDir' | 'knowledge'
  >,
  input: MoveInstallationInput,
): Promise<MovedInstallation> {
  const { databaseUrl = '', dataDir } = config;
  await using source = disposable(await openMoveSource(dataDir));
  if (input.dryRun) {
    await using target = disposable(await openMoveTarget(databaseUrl));
    await requireMovableInto(target.database);
    const tables = await countMovable({ source: source.database });
    const { wanted } = await uploadsOf(source.database, dataDir);
    return {
      dryRun: true,
      isResumed: false,
      tables,
      uploads: { moved: wanted.length, missing: [] },
    };
  }
  await migrateCluster(config);
  await using target = disposable(await openMoveTarget(databaseUrl));
  let uploads: MovedInstallation['uploads'] = { moved: 0, missing: [] };
  const { isResumed, tables } = await moveRecords(
    { source: source.database, target: target.database },
    {
      ...input,
      beside: async () => {
        uploads = await moveUploads(source.database, config, input.signal);
      },
    },
  );
  return { dryRun: false, isResumed, tables, uploads };
}

/** What waits to be ingested, and what common sets are made of. */
async function uploadsOf(database: Database, dataDir: string) {
  const { ingestions, common } = openRepositories(database.kysely);
  const waiting = (await ingestions.listUnfinished()).flatMap(({ blobId }) => blobId ?? []);
  const wanted = [...new Set([...waiting, ...(await common.blobs())])];
  return { wanted, blobs: new FolderBlobStore(join(dataDir, 'uploads')) };
}

/** Larger than any export that may be uploaded. */
const uploadLimitBytes = 128 * 1024 ** 3;

async function moveUploads(
  source: Database,
  config: Pick<Config, 'dataDir' | 'uploadsDir' | 'uploadsBucket'>,
  signal: AbortSignal,
): Promise<MovedInstallation['uploads']> {
  const { wanted, blobs } = await uploadsOf(source, config.dataDir);
  const into = await openBlobStore(config);
  const missing: string[] = [];
  for (const blobId of wanted) {
    if (await into.has(blobId)) continue;
    if (await blobs.has(blobId)) {
      const content = createReadStream(await blobs.path(blobId));
      await into.put(content, { blobId, name: blobId, limitBytes: uploadLimitBytes, signal });
    } else missing.push(blobId);
  }
  return { moved: wanted.length - missing.length, missing };
}

/** Where the cluster keeps uploads; on their way to a bucket they lie in a folder for a moment. */
export function chooseUploadsDir(
  given: string | undefined,
  { dataDir, uploadsBucket }: Pick<Config, 'dataDir' | 'uploadsBucket'>,
): string {
  const own = resolve(dataDir, 'uploads');
  if (given !== undefined && given !== '' && resolve(given) !== own) return given;
  if (uploadsBucket !== null) return resolve(dataDir, 'moving');
  throw new ExpectedError(
    'invalid',
    'move.no-uploads-folder',
    'It is not said where the cluster keeps uploads.',
    {
      fix: 'Name the folder that gateways and ingestion share (--uploads, or PERSONATE_UPLOADS_DIR), or the bucket (PERSONATE_S3_BUCKET).',
    },
  );
}

const disposable = (database: Database) => ({
  database,
  [Symbol.asyncDispose]: () => database.close(),
});
