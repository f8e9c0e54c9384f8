import type { Passage } from '@personate/contracts';
import {
  averageLengthOf,
  defaultAverageLength,
  embeddingText,
  tallyDocument,
  type EmbeddedPassage,
} from '@personate/knowledge';
import type { Generation, ProjectDeps } from './deps.ts';
import { sha256 } from './identity.ts';

/** Documents a step: bounds memory, and how much a kill can lose of the work. */
const documentsPerStep = 64;

export interface ProjectInput {
  generation: Generation;
  /** Names that are kept out of embeddings: the persona's. */
  selfNames: readonly string[];
  /** The ingestion that is charged with the embeddings, if one is. */
  ingestionId: string | null;
  signal: AbortSignal;
  /** False while more of the same load is to come: indexes are built once, at its end. */
  settle?: boolean;
  onStep?: (step: { documents: number; passages: number }) => Promise<void>;
}

/**
 * Brings a generation of the store up to the records: new, changed, repaired, restored and removed documents are
 * all the same difference of revisions. Idempotent; stopped anywhere, the next call goes on from there.
 */
export async function project(
  deps: ProjectDeps,
  input: ProjectInput,
): Promise<{ documents: number; passages: number }> {
  const { generation, signal } = input;
  const { personaId } = generation;
  while (await deps.projection.settleThread(personaId)) signal.throwIfAborted();

  const averageLength = await frozenAverageLength(deps, generation);
  const writer = await deps.stores.writer({ ...generation, averageLength }, signal);
  const done = { documents: 0, passages: 0 };
  for (;;) {
    signal.throwIfAborted();
    const behind = await deps.projection.behind(personaId, generation.generation, documentsPerStep);
    if (behind.length === 0) break;
    const passages = await embedAll(
      deps,
      input,
      behind.flatMap((document) => document.passages),
    );
    await writer.replaceDocuments(
      behind.map((document) => document.documentKey),
      passages,
      signal,
    );
    // Marked after the store has them: a kill between the two repeats the write, which changes nothing.
    await deps.projection.markProjected(
      personaId,
      generation.generation,
      behind.map((document) => ({ ...document, tally: tallyDocument(document.passages) })),
    );
    done.documents += behind.length;
    done.passages += passages.length;
    await input.onStep?.(done);
  }
  if (input.settle ?? done.documents > 0) await writer.settle(signal);
  return done;
}

/** Passages whose mean length stands for all: with 1,000 it is within some 5 % of the truth. */
const lengthSample = 1000;

/** What lengths are normalised by, one value for all that the generation will ever hold: see ADR 13. */
async function frozenAverageLength(
  { projection }: ProjectDeps,
  { personaId, generation }: Generation,
): Promise<number> {
  const frozen = await projection.averageLength(personaId, generation);
  if (frozen !== null) return frozen;
  const sample = await projection.samplePassages(personaId, lengthSample);
  if (sample.length === 0) return defaultAverageLength;
  return projection.freezeAverageLength(personaId, generation, averageLengthOf(sample));
}

async function embedAll(
  deps: ProjectDeps,
  input: ProjectInput,
  passages: readonly Passage[],
): Promise<EmbeddedPassage[]> {
  const { personaId } = input.generation;
  const { identity } = deps.embedder;
  const neighbours = [
    ...new Set(passages.flatMap((passage) => [...passage.before, ...passage.after])),
  ];
  const authors = await deps.projection.authors(neighbours);
  const texts = await Promise.all(
    passages.map((passage) => {
      const around = [...passage.before, ...passage.after].map((id) => authors.get(id));
      const participants = [passage.author?.name, ...around, ...input.selfNames];
      return embeddingText(passage, {
        participants: [...new Set(participants.filter((name) => name !== undefined))],
        countTokens: (text) => deps.embedder.countTokens(text),
        maxTokens: deps.embedder.maxTokens,
      });
    }),
  );
  const hashes = texts.map(sha256);
  const vectors = await deps.embeddings.find(personaId, identity, [...new Set(hashes)]);
  const missing = new Map(
    hashes.flatMap((hash, i) => (vectors.has(hash) ? [] : [[hash, texts[i] ?? ''] as const])),
  );
  if (missing.size > 0) {
    const embedded = await deps.embedder.embed([...missing.values()], input.signal);
    const fresh = new Map(
      [...missing.keys()].map((hash, i) => [hash, embedded[i] as Float32Array] as const),
    );
    await deps.embeddings.put({ personaId, identity, ingestionId: input.ingestionId }, fresh);
    for (const [hash, vector] of fresh) vectors.set(hash, vector);
  }
  await deps.embeddings.refer(
    personaId,
    identity,
    passages.map(({ passageId }, i) => ({ passageId, textHash: hashes[i] ?? '' })),
  );
  return passages.map((passage, i) => ({
    ...passage,
    vector: vectors.get(hashes[i] ?? '') as Float32Array,
  }));
}
