import type { EvaluationClient, Reply } from '../ask.ts';

const longestText = 4_000;
/** The server scores so many at a time. */
const atOnce = 200;

export type ScoreOf = (reply: Reply | null) => number | null;

/** How much each reply sounds like the persona, 0..1; null where nothing was said. */
export async function scoreReplies(
  client: Pick<EvaluationClient, 'personas'>,
  input: { personaId: string; replies: ReadonlyArray<Reply | null>; signal: AbortSignal },
): Promise<ScoreOf> {
  const { personaId, replies, signal } = input;
  const textOf = (reply: Reply | null) => reply?.text.slice(0, longestText) ?? '';
  const texts = [...new Set(replies.map(textOf))].filter((text) => text !== '').slice(0, atOnce);
  const { scores } = await client.personas.tone(personaId, { texts }, signal);
  const known = new Map(texts.map((text, place) => [text, scores[place] ?? null]));
  return (reply) => known.get(textOf(reply)) ?? null;
}
