import type { Decision, PersonaDocument, Reason, SearchResult } from '@personate/contracts';

export interface ChatMessage {
  role: 'system' | 'user' | 'assistant';
  content: string;
}

export interface SpeakRequest {
  persona: PersonaDocument;
  /** What was asked, understood as standing alone. */
  question: string;
  /** BCP 47 of the question. */
  language: string;
  decision: Decision;
  reason?: Reason;
  /** Best first; citation n is `evidence[n - 1]`. */
  evidence: readonly SearchResult[];
  memories: ReadonlyArray<{ id: string; text: string; quote: string }>;
  /** The conversation so far, oldest first, without the question. */
  history: readonly ChatMessage[];
  /** The whole prompt for a model: stable part, then evidence and memory as data, history, question. */
  prompt: readonly ChatMessage[];
  /** From 0 (plain) to 1 (the persona's full quirks). */
  style: number;
  temperature?: number;
  maxTokens?: number;
}

/** `cite` follows the text it supports. */
export type SpokenPart =
  | { type: 'text'; text: string }
  | { type: 'cite'; n: number }
  | { type: 'usage'; promptTokens: number; completionTokens: number };

export interface Speaker {
  /** `extractive` or `endpoint`. */
  readonly name: string;
  readonly model?: string;
  /**
   * Streams the reply; whole words or sentences as they come.
   * @throws ExpectedError `model.timeout`, `model.throttled`, `model.unavailable`, `model.garbage`, `model.refused` — also in mid-stream.
   */
  speak(request: SpeakRequest, signal: AbortSignal): AsyncIterable<SpokenPart>;
}
