import type { AnswerTurnDeps, ProbeResult } from '../../packages/conversation/src/index.ts';

/** What one turn saw, by external ids, best first. */
export interface Seen {
  /** By recall alone. */
  recalled: string[];
  /** By the speaker, after the close reading; empty where the turn was declined. */
  read: string[];
}

/** The same deps, noting what each question's turn saw. */
export function watchTurns(deps: AnswerTurnDeps): { deps: AnswerTurnDeps; taken: () => Seen } {
  let seen: Seen = { recalled: [], read: [] };
  const { speaker } = deps;
  return {
    deps: {
      ...deps,
      recall: async (from, input) => {
        const found = await deps.recall(from, input);
        // A paraphrase is searched second.
        if (seen.recalled.length === 0)
          seen.recalled = found.results.map(({ documentId }) => documentId);
        return found;
      },
      speaker: {
        name: speaker.name,
        speak: (request, signal) => {
          seen.read = request.evidence.map(({ documentId }) => documentId);
          return speaker.speak(request, signal);
        },
      },
    },
    taken: () => {
      const was = seen;
      seen = { recalled: [], read: [] };
      return was;
    },
  };
}

export const losses = [
  'cited',
  'spoken from another document, though first when read',
  'spoken from another document, though among the first three when read',
  'spoken from another document, though among those read',
  'declined, though among the first ten recalled',
  'not among those read, though among the first ten recalled',
  'not among the first ten recalled',
] as const;
export type Loss = (typeof losses)[number];

/** Where the right document was lost. */
export function lossOf({ passed, wanted, decision }: ProbeResult, { recalled, read }: Seen): Loss {
  if (passed) return 'cited';
  const place = (ids: readonly string[]): number => ids.findIndex((id) => wanted.includes(id));
  const within = (at: number, first: number): boolean => at >= 0 && at < first;
  if (decision === 'declined' && within(place(recalled), 10))
    return 'declined, though among the first ten recalled';
  const at = place(read);
  if (at === 0) return 'spoken from another document, though first when read';
  if (within(at, 3)) return 'spoken from another document, though among the first three when read';
  if (at > 0) return 'spoken from another document, though among those read';
  return within(place(recalled), 10)
    ? 'not among those read, though among the first ten recalled'
    : 'not among the first ten recalled';
}
