import type { EvaluationClient, Reply } from '../ask.ts';

const longestText = 4_000;
/** The server scores so many groups at a time. */
const atOnce = 100;

/**
 * How much each reply sounds like the persona, 0..1; those to one question are scored by one head, so that they compare.
 * null where nothing was said.
 */
export async function scoreReplies(
  client: Pick<EvaluationClient, 'personas'>,
  input: {
    personaId: string;
    replies: ReadonlyArray<ReadonlyArray<Reply | null>>;
    signal: AbortSignal;
  },
): Promise<Array<Array<number | null>>> {
  const { personaId, signal } = input;
  const texts = input.replies
    .slice(0, atOnce)
    .map((replies) => replies.map((reply) => reply?.text.slice(0, longestText) ?? ''));
  const groups = texts.map((group) => group.filter((text) => text !== ''));
  const asked = groups.filter((group) => group.length > 0);
  const { scores } = await client.personas.tone(personaId, { groups: asked }, signal);
  let next = 0;
  return texts.map((group, n) => {
    const of = groups[n]?.length === 0 ? [] : [...(scores[next++] ?? [])];
    return group.map((text) => (text === '' ? null : (of.shift() ?? null)));
  });
}
