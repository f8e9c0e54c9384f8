import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { personaDocumentSchema } from '@personate/contracts';
import {
  analyse,
  MemoryKnowledgeStores,
  packVectors,
  recall,
  type EmbeddedPassage,
  type Embedder,
  type KnowledgeReader,
} from '@personate/knowledge';
import { readableSentences, sentencesKey } from '@personate/language';
import { createSimilarity, recallEvidence, understandQuestion } from '../src/index.ts';
import { ida, wordEmbedder } from './memory-world.ts';

const { signal } = new AbortController();
const persona = personaDocumentSchema.parse(ida);
const texts = [
  'I plank my boats in larch from Norway. Larch bends without breaking. So I was told.',
  'I learned to build boats at the school on Orust. It was a cold winter there.',
];

/** Every batch that it was asked for. */
interface Counting extends Embedder {
  batches: string[][];
}
function counting(identity = wordEmbedder.identity): Counting {
  const batches: string[][] = [];
  return {
    ...wordEmbedder,
    identity,
    batches,
    embed: async (some, abort) => {
      batches.push([...some]);
      return wordEmbedder.embed(some, abort);
    },
  };
}

async function readerOf(
  sentences: (text: string) => Promise<Uint8Array | undefined>,
  embeddingIdentity = wordEmbedder.identity,
): Promise<KnowledgeReader> {
  const stores = new MemoryKnowledgeStores();
  const { dimensions } = wordEmbedder;
  const spec = { personaId: 'ida', personaUid: randomUUID(), generation: 1, embeddingIdentity, dimensions }; // prettier-ignore
  const vectors = await wordEmbedder.embed(texts, signal);
  const passages: EmbeddedPassage[] = [];
  for (const [i, text] of texts.entries()) {
    const packed = await sentences(text);
    passages.push({
      passageId: randomUUID(),
      documentKey: randomUUID(),
      externalId: `d${i}`,
      sourceId: 'notes',
      ordinal: 0,
      headings: [],
      author: { name: 'Ida Berg' },
      text,
      stance: 'by',
      kind: 'history',
      language: 'en',
      audience: ['public'],
      before: [],
      after: [],
      fingerprint: '',
      vector: vectors[i] as Float32Array,
      ...(packed === undefined ? {} : { sentences: packed }),
    });
  }
  const writer = await stores.writer(spec, signal);
  await writer.replaceDocuments(passages.map(({ documentKey }) => documentKey), passages, signal); // prettier-ignore
  return stores.reader(spec, signal);
}

const packed = async (
  text: string,
  { by = wordEmbedder.identity, of = text, whole = false } = {},
) =>
  packVectors(
    sentencesKey(by, { text: of, language: 'en' }, whole),
    await wordEmbedder.embed([...readableSentences(text, 'en'), ...(whole ? [text] : [])], signal),
  );

describe('what a turn recalls', () => {
  let embedder: Counting;
  beforeEach(() => {
    embedder = counting();
  });
  const ask = async (store: KnowledgeReader, question: string, by: Embedder = embedder) => {
    const recalled = await recallEvidence(
      {
        knowledge: { open: async () => ({ store, embedder: by }) },
        recall,
        analyse,
        similarity: createSimilarity(embedder),
      },
      {
        persona,
        understanding: understandQuestion(question, [], persona),
        audience: ['public'],
        signal,
      },
    );
    if (recalled === null) throw new Error('it asks for no knowledge');
    return recalled;
  };
  const question = 'Which wood do you plank your boats in?';
  /** The question as its answer may begin: read with it. */
  const statement = 'Wood I plank my boats in.';

  it('is read sentence by sentence with nothing embedded but the question and its statement, in one batch', async () => {
    const { sentences, results } = await ask(await readerOf((text) => packed(text)), question);
    expect(embedder.batches).toEqual([[question, statement]]);
    expect(sentences).toHaveLength(5);
    const { sentences: slow, results: same } = await ask(
      await readerOf(async () => undefined),
      question,
    );
    expect(results.map(({ documentId }) => documentId)).toEqual(
      same.map(({ documentId }) => documentId),
    );
    for (const [i, { cosine, ...rest }] of sentences.entries()) {
      const { cosine: exact, ...others } = slow[i] ?? { cosine: Number.NaN };
      expect(cosine).toBeCloseTo(exact, 2);
      expect(rest).toEqual(others);
    }
  });

  it('is embedded when it is read, where ingestion has not', async () => {
    await ask(await readerOf(async () => undefined), question);
    expect(embedder.batches.flat().toSorted()).toEqual(
      [question, statement, ...texts.flatMap((text) => readableSentences(text, 'en'))].toSorted(),
    );
  });

  it.each([
    ['another embedder', (text: string) => packed(text, { by: 'another' })],
    ['an earlier text of the passage', (text: string) => packed(text, { of: `${text} Once.` })],
    ['nothing that can be read', async () => Uint8Array.of(1, 2, 3)],
  ])('is embedded when what was stored is of %s', async (_, stored) => {
    const { sentences } = await ask(await readerOf(stored), question);
    expect(sentences[0]?.cosine).toBeGreaterThan(0);
    expect(embedder.batches.flat()).toContain('Larch bends without breaking.');
  });

  it('embeds the question with the persona’s name and without it in one batch, each once', async () => {
    const named = 'Ida, which wood do you plank your boats in?';
    await ask(await readerOf((text) => packed(text)), named);
    expect(embedder.batches).toHaveLength(1);
    const [batch = []] = embedder.batches;
    expect(new Set(batch).size).toBe(batch.length);
    expect(batch).toContain(named);
  });

  it('asks the generation’s own embedder for its vector, and the fitted one for the reading', async () => {
    const other = counting('endpoint/other');
    const { results } = await ask(
      await readerOf((text) => packed(text, { whole: true }), other.identity),
      question,
      other,
    );
    expect(other.batches).toEqual([[question]]);
    expect(embedder.batches).toEqual([[question, statement]]);
    const [asked, first] = await wordEmbedder.embed([question, results[0]?.text ?? ''], signal);
    const exact = asked?.reduce((sum, value, i) => sum + value * (first?.[i] ?? 0), 0);
    expect(exact).toBeGreaterThan(0.2);
    expect(results[0]?.signals.cosine).toBeCloseTo(exact ?? Number.NaN, 2);
  });

  it('is compared as one by the fitted embedder when it is read, where ingestion has not', async () => {
    const other = counting('endpoint/other');
    await ask(await readerOf((text) => packed(text), other.identity), question, other);
    expect(embedder.batches.flat()).toEqual(expect.arrayContaining([question, ...texts]));
  });
});
