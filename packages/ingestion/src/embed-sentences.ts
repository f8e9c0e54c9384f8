import type { Passage } from '@personate/contracts';
import { packVectors, type Embedder } from '@personate/knowledge';
import {
  readableSentences,
  sentencesFamily,
  sentencesIdentity,
  sentencesKey,
  wholeText,
} from '@personate/language';
import type { ProjectDeps } from './deps.ts';
import { sha256 } from './identity.ts';

export interface EmbedSentencesInput {
  personaId: string;
  /** The one that questions are compared with sentences by: the bundled one, whatever embeds the passages. */
  embedder: Embedder;
  /** Texts whose vectors by it are at hand: a passage of one sentence is embedded once. */
  known: ReadonlyMap<string, Float32Array>;
  /** The passages' own vectors are of another embedder: this one's of each as one is wanted too. */
  whole: boolean;
  signal: AbortSignal;
}

/** What has none is refused by every embedder. */
const hasWords = /[\p{L}\p{N}]/u;
/** Sentences handed to the embedder at a time: bounds what waits, and what an abort loses. */
const sentencesPerStep = 512;

/**
 * Vectors of the passages' sentences, packed, by passage id: a turn reads what it recalled sentence by sentence, and
 * has no time to embed them. What was embedded before is not again. Those with no sentence to be read, and the few
 * with one longer than the model's window, have none: they are embedded when they are read.
 */
export async function embedSentences(
  deps: Pick<ProjectDeps, 'embeddings'>,
  input: EmbedSentencesInput,
  passages: readonly Passage[],
): Promise<Map<string, Uint8Array>> {
  const { personaId, embedder, whole } = input;
  const identity = sentencesIdentity(embedder.identity);
  const keys = passages.map((passage) => sentencesKey(embedder.identity, passage, whole));
  const hashes = keys.map(sha256);
  const packed = await deps.embeddings.findPacked(personaId, identity, [...new Set(hashes)]);
  const missing = new Map<string, { key: string; texts: string[] }>();
  for (const [i, passage] of passages.entries()) {
    const hash = hashes[i] ?? '';
    if (packed.has(hash) || missing.has(hash)) continue;
    const texts = readableSentences(passage.text, passage.language);
    if (whole) texts.push(await wholeThatFits(embedder, passage));
    if (texts.length > 0 && (await fitAll(embedder, texts)))
      missing.set(hash, { key: keys[i] ?? '', texts });
  }
  const vectors = await embedTexts(
    input,
    [...missing.values()].flatMap(({ texts }) => texts),
  );
  const fresh = new Map(
    [...missing].map(([hash, { key, texts }]) => {
      const own = texts.map((text) => vectors.get(text) as Float32Array);
      return [hash, packVectors(key, own)] as const;
    }),
  );
  if (fresh.size > 0) await deps.embeddings.putPacked({ personaId, identity }, fresh);
  for (const [hash, bytes] of fresh) packed.set(hash, bytes);
  const read = passages.flatMap(({ passageId }, i) => {
    const bytes = packed.get(hashes[i] ?? '');
    return bytes === undefined ? [] : [{ passageId, textHash: hashes[i] ?? '', bytes }];
  });
  await deps.embeddings.refer(personaId, identity, read, sentencesFamily);
  return new Map(read.map(({ passageId, bytes }) => [passageId, bytes]));
}

async function embedTexts(
  { embedder, known, signal }: EmbedSentencesInput,
  texts: readonly string[],
): Promise<Map<string, Float32Array>> {
  const vectors = new Map<string, Float32Array>();
  for (const text of new Set(texts)) {
    const vector = known.get(text);
    if (vector !== undefined) vectors.set(text, vector);
  }
  const wanted = [...new Set(texts)].filter((text) => !vectors.has(text));
  for (let from = 0; from < wanted.length; from += sentencesPerStep) {
    const some = wanted.slice(from, from + sentencesPerStep);
    for (const [i, vector] of (await embedder.embed(some, signal)).entries())
      vectors.set(some[i] ?? '', vector);
  }
  return vectors;
}

/** The title gives way, as it does in what is embedded for a passage. */
async function wholeThatFits(embedder: Embedder, passage: Passage): Promise<string> {
  const titled = wholeText(passage);
  return (await embedder.countTokens(titled)) <= embedder.maxTokens ? titled : passage.text;
}

async function fitAll(embedder: Embedder, texts: readonly string[]): Promise<boolean> {
  for (const text of texts)
    if (!hasWords.test(text) || (await embedder.countTokens(text)) > embedder.maxTokens)
      return false;
  return true;
}
