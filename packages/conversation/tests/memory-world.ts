import { createHash, randomUUID } from 'node:crypto';
import {
  consentState,
  personaDocumentSchema,
  personaMissing,
  type Memory,
  type PersonaDocumentInput,
  type Stance,
  type Turn,
} from '@personate/contracts';
import {
  analyse,
  MemoryKnowledgeStores,
  recall,
  type EmbeddedPassage,
  type Embedder,
} from '@personate/knowledge';
import { ExtractiveSpeaker, type Speaker } from '@personate/language';
import { buildPrompt } from '@personate/personas';
import type { AnswerEvent, AnswerTurnDeps, AnswerTurnInput } from '../src/index.ts';
import { answerTurn, PersonaWatch, createSimilarity } from '../src/index.ts';

const dimensions = 128;

/** Words as a vector: texts with the same words are near, others are not. Deterministic and instant. */
export const wordEmbedder: Embedder = {
  identity: 'words',
  dimensions,
  maxTokens: 256,
  countTokens: async (text) => text.split(/\s+/u).length + 2,
  embed: async (texts) => texts.map(wordVector),
  close: async () => undefined,
};

function wordVector(text: string): Float32Array {
  const vector = new Float32Array(dimensions);
  for (const term of analyse(text, 'en')) {
    const place = createHash('sha1').update(term).digest().readUInt16LE() % dimensions;
    vector[place] = (vector[place] ?? 0) + 1;
  }
  const norm = Math.hypot(...vector);
  return norm === 0 ? vector.fill(1 / Math.sqrt(dimensions)) : vector.map((x) => x / norm);
}

export const ida: PersonaDocumentInput = {
  id: 'ida',
  name: 'Ida Berg',
  subject: { kind: 'fictional' },
  disclosure: 'Ida Berg is a synthetic persona.',
  persona: {
    summary: 'Ida Berg is a boat builder from Kiel.',
    typicalResponses: [{ prompt: 'What is your secret?', response: 'Glue, and more glue.' }],
  },
  knowledgeLimits: {
    asOf: '2020-12-31',
    declines: ['I do not know.', 'I have nothing on {topic}.', 'You have me there.'],
    unknown: [{ domain: 'medicine', keywords: ['vaccine'] }],
  },
};

export interface Fact {
  id: string;
  text: string;
  stance?: Stance;
  audience?: string[];
  at?: string;
  title?: string;
  headings?: string[];
  /** Said just before it, in another document. */
  after?: string;
  thread?: string;
}

export const facts: readonly Fact[] = [
  { id: 'larch', text: 'I plank my boats in larch from Norway. Larch bends without breaking.' },
  { id: 'school', text: 'I learned to build boats at the school on Orust in 1998.' },
  {
    id: 'secret',
    text: 'I keep the keys of the shed under the blue bucket.',
    audience: ['family'],
  },
  { id: 'late', text: 'I sold my shed in the spring of 2023.', at: '2023-04-01T00:00:00Z' },
  { id: 'rob', text: 'I won the harbour race with my own trawler.', stance: 'to' },
];

export interface World {
  deps: AnswerTurnDeps;
  turns: Array<Turn & { keyId: string }>;
  memories: Memory[];
  pokes: string[];
  /** Personas whose consent is withdrawn. */
  withdrawn: string[];
  warnings: Array<{ fields: object; message: string }>;
  ask(question: string, more?: Partial<AnswerTurnInput>): Promise<Heard>;
}

export interface Heard {
  events: AnswerEvent[];
  text: string;
  last: AnswerEvent | undefined;
}

