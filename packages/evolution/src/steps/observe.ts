import type { Observations, RunStart, SequencedTurn } from '../evolution-run.ts';
import { observeMessage, tellsOfCrisis } from '@personate/language';

/** Reads the users' own messages; only of users somebody vouches for, only of turns that stand. */
export function observe({ turns, version }: RunStart): Observations {
  if (version.document.evolution.mode === 'off') return [];
  return turns.flatMap((turn) => {
    const { userId, question, turnId, createdAt } = turn;
    if (userId === null || !isLearntFrom(turn)) return [];
    const day = createdAt.slice(0, 10);
    const seen = observeMessage(question, { day, personaName: version.document.name });
    if (seen.statements.length === 0 && seen.doubted.length === 0) return [];
    return [{ turnId, userId, at: createdAt, ...seen }];
  });
}

/**
 * Replaced, aborted and failed turns were not conversation; what a client asks for its own ends is none either; and what
 * somebody in need says is not kept to be told to them again.
 */
export function isLearntFrom({ status, extension, question }: SequencedTurn): boolean {
  return (
    status === 'complete' && extension.reason !== 'housekeeping' && tellsOfCrisis(question) === null
  );
}
