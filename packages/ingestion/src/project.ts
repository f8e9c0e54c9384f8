import type { ProjectDeps } from './deps.ts';
import { openProjection, type ProjectionInput, type Step } from './projection.ts';

export type ProjectInput = Omit<ProjectionInput, 'embedder' | 'windows'> &
  Partial<Pick<ProjectionInput, 'windows'>> & {
    /** False while more of the same load is to come: indexes are built once, at its end. */
    settle?: boolean;
    onStep?: (done: Step) => Promise<void>;
  };

/**
 * Brings a generation of the store up to the records: new, changed, repaired, restored and removed documents are
 * all the same difference of revisions. Idempotent; stopped anywhere, the next call goes on from there.
 */
export async function project(deps: ProjectDeps, input: ProjectInput): Promise<Step> {
  const embedder = await deps.embedders.of(input.generation, input.signal);
  const windows = input.windows ?? [deps.embedders.bundled, embedder];
  const projection = await openProjection(deps, { ...input, embedder, windows });
  const done = { documents: 0, passages: 0 };
  for (;;) {
    const step = await projection.step();
    if (step.documents === 0) break;
    done.documents += step.documents;
    done.passages += step.passages;
    await input.onStep?.(done);
  }
  if (input.settle ?? done.documents > 0) await projection.settle();
  return done;
}
