import type { EvaluationClient, Reply } from './ask.ts';

/** The passages that a reply cites, as the store holds them, each with its document's id and date. */
export async function readCited(
  client: EvaluationClient,
  personaId: string,
  reply: Reply,
): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const { passageId, at, author } of reply.extension.citations) {
    if (texts.has(passageId)) continue;
    const { passage, before, after } = await client.knowledge.passage(personaId, passageId);
    const around = [...before, ...after].map(({ text }) => text);
    texts.set(passageId, [passage.text, ...around, at ?? '', author ?? ''].join('\n'));
  }
  return texts;
}
