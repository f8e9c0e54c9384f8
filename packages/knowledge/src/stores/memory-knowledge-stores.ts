import type { Passage } from '@personate/contracts';
import { PassageIndex, type Hit } from '../index/passage-index.ts';
import type {
  Candidate,
  GenerationSpec,
  KnowledgeReader,
  KnowledgeStores,
  KnowledgeWriter,
} from '../knowledge-store.ts';
import { checkPassages } from './check-passages.ts';
import { generationName } from './generation-name.ts';
import { passageStatistics } from './passage-statistics.ts';

interface Generation {
  passages: Map<string, Passage>;
  sentences: Map<string, Uint8Array>;
  index: PassageIndex;
}

/** Everything in this process, gone with it: for tests and for measuring. */
export class MemoryKnowledgeStores implements KnowledgeStores {
  readonly #generations = new Map<string, Generation>();

  async create(spec: GenerationSpec, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    this.#open(spec);
  }

  async drop(spec: GenerationSpec, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    this.#generations.delete(generationName(spec));
  }

  async holds(spec: GenerationSpec, signal: AbortSignal): Promise<boolean> {
    signal.throwIfAborted();
    return this.#generations.has(generationName(spec));
  }

  async reader(spec: GenerationSpec, signal: AbortSignal): Promise<KnowledgeReader> {
    signal.throwIfAborted();
    const name = generationName(spec);
    const current = (abort: AbortSignal): Generation => {
      abort.throwIfAborted();
      return this.#generations.get(name) ?? emptyGeneration(spec);
    };
    return {
      isolation: 'collection',
      embeddingIdentity: spec.embeddingIdentity,
      candidates: async (query, abort) => {
        const { index, passages } = current(abort);
        return withPassages(index.search(query), passages);
      },
      passages: async (ids, query, abort) => {
        const { index, passages } = current(abort);
        return withPassages(index.score(ids, query), passages);
      },
      sentences: async (ids, query, abort) => {
        const { index, sentences } = current(abort);
        return new Map(
          index.visible(ids, query).flatMap((id) => {
            const packed = sentences.get(id);
            return packed === undefined ? [] : [[id, packed] as const];
          }),
        );
      },
      termStatistics: async (terms, abort) => current(abort).index.termStatistics(terms),
      authors: async (words, abort) => current(abort).index.authors(words, 20),
      statistics: async (abort) => passageStatistics(current(abort).passages.values()),
    };
  }

  async writer(spec: GenerationSpec, signal: AbortSignal): Promise<KnowledgeWriter> {
    signal.throwIfAborted();
    return {
      replaceDocuments: async (documentKeys, passages, abort) => {
        abort.throwIfAborted();
        checkPassages(spec, documentKeys, passages);
        const generation = this.#open(spec);
        const keys = new Set(documentKeys);
        for (const [id, passage] of generation.passages)
          if (keys.has(passage.documentKey)) {
            generation.passages.delete(id);
            generation.sentences.delete(id);
          }
        for (const { vector: _, sentences, ...passage } of passages) {
          // Given to every asker: nobody changes it for the others.
          generation.passages.set(passage.passageId, Object.freeze(structuredClone(passage)));
          generation.sentences.delete(passage.passageId);
          if (sentences !== undefined)
            generation.sentences.set(passage.passageId, sentences.slice());
        }
        generation.index.replaceDocuments(documentKeys, passages);
      },
      settle: async (abort) => abort.throwIfAborted(),
    };
  }

  async close(): Promise<void> {
    this.#generations.clear();
  }

  #open(spec: GenerationSpec): Generation {
    const name = generationName(spec);
    let generation = this.#generations.get(name);
    if (generation === undefined) {
      generation = emptyGeneration(spec);
      this.#generations.set(name, generation);
    }
    return generation;
  }
}

const emptyGeneration = (spec: GenerationSpec): Generation => ({
  passages: new Map(),
  sentences: new Map(),
  index: new PassageIndex(spec.dimensions),
});

function withPassages(hits: readonly Hit[], passages: ReadonlyMap<string, Passage>): Candidate[] {
  return hits.flatMap(({ passageId, dense, lexical }) => {
    const passage = passages.get(passageId);
    return passage === undefined ? [] : [{ passage, dense: dense ?? 0, lexical }];
  });
}
