import { openLogger, type Config } from '@personate/chassis';
import { openBlobStore } from '@personate/cluster';
import { configuredEmbedders, openEmbedder } from '@personate/knowledge';
import { openDatabase, openRepositories } from '@personate/records';
import { composeIngestion } from '../compose-ingestion.ts';
import { openStores } from '../open-stores.ts';
import { replayErasures, type Replayed } from './replay-erasures.ts';
import { replayRevocations, type Revoked } from './replay-revocations.ts';

const mostMs = 3_600_000;

const open = ({ databaseUrl: url = '' }: Config) =>
  openDatabase({ kind: 'postgres', url, max: 4, migrate: 'check' });

/** As `replayErasures`, in the records that the settings name. */
export async function runErasures(config: Config, lines: AsyncIterable<string>): Promise<Replayed> {
  const log = openLogger({ level: config.logLevel, name: 'replay' });
  const { embedding, knowledge, personasDir } = config;
  const database = await open(config);
  const records = openRepositories(database.kysely);
  const embedders = configuredEmbedders(openEmbedder({ modelDir: config.modelsDir }), embedding);
  const { stores } = await openStores(config, database, records);
  try {
    const { erase } = composeIngestion({
      records,
      stores,
      store: knowledge.store,
      embedders,
      blobs: await openBlobStore(config),
      personasDir,
      log,
    });
    return await replayErasures(
      { erasures: records.erasures, erase },
      { lines, signal: AbortSignal.timeout(mostMs) },
    );
  } finally {
    await stores.close();
    await embedders.close();
    await database.close();
  }
}

/** As `replayRevocations`, by the owner of the database: no service may both revoke keys and withdraw consents. */
export async function runRevocations(
  config: Config,
  lines: AsyncIterable<string>,
): Promise<Revoked> {
  const database = await open(config);
  try {
    return await replayRevocations(openRepositories(database.kysely), { lines });
  } finally {
    await database.close();
  }
}
