import { endOfKnowledge, type PersonaDocument } from '@personate/contracts';
import { selfNames } from '@personate/conversation';
import type {
  Embedders,
  KnowledgeStores,
  QuestionEmbedders,
  RecallDeps,
  RecallInput,
  RecallResult,
  Reranker,
} from '@personate/knowledge';
import type { Repositories } from '@personate/records';
import type { GatewayKnowledge } from './deps.ts';

export interface KnowledgeParts {
  records: Pick<Repositories, 'personas' | 'generations'>;
  stores: Pick<KnowledgeStores, 'reader'>;
  embedders: Pick<Embedders, 'bundled'>;
  questionEmbedders: Pick<QuestionEmbedders, 'of'>;
  reranker?: Reranker;
  /** `recall` of the knowledge package. */
  recall(deps: RecallDeps, input: RecallInput): Promise<RecallResult>;
}

/** Reading what a persona knows: its serving generation, opened for it alone. */
export function composeKnowledge(parts: KnowledgeParts): {
  openKnowledge: (personaId: string, signal: AbortSignal) => Promise<RecallDeps>;
  knowledge: Omit<GatewayKnowledge, 'removeDocument'>;
} {
  const { records, stores, embedders, questionEmbedders, reranker } = parts;
  const { personas, generations } = records;

  /** Asked before anything was ingested: a generation that was never written to reads empty, by any embedder. */
  async function servingSpec(personaId: string) {
    const { identity, dimensions } = embedders.bundled;
    return (
      (await generations.find(personaId)) ?? {
        personaId,
        personaUid: await personas.uid(personaId),
        generation: 1,
        embeddingIdentity: identity,
        dimensions,
      }
    );
  }

  async function openKnowledge(personaId: string, signal: AbortSignal): Promise<RecallDeps> {
    const spec = await servingSpec(personaId);
    const [embedder, store] = await Promise.all([
      questionEmbedders.of(spec, signal),
      stores.reader(spec, signal),
    ]);
    return { store, embedder, ...(reranker === undefined ? {} : { reranker }) };
  }

  return {
    openKnowledge,
    knowledge: {
      async search({ personaId, question, k, audience, signal }) {
        const { version } = await personas.serving(personaId);
        const { document } = version;
        return parts.recall(await openKnowledge(personaId, signal), {
          question,
          k,
          audience,
          signal,
          selfNames: selfNames(document),
          languages: document.persona.voice.languages,
          ...asOf(document.knowledgeLimits),
        });
      },
      async passages({ personaId, passageIds, audience, signal }) {
        const { version } = await personas.serving(personaId);
        const spec = await servingSpec(personaId);
        const reader = await stores.reader(spec, signal);
        // Its neighbours may be later than what the persona can know.
        const nothing = {
          vector: null,
          terms: new Map<string, number>(),
          ...asOf(version.document.knowledgeLimits),
        };
        return (await reader.passages(passageIds, { ...nothing, audience }, signal)).map(
          (found) => found.passage,
        );
      },
      async statistics(personaId, signal) {
        const reader = await stores.reader(await servingSpec(personaId), signal);
        return reader.statistics(signal);
      },
    },
  };
}

function asOf({ enabled, asOf: date }: PersonaDocument['knowledgeLimits']): { asOf?: string } {
  return enabled && date !== undefined ? { asOf: endOfKnowledge(date) } : {};
}
