import type { ServiceGround } from '@personate/chassis';
import { openBlobStore, openGround } from '@personate/cluster';
import { createSimilarity } from '@personate/conversation';
import { analyse, configuredEmbedders, openEmbedder } from '@personate/knowledge';
import { ExtractiveSpeaker } from '@personate/language';
import { chooseReranker } from './choose-reranker.ts';
import { chooseSpeaker } from './choose-speaker.ts';
import { composeGateway } from './compose-gateway.ts';
import { describeStatus } from './describe-status.ts';
import { openReaders } from './open-readers.ts';
import { remoteIngestion } from './remote-ingestion.ts';
import { serveGateway } from './serve-gateway.ts';

/** The gateway of a cluster: any number of them, over one Postgres, one Redis and the knowledge store. */
export async function startGateway(ground: ServiceGround, version: string): Promise<void> {
  const { config, log, shutdown } = ground;
  const { adminKey = '' } = config;
  const { database, records, queues, checks } = await openGround(ground);
  const bundled = openEmbedder({ modelDir: config.modelsDir });
  const embedders = configuredEmbedders(bundled, config.embedding);
  shutdown.add('embedders', () => embedders.close());
  const readers = openReaders({ config, database, records });
  shutdown.add('knowledge', () => readers.stores.close());

  const similarity = createSimilarity(bundled);
  const extractive = new ExtractiveSpeaker({ analyse, similarity });
  const blobs = await openBlobStore(config);
  const deps = composeGateway({
    records,
    queues,
    stores: readers.stores,
    embedders,
    embeddingPatienceMs: config.embedding.endpoint?.patienceMs,
    ...chooseReranker(config, log),
    speaker: chooseSpeaker(config) ?? extractive,
    fallback: extractive,
    similarity,
    uploads: blobs,
    ingestion: remoteIngestion({ records, blobs }),
    adminKey,
    quietMs: config.quietMs,
    health: checks,
    status: (_, maySee) =>
      describeStatus(
        {
          config,
          version,
          embedders,
          form: 'cluster',
          described: readers.described,
          loading: () => [],
          suggestions: () => [],
          generations: records.generations,
        },
        maySee,
      ),
    now: () => new Date(),
    log,
  });
  await records.keys.ensureAdmin(adminKey);
  const url = await serveGateway(deps, { config, version, shutdown });
  log.info({ url }, 'gateway listens');
}
