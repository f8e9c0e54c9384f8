import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  recall,
  type Embedder,
  type KnowledgeReader,
  type KnowledgeStores,
  type RecallOptions,
  type RecallResult,
} from '../../packages/knowledge/src/index.ts';
import { loadPersonaFolder } from '../../scripts/load-persona-folder.ts';
import { openConversation } from './open-conversation.ts';
import { readConversations } from './read-conversations.ts';

/** A question of which it is known what must be found. */
export interface Case {
  /** Conversation or persona: what is held out together. */
  group: string;
  kind: string;
  question: string;
  /** Document ids. */
  relevant: string[];
  /** Any one of them will do, as with a persona's probes; else all are wanted. */
  anyOf: boolean;
  ask: (k: number, options?: RecallOptions) => Promise<RecallResult>;
}

interface Deps {
  stores: KnowledgeStores;
  embedder: Embedder;
  signal: AbortSignal;
}

/** Cases of a folder of conversations, or of personas (each with a `persona.yaml` and `probes.yaml`). */
export async function readCases(deps: Deps, folder: string, selfNames: string[]): Promise<Case[]> {
  const personas = readdirSync(folder).filter((name) =>
    existsSync(join(folder, name, 'persona.yaml')),
  );
  const cases: Case[] = [];
  for (const name of personas) cases.push(...(await personaCases(deps, join(folder, name))));
  if (personas.length > 0) return cases;
  for (const conversation of await readConversations(folder)) {
    const store = await openConversation(deps.stores, deps.embedder, conversation, deps.signal);
    for (const { text, kind, answerable, relevant } of conversation.questions)
      if (answerable && relevant.length > 0)
        cases.push({
          group: conversation.name,
          kind,
          question: text,
          relevant,
          anyOf: false,
          ask: asking(deps, { store, question: text, selfNames }),
        });
  }
  return cases;
}

async function personaCases(deps: Deps, folder: string): Promise<Case[]> {
  const { document, probes, reader } = await loadPersonaFolder(folder, deps.embedder, deps.signal);
  const selfNames = [document.name.replace(/\s*\([^)]*\)\s*$/u, ''), document.name];
  const { languages } = document.persona.voice;
  return probes.answer.map(({ question, documents }) => ({
    group: document.id,
    kind: 'probe',
    question,
    relevant: documents,
    anyOf: true,
    ask: asking(deps, { store: reader, question, selfNames, languages }),
  }));
}

function asking(
  { embedder, signal }: Deps,
  about: {
    store: KnowledgeReader;
    question: string;
    selfNames: string[];
    languages?: string[];
  },
): Case['ask'] {
  const { store, ...input } = about;
  return (k, options) =>
    recall({ store, embedder }, { ...input, k, audience: ['public'], signal }, options);
}
