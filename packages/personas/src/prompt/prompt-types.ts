import type { Decision, PersonaDocument, Reason, SearchResult } from '@personate/contracts';

export interface PromptMessage {
  role: 'system' | 'user' | 'assistant';
  content: string;
}

export interface PromptInput {
  document: PersonaDocument;
  /** Best first; the model cites `evidence[n - 1]` as `[n]`. */
  evidence: readonly SearchResult[];
  /** What this user told the persona before. */
  memories: ReadonlyArray<{ id: string; text: string; quote: string }>;
  /** The conversation so far, oldest first, without the question. */
  history: readonly PromptMessage[];
  question: string;
  decision: Decision;
  reason?: Reason | undefined;
  /** BCP 47 of the reply. */
  language: string;
  /** The day of the conversation, ISO 8601. Not told to a persona whose knowledge ends at a date. */
  today: string;
}

export interface PromptPart {
  /** Stable, for displays and tests: `character`, `goals`, `voice`, `limits`, `rules`, then the turn's own. */
  name: string;
  text: string;
  /** Estimated: four characters a token. */
  tokens: number;
}

export interface Prompt {
  messages: PromptMessage[];
  /** What the messages are made of, in order; empty parts are left out. */
  parts: PromptPart[];
}

/** One text of the library. `version` grows when its wording changes, so that evaluations can name what they measured. */
export interface PromptTemplate<Input> {
  name: string;
  version: number;
  render(input: Input): string;
}
