import type { ChatCompletion } from '@personate/contracts';
import type { AnswerPiece } from './run-answer.ts';

export interface CompletionHead {
  id: string;
  /** Seconds since 1970. */
  created: number;
  model: string;
}

/** The whole answer at once; null when the client has gone. */
export async function complete(
  pieces: AsyncIterable<AnswerPiece>,
  head: CompletionHead,
): Promise<ChatCompletion | null> {
  for await (const piece of pieces) {
    if (piece.type !== 'ended') continue;
    return {
      ...head,
      object: 'chat.completion',
      choices: [
        {
          index: 0,
          message: {
            role: 'assistant',
            content: piece.content,
            refusal: null,
            annotations: piece.annotations,
          },
          logprobs: null,
          finish_reason: 'stop',
        },
      ],
      usage: piece.usage,
      personate: piece.extension,
    };
  }
  return null;
}
