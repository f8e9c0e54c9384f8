import type { Runnable, RunnableLambda } from '@langchain/core/runnables';
import type { z } from 'zod';
import type { EvolveDeps } from './deps.ts';
import {
  guardedSchema,
  memoryChangesSchema,
  observationsSchema,
  proposalSchema,
  reflectionsSchema,
} from './evolution-run.ts';
import type {
  Guarded,
  MemoryChanges,
  Observations,
  Proposal,
  Reflections,
  RunStart,
} from './evolution-run.ts';
import { guardChange } from './steps/guard-change.ts';
import { guardMemories } from './steps/guard-memories.ts';
import { observe } from './steps/observe.ts';
import { propose } from './steps/propose.ts';
import { reconcile } from './steps/reconcile.ts';
import { reflect } from './steps/reflect.ts';

interface ChainState extends RunStart {
  observe: Observations;
  reconcile: MemoryChanges;
  reflect: Reflections;
  propose: Proposal;
  guard: Guarded;
}

export interface ChainRun {
  runId: string;
  /** Results kept of an earlier attempt at the same turns, by step. */
  kept: Readonly<Record<string, unknown>>;
  quietBefore: Date;
  /** Called before each step; throws to stop the run without effect. */
  checkpoint(): Promise<void>;
  commit(state: ChainState): Promise<{ version: number | null }>;
}

/** observe → reconcile → reflect → propose → guard → commit; a step whose result was kept is not done again. */
export async function evolutionChain(
  deps: EvolveDeps,
  run: ChainRun,
): Promise<Runnable<RunStart, ChainState & { commit: { version: number | null } }>> {
  // Some three hundred modules, of which a start that evolves nobody needs none.
  const { RunnableLambda: Lambda, RunnableSequence } = await import('@langchain/core/runnables');
  function named<In extends ChainState, Out>(
    name: string,
    work: (state: In) => Promise<Out>,
  ): RunnableLambda<In, Out> {
    const runnable = new Lambda({ func: work });
    runnable.name = name;
    return runnable;
  }
  function step<Name extends string, Result>(
    name: Name,
    schema: z.ZodType<Result>,
    work: (state: ChainState) => Result | Promise<Result>,
  ): RunnableLambda<ChainState, ChainState> {
    return named(name, async (state) => {
      await run.checkpoint();
      const kept = Object.hasOwn(run.kept, name) ? schema.safeParse(run.kept[name]) : undefined;
      // A result that another version of this code kept may not fit: it is worked out anew.
      if (kept?.success === true) return { ...state, [name]: kept.data };
      const result = await work(state);
      await deps.evolution.saveStep(run.runId, name, result);
      return { ...state, [name]: result };
    });
  }

  return RunnableSequence.from([
    step('observe', observationsSchema, (state) => observe(state)),
    step('reconcile', memoryChangesSchema, (state) => reconcile(deps, state, state.observe)),
    step('reflect', reflectionsSchema, (state) => reflect(deps, state, run.quietBefore)),
    step('propose', proposalSchema, (state) => propose(state, state.reflect)),
    step('guard', guardedSchema, async (state) => ({
      ...(await guardMemories(deps, state, state.reconcile)),
      change: guardChange(state.version.document, state.propose),
    })),
    named('commit', async (state: ChainState) => {
      await run.checkpoint();
      return { ...state, commit: await run.commit(state) };
    }),
  ]);
}
