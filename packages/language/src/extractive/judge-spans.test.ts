import { describe, expect, test } from '@jest/globals';
import { personaDocumentSchema, type Stance } from '@personate/contracts';
import type { Span } from './build-spans.ts';
import { judgeSpans } from './judge-spans.ts';
import { plainTerms } from './plain-terms.ts';
import { sampleEvidence } from './sample-evidence.ts';

const persona = personaDocumentSchema.parse({
  id: 'ida',
  name: 'Ida Berg',
  subject: { kind: 'fictional' },
  disclosure: 'Ida Berg is synthetic.',
  persona: { summary: 'Ida Berg is a boat builder from Kiel. She built eleven boats.' },
});

function span(stance: Stance, original: string, spoken: string, language = 'en'): Span {
  const evidence = sampleEvidence(1, original, { stance });
  const sentences = { sentences: [spoken], originals: [original] };
  return { n: 1, evidence, language, ...sentences, at: 0, telling: 'own', words: 4 };
}

/** What was compared with what, the question's own form alone. */
async function compared(spans: readonly Span[], language = 'en'): Promise<Map<string, string>> {
  const seen = new Map<string, string>();
  const relevance = {
    analyse: plainTerms,
    similarity: async (asked: string, texts: readonly string[]) => {
      if (asked.endsWith('?')) for (const text of texts) seen.set(text, asked);
      return texts.map((text) => text.length / 100);
    },
  };
  const asked = { persona, question: 'Were you born in Kiel?', language };
  const judgementsOf = await judgeSpans(spans, asked, relevance, new AbortController().signal);
  for (const one of spans) expect(judgementsOf(one)[0]?.score).toBeGreaterThan(0);
  return seen;
}

describe('sentences are compared with the question as they stand', () => {
  test('those on the persona with the question put about it, as they call it', async () => {
    const seen = await compared([
      span('about', 'Ida came from Kiel.', 'I came from Kiel.'),
      span('about', 'She came from Kiel.', 'I came from Kiel.'),
    ]);
    expect(Object.fromEntries(seen)).toEqual({
      'Ida came from Kiel.': 'Was Ida born in Kiel?',
      'She came from Kiel.': 'Was she born in Kiel?',
    });
  });

  test('its own with the question as it was asked', async () => {
    const seen = await compared([span('by', 'I came from Kiel.', 'I came from Kiel.')]);
    expect(seen.get('I came from Kiel.')).toBe('Were you born in Kiel?');
  });

  test('in another language than English as they will be spoken', async () => {
    const seen = await compared([span('about', 'Ida kam aus Kiel.', 'Ich kam aus Kiel.', 'de')]);
    expect(seen.get('Ich kam aus Kiel.')).toBe('Were you born in Kiel?');
  });
});
