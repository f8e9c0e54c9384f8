import { ExpectedError } from '@personate/contracts';
import type { SpeakRequest, Speaker, SpokenPart } from '@personate/language';
import type { Verdict } from './decide/decision-types.ts';
import type { AnswerTurnDeps } from './deps.ts';

/** Who speaks now, told before the first part. */
export interface SpeakerChange {
  type: 'speaker';
  speaker: Speaker;
  /** The first choice gave nothing usable. */
  failed: boolean;
}

/**
 * Streams the reply. What is settled by rules is never left to a model: declines, and what the persona is.
 * A model that fails before its first word is replaced by the fallback; later its error is thrown as it is.
 */
export async function* speakReply(
  deps: Pick<AnswerTurnDeps, 'speaker' | 'fallback' | 'log'>,
  request: SpeakRequest,
  signal: AbortSignal,
): AsyncGenerator<SpeakerChange | SpokenPart, void, undefined> {
  const first = settledByRules(request) ? deps.fallback : deps.speaker;
  yield { type: 'speaker', speaker: first, failed: false };
  let spoke = false;
  try {
    for await (const part of first.speak(request, signal)) {
      spoke ||= part.type === 'text';
      yield part;
    }
    return;
  } catch (error) {
    signal.throwIfAborted();
    if (spoke || first === deps.fallback) throw error;
    const code = error instanceof ExpectedError ? error.code : 'internal';
    const told = error instanceof ExpectedError ? { place: error.place } : { err: error };
    deps.log.warn(
      { personaId: request.persona.id, code, ...told },
      'model failed before its first word',
    );
  }
  yield { type: 'speaker', speaker: deps.fallback, failed: true };
  // By rules nothing is made up.
  const { reason, ...rest } = request;
  if (reason !== 'improvised') yield* deps.fallback.speak(request, signal);
  else {
    yield { type: 'declined' };
    yield* deps.fallback.speak({ ...rest, decision: 'declined', reason: 'no-evidence' }, signal);
  }
}

export function settledByRules({
  decision,
  reason,
}: Pick<Verdict, 'decision' | 'reason'>): boolean {
  return decision === 'declined' || reason === 'synthetic-identity';
}
