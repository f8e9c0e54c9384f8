import { createInterface } from 'node:readline';
import { explain, openLogger, readConfig } from '@personate/chassis';
import { openBlobStore } from '@personate/cluster';
import { configuredEmbedders, openEmbedder } from '@personate/knowledge';
import { openDatabase, openRepositories } from '@personate/records';
import { composeIngestion } from '../compose-ingestion.ts';
import { openStores } from '../open-stores.ts';
import { replayErasures } from './replay-erasures.ts';

const mostMs = 3_600_000;

// A step of a restore, before anything serves: the ledger comes line by line on the standard input.
try {
  const { config } = readConfig(process.env, ['DATABASE_URL']);
  const log = openLogger({ level: config.logLevel, name: 'replay' });
  const { databaseUrl: url = '', embedding, knowledge, personasDir } = config;
  const database = await openDatabase({ kind: 'postgres', url, max: 4, migrate: 'check' });
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
    const { entries, erased } = await replayErasures(
      { erasures: records.erasures, erase },
      { lines: createInterface({ input: process.stdin }), signal: AbortSignal.timeout(mostMs) },
    );
    process.stderr.write(`${entries} erasures in the ledger, ${erased} of them done again.\n`);
  } finally {
    await stores.close();
    await embedders.close();
    await database.close();
  }
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}
