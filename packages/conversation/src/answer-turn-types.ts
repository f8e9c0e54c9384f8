import type { AnswerExtension, AspectChoice, ExpectedError, Turn } from '@personate/contracts';
import type { ChatMessage } from '@personate/language';

export interface AnswerTurnInput {
  personaId: string;
  /** Absent: the serving version. */
  version?: number;
  /** The client's whole history as OpenAI's wire format has it; the last one is the user's. */
  messages: readonly ChatMessage[];
  /** null: nobody vouches for a user, so no memory is read. */
  userId: string | null;
  keyId: string;
  /** The public and the key's groups. */
  audience: readonly string[];
  /** Absent: found by the history, else a new conversation. */
  conversationId?: string;
  /** From 0 (plain) to 100 (the persona's full quirks); absent: the persona's own. */
  style?: number;
  /** Aspects other than the persona's own, for measuring. */
  aspects?: AspectChoice;
  /** Nobody reads the reply before it is whole. */
  whole?: boolean;
  temperature?: number;
  maxTokens?: number;
  /** The client's: once aborted, what was said so far is stored and nothing more is yielded. */
  signal: AbortSignal;
}

/** One `serving`, one `start`, then deltas and cites, then exactly one `done` or `error`; none of both after an abort. */
export type AnswerEvent =
  /** Who will answer, before anything is asked of anybody. */
  | { type: 'serving'; disclosure: string }
  /** The decision stands; citations are still empty. */
  | { type: 'start'; extension: Partial<AnswerExtension> }
  | { type: 'delta'; text: string }
  /** Follows the text it supports; `n` is the citation's number in the final extension. */
  | { type: 'cite'; n: number }
  /** The turn is stored by now; null for housekeeping, which never is. */
  | {
      type: 'done';
      turn: Turn | null;
      extension: AnswerExtension;
      usage?: { promptTokens: number; completionTokens: number };
    }
  /** The model failed in mid-stream: what came stands, and is stored with status `failed`. */
  | { type: 'error'; error: ExpectedError; turn: Turn; extension: AnswerExtension };
