import {
  embeddingText,
  type Embedder,
  type EmbeddedPassage,
  type KnowledgeReader,
  type KnowledgeStores,
} from '../../packages/knowledge/src/index.ts';
import { groupBy } from './group-by.ts';
import type { Conversation } from './read-conversations.ts';
import { toPassages, uuidOf } from './to-passages.ts';

const documentsPerWrite = 100;

/**
 * Stores one conversation as a persona's knowledge, the way ingestion does it: whole, as if all had said it of
 * themselves, or as the knowledge of one of those who speak.
 */
export async function openConversation(
  stores: KnowledgeStores,
  embedder: Embedder,
  conversation: Conversation,
  signal: AbortSignal,
  self?: string,
): Promise<KnowledgeReader> {
  const spec = {
    personaId: 'bench',
    personaUid: uuidOf(`${conversation.name}${self ?? ''}`),
    generation: 1,
    embeddingIdentity: embedder.identity,
    dimensions: embedder.dimensions,
  };
  const passages = await toPassages(conversation, embedder, self);
  const authors = new Map(passages.map(({ passageId, author }) => [passageId, author?.name]));
  const writer = await stores.writer(spec, signal);
  const documents = [...groupBy(passages, (passage) => passage.documentKey)];
  for (let from = 0; from < documents.length; from += documentsPerWrite) {
    const some = documents.slice(from, from + documentsPerWrite);
    const flat = some.flatMap(([, of]) => of);
    const texts = await Promise.all(
      flat.map((passage) => {
        const around = [...passage.before, ...passage.after].map((id) => authors.get(id));
        const participants = [passage.author?.name, ...around].filter((name) => name !== undefined);
        return embeddingText(passage, {
          participants,
          countTokens: (text) => embedder.countTokens(text),
          maxTokens: embedder.maxTokens,
        });
      }),
    );
    const vectors = await embedder.embed(texts, signal);
    const embedded = flat.map((passage, i): EmbeddedPassage => {
      const vector = vectors[i];
      if (vector === undefined) throw new Error('the embedder gave too few vectors');
      return { ...passage, vector };
    });
    await writer.replaceDocuments(
      some.map(([key]) => key),
      embedded,
      signal,
    );
  }
  await writer.settle(signal);
  return stores.reader(spec, signal);
}
