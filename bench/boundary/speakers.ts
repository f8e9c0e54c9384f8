import { personaDocumentSchema } from '../../packages/contracts/src/index.ts';
import type {
  Embedder,
  KnowledgeReader,
  KnowledgeStores,
} from '../../packages/knowledge/src/index.ts';
import type { LoadedPersona } from '../../scripts/load-persona-folder.ts';
import { openConversation } from '../recall/open-conversation.ts';
import type { Conversation } from '../recall/read-conversations.ts';

export interface Speaker {
  name: string;
  conversation: Conversation;
  document: LoadedPersona['document'];
}

/** Those who speak most in a conversation: it takes two. */
const speakersOf = ({ corpus }: Conversation): string[] => {
  const turns = new Map<string, number>();
  for (const { author } of corpus)
    if (author !== undefined) turns.set(author, (turns.get(author) ?? 0) + 1);
  return [...turns]
    .toSorted((a, b) => b[1] - a[1])
    .flatMap(([name]) => name)
    .slice(0, 2);
};

/** Each of a conversation's two speakers as a persona. */
export function speakersIn(conversation: Conversation): Speaker[] {
  return speakersOf(conversation).map((name) => ({
    name,
    conversation,
    document: personaDocumentSchema.parse({
      id: `${conversation.name}-${name}`.toLowerCase().replace(/[^a-z0-9]+/gu, '-'),
      name,
      subject: { kind: 'fictional' },
      disclosure: 'Synthetic, made for measuring.',
    }),
  }));
}

/** Its knowledge: its own turns are by it, the other's are to it. */
export function openSpeaker(
  {
    stores,
    embedder,
    signal,
  }: { stores: KnowledgeStores; embedder: Embedder; signal: AbortSignal },
  { conversation, name }: Speaker,
): Promise<KnowledgeReader> {
  return openConversation(stores, embedder, conversation, signal, name);
}
