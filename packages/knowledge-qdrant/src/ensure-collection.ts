import { randomUUID } from 'node:crypto';
import { ExpectedError } from '@personate/contracts';
import type { GenerationSpec } from '@personate/knowledge';
import type { Schemas } from '@qdrant/js-client-rest';
import { z } from 'zod';
import { denseVector, layout, type CollectionPlan } from './collection-settings.ts';
import type { QdrantConnection } from './qdrant-connection.ts';
import { QdrantFailure } from './qdrant-failure.ts';

type Info = Schemas['CollectionInfo'];

const describedSchema = z.object({
  config: z.object({
    params: z.object({ vectors: z.object({ [denseVector]: z.object({ size: z.int() }) }) }),
    metadata: z.object({ layout: z.int(), embeddingIdentity: z.string(), epoch: z.string() }),
  }),
});

/**
 * Makes the collection with its indexes, or finds it as it ought to be. Killed half-way, the next call goes on.
 *
 * @returns its epoch, which tells it from one that is made in its place
 * @throws ExpectedError `knowledge.identity-mismatch` when it is there with vectors of another space
 */
export async function ensureCollection(
  connection: QdrantConnection,
  input: { collection: string; plan: CollectionPlan; spec: GenerationSpec; signal: AbortSignal },
): Promise<string> {
  const { collection, plan, spec, signal } = input;
  let info = await describe(connection, collection, signal);
  if (info === null) {
    await make(connection, collection, plan.settings(spec, randomUUID()), signal);
    info = await describe(connection, collection, signal);
    if (info === null) throw new QdrantFailure('missing', connection.shown, collection);
  }
  const epoch = checkCollection(info, spec, collection);
  for (const { field, schema } of plan.indexes) {
    if (Object.hasOwn(info.payload_schema, field)) continue;
    await connection.call(
      (api, init) =>
        api.createFieldIndex(
          { collection_name: collection, wait: true, field_name: field, field_schema: schema },
          init,
        ),
      { signal },
    );
  }
  return epoch;
}

/** Null when there is none. */
async function describe(
  connection: QdrantConnection,
  collection: string,
  signal: AbortSignal,
): Promise<Info | null> {
  try {
    return await connection.call(
      (api, init) => api.getCollection({ collection_name: collection }, init),
      { signal },
    );
  } catch (error) {
    if (error instanceof QdrantFailure && error.failure === 'missing') return null;
    throw error;
  }
}

async function make(
  connection: QdrantConnection,
  collection: string,
  settings: Schemas['CreateCollection'],
  signal: AbortSignal,
): Promise<void> {
  try {
    await connection.call(
      (api, init) => api.createCollection({ collection_name: collection, ...settings }, init),
      { signal },
    );
  } catch (error) {
    // Another process was first, or we were ourselves before a repetition.
    if (!(error instanceof QdrantFailure && error.failure === 'exists')) throw error;
  }
}

function checkCollection(info: Info, spec: GenerationSpec, collection: string): string {
  const described = describedSchema.safeParse(info);
  if (!described.success)
    throw mismatch(spec, `the collection ${collection} was not made by Personate`);
  const { params, metadata } = described.data.config;
  const { size } = params.vectors[denseVector];
  if (metadata.embeddingIdentity !== spec.embeddingIdentity || size !== spec.dimensions)
    throw mismatch(spec, `it was embedded by ${metadata.embeddingIdentity} (${size} dimensions)`);
  if (metadata.layout !== layout)
    throw mismatch(spec, `its points are laid out as ${metadata.layout}, not as ${layout}`);
  return metadata.epoch;
}

function mismatch({ personaId, generation, embeddingIdentity }: GenerationSpec, why: string) {
  return new ExpectedError(
    'unprocessable',
    'knowledge.identity-mismatch',
    `Generation ${generation} of ${personaId} cannot be written as ${embeddingIdentity}: ${why}.`,
    {
      fix: 'Start with the embedder and the version that it was made by, or project a new generation.',
    },
  );
}
