import type { AnswerTurnDeps, ServingPersona } from './deps.ts';

/** The same, with whoever speaks for this persona: a tuned model of its own goes before the server's. */
export function spokenBy<Deps extends AnswerTurnDeps>(
  deps: Deps,
  { tunedModel }: Pick<ServingPersona, 'tunedModel'>,
): Deps {
  if (tunedModel === undefined || deps.tunedSpeaker === undefined) return deps;
  return { ...deps, speaker: deps.tunedSpeaker(tunedModel) };
}
