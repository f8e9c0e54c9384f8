import { setTimeout as wait } from 'node:timers/promises';
import type { Generation } from '@personate/contracts';
import { CliError } from '../cli-error.ts';
import { exitCodes, type ExitCode } from '../exit-code.ts';
import { ProgressDisplay } from '../output/progress-display.ts';
import type { Context } from '../program/cli.ts';

const lookEveryMs = 300;

/** Shows a generation until it serves; Ctrl-C stops watching, not the building. */
export async function watchGeneration(
  { client, out, io }: Context,
  first: Generation,
): Promise<ExitCode> {
  const { personaId, generation } = first;
  const leaving = new AbortController();
  const display = new ProgressDisplay(io.stderr);
  const unsubscribe = io.interrupts.subscribe(() => leaving.abort());
  let now = first;
  try {
    while (now.status === 'building' && !now.stopped) {
      const { phase, documents, total } = now.progress;
      display.show({ label: phase, done: documents, total, unit: 'documents' });
      await wait(lookEveryMs, undefined, { signal: leaving.signal });
      now = await client.knowledge.generation(personaId, generation);
    }
  } catch (error) {
    if (!leaving.signal.aborted) throw error;
    display.clear();
    out.result(now, () => [
      'It goes on without you watching.',
      `See it:  personate knowledge migrate ${personaId} --status`,
    ]);
    return exitCodes.interrupted;
  } finally {
    unsubscribe();
    display.clear();
  }
  if (now.error !== null && now.status === 'building') {
    const { code, message, fix } = now.error;
    throw new CliError(code, message, {
      fix: `${fix} Then: personate knowledge migrate ${personaId} --resume`,
    });
  }
  out.result(now, () => [sayEnd(now)]);
  return now.status === 'serving' ? exitCodes.done : exitCodes.failed;
}

function sayEnd({ status, personaId, generation, embeddingIdentity }: Generation): string {
  switch (status) {
    case 'serving':
      return `${personaId} answers from generation ${generation} now (${embeddingIdentity}). The old one is kept: personate knowledge migrate ${personaId} --drop-old`;
    case 'building':
      return `Stopped by somebody. Go on with: personate knowledge migrate ${personaId} --resume`;
    case 'retired':
    case 'dropping':
    case 'dropped':
      return `Generation ${generation} was given up by somebody.`;
  }
}
