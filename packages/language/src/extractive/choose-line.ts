import type { ChatMessage } from '../speaker.ts';

/** FNV-1a, 32 bit: the same text gives the same variant on every machine. */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    hash ^= text.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193) >>> 0;
  }
  return hash;
}

/** The seed of a turn: its question and its place in the conversation. */
export function turnSeed(question: string, history: readonly ChatMessage[]): number {
  return seedOf(`${history.length}\u0000${question.trim().toLowerCase()}`);
}

/** The persona's last replies, latest first. */
export function lastReplies(history: readonly ChatMessage[], count: number): string[] {
  return history
    .filter((message) => message.role === 'assistant')
    .slice(-count)
    .reverse()
    .map((message) => message.content);
}

/**
 * One of the lines, by the seed; never one that the persona's last two replies hold, unless all of them do:
 * then one that the very last does not.
 */
export function chooseLine(
  lines: readonly string[],
  seed: number,
  history: readonly ChatMessage[],
): string | null {
  if (lines.length === 0) return null;
  const recent = lastReplies(history, 2);
  const turned = lines.map((_, index) => lines[(seed + index) % lines.length] ?? '');
  const unsaid = turned.find((line) => !recent.some((reply) => reply.includes(line)));
  return unsaid ?? turned.find((line) => recent[0]?.includes(line) !== true) ?? turned[0] ?? null;
}
