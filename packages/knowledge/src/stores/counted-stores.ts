import type { GenerationSpec, KnowledgeStores, KnowledgeWriter } from '../knowledge-store.ts';
import type { MemoryGenerationStatistics } from './memory-generation-statistics.ts';
import { tallyDocument } from './tally-document.ts';

/** Stores whose writes are counted at once, where no ingestion stands behind them: for tests and for measuring. */
export function countedStores(
  stores: KnowledgeStores,
  statistics: MemoryGenerationStatistics,
): KnowledgeStores {
  return {
    create: (spec, signal) => stores.create(spec, signal),
    async drop(spec, signal) {
      await stores.drop(spec, signal);
      statistics.forget(spec);
    },
    holds: (spec, signal) => stores.holds(spec, signal),
    reader: (spec, signal) => stores.reader(spec, signal),
    writer: async (spec, signal) =>
      countedWriter(await stores.writer(spec, signal), spec, statistics),
    close: () => stores.close(),
  };
}

function countedWriter(
  writer: KnowledgeWriter,
  spec: GenerationSpec,
  statistics: MemoryGenerationStatistics,
): KnowledgeWriter {
  return {
    async replaceDocuments(documentKeys, passages, signal) {
      await writer.replaceDocuments(documentKeys, passages, signal);
      statistics.count(
        spec,
        documentKeys.map((documentKey) => ({
          documentKey,
          tally: tallyDocument(passages.filter((passage) => passage.documentKey === documentKey)),
        })),
      );
    },
    settle: (signal) => writer.settle(signal),
  };
}
