// The parts of a turn that live in a database, kept in memory: for looking at replies and for measuring.
import { randomUUID } from 'node:crypto';
import { consentState, type Turn } from '../packages/contracts/src/index.ts';
import {
  PersonaWatch,
  createSimilarity,
  type AnswerTurnDeps,
} from '../packages/conversation/src/index.ts';
import { analyse, recall, type Embedder } from '../packages/knowledge/src/index.ts';
import { ExtractiveSpeaker, type Speaker } from '../packages/language/src/index.ts';
import { buildPrompt } from '../packages/personas/src/index.ts';
import type { LoadedPersona } from './load-persona-folder.ts';

export function memoryDeps(
  personas: ReadonlyMap<string, LoadedPersona>,
  embedder: Embedder,
  speaker?: Speaker,
): AnswerTurnDeps {
  const similarity = createSimilarity(embedder);
  const fallback = new ExtractiveSpeaker({ analyse, similarity });
  const turns: Turn[] = [];
  const loaded = (id: string): LoadedPersona => {
    const persona = personas.get(id);
    if (persona === undefined) throw new Error(`${id} is not loaded`);
    return persona;
  };
  const inConversation = (id: string): Turn[] =>
    turns.filter(({ conversationId }) => conversationId === id);
  return {
    personas: {
      isLoading: () => Promise.resolve(false),
      serving: async (personaId) => ({
        uid: personaId,
        version: {
          personaId,
          version: 1,
          parent: null,
          document: loaded(personaId).document,
          origin: 'seed',
          note: '',
          causedBy: [],
          createdAt: new Date().toISOString(),
        },
        knowledgeRevision: 1,
        consent: consentState(loaded(personaId).document, false),
      }),
    },
    personaWatch: new PersonaWatch({
      amongStopped: () => Promise.resolve([]),
      log: { warn: (fields, message) => console.error(message, fields) },
    }),
    knowledge: {
      open: async (personaId) => ({ store: loaded(personaId).reader, embedder }),
    },
    recall,
    analyse,
    similarity,
    buildPrompt,
    speaker: speaker ?? fallback,
    fallback,
    memories: { active: async () => [] },
    turns: {
      append: async (turn) => turns.push(turn) > 0,
      recent: async (id, limit) => inConversation(id).slice(-limit),
      findByHistory: async () => null,
      lastOf: async (id) => inConversation(id).at(-1) ?? null,
      // Nobody else is here to be told apart.
      owner: async () => null,
    },
    evolution: { poke: async () => undefined },
    newId: randomUUID,
    now: () => new Date(),
    log: { info: () => undefined, warn: (fields, message) => console.error(message, fields) },
  };
}
