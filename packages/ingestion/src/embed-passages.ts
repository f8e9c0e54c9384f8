import type { Passage } from '@personate/contracts';
import { embeddingText, type EmbeddedPassage, type Embedder } from '@personate/knowledge';
import type { Generation, ProjectDeps } from './deps.ts';
import { embedSentences } from './embed-sentences.ts';
import { sha256 } from './identity.ts';

/** The passages with their vectors; what was embedded before, for any generation of this embedder, is not again. */
export async function embedPassages(
  deps: Pick<ProjectDeps, 'projection' | 'embeddings' | 'embedders'>,
  input: {
    generation: Generation;
    embedder: Embedder;
    selfNames: readonly string[];
    ingestionId: string | null;
    signal: AbortSignal;
  },
  passages: readonly Passage[],
): Promise<EmbeddedPassage[]> {
  const { personaId } = input.generation;
  const { embedder } = input;
  const { identity } = embedder;
  const neighbours = [
    ...new Set(passages.flatMap((passage) => [...passage.before, ...passage.after])),
  ];
  const beside = await deps.projection.authors(neighbours);
  const texts = await Promise.all(
    passages.map((passage) => {
      const authors = [...passage.before, ...passage.after].map((id) => beside.get(id));
      const participants = [passage.author?.name, ...authors, ...input.selfNames];
      return embeddingText(passage, {
        participants: [...new Set(participants.filter((name) => name != null))],
        countTokens: (text) => embedder.countTokens(text),
        maxTokens: embedder.maxTokens,
      });
    }),
  );
  const hashes = texts.map(sha256);
  const vectors = await deps.embeddings.find(personaId, identity, [...new Set(hashes)]);
  const missing = new Map(
    hashes.flatMap((hash, i) => (vectors.has(hash) ? [] : [[hash, texts[i] ?? ''] as const])),
  );
  if (missing.size > 0) {
    const embedded = await embedder.embed([...missing.values()], input.signal);
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
  const { bundled } = deps.embedders;
  const whole = identity !== bundled.identity;
  const own = texts.map((text, i) => [text, vectors.get(hashes[i] ?? '') as Float32Array] as const);
  const sentences = await embedSentences(
    deps,
    {
      personaId,
      embedder: bundled,
      known: new Map(whole ? [] : own),
      whole,
      signal: input.signal,
    },
    passages,
  );
  return passages.map((passage, i) => {
    const packed = sentences.get(passage.passageId);
    return {
      ...passage,
      vector: vectors.get(hashes[i] ?? '') as Float32Array,
      ...(packed === undefined ? {} : { sentences: packed }),
    };
  });
}
