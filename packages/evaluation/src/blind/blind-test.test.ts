import { expect, it } from '@jest/globals';
import type { EvaluationClient } from '../ask.ts';
import { makeBlindTest } from './make-blind-test.ts';
import { renderBlindTest } from './render-blind-test.ts';

const { signal } = new AbortController();
const own = Array.from(
  { length: 12 },
  (_, n) => `I planed plank number ${n} by hand and it took me a week.`,
);

/** Replies to question n with a text of the persona's own for every third of them. */
function clientOf(samples: readonly string[]): EvaluationClient {
  const known = {
    status: async () => ({ speaker: { kind: 'extractive' } }),
    personas: {
      get: async () => ({ name: 'Ida <b>', headVersion: 2 }),
      tone: async () => ({ samples }),
    },
    conversations: { delete: async () => undefined },
    complete: async ({ messages }: { messages: Array<{ content: string }> }) => {
      const n = Number(messages[0]?.content);
      const content = n % 3 === 0 ? own[n] : `Well now, about ${n} I would say that it is grand.`;
      return {
        choices: [{ message: { content } }],
        personate: { decision: 'answered', citations: [], conversationId: `c${n}` },
      };
    },
  };
  return known as unknown as EvaluationClient;
}
const probes = {
  answer: own.map((_, n) => ({ question: `${n}`, documents: ['a'] })),
  decline: [],
};
const made = (samples: readonly string[]) =>
  makeBlindTest(clientOf(samples), { personaId: 'ida', probes, signal });

it('pairs a reply with a text of its own that no reply quotes, each once', async () => {
  const { pairs } = await made(own);
  const texts = pairs.map((pair) => pair.own);
  expect(new Set(texts).size).toBe(texts.length);
  expect(texts.length).toBeGreaterThanOrEqual(6);
  expect(texts.every((text) => own.indexOf(text) % 3 !== 0)).toBe(true);
});

it('is refused where there are too few of its own texts', async () => {
  await expect(made(own.slice(0, 4))).rejects.toMatchObject({
    code: 'evaluation.too-little-for-blind-test',
  });
});

it('is a page that loads nothing and shows what was said as text', async () => {
  const page = renderBlindTest(await made(own));
  expect(page).toContain('Which one is Ida &lt;b&gt;?');
  expect(page).not.toMatch(/<[^>]+ (?:src|href)=|url\(|https?:/u);
  expect(page).toMatch(/script-src 'sha256-[\w+/=]{44}'/u);
});
