import { resolve } from 'node:path';
import { readProbes } from '../../packages/cli/src/probe/read-probes.ts';

const root = resolve(import.meta.dirname, '..', '..');

/** What a shipped persona must answer, and what lies beyond it. */
export async function shippedQuestions(
  personaId: string,
): Promise<{ answer: string[]; decline: string[] }> {
  const probes = await readProbes(
    { cwd: root, root, stdin: process.stdin },
    { personaId, file: undefined },
  );
  return {
    answer: probes.answer.map(({ question }) => question),
    decline: probes.decline.map(({ question }) => question),
  };
}
