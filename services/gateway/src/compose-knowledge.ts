import { endOfKnowledge, type PersonaDocument } from '@personate/contracts';
import {
  recall,
  type Embedder,
  type KnowledgeReader,
  type KnowledgeStores,
} from '@personate/knowledge';
import type { Repositories } from '@personate/records';
import type { GatewayKnowledge } from './deps.ts';

export interface KnowledgeParts {
  records: Pick<Repositories, 'personas' | 'generations'>;
  stores: Pick<KnowledgeStores, 'reader'>;
  embedder: Embedder;
}

/** Reading what a persona knows: its serving generation, opened for it alone. */
export function composeKnowledge({ records, stores, embedder }: KnowledgeParts): {
  openKnowledge: (personaId: string, signal: AbortSignal) => Promise<KnowledgeReader>;
  knowledge: Omit<GatewayKnowledge, 'removeDocument'>;
} {
  const { personas, generations } = records;

  async function openKnowledge(personaId: string, signal: AbortSignal): Promise<KnowledgeReader> {
    const found = await generations.find(personaId);
    // Asked before anything was ingested: a generation that was never written to reads empty.
    const spec = found ?? {
      personaId,
      personaUid: await personas.uid(personaId),
      generation: 1,
      embeddingIdentity: embedder.identity,
      dimensions: embedder.dimensions,
    };
    return stores.reader(spec, signal);
  }

  return {
    openKnowledge,
    knowledge: {
      async search({ personaId, question, k, audience, signal }) {
        const { version } = await personas.serving(personaId);
        const { document } = version;
        return recall(
          { store: await openKnowledge(personaId, signal), embedder },
          {
            question,
            k,
            audience,
            signal,
            selfNames: [document.name],
            languages: document.persona.voice.languages,
            ...asOf(document.knowledgeLimits),
          },
        );
      },
      async passages({ personaId, passageIds, audience, signal }) {
        const reader = await openKnowledge(personaId, signal);
        const nothing = {
          vector: new Float32Array(embedder.dimensions),
          terms: new Map<string, number>(),
        };
        return (await reader.passages(passageIds, { ...nothing, audience }, signal)).map(
          (found) => found.passage,
        );
      },
      async statistics(personaId, signal) {
        return (await openKnowledge(personaId, signal)).statistics(signal);
      },
    },
  };
}

function asOf({ enabled, asOf: date }: PersonaDocument['knowledgeLimits']): { asOf?: string } {
  return enabled && date !== undefined ? { asOf: endOfKnowledge(date) } : {};
}