export async function openWorld(
  speaker?: Speaker,
  document: PersonaDocumentInput = ida,
  known: readonly Fact[] = facts,
): Promise<World> {
  const signal = new AbortController().signal;
  const stores = new MemoryKnowledgeStores();
  const spec = {
    personaId: 'ida',
    personaUid: randomUUID(),
    generation: 1,
    embeddingIdentity: 'words',
    dimensions,
  };
  await stores.create(spec, signal);
  const writer = await stores.writer(spec, signal);
  const passages = known.map((fact) => toPassage(fact, known));
  await writer.replaceDocuments(
    passages.map(({ documentKey }) => documentKey),
    passages,
    signal,
  );
  const reader = await stores.reader(spec, signal);
  const similarity = createSimilarity(wordEmbedder);
  const fallback = new ExtractiveSpeaker({ analyse, similarity });
  const world: Omit<World, 'deps' | 'ask'> = {
    turns: [],
    memories: [],
    pokes: [],
    withdrawn: [],
    warnings: [],
  };
  const inConversation = (id: string) =>
    world.turns.filter(
      ({ conversationId, status }) => conversationId === id && status !== 'replaced',
    );
  const parsed = personaDocumentSchema.parse(document);
  const deps: AnswerTurnDeps = {
    personas: {
      isLoading: async () => false,
      serving: async (personaId) => {
        if (personaId !== 'ida') throw personaMissing(personaId);
        const createdAt = '2026-01-01T00:00:00Z';
        return {
          uid: 'uid-of-ida',
          version: {
            personaId,
            version: 3,
            parent: 2,
            document: parsed,
            origin: 'seed',
            note: '',
            causedBy: [],
            createdAt,
          },
          knowledgeRevision: 7,
          consent: consentState(parsed, world.withdrawn.includes(personaId)),
        };
      },
    },
    personaWatch: new PersonaWatch(
      {
        amongStopped: async () =>
          world.withdrawn.map((personaId) => ({ personaId, why: 'withdrawn' as const })),
        log: { warn: () => undefined },
      },
      { intervalMs: 5 },
    ),
    knowledge: { open: async () => ({ store: reader, embedder: wordEmbedder }) },
    recall,
    analyse,
    similarity,
    buildPrompt,
    speaker: speaker ?? fallback,
    fallback,
    memories: {
      active: async (_, userId) => world.memories.filter((memory) => memory.userId === userId),
    },
    turns: {
      append: async (turn, { keyId, replaces }) => {
        for (const old of world.turns) if (old.turnId === replaces) old.status = 'replaced';
        world.turns.push({ ...turn, keyId });
        return true;
      },
      recent: async (id, limit) =>
        inConversation(id)
          .filter(({ status }) => status === 'complete')
          .slice(-limit),
      findByHistory: async ({ keyId, userId, lastUser, lastAssistant }) =>
        world.turns.findLast(
          (turn) =>
            turn.keyId === keyId &&
            turn.userId === userId &&
            turn.question === lastUser &&
            turn.answer === lastAssistant,
        ) ?? null,
      lastOf: async (id) => inConversation(id).at(-1) ?? null,
      owner: async (id) => world.turns.find(({ conversationId }) => conversationId === id) ?? null,
    },
    evolution: { poke: async ({ personaId }) => void world.pokes.push(personaId) },
    newId: randomUUID,
    now: () => new Date('2026-03-01T12:00:00Z'),
    log: {
      info: () => undefined,
      warn: (fields, message) => void world.warnings.push({ fields, message }),
    },
  };
  return {
    ...world,
    deps,
    ask: (question, more = {}) => hear(deps, asked(question, { signal, ...more })),
  };
}

/** Of somebody whom nobody vouches for. */
export const asked = (question: string, more: Partial<AnswerTurnInput> = {}): AnswerTurnInput => ({
  personaId: 'ida',
  messages: [{ role: 'user', content: question }],
  userId: null,
  keyId: 'key',
  audience: ['public'],
  signal: new AbortController().signal,
  ...more,
});

export async function hear(deps: AnswerTurnDeps, input: AnswerTurnInput): Promise<Heard> {
  const events: AnswerEvent[] = [];
  for await (const event of answerTurn(deps, input)) events.push(event);
  const text = events.map((event) => (event.type === 'delta' ? event.text : '')).join('');
  return { events, text, last: events.at(-1) };
}

/** Of a fact's document, and of its passage. */
export function uuidOf(id: string): string {
  const digest = createHash('sha1').update(id).digest('hex');
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-4${digest.slice(13, 16)}-8${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
}

function toPassage(fact: Fact, known: readonly Fact[]): EmbeddedPassage {
  const { id, text, stance = 'by', audience = ['public'], at, after, title, headings = [] } = fact;
  const { thread } = fact;
  const uuid = uuidOf(id);
  return {
    passageId: uuid,
    documentKey: uuid,
    externalId: id,
    sourceId: 'notes',
    ordinal: 0,
    text,
    ...(title === undefined ? {} : { title }),
    headings,
    author: { name: stance === 'to' ? 'Rob' : 'Ida Berg' },
    stance,
    kind: 'history',
    ...(at === undefined ? {} : { at, atPrecision: 'day' as const }),
    language: 'en',
    audience,
    before: after === undefined ? [] : [uuidOf(after)],
    after: known.filter((other) => other.after === id).map((other) => uuidOf(other.id)),
    ...(thread === undefined ? {} : { thread }),
    fingerprint: id,
    vector: wordVector(text),
  };
}
