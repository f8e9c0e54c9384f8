import type { GenerationSpec } from '@personate/knowledge';
import { ofTenant } from './passage-filter.ts';
import type { Placement } from './placement.ts';
import type { QdrantConnection } from './qdrant-connection.ts';
import { QdrantFailure } from './qdrant-failure.ts';

/** Nothing of the generation is left in Qdrant; that there was nothing is fine. */
export async function dropGeneration(
  connection: QdrantConnection,
  placement: Placement,
  spec: GenerationSpec,
  signal: AbortSignal,
): Promise<void> {
  const collection = placement.collection(spec);
  const tenant = placement.tenant(spec);
  if (tenant !== null) {
    await unlessMissing(
      connection.call(
        (api, init) =>
          api.deletePoints(
            { collection_name: collection, wait: true, filter: { must: ofTenant(tenant) } },
            init,
          ),
        { signal },
      ),
    );
    return;
  }
  // First: Qdrant deletes a collection without its snapshots, and then nothing names them any more.
  const snapshots =
    (await unlessMissing(
      connection.call((api, init) => api.listSnapshots({ collection_name: collection }, init), {
        signal,
      }),
    )) ?? [];
  for (const { name } of snapshots)
    await unlessMissing(
      connection.call(
        (api, init) =>
          api.deleteSnapshot(
            { collection_name: collection, snapshot_name: name, wait: true },
            init,
          ),
        { signal },
      ),
    );
  await unlessMissing(
    connection.call((api, init) => api.deleteCollection({ collection_name: collection }, init), {
      signal,
    }),
  );
}

/** Whether its collection is there, or a point of its share of one. */
export async function holdsGeneration(
  connection: QdrantConnection,
  placement: Placement,
  spec: GenerationSpec,
  signal: AbortSignal,
): Promise<boolean> {
  const collection = placement.collection(spec);
  const tenant = placement.tenant(spec);
  const counted = await unlessMissing(
    connection.call(
      (api, init) =>
        api.countPoints(
          {
            collection_name: collection,
            exact: true,
            ...(tenant === null ? {} : { filter: { must: ofTenant(tenant) } }),
          },
          init,
        ),
      { signal },
    ),
  );
  if (counted === null) return false;
  // An empty collection of its own is still named after it.
  return tenant === null || counted.count > 0;
}

async function unlessMissing<T>(call: Promise<T>): Promise<T | null> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof QdrantFailure && error.failure === 'missing') return null;
    throw error;
  }
}
