import { ExpectedError, mayAnswer } from '@personate/contracts';
import type { EvolveDeps, Lease } from './deps.ts';
import { evolutionChain } from './evolution-chain.ts';
import type { SequencedTurn } from './evolution-run.ts';

export interface EvolveInput {
  personaId: string;
  signal: AbortSignal;
}

export interface EvolveResult {
  /** Turns the cursor moved over, skipped ones included. */
  turns: number;
  memoriesAdded: number;
  memoriesReplaced: number;
  quarantined: number;
  /** Memories that the gate did not let in, by reason. */
  refused: Readonly<Record<string, number>>;
  /** The last version that was committed, or null when the persona stayed as it was. */
  version: number | null;
  /** When to come again, in milliseconds from now; null when no turn waits. */
  waitMs: number | null;
}

const leaseMs = 15_000;
const turnsOfRun = 50;
const mostRuns = 40;
/** Somebody else evolves the persona, or another try is due. */
const comeAgainMs = 1_000;

/**
 * Learns from the turns that were quiet long enough, in order, each exactly once in effect: whatever fails, and however
 * often it is called, memories, version and cursor change together or not at all. Safe to call at any time by anybody.
 */
export async function evolvePersona(deps: EvolveDeps, input: EvolveInput): Promise<EvolveResult> {
  const total: EvolveResult = {
    turns: 0,
    memoriesAdded: 0,
    memoriesReplaced: 0,
    quarantined: 0,
    refused: {},
    version: null,
    waitMs: null,
  };
  const lease = await deps.leases.take(`evolution:${input.personaId}`, leaseMs);
  if (lease === null) return { ...total, waitMs: comeAgainMs };
  try {
    for (let run = 0; run < mostRuns; run += 1) {
      const done = await evolveOnce(deps, input, lease);
      // It learns nothing while it may not speak: its turns wait for the sweep after that.
      if (done === 'withheld') return total;
      if (done === null) return { ...total, waitMs: await nextQuietMs(deps, input.personaId) };
      total.turns += done.turns;
      total.memoriesAdded += done.memoriesAdded;
      total.memoriesReplaced += done.memoriesReplaced;
      total.quarantined += done.quarantined;
      total.refused = summed(total.refused, done.refused);
      total.version = done.version ?? total.version;
    }
    return { ...total, waitMs: 0 };
  } catch (error) {
    if (!isOvertaken(error)) throw error;
    deps.log.info({ personaId: input.personaId, code: error.code }, 'evolution was overtaken');
    return { ...total, waitMs: comeAgainMs };
  } finally {
    await deps.leases.release(lease);
  }
}

type RunResult = Omit<EvolveResult, 'waitMs'>;

async function evolveOnce(
  deps: EvolveDeps,
  { personaId, signal }: EvolveInput,
  lease: Lease,
): Promise<RunResult | 'withheld' | null> {
  signal.throwIfAborted();
  const fromSequence = await deps.evolution.cursor(personaId);
  const quietBefore = new Date(deps.now().getTime() - deps.quietMs);
  const turns: SequencedTurn[] = await deps.evolution.pending(
    personaId,
    fromSequence,
    quietBefore,
    turnsOfRun,
  );
  const last = turns.at(-1);
  if (last === undefined) return null;
  const { version, consent } = await deps.personas.serving(personaId);
  if (!mayAnswer(consent)) return 'withheld';
  const range = { fromSequence, toSequence: last.sequence, baseVersion: version.version };
  const { runId, steps } = await deps.evolution.openRun(personaId, range);

  const chain = await evolutionChain(deps, {
    runId,
    kept: steps,
    quietBefore,
    async checkpoint() {
      signal.throwIfAborted();
      if (!(await deps.leases.renew(lease, leaseMs))) throw leaseLost(personaId);
    },
    commit: ({ guard }) =>
      deps.evolution.commit({
        personaId,
        lease,
        runId,
        ...range,
        memories: guard.memories,
        change: guard.change,
      }),
  });
  const { guard, commit } = await chain.invoke({ personaId, turns, version });
  const quarantined = guard.memories.add.filter(({ status }) => status === 'quarantined').length;
  const done: RunResult = {
    turns: turns.length,
    memoriesAdded: guard.memories.add.length - quarantined,
    memoriesReplaced: guard.memories.replace.length,
    quarantined,
    refused: guard.refused,
    version: commit.version,
  };
  deps.log.info({ personaId, runId, ...done }, 'persona evolved');
  return done;
}

function summed(
  one: Readonly<Record<string, number>>,
  other: Readonly<Record<string, number>>,
): Record<string, number> {
  const total = { ...one };
  for (const [reason, count] of Object.entries(other)) total[reason] = (total[reason] ?? 0) + count;
  return total;
}

/** Until the next turn was quiet long enough; null when there is none. */
async function nextQuietMs(deps: EvolveDeps, personaId: string): Promise<number | null> {
  const cursor = await deps.evolution.cursor(personaId);
  const endOfTime = new Date(8.64e15);
  const [next] = await deps.evolution.pending(personaId, cursor, endOfTime, 1);
  if (next === undefined) return null;
  const quietAt = Date.parse(next.createdAt) + deps.quietMs + 1;
  return Math.max(0, quietAt - deps.now().getTime());
}

/** Another worker has the lease or moved the cursor, or somebody edited the persona or took a turn back: nothing was changed by this run. */
function isOvertaken(error: unknown): error is ExpectedError {
  const codes = [
    'evolution.lease-lost',
    'evolution.cursor-moved',
    'evolution.turns-changed',
    'persona.head-moved',
    'persona.consent-withdrawn',
  ];
  return error instanceof ExpectedError && codes.includes(error.code);
}

function leaseLost(personaId: string): ExpectedError {
  return new ExpectedError(
    'conflict',
    'evolution.lease-lost',
    `Another worker took over the evolution of "${personaId}".`,
    {
      fix: 'Nothing is lost: that worker does it.',
    },
  );
}
