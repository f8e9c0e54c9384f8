import { ExpectedError } from '@personate/contracts';
import { isDatabaseTrouble } from '@personate/records';
import type { Generation, IngestDeps } from './deps.ts';
import { embeddersAtHand } from './embedders-at-hand.ts';
import { openStore } from './open-generation.ts';
import { openProjection } from './projection.ts';
import { rechunkStale } from './rechunk.ts';
import { selfNamesOf } from './self-names.ts';

/** Of a build that may take hours, what it does at a time. */
const turnMs = 3_000;

export interface BuildInput {
  personaId: string;
  signal: AbortSignal;
}

/**
 * Builds the generation that waits for it, from the records, and lets it serve once it holds all that they do. It
 * stops where somebody said so, where an ingestion waits, whose documents go first to those who ask, and after a while,
 * so that others get at the persona; what it has done stays, and the next call goes on from there.
 * @returns whether there is more to do: then it is to be called again
 */
export async function buildGeneration(deps: IngestDeps, input: BuildInput): Promise<boolean> {
  const generation = await deps.generations.building(input.personaId);
  if (generation === null) return false;
  try {
    return await build(deps, generation, input.signal);
  } catch (error) {
    // The records are away: it is as far as it was, and nobody has to resume it.
    if (input.signal.aborted || isDatabaseTrouble(error)) throw error;
    await noteFailure(deps, generation, error);
    if (error instanceof ExpectedError && error.retryable) throw error;
    return false;
  }
}

async function build(
  deps: IngestDeps,
  generation: Generation,
  signal: AbortSignal,
): Promise<boolean> {
  const { personaId } = generation;
  const embedder = await deps.embedders.of(generation, signal);
  await openStore(deps, generation, signal);
  const windows = await embeddersAtHand(deps, personaId, signal);
  const selfNames = await selfNamesOf(deps, personaId);
  const projection = await openProjection(deps, {
    generation,
    embedder,
    windows,
    selfNames,
    ingestionId: null,
    signal,
  });
  const total = await deps.corpus.count(personaId);
  let behind = await deps.projection.countBehind(personaId, generation.generation);
  const tell = (phase: 'chunking' | 'embedding' | 'settling') =>
    deps.generations.progress(generation, {
      phase,
      documents: Math.max(0, total - behind),
      total,
    });

  const until = performance.now() + turnMs;
  for (;;) {
    signal.throwIfAborted();
    if (performance.now() > until) return true;
    if ((await deps.ingestions.unfinished(personaId)).length > 0) return true;
    const wanted = await deps.generations.building(personaId);
    if (wanted?.generation !== generation.generation) return wanted !== null;
    if ((await rechunkStale(deps, { personaId, windows })) > 0) {
      await tell('chunking');
      continue;
    }
    const step = await projection.step();
    if (step.documents > 0) {
      behind -= step.documents;
      await tell('embedding');
      continue;
    }
    await tell('settling');
    await projection.settle();
    if (await deps.generations.switchTo(generation)) {
      deps.log.info(
        { personaId, generation: generation.generation, identity: generation.embeddingIdentity },
        'knowledge generation serves',
      );
      return false;
    }
    behind = await deps.projection.countBehind(personaId, generation.generation);
  }
}

async function noteFailure(
  deps: IngestDeps,
  generation: Generation,
  error: unknown,
): Promise<void> {
  const expected = error instanceof ExpectedError;
  const { personaId } = generation;
  const fields = { err: error, personaId, generation: generation.generation };
  if (expected) deps.log.warn(fields, 'knowledge generation waits');
  else deps.log.error(fields, 'knowledge generation failed');
  await deps.generations.failed(
    generation,
    expected
      ? { code: error.code, message: error.message, fix: error.fix }
      : {
          code: 'internal',
          message: 'Building the generation failed for a reason that was not foreseen.',
          fix: 'Look into the log, which has it whole; then resume or abandon it.',
        },
    !(expected && error.retryable),
  );
}
