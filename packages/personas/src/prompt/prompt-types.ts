import type { HumourInput } from '../prompts/humour.ts';
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
  /** Typical responses, most like the question first, by whoever can compare meanings; absent: compared by words. */
  examples?: ReadonlyArray<PersonaDocument['persona']['typicalResponses'][number]>;
  decision: Decision;
  reason?: Reason | undefined;
  /** BCP 47 of the reply. */
  language: string;
  /** From 0 (plain) to 1 (the persona's full quirks); absent: as the voice says. */
  style?: number;
  /** Absent: nothing is said of humour. */
  humour?: HumourInput;
  /** The day of the conversation, ISO 8601. Not told to a persona whose knowledge ends at a date. */
  today: string;
}

export interface PromptPart {
  /** Stable, for displays and tests: `character`, `goals`, `voice`, `limits`, `rules`, then the turn's own. */
  name: string;
  text: string;
  /** Estimated; see `estimateTokens`. */
  tokens: number;
  /** Most that it may take, by the same estimate; null for the date alone. */
  budget: number | null;
  /** The same to the byte in every turn of a version. */
  stable: boolean;
  /** The library's text that it was made by; null for the conversation and the date. */
  prompt: { name: string; version: number } | null;
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
