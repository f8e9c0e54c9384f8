import { Readable } from 'node:stream';
import type { BlobStore } from '@personate/records';
import type { IngestionComposition } from './compose-ingestion.ts';
import type { TaskHandlers } from './run-tasks.ts';

/** Larger than any persona's pack; a shared volume has an end. */
const exportLimitBytes = 64 * 1024 ** 3;

/** What is done for gateways that are processes of their own. */
export function taskHandlers(
  composition: IngestionComposition,
  blobs: Pick<BlobStore, 'put'>,
): TaskHandlers {
  const keep = async (content: Readable, name: string, signal: AbortSignal) => {
    const { blobId } = await blobs.put(content, { name, limitBytes: exportLimitBytes, signal });
    return { blobId };
  };
  const { packs, training } = composition;
  return {
    inspect: (input, signal) => composition.inspect({ ...input, signal }),
    derive: ({ personaId, model = false }, signal) =>
      composition.derive({ personaId, model, signal }),
    'remove-document': ({ requestedBy, ...input }, signal) =>
      composition.removeDocument({
        ...input,
        ...(requestedBy === undefined ? {} : { requestedBy }),
        signal,
      }),
    erase: ({ erasureId }, signal) => composition.erase({ erasureId, signal }),
    'check-erasure': ({ erasureId }, signal) => composition.checkErasure({ erasureId, signal }),
    map: (input, signal) => composition.map({ ...input, signal }),
    'export-knowledge': async (input, signal) =>
      keep(
        Readable.from(await packs.exportKnowledge({ ...input, signal })),
        `${input.personaId}.jsonl`,
        signal,
      ),
    pack: async (input, signal) =>
      keep(await packs.pack({ ...input, signal }), `${input.personaId}.zip`, signal),
    'training-set': async (input, signal) => {
      const set = await training.set({ ...input, signal });
      return keep(Readable.from([JSON.stringify(set)]), `${input.personaId}.training.json`, signal);
    },
  };
}
