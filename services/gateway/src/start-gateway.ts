import type { ServiceGround } from '@personate/chassis';
import {
  checkDatabase,
  checkInstances,
  checkQdrant,
  checkQueues,
  checkUploads,
  diagnose,
  observeEmbedders,
  observeStores,
  openBlobStore,
  openGround,
  serveHealth,
  tellInstance,
} from '@personate/cluster';
import { createSimilarity, warmUp } from '@personate/conversation';
import { analyse, configuredEmbedders, openEmbedder } from '@personate/knowledge';
import { ExtractiveSpeaker } from '@personate/language';
import { chooseReranker } from './choose-reranker.ts';
import { chooseAspectModels } from './choose-aspect-models.ts';
import { chooseSpeaker, chooseTunedSpeaker } from './choose-speaker.ts';
import { composeGateway } from './compose-gateway.ts';
import { describeStatus } from './describe-status.ts';
import { openReaders } from './open-readers.ts';
import { remoteIngestion } from './remote-ingestion.ts';
import { serveGateway } from './serve-gateway.ts';

/** From the word to end until the last answer: its process is killed at 30 s, and its stores close after it. */
const leaveMs = 20_000;

/** A Postgres that stands still for half a minute is waited for; whoever asks hears within a minute that it is away. */
const statementMs = 40_000;

/** The gateway of a cluster: any number of them, over one Postgres, one Redis and the knowledge store. */
export async function startGateway(ground: ServiceGround, version: string): Promise<void> {
  const { config, log, shutdown, telemetry } = ground;
  const { adminKey = '' } = config;
  const { database, records, queues, checks, now } = await openGround(ground, { statementMs });
  const bundled = openEmbedder({ modelDir: config.modelsDir });
  const embedders = observeEmbedders(telemetry, configuredEmbedders(bundled, config.embedding));
  shutdown.add('embedders', () => embedders.close());
  const readers = await openReaders({ config, database, records });
  shutdown.add('knowledge', () => readers.stores.close());

  const similarity = createSimilarity(bundled);
  const extractive = new ExtractiveSpeaker({ analyse, similarity });
  const blobs = await openBlobStore(config);
  const deps = composeGateway({
    records,
    queues,
    stores: observeStores(telemetry, config.knowledge.store, readers.stores),
    embedders,
    embeddingPatienceMs: config.embedding.endpoint?.patienceMs,
    ...chooseReranker(config, log),
    speaker: chooseSpeaker(config) ?? extractive,
    ...chooseTunedSpeaker(config),
    fallback: extractive,
    similarity,
    aspects: chooseAspectModels(config),
    uploads: blobs,
    ingestion: remoteIngestion({ records, blobs, trace: () => telemetry.tracer.active() }),
    adminKey,
    quietMs: config.quietMs,
    health: checks,
    // A turn is stored before it is announced, and a sweep finds it: without Redis all gateways would be taken out.
    spared: ['queue'],
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
    diagnose: (signal) =>
      diagnose(
        [
          checkDatabase(database),
          checkQueues(queues),
          ...(config.knowledge.store === 'pgvector' ? [] : [checkQdrant(records.grants)]),
          checkUploads(blobs),
          checkInstances(records.instances, version),
        ],
        signal,
      ),
    now,
    telemetry,
    log,
  });
  await records.keys.ensureAdmin(adminKey);
  await tellInstance(ground, records, 'gateway');
  if (config.metricsPort !== undefined) await serveHealth(ground, checks, config.metricsPort);
  const url = await serveGateway(deps, {
    config,
    version,
    shutdown,
    leave: { drainMs: config.drainMs, graceMs: leaveMs - config.drainMs },
  });
  void warmUp();
  log.info({ url }, 'gateway listens');
}
