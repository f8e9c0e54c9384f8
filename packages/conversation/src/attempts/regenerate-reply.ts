import { correctionPrompt } from '@personate/personas';
import type { SpeakRequest } from '@personate/language';
import type { Canon } from '../check/improvise.ts';
import type { AnswerTurnDeps } from '../deps.ts';
import { attemptReply, usageOf, withNote, type Attempt, type ReplyPart } from './attempt-reply.ts';

export interface RegenerateInput {
  request: SpeakRequest;
  /** Times that it may be asked for again. */
  again: number;
  /** Nobody reads it before its end, so that it may be held back. */
  whole: boolean;
  /** Told of the reply that is given, and of how many were not. */
  onAttempt: (attempt: Attempt, regenerated: number) => void;
  /** Absent: nothing may be made up. */
  canon?: Canon;
  signal: AbortSignal;
}

/**
 * Speaks; a reply of which the check leaves too little is asked for again with what was wrong named. What is streamed is
 * asked for again only before its first word: where nothing of it could be said.
 */
export async function* regenerateReply(
  deps: AnswerTurnDeps,
  input: RegenerateInput,
): AsyncGenerator<ReplyPart, void, undefined> {
  const { again, whole, onAttempt, signal } = input;
  let { request } = input;
  for (let tries = 0; ; tries += 1) {
    const attempt = attemptReply(deps, request, signal, input.canon);
    onAttempt(attempt, tries);
    if (tries >= again) {
      yield* attempt.parts;
      return;
    }
    const held: ReplyPart[] = [];
    const end = yield* speakUnlessWrong(attempt, held, whole);
    if (end === 'said') return;
    yield* usageOf(held);
    request = withNote(input.request, correctionPrompt.render(attempt.wrong));
  }
}

async function* speakUnlessWrong(
  { parts, told }: Attempt,
  held: ReplyPart[],
  whole: boolean,
): AsyncGenerator<ReplyPart, 'said' | 'wrong', undefined> {
  let open = false;
  /** By rules there is nothing to say otherwise. */
  let byFallback = false;
  try {
    for await (const part of parts) {
      if (part.type === 'speaker') byFallback ||= part.failed || part.speaker.model === undefined;
      if (!open && part.type === 'declined' && told.struck > 0 && !byFallback) return 'wrong';
      if (!open && part.type === 'text' && !whole) {
        open = true;
        yield* held;
      }
      if (open) yield part;
      else held.push(part);
    }
  } catch (error) {
    if (!open) yield* held;
    throw error;
  }
  if (open) return 'said';
  if (!byFallback && told.struck * 2 > told.sentences) return 'wrong';
  yield* held;
  return 'said';
}
