import type { Server } from '../../tests/harness/server.ts';
import { askStreamed } from '../measure/ask-streamed.ts';
import { median } from '../measure/summarise.ts';
import { shippedQuestions } from '../measure/shipped-questions.ts';

/** That many questions, the shipped personas in turn; the median answer's ms. */
export async function chat(server: Server, count: number): Promise<number> {
  const { items } = await server.call<{ items: Array<{ id: string }> }>('GET', '/v1/personas');
  const questions = await Promise.all(
    items.map(async ({ id }) => {
      const { answer, decline } = await shippedQuestions(id);
      return [...answer, ...decline].map((content) => ({ id, content }));
    }),
  );
  const each: number[] = [];
  for (let i = 0; i < count; i += 1) {
    const ofPersona = questions[i % questions.length] ?? [];
    const asked = ofPersona[Math.floor(i / questions.length) % ofPersona.length];
    if (asked === undefined) throw new Error('no persona was loaded');
    const { totalMs } = await askStreamed({
      baseUrl: `${server.url}/v1`,
      key: server.key,
      model: asked.id,
      messages: [{ role: 'user', content: asked.content }],
    });
    each.push(totalMs);
  }
  return median(each);
}
