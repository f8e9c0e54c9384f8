import type { ChatChunk, ProblemDocument } from '@personate/contracts';
import { doneEvent, heartbeatEvent, serverEvent, withHeartbeat } from '../http/event-stream.ts';
import { clientGone } from '../http/request-signal.ts';
import type { CompletionHead } from './complete.ts';
import type { AnswerPiece } from './run-answer.ts';

type Delta = ChatChunk['choices'][number]['delta'];

/**
 * The answer as OpenAI's chunks: the first has the role, the last `finish_reason`, annotations and `personate`,
 * then usage if it was asked for, then `[DONE]`. An error after the first one is an event of its own, and the end.
 */
export async function* streamCompletion(
  pieces: AsyncIterable<AnswerPiece>,
  head: CompletionHead,
  options: {
    includeUsage: boolean;
    heartbeatMs: number;
    signal: AbortSignal;
    problemOf: (error: unknown) => ProblemDocument;
  },
): AsyncGenerator<string> {
  const chunk = (delta: Delta, last?: { personate: ChatChunk['personate'] }): ChatChunk => ({
    ...head,
    object: 'chat.completion.chunk',
    choices: [{ index: 0, delta, logprobs: null, finish_reason: last ? 'stop' : null }],
    ...(options.includeUsage ? { usage: null } : {}),
    ...last,
  });
  try {
    yield serverEvent(chunk({ role: 'assistant', content: '' }));
    for await (const piece of withHeartbeat(pieces, options.heartbeatMs)) {
      if (piece === undefined) yield heartbeatEvent;
      else if (piece.type === 'text') yield serverEvent(chunk({ content: piece.text }));
      else if (piece.type === 'ended') {
        const { annotations, extension } = piece;
        yield serverEvent(
          chunk(annotations.length > 0 ? { annotations } : {}, { personate: extension }),
        );
        if (options.includeUsage) {
          yield serverEvent({ ...chunk({}), choices: [], usage: piece.usage } satisfies ChatChunk);
        }
        yield doneEvent;
      }
    }
  } catch (error) {
    if (clientGone(options.signal)) return;
    const reason: unknown = options.signal.aborted ? options.signal.reason : error;
    yield serverEvent(options.problemOf(reason));
  }
}
