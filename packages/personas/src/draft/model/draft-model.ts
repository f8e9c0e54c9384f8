import type { z } from 'zod';
import type { PromptMessage } from '../../prompt/prompt-types.ts';

/** A language model that answers with an object of a schema. */
export interface DraftModel {
  readonly name: string;
  /**
   * What is valid of its answer (null when nothing is), and what had to be left out, one line each.
   * @throws ExpectedError when the model cannot be reached or does not answer.
   */
  ask<Value>(
    request: {
      name: string;
      messages: readonly PromptMessage[];
      schema: z.ZodType<Value>;
      maxTokens: number;
      /** When it fires, what has come by then is the answer. */
      endsBy?: AbortSignal;
    },
    signal: AbortSignal,
  ): Promise<{ value: Value | null; lost: string[] }>;
}
