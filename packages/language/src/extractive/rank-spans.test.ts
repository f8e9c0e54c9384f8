import { expect, it } from '@jest/globals';
import { personaDocumentSchema } from '@personate/contracts';
import type { Span } from './build-spans.ts';
import { rankSpans } from './rank-spans.ts';
import { sampleEvidence } from './sample-evidence.ts';

const persona = personaDocumentSchema.parse({
  id: 'ida',
  name: 'Ida Berg',
  subject: { kind: 'fictional' },
  disclosure: 'Ida Berg is synthetic.',
});

function span(n: number, sentence: string, passage: { title: string | null; score: number }): Span {
  const evidence = sampleEvidence(n, sentence, passage);
  const own = { sentences: [sentence], originals: [sentence] };
  return { n, evidence, language: 'en', ...own, at: 0, telling: 'own', words: 14 };
}

it('a sentence under a title that the question names need not be near to it, nor say the word again', async () => {
  const cake = 'Whoever eats it on the first day will marry a southerner, as my grandmother said.';
  const race = 'I hold that parkrun is church for people who are fond of bananas and of mud.';
  const cosines = new Map([
    [cake, 0.18],
    [race, 0.38],
  ]);
  const ranked = await rankSpans(
    [span(1, cake, { title: 'Parkin', score: 12 }), span(2, race, { title: null, score: 4 })],
    { question: 'How do you make parkin?', language: 'en', persona },
    {
      analyse: (text) => text.toLowerCase().match(/parkin(?!\p{L})|parkrun|make/gu) ?? [],
      similarity: (_question, texts) =>
        Promise.resolve(texts.map((text) => cosines.get(text) ?? 0)),
    },
    new AbortController().signal,
  );
  expect(ranked.map(({ evidence }) => evidence.documentId)).toEqual(['d1', 'd2']);
});
