import type { Passage } from '@personate/contracts';
import { removeNames } from './remove-names.ts';

/** Part of every embedder's identity: what is embedded for a passage follows from it. */
export const embeddingTextVersion = 1;

export interface EmbeddingTextOptions {
  /** Who takes part in the passage's conversation, the persona among them: their names are left out. */
  participants: readonly string[];
  countTokens: (text: string) => number | Promise<number>;
  /** The embedder's window. */
  maxTokens: number;
}

/**
 * What is embedded for a passage: its text without the participants' names (every turn of a conversation
 * says them, so they only blur), after its title and headings as far as the window has room for them.
 */
export async function embeddingText(
  passage: Pick<Passage, 'text' | 'title' | 'headings'>,
  options: EmbeddingTextOptions,
): Promise<string> {
  const bare = removeNames(passage.text, options.participants);
  // A greeting may be nothing but a name.
  const body = /[\p{L}\p{N}]/u.test(bare) ? bare : passage.text.trim();
  const path = [passage.title, ...passage.headings].filter(
    (part): part is string => part !== undefined && part.trim() !== '',
  );
  // The innermost heading says most about the text under it: the outer ones give way first.
  for (let from = 0; from < path.length; from++) {
    const candidate = `${path.slice(from).join(': ')}: ${body}`;
    if ((await options.countTokens(candidate)) <= options.maxTokens) return candidate;
  }
  return body;
}
