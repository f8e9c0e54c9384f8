import { ExpectedError, requireConsent } from '@personate/contracts';
import type { AnswerEvent, AnswerTurnInput } from './answer-turn-types.ts';
import type { AnswerTurnDeps } from './deps.ts';
import { answerChore } from './housekeeping/answer-chore.ts';
import { detectHousekeeping } from './housekeeping/detect-housekeeping.ts';
import { prepareTurn } from './prepare-turn.ts';
import { speakAndKeep } from './speak-and-keep.ts';
import { spokenBy } from './spoken-by.ts';

/**
 * One turn: read the persona → understand → recall → decide → speak → check → store → poke.
 * The turn is stored before `done` is yielded. When the client goes away, what was said so far is stored as
 * aborted and nothing more is yielded.
 * Whether it may answer at all is asked of the persona's head, whatever version was asked for; consent that is
 * withdrawn in mid-answer ends it like a client that goes, with `persona.consent-withdrawn`.
 * @throws personaMissing; ExpectedError `persona.*`, `chat.no-question`, `conversation.not-yours`, `embedding.*`,
 * before the first event; the abort's reason.
 */
export async function* answerTurn(
  deps: AnswerTurnDeps,
  input: AnswerTurnInput,
): AsyncGenerator<AnswerEvent, void, undefined> {
  const startedAt = performance.now();
  input.signal.throwIfAborted();
  const serving = await deps.personas.serving(input.personaId, input.version);
  requireConsent(input.personaId, serving.consent);
  // Whoever asks now would take it for ignorant.
  if (await deps.personas.isLoading({ ...input, uid: serving.uid })) throw loading(input.personaId);
  yield { type: 'serving', disclosure: serving.version.document.disclosure };
  const chore = detectHousekeeping(input.messages);
  if (chore !== null) {
    yield* answerChore(chore, input.messages, serving, startedAt);
    return;
  }
  const watched = deps.personaWatch.watch(input.personaId, input.signal);
  try {
    const turn = { ...input, signal: watched.signal };
    const spoken = spokenBy(deps, serving);
    yield* speakAndKeep(spoken, turn, await prepareTurn(spoken, turn, serving, startedAt));
  } finally {
    watched.end();
  }
}

function loading(personaId: string): ExpectedError {
  return new ExpectedError(
    'unavailable',
    'persona.loading',
    `The first documents of "${personaId}" are being read: it knows next to nothing yet.`,
    { fix: 'Ask again in a minute; GET /v1/personas/{id}/ingestions says how far it is.' },
  );
}
